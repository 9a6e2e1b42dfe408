import { cutMarkdown, type Measure } from '../markdown.ts'

/** The parts of a rendered plan in the order in which they are kept when room runs out. */
export const SECTION_KINDS = [
  'failure',
  'stateful',
  'differences',
  'partial',
  'table',
  'replace',
  'delete',
  'forget',
  'overview',
  'update',
  'create',
  'import',
  'move',
  'actions',
  'read',
  'deferred',
  'outputs',
  'drift',
  'checks',
  'warnings',
  'ephemeral'
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** One part: blocks of Markdown that each stand alone, and how many there were before any was left out. */
export type Section = Readonly<{ kind: SectionKind; title: string; blocks: readonly string[]; total: number }>

/** The room there is, and how much of it the line on what was left out may take. */
export type Budget = Readonly<{ limit: number; measure: Measure; note: number }>

/** A block that does not fit is cut when at least this much room is left, else left out. */
const SMALLEST_CUT = 600

/**
 * The sections of several stacks within a budget: the most important kind of every stack comes before the next kind of
 * any. A block is kept, cut at a line, or left out and counted.
 */
export function fitSections(
  stacks: readonly (readonly Section[])[],
  { limit, measure, note }: Budget
): readonly (readonly Section[])[] {
  const room: Room = { left: limit, measure, note }
  const kept: Section[][] = stacks.map(() => [])
  for (const kind of SECTION_KINDS) {
    stacks.forEach((sections, index) => {
      for (const section of sections.filter((one) => one.kind === kind))
        kept[index]?.push(...fitSection(section, room))
    })
  }
  return kept
}

type Room = { left: number; readonly measure: Measure; readonly note: number }

/** Its title, the note and the blank lines between are paid for before any block. */
function fitSection(section: Section, room: Room): readonly Section[] {
  const { measure, note } = room
  const cost = measure(section.title) + note + 8
  if (section.blocks.length === 0 || room.left < cost) return []
  room.left -= cost
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
  const note = total > blocks.length ? [renderNote(total - blocks.length, total, more)] : []
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

/** Longest that the line on what was left out can be, for a budget's `note`. */
export const noteLength = (more: string): number => renderNote(10_000_000, 10_000_000, more).length

function renderNote(missing: number, total: number, more: string): string {
  return `_${missing} of ${total} left out here; ${more}._`
}
