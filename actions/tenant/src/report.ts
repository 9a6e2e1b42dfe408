import type { Report } from '../../../lib/runner.ts'
import { namesOf } from '../../../lib/tenants/names.ts'
import { keyOf, renderTenant, type Tenant } from '../../../lib/tenants/tenant.ts'
import type { Inputs } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import { renderSummary } from './summary.ts'

/** Outputs, summary and the sentence that makes the step red. */
export function toReport(inputs: Inputs, outcome: Outcome): Report {
  const failure = failureOf(outcome)
  return {
    outputs: toOutputs(inputs, outcome),
    summary: renderSummary(inputs, outcome),
    ...(failure === undefined ? {} : { failure })
  }
}

function failureOf(outcome: Outcome): string | undefined {
  if (outcome.kind === 'refused') return `${outcome.problems.join('\n')}\nNothing was changed.`
  if (outcome.kind !== 'invalid') return undefined
  const told = outcome.problems.map(({ file, sentence }) => `${file}: ${sentence}`)
  return `The registry is not in order:\n${told.join('\n')}`
}

function toOutputs({ task, dryRun }: Inputs, outcome: Outcome): Readonly<Record<string, string>> {
  const named = 'name' in task ? task.name.key : ''
  const tenants = tenantsOf(outcome)
  const known = {
    tenant: named,
    ...textsOf(outcome),
    changed: String(changed(outcome)),
    tenants: JSON.stringify(tenants)
  }
  const all = { mode: task.mode, dryRun, ...known, ...described(outcome), changed: changed(outcome), tenants }
  return { outcome: outcome.kind, ...known, result: JSON.stringify(all) }
}

/** What an outcome has to say of a tenant and of a pull request; empty where it has neither. */
function textsOf(outcome: Outcome): Readonly<Record<string, string>> {
  const proposal = outcome.kind === 'proposed' ? outcome.proposal : undefined
  return {
    ...tenantTexts(outcome),
    'pull-request': String(proposal?.number ?? ''),
    'pull-request-url': proposal?.url ?? ''
  }
}

/** Outputs that every tenant has. */
const ABOUT = [
  'vpc-cidr',
  'tfvars',
  'client',
  'plan',
  'region',
  'name',
  'cluster',
  'service',
  'image-parameter',
  'documentdb-cluster',
  'postgres-instance',
  'api-host',
  'frontend-host',
  'shared-by',
  'state-key',
  'stack',
  'stacks'
] as const

type About = Readonly<Record<(typeof ABOUT)[number], string>>
const NOBODY = Object.fromEntries(ABOUT.map((name) => [name, '']))

function tenantTexts(outcome: Outcome): Readonly<Record<string, string>> {
  if (!('tenant' in outcome) || outcome.tenant === undefined) return NOBODY
  const { tenant, sharedBy = [] } = outcome
  const names = namesOf(tenant)
  const variables: unknown = JSON.parse(renderTenant(tenant))
  const about: About = {
    'vpc-cidr': tenant.vpc_cidr ?? '',
    tfvars: JSON.stringify(variables),
    client: names.client,
    plan: tenant.plan,
    region: tenant.region,
    name: names.name,
    cluster: names.cluster,
    service: names.service,
    'image-parameter': names.imageParameter,
    'documentdb-cluster': names.documentdbCluster,
    'postgres-instance': names.postgresInstance,
    'api-host': names.apiHost,
    'frontend-host': names.frontendHost,
    'shared-by': JSON.stringify(sharedBy),
    'state-key': names.stateKey,
    stack: names.stack,
    stacks: JSON.stringify([{ stack: names.stack, 'backend-config': `key=${names.stateKey}`, variables }])
  }
  return about
}

/** Whether this attempt changed anything anywhere. */
function changed(outcome: Outcome): boolean {
  if (outcome.kind === 'reserved') return outcome.written.length > 0
  if (outcome.kind === 'released') return outcome.freed.length > 0
  return outcome.kind === 'proposed' && outcome.changed
}

/** The outcome's own fields, as data. */
function described({ kind, ...fields }: Outcome): Readonly<Record<string, unknown>> {
  const { tenants: _, tenant: __, ...rest } = fields as Readonly<{ tenants?: unknown; tenant?: Tenant }>
  return { outcome: kind, ...rest, ...('tenant' in fields ? { settings: fields.tenant } : {}) }
}

function tenantsOf(outcome: Outcome): readonly unknown[] {
  if (outcome.kind === 'listed') return outcome.rows
  return outcome.kind === 'valid' || outcome.kind === 'invalid' ? outcome.tenants.map(rowOf) : []
}

/** One tenant of a matrix. */
function rowOf(tenant: Tenant) {
  const { client, apiHost, frontendHost, stateKey } = namesOf(tenant)
  const { env, plan, region } = tenant
  return { tenant: keyOf(tenant), client, env, plan, region, apiHost, frontendHost, stateKey }
}
