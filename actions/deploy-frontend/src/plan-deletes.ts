import { blobKey, manifestKey } from './layout.ts'
import type { Release } from './manifest.ts'
import { liveRelease, type Observed } from './observed.ts'
import type { SiteFile } from './site.ts'

/** What nobody needs any more, and what was looked at to say so. */
export type Deletes = Readonly<{
  /** Objects of the site. */
  keys: readonly string[]
  /** Manifests of releases that are dropped, and contents that were kept aside for them. */
  state: readonly string[]
  /** Releases that stay, beside the new one. */
  kept: readonly Release[]
  /** Objects of the site that some release has recorded; all others are not this action's and are never touched. */
  managed: number
}>

type Wanted = Readonly<{
  prefix: string
  id: string
  files: readonly SiteFile[]
  keepReleases: number
  isRollback: boolean
}>

/** Keeps the newest releases, with one that was interrupted since; a rollback, which has no time, deletes nothing. */
export function planDeletes(wanted: Wanted, observed: Observed): Deletes {
  const { prefix, id, files, isRollback } = wanted
  const { releases, objects } = observed
  const others = releases.filter((release) => release.id !== id)
  const kept = isRollback ? others : keptOf(others, wanted, observed)
  const dropped = others.filter((release) => !kept.includes(release))
  const recorded = new Set(releases.flatMap((release) => Object.keys(release.files)))
  const managed = [...recorded].filter((key) => objects.has(key))
  if (isRollback) return { keys: [], state: [], kept, managed: managed.length }
  const needed = new Set([
    ...files.map(({ key }) => key),
    ...kept.flatMap((release) => Object.keys(release.files))
  ])
  const contents = new Set([
    ...files.map(({ md5 }) => md5),
    ...kept.flatMap((release) => Object.values(release.files).map(({ md5 }) => md5))
  ])
  return {
    keys: managed.filter((key) => !needed.has(key)).toSorted(),
    state: [
      ...[...observed.blobs].filter((md5) => !contents.has(md5)).map((md5) => blobKey(prefix, md5)),
      // Last: while it is there a run that was killed knows what it had to delete.
      ...dropped.map((release) => manifestKey(prefix, release.id))
    ],
    kept,
    managed: managed.length
  }
}

function keptOf(
  others: readonly Release[],
  { id, keepReleases }: Wanted,
  observed: Observed
): readonly Release[] {
  const live = liveRelease(observed)
  const done = new Set(others.filter(({ isDone }) => isDone).slice(0, keepReleases - 1))
  // The pages of one that was interrupted since may be live already.
  const isInterrupted = ({ isDone, at }: Release): boolean =>
    !isDone && at > (live?.at ?? 0) && live?.id !== id
  return others.filter((release) => done.has(release) || isInterrupted(release))
}

/** The share of the recorded objects that is deleted, in percent. */
export const deletedPercent = ({ keys, managed }: Deletes): number =>
  managed === 0 ? 0 : Math.round((keys.length / managed) * 1000) / 10
