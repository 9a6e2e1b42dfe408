import { createHash } from 'node:crypto'
import { inParallel } from '../../../lib/in-parallel.ts'
import type { Inputs } from './inputs.ts'
import { blobKey } from './layout.ts'
import type { Lock } from './lock.ts'
import { toRecorded, type Release } from './manifest.ts'
import type { Observed } from './observed.ts'
import type { Progress } from './outcome.ts'
import type { Plan, Step, Write } from './plan.ts'
import type { Ports } from './ports.ts'
import { record } from './record.ts'

/** What a deployment works on. */
export type Job = Readonly<{
  inputs: Inputs
  observed: Observed
  plan: Plan
  release: Release
  /** Whether its manifest is written already. */
  isRecorded: boolean
  lock: Lock
  done: Progress
}>

/**
 * Writes the release: its manifest first, so that an interrupted run leaves nothing that nobody knows; then what would be
 * overwritten is kept aside; then file by file, what visitors have already after what is new, and pages last; then it is
 * recorded as done, and what is owed to CloudFront with it; deletes come last.
 */
export async function act(job: Job, ports: Ports): Promise<void> {
  const { inputs, plan, release, isRecorded, done } = job
  const shelf = { bucket: ports.bucket, prefix: inputs.prefix }
  if (!isRecorded) await record(shelf, release)
  await inParallel(plan.saves, inputs.concurrency, async (save) => void (await ports.bucket.copy(save)))
  const etags = await writeFiles(job, ports)
  const live = { ...release, isDone: true, files: withEtags(job, etags) }
  await record(shelf, live)
  done.isLive = true
  await invalidate(job, live, ports)
  await removeAll(job, ports)
}

/** What is written at once, and how it is called; nothing refers to the first yet: until then visitors have seen nothing. */
const UNSEEN: ReadonlySet<Step> = new Set(['asset', 'other'])
const GROUPS: readonly Readonly<{ name: string; steps: ReadonlySet<Step> }>[] = [
  { name: 'New files', steps: UNSEEN },
  { name: 'Files that visitors have already', steps: new Set(['replaced']) },
  { name: 'Pages', steps: new Set(['page']) },
  { name: 'Service workers and version files', steps: new Set(['last']) }
]

async function writeFiles(job: Job, ports: Ports): Promise<ReadonlyMap<string, string>> {
  const { inputs, plan, lock, done } = job
  const etags = new Map<string, string>()
  const lastUnseen = plan.writes.findLast(({ step }) => UNSEEN.has(step))
  const assertHeld = heldSoon(lock, ports)
  for (const { name, steps } of GROUPS) {
    const writes = plan.writes.filter(({ step }) => steps.has(step))
    if (writes.length === 0) continue
    // The moment of truth.
    if (steps !== UNSEEN) await assertHeld.now()
    ports.log.info(`${name}: ${writes.length} to write.`)
    await inParallel(writes, inputs.concurrency, async (write) => {
      // While the last of them are on their way.
      if (write === lastUnseen) assertHeld.begin()
      etags.set(write.file.key, await writeOne(write, inputs, ports))
      done[COUNTS[write.kind]] += 1
    })
  }
  return etags
}

/** So long an answer is good for, in milliseconds: a lock may be taken over after a quarter of an hour. */
const GOOD_FOR_MS = 5000

/** Asks whether the lock is still held, and remembers the answer for a moment: `begin` asks ahead of time. */
function heldSoon(lock: Lock, { clock }: Ports): Readonly<{ begin: () => void; now: () => Promise<void> }> {
  let asked = { at: -Infinity, answer: Promise.resolve() }
  const begin = (): void => {
    asked = { at: clock.now(), answer: lock.assertHeld() }
    asked.answer.catch(() => {})
  }
  return {
    begin,
    now: () => {
      if (clock.now() - asked.at > GOOD_FOR_MS) begin()
      return asked.answer
    }
  }
}

const COUNTS = { upload: 'uploaded', restore: 'restored', repair: 'repaired' } as const

async function writeOne(
  { kind, file: { key, md5, headers } }: Write,
  { target, prefix }: Inputs,
  { bucket, build }: Ports
): Promise<string> {
  if (kind === 'restore') return bucket.copy({ from: blobKey(prefix, md5), to: key, headers })
  if (kind === 'repair') return bucket.copy({ from: key, to: key, headers })
  const folder = target.kind === 'build' ? target.folder : ''
  const body = await build.read(folder, key.slice(prefix.length))
  return (await bucket.put({ key, body, headers })) ?? ''
}

/** What S3 calls each object, for the next comparison: with KMS that is not the MD5. */
function withEtags({ plan, release, observed }: Job, etags: ReadonlyMap<string, string>): Release['files'] {
  const written = new Map(plan.writes.map(({ file }) => [file.key, file]))
  const all = Object.entries(release.files).map(([key, recorded]) => {
    const etag = etags.get(key) ?? observed.objects.get(key)?.etag
    const file = written.get(key)
    return [key, file === undefined ? withEtag(recorded, etag) : toRecorded(file, etag)] as const
  })
  return Object.fromEntries(all)
}

type Recorded = Release['files'][string]

const withEtag = (recorded: Recorded, etag: string | undefined): Recorded =>
  etag === undefined || etag === recorded.md5 ? recorded : { ...recorded, etag }

async function invalidate({ inputs, plan, done }: Job, live: Release, ports: Ports): Promise<void> {
  const { distribution } = inputs
  if (distribution === undefined || plan.paths.length === 0) return
  const named = createHash('sha256').update(plan.paths.join('\n')).digest('hex').slice(0, 12)
  const reference = `${live.id}-${live.at}-${named}`
  done.invalidation = await ports.cdn.invalidate({ distribution, paths: plan.paths, reference })
  ports.log.info(`Invalidation ${done.invalidation} of ${plan.paths.join(' ')}.`)
  await record({ bucket: ports.bucket, prefix: inputs.prefix }, { ...live, owed: [] })
}

async function removeAll({ inputs, plan, done }: Job, { bucket }: Ports): Promise<void> {
  const { keys, state } = plan.deletes
  await inParallel(keys, inputs.concurrency, async (key) => {
    await bucket.remove(key)
    done.deleted += 1
  })
  const isManifest = (key: string): boolean => key.includes('/manifests/')
  for (const group of [state.filter((key) => !isManifest(key)), state.filter(isManifest)])
    await inParallel(group, inputs.concurrency, async (key) => void (await bucket.remove(key)))
}
