/** The lab's GitHub as the runner sees it. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job, JobCredentials, Platform, Settings, Tree, WorkflowEvent } from '../runner/ports.ts'
import { isProtected } from './claims.ts'
import { createFollowUps } from './follow-ups.ts'
import type { Gate } from './gate.ts'
import { layOut } from './git/commits.ts'
import { resolveCommit } from './git/git.ts'
import { OIDC_PREFIX, type Signer } from './oidc.ts'
import { isUntrusted } from './permissions.ts'
import { recordAnnotation, recordDeployed, recordJob, recordRun } from './progress.ts'
import { findEnvironment, repositoryNamed, type Store, userNamed } from './store.ts'
import {
  effectivePermissions,
  issueApiToken,
  issueOidcRequestToken,
  registerResultsToken,
  revokeJobTokens
} from './tokens.ts'
import { gitOf, type World } from './world.ts'

const RESULTS_TOKEN_S = 6 * 3600

/** Puts the runner's port over the world. */
export function createPlatform(world: World, gate: Gate, signer: Signer): Platform {
  const { store, urls } = world
  const followUp = createFollowUps(world)
  return {
    urls: { api: urls.api, server: urls.server, graphql: urls.graphql },
    repositoryFacts: (name) => {
      const { id, owner, private: isPrivate, defaultBranch } = repositoryNamed(store, name)
      return { id: String(id), ownerId: String(owner.id), private: isPrivate, defaultBranch }
    },
    eventFacts: ({ repository, actor, ref }) => ({
      actorId: String(userNamed(store, actor).id),
      refProtected: isProtected(repositoryNamed(store, repository), ref)
    }),
    tree: createTrees(world),
    settings: (name, event) => settingsOf(store, { repository: name, event }),
    environmentSettings: (name, environment, event) =>
      settingsOf(store, { repository: name, environment, event }),
    nextRun: (name, workflow) => nextRun(store, name, workflow),
    nextJobId: store.nextId,
    credentials: (job) => credentialsOf(world, signer, job),
    revoke: (job) => revokeJobTokens(store, job),
    awaitEnvironment: gate.wait,
    annotated: (job, annotation) => recordAnnotation(store, job, annotation),
    deployed: (job, url) => recordDeployed(store, job, url),
    runChanged: (run, status, conclusion) => {
      recordRun(store, run, { status, conclusion: conclusion ?? null })
      followUp(run, status)
    },
    jobChanged: (job, status, conclusion) => recordJob(world, job, { status, conclusion: conclusion ?? null })
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

type Asked = Readonly<{ repository: string; environment?: string; event: WorkflowEvent }>

function settingsOf(store: Store, asked: Asked): Settings {
  const repository = repositoryNamed(store, asked.repository)
  const holder = asked.environment === undefined ? repository : findEnvironment(repository, asked.environment)
  const untrusted = isUntrusted(repository, asked.event)
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
