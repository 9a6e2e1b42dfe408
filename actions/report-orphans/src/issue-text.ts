import { codeSpan, cutMarkdown, escapeInline } from '../../../lib/markdown.ts'
import { paragraphs } from '../../../lib/summary.ts'
import { troublesOf, type Findings } from './plan.ts'
import { items, orphanTable, others, UNSEEN } from './tables.ts'

export type Run = Readonly<{ id: number; url: string }>

const LONGEST = 65_000
const MARK = '<!-- caliber:orphans:v1 -->'

export const TITLE = 'Resources of no registered tenant'

/** Whether an issue is the one about orphans. */
export const isOurs = (body: string): boolean => (body.split('\n', 1)[0] ?? '').trimEnd() === MARK

/** What an issue tells: 16 hex digits of what it lists. */
export const toldIn = (body: string): string | undefined =>
  /^<!-- caliber:orphans-are ([0-9a-f]{16}|none) -->\r?$/m.exec(body)?.[1]

type About = Readonly<{ run: Run; today: string; state: string }>

/** The issue while something belongs to nobody. */
export function renderOrphans(findings: Findings, { run, today, state }: About): string {
  const text = paragraphs([
    `${MARK}\n<!-- caliber:orphans-are ${state} -->`,
    `Seen since ${today} ([run ${run.id}](${run.url})). Nothing was deleted, and nothing deletes it by itself.`,
    orphanTable(findings),
    ...troublesOf(findings).map(({ tenant, resources }) =>
      paragraphs([`### ${codeSpan(tenant)}`, items(resources.map(codeSpan))])
    ),
    ...others(findings),
    UNSEEN,
    'This issue closes itself once nothing of this is found any more; close it as *not planned* to accept just these.'
  ])
  return cutMarkdown(text, LONGEST)
}

/** The issue when nothing does any more. */
export const renderClean = ({ run, today }: Readonly<{ run: Run; today: string }>): string =>
  paragraphs([
    `${MARK}\n<!-- caliber:orphans-are none -->`,
    `Since ${today} everything belongs to a tenant ([run ${run.id}](${run.url})).`,
    'This issue opens again when something does not.'
  ])

/** An issue that should not be there; without the mark nobody finds it again. */
export const renderDouble = (number: number): string =>
  escapeInline(`A second report of the same. Issue #${number} is kept.`)
