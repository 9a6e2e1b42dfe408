/** Calls to ECR with the credentials of the job: what `docker push` and `aws ecr` become at AWS. */
import { type Credentials, signRequest } from '../aws/sign.ts'

type Answer = Readonly<Record<string, unknown>>

/** One operation of ECR; rejects with AWS's words. */
export async function askRegistry(operation: string, input: Answer = {}): Promise<Answer> {
  const url = `${variable('AWS_ENDPOINT_URL_ECR') || variable('AWS_ENDPOINT_URL')}/`
  const body = JSON.stringify(input)
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AmazonEC2ContainerRegistry_V20150921.${operation}`
  }
  const request = { method: 'POST', url, service: 'ecr', region: variable('AWS_REGION'), body, headers }
  const response = await fetch(url, { method: 'POST', headers: signRequest(request, credentials()), body })
  const answer = (await response.json()) as Answer
  if (response.ok) return answer
  const { __type: kind = response.status, message, Message = message } = answer
  throw new Error(`denied: ${String(kind)} when calling the ${operation} operation: ${String(Message)}`)
}

const variable = (name: string): string => process.env[name] ?? ''

const credentials = (): Credentials => ({
  accessKeyId: variable('AWS_ACCESS_KEY_ID'),
  secretAccessKey: variable('AWS_SECRET_ACCESS_KEY'),
  sessionToken: variable('AWS_SESSION_TOKEN')
})
