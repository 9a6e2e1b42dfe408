import { fingerprintPlan } from '../../lib/terraform/digest.ts'
import { parsePlanJson } from '../../lib/terraform/plan-model.ts'

/** The seal key of the tests. */
export const KEY = Buffer.alloc(32, 7)

type Change = Readonly<{
  type?: string
  name?: string
  actions?: readonly string[]
  before?: object | null
  after?: object | null
}>

/** The JSON of a plan with these changes, as `terraform show -json` words it. */
export function planText(...changes: readonly Change[]): string {
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.13.1',
    timestamp: new Date().toISOString(),
    resource_changes: changes.map(
      ({
        type = 'aws_ecs_service',
        name = 'web',
        actions = ['update'],
        before = { n: 1 },
        after = { n: 2 }
      }) => ({
        address: `${type}.${name}`,
        mode: 'managed',
        type,
        name,
        provider_name: 'registry.terraform.io/hashicorp/aws',
        change: { actions, before, after, after_unknown: {}, before_sensitive: {}, after_sensitive: {} }
      })
    )
  })
}

export const REVIEWED = planText({})
export const NOTHING = planText()

export const digestOf = (text: string): string => fingerprintPlan(parsePlanJson(text, 'test'), KEY).digest
