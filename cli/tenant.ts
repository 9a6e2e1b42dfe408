import { namesOf } from '../lib/tenants/names.ts'
import { fileOf, isGuest, isShared, keyOf, type Tenant } from '../lib/tenants/tenant.ts'
import { checkAgreement, chooseRegion, namedBy, sharedSettings, type Named } from './agreement.ts'
import { Refusal } from './failure.ts'
import type { Typed } from './flags.ts'
import type { Ports } from './ports.ts'
import { readRegistered, REGISTRY } from './registry.ts'
import { valueOf, type Settings } from './settings.ts'
import { runStep, type Outputs } from './step.ts'

/** What is asked of the registry: to be told what a reservation would give, or to make it. */
export type Asked = Readonly<{ typed: Typed; settings: Settings; dryRun: boolean }>

/** A tenant with all its variables, reserved or as it would be reserved. */
export type Reserved = Readonly<{ tenant: Tenant; key: string; stateKey: string; region: string }>

/** Reserves the tenant's names and addresses, or asks what that would give; one that is registered stays as it is. */
export async function reserve({ typed, settings, dryRun }: Asked, ports: Ports): Promise<Reserved> {
  const named = namedBy(typed)
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
  const tenant = JSON.parse(outputs['tfvars'] ?? '{}') as Tenant
  return {
    tenant,
    key: keyOf(named),
    stateKey: namesOf(tenant).stateKey,
    region
  }
}

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
  const named = namedBy(typed)
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
    stateKey: namesOf(known).stateKey,
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
