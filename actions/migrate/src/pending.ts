import { stripVTControlCharacters } from 'node:util'

/** A migration that is not applied, with what it does as Django describes it (none where the list is of names only). */
export type PendingMigration = Readonly<{ name: string; operations: readonly string[] }>

/** What a look has shown. */
export type Pending =
  | Readonly<{ kind: 'known'; migrations: readonly PendingMigration[] }>
  /** Something is pending (`--check` says by its exit code), or nobody can tell: `note` says why. */
  | Readonly<{ kind: 'unknown'; note: string }>

/** Lines as they were written, without colours. */
export const plainLines = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => stripVTControlCharacters(line).split(/\r?\n/))

/** `tenants.0002_plan`. */
const NAME = /^[A-Za-z_]\w*\.\w+$/

/**
 * Reads what `migrate --plan` or `showmigrations --plan` has written; undefined when it is neither, so that nobody skips
 * a migration because of words that nobody understood.
 */
export function parsePending(written: readonly string[]): readonly PendingMigration[] | undefined {
  const lines = plainLines(written)
  const head = lines.findIndex((line) => line.trim() === 'Planned operations:')
  return head < 0 ? parseList(lines) : parsePlan(lines.slice(head + 1))
}

function parsePlan(lines: readonly string[]): readonly PendingMigration[] | undefined {
  if (saysNone(lines)) return []
  const found: { name: string; operations: string[] }[] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (NAME.test(line.trimEnd())) found.push({ name: line.trimEnd(), operations: [] })
    else if (last !== undefined && /^\s+\S/.test(line)) last.operations.push(line.trim())
  }
  return found.length === 0 ? undefined : found
}

const saysNone = (written: readonly string[]): boolean =>
  plainLines(written).some((line) => line.trim() === 'No planned migration operations.')

/** `[X]  app.name` or `[ ]  app.name`, whatever stands behind it. */
const MARKED = /^\s*\[([ X])\]\s+([A-Za-z_]\w*\.\w+)/

function parseList(lines: readonly string[]): readonly PendingMigration[] | undefined {
  const marked = lines.flatMap((line) => {
    const [, mark, name] = MARKED.exec(line) ?? []
    return name === undefined ? [] : [{ name, isApplied: mark === 'X' }]
  })
  if (marked.length === 0) return undefined
  return marked.filter(({ isApplied }) => !isApplied).map(({ name }) => ({ name, operations: [] }))
}

/** What a look says, by its exit code and its words; undefined when it failed. */
export function judgeLook(
  command: readonly string[],
  { exitCode, lines }: Readonly<{ exitCode: number | undefined; lines: readonly string[] }>
): Pending | undefined {
  const checks = command.includes('--check')
  const migrations = parsePending(lines)
  if (exitCode !== 0 && !(checks && exitCode === 1)) return undefined
  if (migrations !== undefined && migrations.length > 0) return { kind: 'known', migrations }
  // Django's --check is 1 when something is pending, and Python's 1 after an error, which says so.
  if (exitCode === 1)
    return isTraceback(lines) ? undefined : { kind: 'unknown', note: 'Something is pending.' }
  if (checks) return { kind: 'known', migrations: [] }
  return judgeNone(migrations, lines)
}

/** Nothing is pending only where Django says so. */
function judgeNone(migrations: readonly PendingMigration[] | undefined, lines: readonly string[]): Pending {
  if (migrations === undefined) return { kind: 'unknown', note: STRANGE }
  return saysNone(lines) ? { kind: 'known', migrations } : { kind: 'unknown', note: LISTED }
}

const STRANGE =
  "What is pending is not known: the output of 'pending-command' is not that of migrate --plan or showmigrations --plan."
/** Lines arrive late, and nothing says which is the last of a list. */
const LISTED = 'Nothing that is pending was listed, but a list can still lack its last lines.'

const isTraceback = (lines: readonly string[]): boolean =>
  lines.some((line) => line.startsWith('Traceback ') || line.startsWith('CommandError'))
