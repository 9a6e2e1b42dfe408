import type { EcrRepository } from '../ecs/image.ts'
import { awsCall } from './call.ts'
import type { AwsConnection } from './connection.ts'
import { AwsError } from './denied.ts'
import { sts } from './sts.ts'

export type Ecr = Readonly<{
  /** Digest that a tag stands for, `sha256:…`; undefined when the repository has no such tag. */
  digestOf: (repository: EcrRepository, tag: string) => Promise<string | undefined>
}>

/** ECR by signed requests of its one read: its client would add as much code as all the rest. */
export function ecr(connection: AwsConnection): Ecr {
  return { digestOf: (repository, tag) => digestOf(connection, repository, tag) }
}

async function digestOf(
  connection: AwsConnection,
  repository: EcrRepository,
  tag: string
): Promise<string | undefined> {
  const { account, region, name } = repository
  const call = {
    service: 'ECR',
    operation: 'DescribeImages',
    on: `image '${name}:${tag}'`,
    permission: `ecr:DescribeImages on repository/${name}`
  }
  const body = { registryId: account, repositoryName: name, imageIds: [{ imageTag: tag }] }
  try {
    const answer = await awsCall(call, ask({ ...connection, region }, body))
    return answer.imageDetails?.[0]?.imageDigest
  } catch (error) {
    if (error instanceof Error && error.name === 'ImageNotFoundException') return undefined
    throw error
  }
}

type Answer = Readonly<{ imageDetails?: readonly Readonly<{ imageDigest?: string }>[] }>
type Fault = Readonly<{ __type?: string; message?: string }>

async function ask(connection: AwsConnection, body: object): Promise<Answer> {
  const { AwsClient } = await import('aws4fetch')
  const { region, endpoint = endpointOf(region), signal } = connection
  const credentials = await sts(connection).credentials()
  const client = new AwsClient({ ...credentials, service: 'ecr', region, retries: 3 })
  const response = await client.fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.DescribeImages'
    },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal })
  })
  if (response.ok) return (await response.json()) as Answer
  throw toError(response.status, await response.text())
}

function toError(status: number, text: string): AwsError {
  const { __type = `HTTP ${status}`, message = text.slice(0, 200) } = parse(text)
  return new AwsError(__type.slice(__type.lastIndexOf('#') + 1), message, status)
}

function parse(text: string): Fault {
  try {
    return JSON.parse(text) as Fault
  } catch {
    return {}
  }
}

const endpointOf = (region: string): string =>
  `https://api.ecr.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`
