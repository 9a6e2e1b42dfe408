/** The caliber stack of one tenant in a folder of its own, run by an administrator on whichever AWS is named. */
import { OWNER, rootCredentials, type Aws } from '../../../lab/aws/aws.ts'
import type { Credentials } from '../../../lab/aws/sign.ts'
import type { ExecResult } from '../../../lib/process.ts'
import { parsePlanJson, type PlanJson, type ResourceChange } from '../../../lib/terraform/plan-model.ts'
import type { Seeded } from '../../seeds/seeded.ts'
import { complaint, createSandbox, stack } from '../sandbox.ts'

/** A plan as Terraform tells it: what it would change, and everything else. */
export type Planned = Readonly<{
  /** `create module.network.aws_vpc.this`, one a resource; `output <name>` for a changed output. Empty: nothing to do. */
  changes: readonly string[]
  json: PlanJson
  /** The whole text of `terraform show -json`. */
  text: string
  /** Its file in the stack's folder, which can be applied. */
  file: string
}>

/** Where Terraform works, and as whom; without credentials as the account's owner. */
export type Place = Readonly<{ url: string; identity?: Credentials }>

export type TenantStack = AsyncDisposable &
  Readonly<{
    /** Runs Terraform to its end; its exit code is the caller's to judge. */
    run: (place: Place, ...args: readonly string[]) => Promise<ExecResult>
    /** Plans with the tenant's values; rejects with what Terraform said when that fails. */
    plan: (place: Place, ...args: readonly string[]) => Promise<Planned>
    /** Everything that Terraform has said so far, on both streams. */
    said: () => string
  }>

export type Tenant = Readonly<{
  client: string
  env: string
  /** The tenant's values, from the stack's folder. */
  file: string
}>

/** Initialises the stack once, with the backend that the account's workflows use; forks of the AWS need no more. */
export async function openTenantStack(seed: Seeded, tenant: Tenant): Promise<TenantStack> {
  const sandbox = await createSandbox()
  const heard: string[] = []
  const run: TenantStack['run'] = async (place, ...args) => {
    const result = await sandbox.run(stack, [...args, '-no-color'], environment(place))
    heard.push(result.stdout, result.stderr)
    return result
  }
  const backend = [...backendOf(seed), `key=caliber/${tenant.client}/${tenant.env}/terraform.tfstate`]
  const init = await run(
    seed,
    'init',
    '-lockfile=readonly',
    ...backend.map((line) => `-backend-config=${line}`)
  )
  if (init.code !== 0) {
    await sandbox.remove()
    throw new Error(complaint(init))
  }
  return {
    run,
    plan: (place, ...args) => plan(run, place, [`-var-file=${tenant.file}`, ...args]),
    said: () => heard.join('\n'),
    [Symbol.asyncDispose]: sandbox.remove
  }
}

let plans = 0

async function plan(run: TenantStack['run'], place: Place, args: readonly string[]): Promise<Planned> {
  plans += 1
  const file = `plan-${plans}`
  const planned = await run(place, 'plan', `-out=${file}`, ...args)
  if (planned.code !== 0) throw new Error(complaint(planned))
  const { stdout: text } = await run(place, 'show', '-json', file)
  const json = parsePlanJson(text, file)
  return { json, text, file, changes: [...json.resource_changes.flatMap(told), ...outputsTold(json)] }
}

function told({ address, change }: ResourceChange): readonly string[] {
  const actions = change.actions.join('+')
  return actions === 'no-op' || actions === 'read' ? [] : [`${actions} ${address}`]
}

function outputsTold({ output_changes = {} }: PlanJson): readonly string[] {
  return Object.entries(output_changes).flatMap(([name, { actions }]) =>
    actions.join() === 'no-op' ? [] : [`output ${name}`]
  )
}

function backendOf({ variables }: Seeded): readonly string[] {
  const settings = variables['TERRAFORM_BACKEND_CONFIG']
  if (settings === undefined) throw new Error('The seed does not say where states are.')
  return settings.split('\n')
}

function environment({ url, identity = rootCredentials }: Place): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = identity
  return {
    AWS_ENDPOINT_URL: url,
    AWS_SDK_UA_APP_ID: OWNER,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true'
  }
}

/** Settings of an SDK client as the account's owner. */
export const asOwner = (aws: Pick<Aws, 'url'>, region = 'us-east-1') => ({
  endpoint: aws.url,
  region,
  maxAttempts: 1,
  credentials: rootCredentials
})
