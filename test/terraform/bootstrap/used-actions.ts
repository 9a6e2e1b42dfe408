/** Least privilege, by what really happened: what a role may do beside what it did. */
import * as iam from '@aws-sdk/client-iam'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Aws, AwsCall } from '../../../lab/aws/aws.ts'
import { clientOptions } from '../../emulator/start.ts'
import { terraformFolder } from '../sandbox.ts'
import { bootstrapStack, roles, type RoleName } from './account.ts'

/**
 * Role → action → why it is allowed although no scenario of the tests shows it; `workloads` are roles that stacks make. The
 * roles of an environment's tenants are allowed what a tenant's are, and need no reasons of their own.
 */
export type Reasons = Readonly<Record<Explained | 'workloads', Readonly<Record<string, string>>>>
export type Explained = Exclude<RoleName, 'deployAny' | 'seedAny'>

/** The reasons that stand beside the policies. */
export async function readReasons(): Promise<Reasons> {
  const text = await readFile(join(terraformFolder, bootstrapStack, 'permissions.json'), 'utf8')
  return JSON.parse(text) as Reasons
}

/** Who acts: a role by name, or a part of another principal's ARN. */
const sessionOf = (role: string): string => `:assumed-role/${role}/`

/** Actions that a role of this name used in these calls, with all that each call asked for. */
export function usedActions(
  calls: readonly AwsCall[],
  role: string,
  principal = sessionOf(role)
): ReadonlySet<string> {
  const own = calls.filter((call) => call.principal.includes(principal))
  return new Set(own.flatMap(({ permissions }) => permissions.map(({ iamAction }) => iamAction)))
}

/** What happened when not all of it is in the AWS's own journal, and who acted when it was not a session of the role. */
type Happened = Readonly<{ calls?: readonly AwsCall[]; principal?: string }>

/**
 * What the tenant's role, as it is in this AWS, is allowed for nothing: it was not used in the journal and has no reason in
 * permissions.json, or has a reason and was used. Nothing when the role fits its scenario.
 */
export async function findUnexplained(
  aws: Aws,
  name: Explained,
  { calls, principal }: Happened = {}
): Promise<readonly string[]> {
  const [reasons, allowed] = await Promise.all([readReasons(), allowedActions(aws, roles[name])])
  return unexplained(
    allowed,
    usedActions(calls ?? (await aws.journal()), roles[name], principal),
    reasons[name]
  )
}

/** Actions that a role's policies allow, its boundary apart. */
export async function allowedActions(aws: Aws, role: string): Promise<ReadonlySet<string>> {
  const client = new iam.IAMClient(clientOptions(aws))
  const documents = [...(await inlinePolicies(client, role)), ...(await attachedPolicies(client, role))]
  return new Set(documents.flatMap(actionsOf))
}

/** Actions that a policy of the account's own allows, such as a boundary. */
export async function allowedByPolicy(aws: Aws, PolicyArn: string): Promise<ReadonlySet<string>> {
  return new Set(actionsOf(await documentOf(new iam.IAMClient(clientOptions(aws)), PolicyArn)))
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
  return Promise.all(AttachedPolicies.map(({ PolicyArn }) => documentOf(client, PolicyArn)))
}

async function documentOf(client: iam.IAMClient, PolicyArn: string | undefined): Promise<string> {
  const { Policy } = await client.send(new iam.GetPolicyCommand({ PolicyArn }))
  const version = { PolicyArn, VersionId: Policy?.DefaultVersionId }
  const { PolicyVersion } = await client.send(new iam.GetPolicyVersionCommand(version))
  return PolicyVersion?.Document ?? ''
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
