import type { AwsConnection } from './connection.ts'
import { askJson, type JsonService } from './json.ts'

/** Something of the account that carries tags. */
export type TaggedResource = Readonly<{ arn: string; tags: Readonly<Record<string, string>> }>

export type TaggedResources = Readonly<{
  /** Everything in a region that carries a tag with this value, as far as the tagging API knows its kind. */
  list: (region: string, tag: Readonly<{ key: string; value: string }>) => Promise<readonly TaggedResource[]>
}>

const TAGGING: JsonService = {
  name: 'tagging',
  prefix: 'ResourceGroupsTaggingAPI_20170126',
  host: (region) => `tagging.${region}`
}

type Answer = Readonly<{
  PaginationToken?: string
  ResourceTagMappingList?: readonly Readonly<{
    ResourceARN?: string
    Tags?: readonly Readonly<{ Key?: string; Value?: string }>[]
  }>[]
}>

/** The Resource Groups Tagging API, page by page. */
export const taggedResources = (connection: AwsConnection): TaggedResources => ({
  list: async (region, { key, value }) => {
    const found: TaggedResource[] = []
    const call = {
      service: 'Resource Groups Tagging',
      operation: 'GetResources',
      on: `what is tagged ${key}=${value} in ${region}`,
      permission: 'tag:GetResources on *'
    }
    let token = ''
    do {
      const page = token === '' ? {} : { PaginationToken: token }
      const body = { TagFilters: [{ Key: key, Values: [value] }], ResourcesPerPage: 100, ...page }
      const answer = (await askJson({ ...connection, region }, TAGGING, { call, body })) as Answer
      found.push(...(answer.ResourceTagMappingList ?? []).map(toResource))
      token = answer.PaginationToken ?? ''
    } while (token !== '')
    return found
  }
})

const toResource = ({
  ResourceARN = '',
  Tags = []
}: NonNullable<Answer['ResourceTagMappingList']>[number]): TaggedResource => ({
  arn: ResourceARN,
  tags: Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value]))
})
