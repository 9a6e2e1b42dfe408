/** A bucket, a distribution and a workspace in memory, and deployments on them. */
import { createHash } from 'node:crypto'
import { deploy } from '../../../actions/deploy-frontend/src/deploy.ts'
import { parseInputs } from '../../../actions/deploy-frontend/src/inputs.ts'
import type { Deployment } from '../../../actions/deploy-frontend/src/outcome.ts'
import { toReport } from '../../../actions/deploy-frontend/src/report.ts'
import type { NewInvalidation } from '../../../lib/aws/cloudfront.ts'
import type { Log } from '../../../lib/log.ts'
import type { Report } from '../../../lib/runner.ts'
import { fakeBucket, type FakeBucket } from '../../fakes/bucket.ts'
import { fakeClock, type FakeClock } from '../../fakes/clock.ts'

export type Files = Readonly<Record<string, string>>
export const DISTRIBUTION = 'E1A2B3C4D5E6F7'

/** A build with one hashed chunk. */
export const buildOf = (version: string, more: Files = {}): Files => ({
  'index.html': `<title>${version}</title><script src="/assets/app-${hashOf(version)}.js"></script>`,
  [`assets/app-${hashOf(version)}.js`]: `run('${version}')`,
  'robots.txt': 'all',
  ...more
})

export const hashOf = (version: string): string => `${version}0Aa1Bb2Cc3`.slice(0, 8)

export type Run = Readonly<{ run?: string; attempt?: number }>

export type World = Readonly<{
  bucket: FakeBucket
  clock: FakeClock
  invalidations: readonly NewInvalidation[]
  warnings: readonly string[]
  lines: readonly string[]
  /** What the next calls of CloudFront do. */
  onInvalidate: (act: () => void) => void
  completed: (answer: () => boolean) => void
  /** Called before each file of the build is read. */
  onHash: (act: () => void) => void
  cancel: () => void
  deploy: (files: Files | undefined, inputs?: Files, run?: Run) => Promise<Deployment>
  report: (files: Files | undefined, inputs?: Files, run?: Run) => Promise<Report>
}>

export function openWorld(options: Readonly<{ kms?: boolean }> = {}): World {
  const clock = fakeClock()
  const bucket = fakeBucket(clock, options)
  const controller = new AbortController()
  const invalidations: NewInvalidation[] = []
  const warnings: string[] = []
  const lines: string[] = []
  let act = (): void => {}
  let isCompleted = (): boolean => true
  let beforeHash = (): void => {}
  let tokens = 0
  const log: Log = {
    info: (line) => void lines.push(line),
    debug: () => {},
    warning: (line) => void warnings.push(line),
    error: () => {},
    group: (_title, work) => work()
  }
  const inputsOf = (files: Files | undefined, given: Files = {}) => {
    const all: Files = { bucket: 'site', ...(files === undefined ? {} : { 'build-dir': 'build' }), ...given }
    return parseInputs((name) => all[name] ?? '')
  }
  const run: World['deploy'] = async (files, given, { run: id = '', attempt = 1 } = {}) => {
    clock.move(1000)
    const built = Object.entries(files ?? {})
    return deploy(inputsOf(files, given), {
      bucket,
      afterwards: bucket,
      cdn: {
        invalidate: async (invalidation) => {
          act()
          const same = invalidations.findIndex(({ reference }) => reference === invalidation.reference)
          if (same !== -1) return `I${same + 1}`
          invalidations.push(invalidation)
          return `I${invalidations.length}`
        },
        isCompleted: async () => isCompleted()
      },
      build: {
        listFiles: async () => built.map(([path, text]) => ({ path, size: Buffer.byteLength(text) })),
        hash: async (_folder, path) => {
          beforeHash()
          return createHash('md5')
            .update(files?.[path] ?? '')
            .digest('hex')
        },
        read: async (_folder, path) => Buffer.from(files?.[path] ?? '')
      },
      deployer: { run: id, attempt, token: `token ${(tokens += 1)}`, source: `run ${id}` },
      clock,
      log,
      signal: controller.signal
    })
  }
  return {
    bucket,
    clock,
    invalidations,
    warnings,
    lines,
    onInvalidate: (next) => (act = next),
    completed: (answer) => (isCompleted = answer),
    onHash: (next) => (beforeHash = next),
    cancel: () => controller.abort(new Error('The job was cancelled (SIGTERM).')),
    deploy: run,
    report: async (files, given, who) => toReport(inputsOf(files, given), await run(files, given, who))
  }
}

/** The site as visitors get it: text and Cache-Control by key. */
export const siteOf = ({ bucket }: World): Readonly<Record<string, readonly (string | undefined)[]>> =>
  Object.fromEntries(
    bucket
      .keys()
      .filter((key) => !key.includes('caliber-releases/'))
      .map((key) => [key, [bucket.text(key), bucket.headers(key)?.cacheControl]])
  )

export const stateOf = ({ bucket }: World): readonly string[] =>
  bucket.keys().filter((key) => key.includes('caliber-releases/'))

export const writes = ({ bucket }: World): readonly string[] =>
  bucket.calls.filter((call) => /^(?:put|copy|remove)/.test(call))

/** What somebody did in one world happens in another. */
export function becomeLike(other: World, { bucket }: World): void {
  for (const key of bucket.keys()) void bucket.remove(key)
  for (const key of other.bucket.keys()) {
    const headers = other.bucket.headers(key) ?? { cacheControl: '', contentType: '' }
    void bucket.put({ key, body: Buffer.from(other.bucket.text(key) ?? ''), headers })
  }
}
