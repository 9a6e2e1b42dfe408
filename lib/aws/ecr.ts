import type { EcrRepository } from '../ecs/image.ts'
import type { AwsConnection } from './connection.ts'
import { askJson, type JsonService } from './json.ts'

export type Ecr = Readonly<{
  /** Digest that a tag stands for, `sha256:…`; undefined when the repository has no such tag. */
  digestOf: (repository: EcrRepository, tag: string) => Promise<string | undefined>
}>

const ECR: JsonService = {
  name: 'ecr',
  prefix: 'AmazonEC2ContainerRegistry_V20150921',
  host: (region) => `api.ecr.${region}`
}

/** ECR by its one read that is needed. */
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
    const answer = (await askJson({ ...connection, region }, ECR, { call, body })) as Answer
    return answer.imageDetails?.[0]?.imageDigest
  } catch (error) {
    if (error instanceof Error && error.name === 'ImageNotFoundException') return undefined
    throw error
  }
}

type Answer = Readonly<{ imageDetails?: readonly Readonly<{ imageDigest?: string }>[] }>
