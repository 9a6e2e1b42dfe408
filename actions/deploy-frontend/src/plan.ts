import { collapse, pathsOf } from './invalidation-paths.ts'
import { blobKey } from './layout.ts'
import { toRecorded, type Recorded, type Release } from './manifest.ts'
import { contentAt, liveRelease, type Observed } from './observed.ts'
import { planDeletes, type Deletes } from './plan-deletes.ts'
import type { SiteFile } from './site.ts'
import { takenBackBy } from './taken-back.ts'

/**
 * One object to write. `upload`: its bytes are sent. `restore`: they are copied from what was kept aside. `repair`: it
 * is copied onto itself with other headers.
 */
export type Write = Readonly<{ kind: 'upload' | 'restore' | 'repair'; step: Step; file: SiteFile }>

/**
 * When it is written. Assets and other files that are new to visitors come first, since nothing refers to them yet; those
 * that take the place of something come after all of these, with the pages next.
 */
const STEPS = ['asset', 'other', 'replaced', 'page', 'last'] as const
export type Step = (typeof STEPS)[number]

/** A copy that keeps a content which a kept release needs and a write replaces. */
export type Save = Readonly<{ from: string; to: string }>

/** What is going to be done, as data: the dry run prints it. */
export type Plan = Readonly<{
  /** The release as it is recorded before anything else; undefined when it is live already and nothing is to be done. */
  release: Release | undefined
  /** Whether that is because a release of somebody else's is live, which was to be left alone. */
  isKept: boolean
  id: string
  saves: readonly Save[]
  /** In the order in which they are written. */
  writes: readonly Write[]
  unchanged: number
  deletes: Deletes
  /** What CloudFront has to let go of. */
  paths: readonly string[]
}>

/** What is to be live, and how the bucket is kept. */
export type Wish = Readonly<{
  prefix: string
  id: string
  files: readonly SiteFile[]
  source: string
  /** The workflow run; '' outside of GitHub. */
  run: string
  /** Milliseconds since the epoch. */
  now: number
  keepReleases: number
  isRollback: boolean
  /** Whether there is a distribution to be told. */
  hasDistribution: boolean
}>

/** Decides what is written, kept aside, deleted and invalidated, from the bucket as it is. */
export function planDeployment(wish: Wish, observed: Observed): Plan {
  const writes = wish.files.flatMap((file) => planWrite(file, wish, observed) ?? [])
  const deletes = planDeletes(wish, observed)
  const plan = {
    id: wish.id,
    isKept: false,
    saves: planSaves(writes, deletes.kept, { prefix: wish.prefix, observed }),
    writes: writes.toSorted((left, right) => rank(left) - rank(right)),
    unchanged: wish.files.length - writes.length,
    deletes,
    paths: planPaths(writes, deletes, { wish, observed })
  }
  const isLive = liveRelease(observed)?.id === wish.id
  const isNothing =
    isLive && writes.length === 0 && deletes.keys.length + deletes.state.length + plan.paths.length === 0
  return { ...plan, release: isNothing ? undefined : newRelease(wish, plan, observed) }
}

const rank = ({ step }: Write): number => STEPS.indexOf(step)

function stepOf({ key, stage }: SiteFile, { objects }: Observed): Step {
  return (stage === 'asset' || stage === 'other') && objects.has(key) ? 'replaced' : stage
}

function planWrite(file: SiteFile, { isRollback }: Wish, observed: Observed): Write | undefined {
  const step = stepOf(file, observed)
  if (contentAt(file.key, observed) !== file.md5)
    return { kind: isRollback ? 'restore' : 'upload', step, file }
  return hasHeaders(file, observed) ? undefined : { kind: 'repair', step, file }
}

/**
 * Whether the object is known to be served with these headers, which a listing does not tell: the newest release that
 * was finished, or wrote it, says so, and no interrupted one since says otherwise.
 */
function hasHeaders({ key, md5, headers }: SiteFile, { releases }: Observed): boolean {
  for (const [at, { files, isDone }] of releases.entries()) {
    const recorded = files[key]
    if (recorded === undefined) continue
    const isSame =
      recorded.md5 === md5 &&
      recorded.cacheControl === headers.cacheControl &&
      recorded.contentType === headers.contentType
    if (!isSame) return false
    if (isDone || (recorded.isWritten === true && knewAll(releases, at))) return true
  }
  return false
}

