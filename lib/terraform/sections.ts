import { cutMarkdown, type Measure } from '../markdown.ts'

/** The parts of a rendered plan in the order in which they are kept when room runs out. */
export const SECTION_KINDS = [
  ...([
    'failure',
    'stateful',
    'differences',
    'table',
    'replace',
    'delete',
    'forget',
    'update',
    'create',
    'import'
  ] as const),
  ...(['move', 'actions', 'read', 'deferred', 'outputs', 'drift', 'checks', 'warnings', 'ephemeral'] as const)
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** One part: blocks of Markdown that each stand alone, and how many there were before any was left out. */
export type Section = Readonly<{ kind: SectionKind; title: string; blocks: readonly string[]; total: number }>

/** What a section costs beside its blocks: its title and the line on what is missing. */
const OVERHEAD = 200
/** A block that does not fit is cut when at least this much room is left, else left out. */
const SMALLEST_CUT = 600

/**
 * The sections of several stacks within `budget`: the most important kind of every stack comes before the next kind of
 * any. A block is kept, cut at a line, or left out and counted.
 */
export function fitSections(
  stacks: readonly (readonly Section[])[],
  budget: number,
  measure: Measure
): readonly (readonly Section[])[] {
  const room = { left: budget }
  const kept: Section[][] = stacks.map(() => [])
  for (const kind of SECTION_KINDS) {
    stacks.forEach((sections, index) => {
      for (const section of sections.filter((one) => one.kind === kind))
        kept[index]?.push(...fitSection(section, room, measure))
    })
  }
  return kept
}

function fitSection(section: Section, room: { left: number }, measure: Measure): readonly Section[] {
  if (section.blocks.length === 0 || room.left < OVERHEAD + measure(section.title)) return []
  room.left -= OVERHEAD + measure(section.title)
  const blocks: string[] = []
  for (const block of section.blocks) {
    const size = measure(block) + 2
    const fitting =
      size <= room.left ? block : room.left >= SMALLEST_CUT ? cutMarkdown(block, room.left - 2, measure) : ''
    if (fitting === '') break
    blocks.push(fitting)
    room.left -= measure(fitting) + 2
  }
  return [{ ...section, blocks }]
}

/** The Markdown of one section; `more` says where the rest is to be found. */
export function renderSection({ title, blocks, total, kind }: Section, more: string): string {
  const missing = total - blocks.length
  const note = missing > 0 ? [`_${missing} of ${total} left out here; ${more}._`] : []
  const body = kind === 'table' ? [[title, ...blocks].join('\n')] : [title, separate(blocks)]
  return [...body.filter((part) => part !== ''), ...note].join('\n\n')
}

/** List items stay together, everything else is set apart. */
function separate(blocks: readonly string[]): string {
  return blocks
    .map((block, at) => (at === 0 ? '' : isItem(block) && isItem(blocks[at - 1]) ? '\n' : '\n\n') + block)
    .join('')
}

function isItem(block: string | undefined): boolean {
  return block !== undefined && block.startsWith('- ') && !block.includes('\n')
}
