/** A GitHub for the runner's tests: trees from literals, approvals from a function, everything remembered. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { EnvironmentDecision, Job, Platform, Settings } from '../../lab/runner/ports.ts'

/** Texts by path. */
export type FakeRepository = Readonly<Record<string, string>>

/** What this GitHub holds. */
export type FakePlatformOptions = Readonly<{
  /** Files by repository; every ref of a repository is the same tree. */
  repositories: Readonly<Record<string, FakeRepository>>
  /** Files at refs that are asked for by these words and differ from all others. */
  refs?: Readonly<Record<string, FakeRepository>>
  secrets?: Readonly<Record<string, string>>
  variables?: Readonly<Record<string, string>>
  environments?: Readonly<Record<string, Partial<Settings>>>
  decide?: (job: Job, signal: AbortSignal) => Promise<EnvironmentDecision>
  oidcUrl?: string
}>

/** The platform with what it was asked and told. */
export type FakePlatform = Readonly<{
  platform: Platform
  /** Jobs as they were when credentials were asked for. */
  credited: readonly Job[]
  /** `run queued`, `job a completed success` … in order. */
  history: readonly string[]
  urls: ReadonlyMap<string, string>
  folder: string
  close: () => Promise<void>
}>

/** The commit of every tree. */
export const FAKE_SHA = 'a'.repeat(40)

/** Lays the repositories out in a temp folder. */
export async function fakePlatform(options: FakePlatformOptions): Promise<FakePlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'runner-test-'))
  for (const [repository, files] of Object.entries(options.repositories)) {
    await writeTree(join(folder, repository), files)
  }
  for (const [ref, files] of Object.entries(options.refs ?? {})) {
    await writeTree(join(folder, 'refs', ref), files)
  }
  const history: string[] = []
  const credited: Job[] = []
  const urls = new Map<string, string>()
  return {
    folder,
    history,
    credited,
    urls,
    platform: {
      ...lookups(options, folder),
      ...counters(),
      credentials: (job) => {
        credited.push(job)
        return Promise.resolve(credentialsOf(job, options.oidcUrl))
      },
      revoke: (job) => history.push(`revoke ${job.name}`),
      deployed: (job, url) => urls.set(job.name, url),
      awaitEnvironment: options.decide ?? (() => Promise.resolve({ approved: true })),
      runChanged: (run, status, conclusion) => history.push(words('run', run.name, status, conclusion)),
      jobChanged: (job, status, conclusion) => history.push(words('job', job.name, status, conclusion))
    },
    close: () => rm(folder, { recursive: true, force: true })
  }
}

/** Writes files by relative path. */
export async function writeTree(folder: string, files: FakeRepository): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

/** Copies a tree, as a checkout would. */
export const copyTree = (from: string, to: string): Promise<void> => cp(from, to, { recursive: true })

const words = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' ')

function counters(): Pick<Platform, 'nextRun' | 'nextJobId'> {
  let runs = 0
  let jobs = 0
  return {
    nextRun: () => {
      runs += 1
      return { id: 1000 + runs, number: runs }
    },
    nextJobId: () => (jobs += 1)
  }
}

type Lookups = Pick<
  Platform,
  'urls' | 'repositoryFacts' | 'eventFacts' | 'tree' | 'settings' | 'environmentSettings'
>

function lookups(options: FakePlatformOptions, folder: string): Lookups {
  return {
    urls: { api: 'http://api.test', server: 'http://github.test', graphql: 'http://api.test/graphql' },
    repositoryFacts: () => ({ id: '17', ownerId: '5', private: false, defaultBranch: 'main' }),
    eventFacts: () => ({ actorId: '7', refProtected: true }),
    tree: (repository, ref) =>
      repository in options.repositories
        ? Promise.resolve({
            folder: join(folder, ...(ref in (options.refs ?? {}) ? ['refs', ref] : [repository])),
            sha: FAKE_SHA
          })
        : Promise.reject(new Error(`repository ${repository} does not exist`)),
    settings: () => ({ secrets: options.secrets ?? {}, variables: options.variables ?? {} }),
    environmentSettings: (_, name) => ({ secrets: {}, variables: {}, ...options.environments?.[name] })
  }
}

const credentialsOf = (
  job: Job,
  oidcUrl: string | undefined
): Awaited<ReturnType<Platform['credentials']>> => ({
  token: `ghs_token_of_${String(job.id)}`,
  stepEnv:
    oidcUrl === undefined || job.permissions['id-token'] !== 'write'
      ? {}
      : { ACTIONS_ID_TOKEN_REQUEST_URL: oidcUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc-request-token' },
  actionEnv: { ACTIONS_RUNTIME_TOKEN: 'runtime-token-value', ACTIONS_RESULTS_URL: 'http://results.test/' }
})