/**
 * Whether a release was planned when all that are older were known. One that was killed in the moment between its lock and
 * its second look may say that it writes what another deployment had just written, with headers of its own.
 */
const knewAll = (releases: readonly Release[], at: number): boolean =>
  releases[at]?.after === (releases[at + 1]?.at ?? 0)

type Around = Readonly<{ prefix: string; observed: Observed }>

function planSaves(
  writes: readonly Write[],
  kept: readonly Release[],
  { prefix, observed }: Around
): readonly Save[] {
  const replaced = writes.filter(({ kind }) => kind !== 'repair').map(({ file }) => file.key)
  const saves = replaced.flatMap((key) => {
    const md5 = contentAt(key, observed)
    if (md5 === undefined || observed.blobs.has(md5)) return []
    const isNeeded = kept.some(({ files }) => files[key]?.md5 === md5)
    return isNeeded ? [[md5, { from: key, to: blobKey(prefix, md5) }] as const] : []
  })
  return [...new Map(saves).values()]
}

type Context = Readonly<{ wish: Wish; observed: Observed }>

function planPaths(
  writes: readonly Write[],
  deletes: Deletes,
  { wish, observed }: Context
): readonly string[] {
  if (!wish.hasDistribution) return []
  const replaced = writes.map(({ file }) => file.key).filter((key) => observed.objects.has(key))
  return collapse([...owedPaths(observed), ...pathsOf([...replaced, ...deletes.keys], wish.prefix)])
}

/** What deployments that ended too early did not tell CloudFront; each takes over what was owed before it. */
function owedPaths({ releases }: Observed): readonly string[] {
  const paid = releases.findIndex(({ isDone, owed }) => isDone && owed.length === 0)
  return releases.slice(0, paid === -1 ? releases.length : paid).flatMap(({ owed }) => owed)
}

/** The same release, begun by an attempt that has not told CloudFront everything. */
function findInterrupted(id: string, { releases: [newest] }: Observed): Release | undefined {
  return newest?.id === id && (!newest.isDone || newest.owed.length > 0) ? newest : undefined
}

/** When the newest release but this one was begun; 0 without one. */
const newestBut = (id: string, { releases }: Observed): number =>
  releases.find((release) => release.id !== id)?.at ?? 0

/** One that was interrupted goes on under its own time, so that CloudFront takes both attempts for one. */
function newRelease(
  wish: Wish,
  { paths, writes }: Pick<Plan, 'paths' | 'writes'>,
  observed: Observed
): Release {
  const { id, files, source, now, run, isRollback } = wish
  const interrupted = findInterrupted(id, observed)
  const earlier = interrupted !== undefined && knewAll(observed.releases, 0) ? interrupted.files : {}
  const written = new Set(writes.filter(({ kind }) => kind !== 'repair').map(({ file }) => file.key))
  const record = (file: SiteFile): Recorded => {
    const isHere = contentAt(file.key, observed) === file.md5
    const isWritten = written.has(file.key) || earlier[file.key]?.isWritten === true
    return {
      ...toRecorded(file, isHere ? observed.objects.get(file.key)?.etag : undefined),
      ...(isWritten ? { isWritten: true } : {})
    }
  }
  return {
    id,
    at: interrupted?.at ?? Math.max(now, (observed.releases[0]?.at ?? 0) + 1),
    after: newestBut(id, observed),
    isDone: false,
    owed: paths,
    source,
    ...(isRollback ? { rolledBackBy: run } : {}),
    takenBack: interrupted?.takenBack ?? takenBackBy(wish, observed),
    files: Object.fromEntries(files.map((file) => [file.key, record(file)]))
  }
}

/** Contents of a rollback that are nowhere any more. */
export function findMissing({ writes }: Plan, { blobs }: Observed): readonly string[] {
  return writes
    .filter(({ kind, file }) => kind === 'restore' && !blobs.has(file.md5))
    .map(({ file }) => file.key)
}
