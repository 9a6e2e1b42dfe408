/** The state of stg/acme, as far as its databases go. */
import type { Aws } from '../../lab/aws/aws.ts'
import { readObject } from './bucket.ts'

type Attributes = Readonly<{ identifier?: string; cluster_identifier?: string }>
type Resource = Readonly<{
  module?: string
  type: string
  name: string
  instances: readonly Readonly<{ attributes: Attributes }>[]
}>

/** Outputs, and the identifiers of databases by the addresses of their resources. */
export async function stateAt(
  aws: Aws
): Promise<Readonly<{ outputs: object; identifiers: Readonly<Record<string, string>> }>> {
  const text = (await readObject(aws, 'caliber/acme/stg/terraform.tfstate')) ?? '{}'
  const { outputs, resources } = JSON.parse(text) as { outputs: object; resources: readonly Resource[] }
  const found = resources.map(({ module = '', type, name, instances }) => {
    const { identifier, cluster_identifier: cluster } = instances[0]?.attributes ?? {}
    return [`${module}.${type}.${name}`, cluster ?? identifier ?? ''] as const
  })
  return { outputs, identifiers: Object.fromEntries(found) }
}
