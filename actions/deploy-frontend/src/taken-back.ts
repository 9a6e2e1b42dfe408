import { liveRelease, type Observed } from './observed.ts'

/**
 * The releases that have been taken back once this one is live, nearest first: a rollback adds those that are newer than
 * its target, and one that goes forth again to such a release takes it, and those nearer, out.
 */
export function takenBackBy(
  { id, isRollback }: Readonly<{ id: string; isRollback: boolean }>,
  observed: Observed
): readonly string[] {
  const live = liveRelease(observed)
  const done = observed.releases.filter(({ isDone }) => isDone).map((release) => release.id)
  const before = (live?.takenBack ?? []).filter((one) => done.includes(one))
  if (!isRollback || live?.id === id) return before.filter((one) => one !== id)
  if (before.includes(id)) return before.slice(before.indexOf(id) + 1)
  const at = done.indexOf(id)
  const newer = done.slice(0, Math.max(at, 0)).filter((one) => !before.includes(one))
  return [...newer.toReversed(), ...before]
}
