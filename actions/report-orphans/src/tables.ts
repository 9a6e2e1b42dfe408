import { codeSpan, escapeInline } from '../../../lib/markdown.ts'
import { table } from '../../../lib/summary.ts'
import type { Findings } from './plan.ts'

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

/** Tenants that nobody knows, with what they have. */
export const orphanTable = ({ orphans, unnamed }: Findings): string =>
  table(
    ['Says it belongs to', 'Resources', 'Of which'],
    [
      ...orphans.map(({ tenant, resources, kinds }) => [
        codeSpan(tenant),
        String(resources.length),
        codeSpan(describeKinds(kinds))
      ]),
      ...(unnamed.length === 0 ? [] : [['nobody: no tag `Client` or `Env`', String(unnamed.length), '']])
    ]
  )

/** What is good to know beside them. */
export function others({ unnamed, reserved, misspelt, kept }: Findings): readonly string[] {
  const waiting = reserved.map(({ tenant, since, run, count }) => {
    const by = run === '' ? '' : ` by ${run}`
    return `${codeSpan(tenant)} is reserved${since === '' ? '' : ` since ${since.slice(0, 10)}`}${escapeInline(by)} and has ${count} resources: an onboarding under way, or one that ended early.`
  })
  const spelt = misspelt.map(
    ({ tenant, wanted, found, count }) =>
      `${count} resources of ${codeSpan(tenant)} carry Client=${codeSpan(found)} and not ${codeSpan(wanted)}: apply its stack.`
  )
  return [
    titled('Without client or environment', unnamed.map(codeSpan)),
    titled('Reserved, not registered', waiting),
    titled('Another spelling', spelt),
    titled('What remains of tenants that are gone', kept.map(codeSpan))
  ]
}

const titled = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `### ${title}\n\n${items(lines)}`
