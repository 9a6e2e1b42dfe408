/** The lab's GitHub as the runner sees it. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  Conclusion,
  Job,
  JobCredentials,
  Platform,
  Run,
  Settings,
  Status,
  Tree,
  WorkflowEvent
} from '../runner/ports.ts'
import type { Gate } from './gate.ts'
import { layOut } from './git/commits.ts'
import { resolveCommit } from './git/git.ts'
import { OIDC_PREFIX, type Signer } from './oidc.ts'
import { isUntrusted } from './permissions.ts'
import { headSha } from './shapes/run.ts'
import { findEnvironment, repositoryNamed, type Store } from './store.ts'
import {
  effectivePermissions,
  issueApiToken,
  issueOidcRequestToken,
  registerResultsToken,
  revokeJobTokens
} from './tokens.ts'
import { gitOf, type World } from './world.ts'

const RESULTS_TOKEN_S = 6 * 3600

/** The runner's port. `settings` takes the run's event too: forks and Dependabot are given no secrets. */
export type LabPlatform = Omit<Platform, 'settings' | 'environmentSettings'> &
  Readonly<{
    settings: (repository: string, event?: WorkflowEvent) => Settings
    environmentSettings: (repository: string, environment: string, event?: WorkflowEvent) => Settings
  }>

/** Puts the runner's port over the world. */
export function createPlatform(world: World, gate: Gate, signer: Signer): LabPlatform {
  const { store, urls } = world
  return {
    urls: { api: urls.api, server: urls.server, graphql: urls.graphql },
    repositoryFacts: (name) => {
      const repository = repositoryNamed(store, name)
      return { id: String(repository.id), ownerId: String(repository.owner.id), private: repository.private }
    },
    tree: createTrees(world),
    settings: (name, event) => settingsOf(store, { repository: name, event }),
    environmentSettings: (name, environment, event) =>
      settingsOf(store, { repository: name, environment, event }),
    nextRun: (name, workflow) => nextRun(store, name, workflow),
    nextJobId: store.nextId,
    credentials: (job) => credentialsOf(world, signer, job),
    revoke: (job) => revokeJobTokens(store, job),
    awaitEnvironment: gate.wait,
    runChanged: (run, status, conclusion) => recordRun(store, run, { status, conclusion }),
    jobChanged: (job, status, conclusion) => recordJob(world, job, { status, conclusion })
  }
}

/** Lays each commit out once; later calls share the folder. */
function createTrees(world: World): Platform['tree'] {
  const laidOut = new Map<string, Promise<Tree>>()
  return async (name, ref) => {
    const repository = repositoryNamed(world.store, name)
    const git = gitOf(repository)
    const sha = await resolveCommit(git, ref)
    if (sha === undefined) throw new Error(`${repository.fullName} has no branch, tag or commit ${ref}.`)
    const folder = join(world.folder, 'trees', repository.fullName, sha)
    const lay = async (): Promise<Tree> => {
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
      await layOut(git, sha, folder)
      return { folder, sha }
    }
    const known = laidOut.get(folder) ?? lay()
    laidOut.set(folder, known)
    return known
  }
}

type Asked = Readonly<{ repository: string; environment?: string; event: WorkflowEvent | undefined }>

function settingsOf(store: Store, asked: Asked): Settings {
  const repository = repositoryNamed(store, asked.repository)
  const holder = asked.environment === undefined ? repository : findEnvironment(repository, asked.environment)
  const untrusted = asked.event !== undefined && isUntrusted(repository, asked.event)
  return {
    secrets: untrusted ? {} : Object.fromEntries(holder?.secrets ?? []),
    variables: Object.fromEntries(holder?.variables ?? [])
  }
}

function nextRun(store: Store, name: string, file: string): Readonly<{ id: number; number: number }> {
  const { workflows } = repositoryNamed(store, name)
  const workflow = workflows.get(file) ?? { id: store.nextId(), runs: 0 }
  workflow.runs += 1
  workflows.set(file, workflow)
  return { id: store.nextId(), number: workflow.runs }
}

async function credentialsOf(world: World, signer: Signer, job: Job): Promise<JobCredentials> {
  const { store, urls } = world
  const results = await signer.sign(
    { iss: urls.api, scp: `Actions.Results:${job.run.id}:${job.id}`, jti: String(job.id) },
    RESULTS_TOKEN_S
  )
  registerResultsToken(store, job, results)
  const mayIdentify = effectivePermissions(store, job)['id-token'] === 'write'
  const oidc = (): Record<string, string> => ({
    // Clients append `&audience=…`, so the address must have a query already.
    ACTIONS_ID_TOKEN_REQUEST_URL: `${urls.api}${OIDC_PREFIX}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: issueOidcRequestToken(store, job)
  })
  return {
    token: issueApiToken(store, job),
    stepEnv: mayIdentify ? oidc() : {},
    actionEnv: {
      ACTIONS_RUNTIME_TOKEN: results,
      ACTIONS_RUNTIME_URL: `${urls.api}/`,
      ACTIONS_RESULTS_URL: `${urls.api}/`,
      ACTIONS_CACHE_SERVICE_V2: 'true'
    }
  }
}

type Change = Readonly<{ status: Status; conclusion: Conclusion | undefined }>

function recordRun(store: Store, run: Run, change: Change): void {
  const now = store.timestamp()
  const known = store.runs.get(run.id)
  const fresh = known === undefined || known.run.attempt !== run.attempt
  store.runs.set(run.id, {
    run,
    status: change.status,
    conclusion: change.conclusion ?? null,
    createdAt: known?.createdAt ?? now,
    startedAt: fresh ? now : known.startedAt,
    updatedAt: now,
    triggeringActor: known?.triggeringActor ?? run.event.actor,
    approvals: known?.approvals ?? [],
    pending: known?.pending ?? new Map()
  })
}

function recordJob(world: World, job: Job, change: Change): void {
  const { store } = world
  const now = store.timestamp()
  const known = store.jobs.get(job.id)
  const done = change.status === 'completed'
  store.jobs.set(job.id, {
    job,
    status: change.status,
    conclusion: change.conclusion ?? null,
    createdAt: known?.createdAt ?? now,
    startedAt: known?.startedAt ?? now,
    completedAt: done ? now : null
  })
  const repository = repositoryNamed(store, job.run.event.repository)
  repository.checkRuns.set(job.id, {
    id: job.id,
    name: job.name,
    headSha: headSha(job.run.event),
    externalId: String(job.id),
    detailsUrl: `${world.urls.server}/${repository.fullName}/actions/runs/${job.run.id}/job/${job.id}`,
    status: change.status === 'waiting' ? 'queued' : change.status,
    conclusion: change.conclusion ?? null,
    startedAt: known?.startedAt ?? now,
    completedAt: done ? now : null,
    output: { title: null, summary: null, text: null }
  })
  const deployment = repository.deployments.find((one) => one.jobId === job.id)
  if (deployment === undefined || !done) return
  deployment.state = change.conclusion === 'success' ? 'success' : 'failure'
  deployment.updatedAt = now
}
