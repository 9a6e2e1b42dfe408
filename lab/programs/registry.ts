/** Calls to ECR with the credentials of the job: what `docker push` and `aws ecr` become at AWS. */
import { signRequest } from '../aws/sign.ts'

type Answer = Readonly<Record<string, unknown>>

/** One operation of ECR; rejects with AWS's words. */
export async function askRegistry(operation: string, input: Answer = {}): Promise<Answer> {
  const { env } = process
  const url = `${env['AWS_ENDPOINT_URL_ECR'] ?? env['AWS_ENDPOINT_URL'] ?? ''}/`
  const body = JSON.stringify(input)
  const headers = signRequest(
    {
      method: 'POST',
      url,
      service: 'ecr',
      region: env['AWS_REGION'] ?? 'us-east-1',
      body,
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AmazonEC2ContainerRegistry_V20150921.${operation}`
      }
    },
    {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      ...(env['AWS_SESSION_TOKEN'] === undefined ? {} : { sessionToken: env['AWS_SESSION_TOKEN'] })
    }
  )
  const response = await fetch(url, { method: 'POST', headers, body })
  const answer = (await response.json()) as Answer
  if (response.ok) return answer
  const { __type: kind = response.status, message, Message = message } = answer
  throw new Error(`denied: ${String(kind)} when calling the ${operation} operation: ${String(Message)}`)
}
