import { codeSpan, escapeInline } from '../../../lib/markdown.ts'
import { table } from '../../../lib/summary.ts'
import type { Findings, Orphan } from './plan.ts'

const MOST_LISTED = 100

/** What the API that was asked does not know, whatever tags it carries. */
export const UNSEEN =
  'Not looked at, since the tagging API does not know them: roles of IAM, records of DNS, and whatever carries no tag `Project`.'

/** Items one a line. */
export function items(lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_LISTED).map((line) => `- ${line}`)
  const more = lines.length - shown.length
  return [...shown, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n')
}

const describeKinds = (kinds: Readonly<Record<string, number>>): string =>
  Object.entries(kinds)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')

const row = ({ tenant, resources, kinds }: Orphan, why = ''): readonly string[] => [
  `${codeSpan(tenant)}${why}`,
  String(resources.length),
  codeSpan(describeKinds(kinds))
]

/** What somebody has to look after, by whose it says it is. */
export const orphanTable = ({ orphans, stalled, lost, unnamed }: Findings): string =>
  table(
    ['Says it belongs to', 'Resources', 'Of which'],
    [
      ...orphans.map((one) => row(one)),
      ...stalled.map((one) => row(one, ', which is only reserved')),
      ...lost.map((one) => row(one, ', whose file names another database')),
      ...(unnamed.length === 0 ? [] : [['nobody: no tag `Client` or `Env`', String(unnamed.length), '']])
    ]
  )

/** What is good to know beside them. */
export function others({ unnamed, reserved, stalled, lost, misspelt, kept }: Findings): readonly string[] {
  const waiting = reserved.map((one) => `${booking(one)} and has ${one.count} resources${waitFor(one)}.`)
  const early = stalled.map(
    (one) =>
      `${booking(one)} and has ${one.resources.length} resources: its onboarding ended early, or its destruction did. Finish the onboarding, or decommission it; release it when nothing is left.`
  )
  const left = lost.map(
    ({ tenant, resources }) =>
      `${resources.map((arn) => codeSpan(arn.split(':').at(-1) ?? '')).join(', ')} of ${codeSpan(tenant)}: left behind by a restore, or made by one whose pull request is not merged. Merge that; delete by hand what nobody needs.`
  )
  const spelt = misspelt.map(
    ({ tenant, wanted, found, count }) =>
      `${count} resources of ${codeSpan(tenant)} carry Client=${codeSpan(found)} and not ${codeSpan(wanted)}: apply its stack.`
  )
  return [
    titled('Without client or environment', unnamed.map(codeSpan)),
    titled('Reserved long ago, and never finished', early),
    titled('Databases that no file names', left),
    titled('Reserved, not registered', waiting),
    titled('Another spelling', spelt),
    titled('What remains of tenants that are gone', kept.map(codeSpan))
  ]
}

type Booking = Readonly<{ tenant: string; since: string; run: string }>

const booking = ({ tenant, since, run }: Booking): string =>
  `${codeSpan(tenant)} is reserved${since === '' ? '' : ` since ${since.slice(0, 10)}`}${run === '' ? '' : escapeInline(` by ${run}`)}`

const waitFor = ({ count }: Readonly<{ count: number }>): string =>
  count === 0 ? '' : ': an onboarding under way, or what a destruction leaves'

const titled = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `### ${title}\n\n${items(lines)}`
