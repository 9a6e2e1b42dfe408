import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileOf, isGuest, isShared, keyOf, type Env, type Plan, type Tenant } from '../lib/tenants/tenant.ts'
import { Refusal } from './failure.ts'
import type { Typed } from './flags.ts'
import type { Ports } from './ports.ts'
import { valueOf, type Settings } from './settings.ts'
import { runStep, type Outputs } from './step.ts'

const REGISTRY = 'terraform/tenants'

/** A tenant as the flags name it. */
export type Named = Readonly<{ client: string; env: Env; plan: Plan; subdomain?: string }>

/** The flags' tenant; they were checked before. */
export function nameOf({ client = '', plan = '', env = '', subdomain }: Typed): Named {
  return { client, plan: plan as Plan, env: env as Env, ...(subdomain === undefined ? {} : { subdomain }) }
}

const registryFile = (root: string, named: Pick<Named, 'client' | 'env'>): string =>
  join(root, REGISTRY, fileOf(named))

/** The tenant's file of the registry as the checkout has it; undefined when there is none. */
export async function readRegistered(
  root: string,
  named: Pick<Named, 'client' | 'env'>
): Promise<Tenant | undefined> {
  const text = await readFile(registryFile(root, named), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as Tenant
  } catch {
    throw new Refusal(`${REGISTRY}/${fileOf(named)} is no JSON. Correct it.`)
  }
}

/** Enters a tenant into the registry of the checkout; true when the file was not there. */
export async function register(root: string, named: Named, text: string): Promise<boolean> {
  const file = registryFile(root, named)
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(file, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The variables that flags stand for beside the tenant's name; those of the shared stack, and none twice. */
export function sharedSettings(typed: Typed): Readonly<Record<string, string>> {
  const names = [
    'saas-docdb-uri',
    'saas-docdb-secret-arn',
    'saas-rds-endpoint',
    'saas-api-lb-dns',
    'saas-api-lb-zone'
  ] as const
  const given = names.filter((name) => typed[name] !== undefined)
  const [first] = given
  if (first !== undefined && !isGuest({ client: typed.client ?? '', plan: (typed.plan ?? '') as Plan }))
    throw new Refusal(
      `--${first} is for SaaS tenants: a Dedicated client and SaaSShared have their own. Leave it out.`
    )
  if ((typed['saas-api-lb-dns'] === undefined) !== (typed['saas-api-lb-zone'] === undefined))
    throw new Refusal(
      '--saas-api-lb-dns and --saas-api-lb-zone are a pair, a name and the zone that it is in. Give both, or neither to take what SaaSShared published.'
    )
  return Object.fromEntries(given.map((name) => [name.replaceAll('-', '_'), typed[name] ?? '']))
}

/** The tenant's region: as typed, as registered, as the environment says; a registered one never changes. */
export function chooseRegion(typed: Typed, known: Tenant | undefined, env: Ports['env']): string {
  const { region } = typed
  if (known !== undefined && region !== undefined && region !== known.region)
    throw new Refusal(
      `--region is '${region}', and ${keyOf(known)} is in ${known.region}, which never changes. Leave --region out.`
    )
  const chosen = region ?? known?.region ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION'])
  if (chosen !== undefined && chosen !== '') return chosen
  throw new Refusal('--region is missing, and AWS_REGION is not set. Give it, as --region us-east-1.')
}

/** Refuses flags that say something else of a registered tenant than its file does. */
export function checkAgreement(named: Named, typed: Typed, known: Tenant | undefined): void {
  if (known === undefined) return
  const given: Readonly<Record<string, string | undefined>> = {
    plan: typed.plan,
    subdomain: named.subdomain,
    image: typed.image,
    ...sharedSettings(typed)
  }
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === known[name]) continue
    const never = name === 'plan' ? ', and a plan never changes' : ''
    const told = name === 'saas_docdb_uri' ? 'is another' : `is '${value}'`
    const says = known[name] === undefined ? 'none' : JSON.stringify(known[name])
    throw new Refusal(
      `--${name.replaceAll('_', '-')} ${told}, but ${REGISTRY}/${fileOf(named)} says ${says}${never}. Say the same, or change the file by pull request.`
    )
  }
}

