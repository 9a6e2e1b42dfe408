/** Least privilege, by what really happened: what a role may do beside what it did. */
import * as iam from '@aws-sdk/client-iam'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Aws, AwsCall } from '../../../lab/aws/aws.ts'
import { clientOptions } from '../../emulator/start.ts'
import { terraformFolder } from '../sandbox.ts'
import { bootstrapStack, type RoleName } from './account.ts'

/** Role → action → why it is allowed although no scenario of the tests shows it. */
export type Reasons = Readonly<Record<RoleName, Readonly<Record<string, string>>>>

/** The reasons that stand beside the policies. */
export async function readReasons(): Promise<Reasons> {
  const text = await readFile(join(terraformFolder, bootstrapStack, 'permissions.json'), 'utf8')
  return JSON.parse(text) as Reasons
}

/** Actions that a role of this name used in these calls, with all that each call asked for. */
export function usedActions(calls: readonly AwsCall[], role: string): ReadonlySet<string> {
  const own = calls.filter(({ principal }) => principal.includes(`:assumed-role/${role}/`))
  return new Set(own.flatMap(({ permissions }) => permissions.map(({ iamAction }) => iamAction)))
}

/** Actions that a role's policies allow, its boundary apart. */
export async function allowedActions(aws: Aws, role: string): Promise<ReadonlySet<string>> {
  const client = new iam.IAMClient(clientOptions(aws))
  const documents = [...(await inlinePolicies(client, role)), ...(await attachedPolicies(client, role))]
  return new Set(documents.flatMap(actionsOf))
}

async function inlinePolicies(client: iam.IAMClient, RoleName: string): Promise<readonly string[]> {
  const { PolicyNames = [] } = await client.send(new iam.ListRolePoliciesCommand({ RoleName }))
  return Promise.all(
    PolicyNames.map(async (PolicyName) => {
      const { PolicyDocument = '' } = await client.send(
        new iam.GetRolePolicyCommand({ RoleName, PolicyName })
      )
      return PolicyDocument
    })
  )
}

async function attachedPolicies(client: iam.IAMClient, RoleName: string): Promise<readonly string[]> {
  const { AttachedPolicies = [] } = await client.send(new iam.ListAttachedRolePoliciesCommand({ RoleName }))
  return Promise.all(
    AttachedPolicies.map(async ({ PolicyArn }) => {
      const { Policy } = await client.send(new iam.GetPolicyCommand({ PolicyArn }))
      const version = { PolicyArn, VersionId: Policy?.DefaultVersionId }
      const { PolicyVersion } = await client.send(new iam.GetPolicyVersionCommand(version))
      return PolicyVersion?.Document ?? ''
    })
  )
}

type Statement = Readonly<{ Effect: string; Action: string | readonly string[] }>

/** IAM hands documents out percent-encoded. */
function actionsOf(document: string): readonly string[] {
  const { Statement } = JSON.parse(decodeURIComponent(document)) as { Statement: readonly Statement[] }
  return Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action)
}

/** What is wrong: an action that nothing shows and nothing explains, a reason for what is shown or not allowed. */
export function unexplained(
  allowed: ReadonlySet<string>,
  used: ReadonlySet<string>,
  reasons: Readonly<Record<string, string>>
): readonly string[] {
  const idle = [...allowed].filter((action) => !used.has(action) && !(action in reasons))
  const shown = Object.keys(reasons).filter((action) => used.has(action))
  const absent = Object.keys(reasons).filter((action) => !allowed.has(action))
  return [
    ...idle.map((action) => `${action}: no scenario uses it, and no reason is given`),
    ...shown.map((action) => `${action}: a scenario uses it, the reason can go`),
    ...absent.map((action) => `${action}: a reason for what is not allowed`)
  ].toSorted()
}
