import { fileOf, isGuest, keyOf, type Env, type Plan, type Tenant } from '../lib/tenants/tenant.ts'
import { SHARED } from './command.ts'
import { Refusal } from './failure.ts'
import type { Typed } from './flags.ts'
import type { Ports } from './ports.ts'

/** A tenant as the flags name it. */
export type Named = Readonly<{ client: string; env: Env; plan: Plan; subdomain?: string }>

/** The flags' tenant; they were checked before. */
export function namedBy({ client = '', plan = '', env = '', subdomain }: Typed): Named {
  return { client, plan: plan as Plan, env: env as Env, ...(subdomain === undefined ? {} : { subdomain }) }
}

/** The variables that flags stand for beside the tenant's name; those of the shared stack, and none twice. */
export function sharedSettings(typed: Typed): Readonly<Record<string, string>> {
  const given = SHARED.filter((name) => typed[name] !== undefined)
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
      `--${name.replaceAll('_', '-')} ${told}, but terraform/tenants/${fileOf(named)} says ${says}${never}. Say the same, or change the file by pull request.`
    )
  }
}