/** What is asked of the registry: to be told what a reservation would give, or to make it. */
export type Asked = Readonly<{ typed: Typed; settings: Settings; dryRun: boolean }>

/** A tenant with all its variables, reserved or as it would be reserved. */
export type Reserved = Readonly<{ tenant: Tenant; key: string; stateKey: string; region: string }>

/** Reserves the tenant's names and addresses, or asks what that would give; one that is registered stays as it is. */
export async function reserve({ typed, settings, dryRun }: Asked, ports: Ports): Promise<Reserved> {
  const named = nameOf(typed)
  const known = await readRegistered(ports.root, named)
  checkAgreement(named, typed, known)
  const region = chooseRegion(typed, known, ports.env)
  const image = typed.image ?? settings.image
  if (known === undefined && !isGuest(named) && image === undefined)
    throw new Refusal(
      `--image is missing: ${keyOf(named)} is new and has a service of its own, whose first image it names. Give it, or keep one for all with init.sh --image.`
    )
  const outputs = await runStep(
    {
      action: 'tenant',
      region,
      inputs: {
        mode: 'reserve',
        client: named.client,
        env: named.env,
        plan: named.plan,
        subdomain: named.subdomain ?? '',
        region,
        settings: JSON.stringify(sharedSettings(typed)),
        image: image ?? '',
        'registry-region': valueOf(settings.backend, 'region') ?? '',
        'dry-run': String(dryRun)
      },
      shows: 'quiet'
    },
    ports
  )
  return reservedOf(named, outputs, region)
}

function reservedOf(named: Named, outputs: Outputs, region: string): Reserved {
  return {
    tenant: JSON.parse(outputs['tfvars'] ?? '{}') as Tenant,
    key: keyOf(named),
    stateKey: stateKeyOf(named),
    region
  }
}

/** The state of a tenant: a client in an environment has one, whatever its plan. */
export const stateKeyOf = ({ client, env }: Pick<Named, 'client' | 'env'>): string =>
  `caliber/${client.toLowerCase()}/${env}/terraform.tfstate`

/** What the registry tells of a tenant that is in it. */
export type Shown = Readonly<{
  tenant: Tenant
  key: string
  region: string
  cluster: string
  service: string
  stateKey: string
  /** The other tenants that its service answers for. */
  sharedBy: readonly string[]
  documentdb: string
  postgres: string
}>

/** Asks the registry of the checkout; refused for tenants that are not in it and flags that do not agree. */
export async function show(typed: Typed, ports: Ports): Promise<Shown> {
  const named = nameOf(typed)
  const known = await readRegistered(ports.root, named)
  if (known === undefined)
    throw new Refusal(
      `${REGISTRY}/${fileOf(named)} is not there, so ${keyOf(named)} is no tenant of this checkout. Run apply.sh, which enters it, or fetch the branch that has it.`
    )
  checkAgreement(named, typed, known)
  const region = chooseRegion(typed, known, ports.env)
  const inputs = { mode: 'show', client: named.client, env: named.env }
  const told = await runStep({ action: 'tenant', inputs, region, shows: 'quiet' }, ports)
  return {
    tenant: known,
    key: keyOf(named),
    region,
    cluster: told['cluster'] ?? '',
    service: told['service'] ?? '',
    stateKey: told['state-key'] ?? stateKeyOf(named),
    sharedBy: JSON.parse(told['shared-by'] || '[]') as readonly string[],
    documentdb: told['documentdb-cluster'] ?? '',
    postgres: told['postgres-instance'] ?? ''
  }
}

/** What others would notice of a step on a service that this tenant shares; undefined for one of its own. */
export function describeSharing({ tenant, cluster, sharedBy, key }: Shown, what: string): string | undefined {
  if (!isGuest(tenant) && !(isShared(tenant) && sharedBy.length > 0)) return undefined
  const others = sharedBy.length === 0 ? 'nobody else so far' : sharedBy.join(', ')
  return `${key} is served by ${cluster}, so ${what} for it is one for all: ${others}.`
}
