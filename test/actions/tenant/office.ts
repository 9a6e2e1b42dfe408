/** A registry, its reservations and its repository, with ports that tests look into. */
import { administer } from '../../../actions/tenant/src/act.ts'
import { parseInputs } from '../../../actions/tenant/src/inputs.ts'
import type { Outcome } from '../../../actions/tenant/src/outcome.ts'
import type { Ports } from '../../../actions/tenant/src/ports.ts'
import { UserError } from '../../../lib/errors.ts'
import { renderTenant, type Tenant } from '../../../lib/tenants/tenant.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fakeStore, type FakeStore } from '../../fakes/parameter-store.ts'
import { fakeLog } from '../../fakes/terraform-exec.ts'
import { fakeRepository, type FakeRepository } from './repository.ts'

export type Given = Readonly<Record<string, string>>

export const IMAGE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/caliber/api:0.1.0'
export const ACME: Tenant = {
  client: 'acme',
  plan: 'Dedicated',
  env: 'stg',
  subdomain: 'acme-stg',
  region: 'us-east-1',
  vpc_cidr: '10.20.0.0/16',
  image: IMAGE
}
/** What a form asks for; a tenant that fits beside acme. */
export const GLOBEX: Given = {
  mode: 'reserve',
  client: 'Globex',
  env: 'stg',
  plan: 'Dedicated',
  subdomain: 'globex-stg',
  region: 'us-east-1',
  settings: JSON.stringify({ image: IMAGE })
}
export const ROOT = '/caliber-registry'

export type Office = Readonly<{
  store: FakeStore
  repository: FakeRepository
  lines: readonly string[]
  run: (
    inputs: Given,
    options?: Readonly<{ event?: string; run?: string; head?: string }>
  ) => Promise<Outcome>
  cancel: () => void
}>

/** Opens an office whose checkout has these tenants; the default branch has them too, or `base` in a pull request. */
export function openOffice(
  tenants: readonly Tenant[] = [ACME],
  store = fakeStore(),
  base?: readonly Tenant[]
): Office {
  const repository = fakeRepository(base ?? tenants)
  const { log, lines } = fakeLog()
  const aborter = new AbortController()
  const ports = (event: string, run: string, head?: string): Ports => ({
    store: () => store,
    repository: () => repository,
    readRegistry: async () =>
      tenants.map((tenant) => ({
        file: `${tenant.env}/${tenant.client.toLowerCase()}.tfvars.json`,
        text: renderTenant(tenant)
      })),
    ...(base === undefined ? {} : { baseBranch: 'main' }),
    ...(head === undefined ? {} : { headBranch: head }),
    eventName: event,
    run,
    clock: fakeClock(),
    log,
    signal: aborter.signal
  })
  return {
    store,
    repository,
    lines,
    cancel: () => aborter.abort(new UserError('The job was cancelled (SIGTERM).')),
    run: async (
      inputs,
      { event = 'workflow_dispatch', run = 'https://github.com/acme/infra/actions/runs/1', head } = {}
    ) =>
      administer(
        parseInputs((name) => inputs[name] ?? ''),
        ports(event, run, head)
      )
  }
}

/** The refusal's sentences; '' when all went well. */
export const complaintOf = (outcome: Outcome): string =>
  outcome.kind === 'refused' ? outcome.problems.join('\n') : ''

/** The addresses that a tenant was given; undefined when it was given none. */
export const addressesOf = (outcome: Outcome): string | undefined =>
  'tenant' in outcome ? outcome.tenant?.vpc_cidr : undefined
