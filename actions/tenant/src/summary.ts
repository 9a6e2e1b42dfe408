import type { Proposal } from '../../../lib/github/proposals.ts'
import { codeSpan, escapeInline } from '../../../lib/markdown.ts'
import { callout, numbered, paragraphs, table } from '../../../lib/summary.ts'
import type { Problem } from '../../../lib/tenants/rules.ts'
import { namesOf } from '../../../lib/tenants/names.ts'
import { keyOf, type Tenant } from '../../../lib/tenants/tenant.ts'
import type { Inputs } from './inputs.ts'
import type { Outcome } from './outcome.ts'

/** The job summary: what became of the tenant or the registry, and what comes next. */
export function renderSummary({ task }: Inputs, outcome: Outcome): string {
  const about = 'name' in task ? `Tenant ${codeSpan(task.name.key)}` : 'Tenants'
  return paragraphs([`## ${ICONS[outcome.kind]} ${about}: ${outcome.kind}`, ...describe(outcome)])
}

const ICONS: Readonly<Record<Outcome['kind'], string>> = {
  valid: '✅',
  invalid: '❌',
  listed: '📇',
  planned: '📋',
  reserved: '🔖',
  proposed: '📨',
  registered: '✅',
  shown: '📇',
  retired: '✅',
  released: '🧹',
  refused: '⛔'
}

type Kind = Outcome['kind']
type Words = Readonly<{ [K in Kind]: (outcome: Extract<Outcome, { kind: K }>) => readonly string[] }>

const WORDS: Words = {
  valid: ({ tenants }) => [`${tenants.length} tenants, each in its own file and none in another's way.`],
  invalid: ({ problems, tenants }) => [faults(problems), `${tenants.length} tenants have no fault.`],
  listed: (outcome) => [listing(outcome), `${outcome.freeBlocks} blocks of addresses are free.`],
  planned: (outcome) => [`Dry run, nothing was changed. ${steps(outcome.steps)}`, settings(outcome.tenant)],
  reserved: ({ written, tenant }) => [reservation(written), settings(tenant), NEXT],
  proposed: ({ proposal }) => [proposed(proposal)],
  registered: () => ['The registry has it so already; nothing was changed.'],
  shown: (outcome) => [things(outcome), settings(outcome.tenant)],
  retired: () => ['The registry has no file of it; nothing was changed. Release its reservation by hand.'],
  released: ({ freed }) => [released(freed)],
  refused: ({ problems }) => [callout('CAUTION', `Nothing was changed.\n${problems.join('\n')}`)]
}

const describe = <K extends Kind>(outcome: Extract<Outcome, { kind: K }>): readonly string[] =>
  (WORDS[outcome.kind] as (told: typeof outcome) => readonly string[])(outcome)

const MOST_ROWS = 1000

const NEXT =
  'Next: plan and apply its stack with output `tfvars`, then register it. If nothing was built, release it by hand; look first (`orphans.yml`).'

const faults = (problems: readonly Problem[]): string =>
  table(
    ['File', 'What is wrong'],
    problems.map(({ file, sentence }) => [codeSpan(file), escapeInline(sentence)])
  )

const reservation = (written: readonly string[]): string =>
  written.length === 0
    ? 'It was reserved already; nothing was written.'
    : 'Its names and addresses are its own now.'

const proposed = ({ number, url }: Proposal): string =>
  `[Pull request ${number}](${url}) brings that into the registry once it is merged.`

const released = (freed: readonly string[]): string =>
  freed.length === 0
    ? 'Nothing was reserved for it.'
    : `Freed: ${freed.map(codeSpan).join(', ')}. Whether anything of it stands was not looked at: \`orphans.yml\` tells. If so, reserve the same again before another tenant does.`

const steps = (all: readonly string[]): string =>
  all.length === 0 ? 'There is nothing to do.' : `What would be done:\n\n${numbered(all)}`

function settings(tenant: Tenant | undefined): string {
  if (tenant === undefined) return ''
  const rows = Object.entries(tenant).map(([name, value]) => [
    name,
    codeSpan(typeof value === 'string' ? value : JSON.stringify(value))
  ])
  return table([`Variable of ${keyOf(tenant)}`, 'Value'], rows)
}

function things({ tenant, sharedBy }: Extract<Outcome, { kind: 'shown' }>): string {
  const { service, cluster, apiHost, frontendHost, stack } = namesOf(tenant)
  const rows = [
    ['Service', codeSpan(service)],
    ['Cluster', codeSpan(cluster)],
    ['API', escapeInline(`https://${apiHost}`)],
    ['Frontend', frontendHost === '' ? 'none' : escapeInline(`https://${frontendHost}`)],
    ['Stack', codeSpan(stack)],
    [
      'Its service answers also for',
      sharedBy.length === 0 ? 'nobody else' : sharedBy.map(codeSpan).join(', ')
    ]
  ]
  return table([tenant.plan, ''], rows)
}

const listing = ({ rows }: Extract<Outcome, { kind: 'listed' }>): string =>
  table(
    ['Tenant', 'State', 'Plan', 'Subdomain', 'Addresses', 'Since'],
    rows.map(({ tenant, state, plan, subdomain, vpcCidr, since }) => [
      codeSpan(tenant),
      state,
      escapeInline(plan),
      escapeInline(subdomain),
      vpcCidr,
      escapeInline(since.slice(0, 10))
    ]),
    MOST_ROWS
  )
