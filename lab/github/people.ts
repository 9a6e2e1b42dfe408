/** What people do with the lab's GitHub: in the browser's settings and pull-request pages, and with git. */
import type { WorkflowEvent } from '../runner/ports.ts'
import type { Gate } from './gate.ts'
import { resolveCommit } from './git/git.ts'
import { setEnvironmentRules, setTeam } from './people/environments.ts'
import { createQueue } from './people/queue.ts'
import * as pulls from './people/pulls.ts'
import * as pushes from './people/pushes.ts'
import * as repositories from './people/repositories.ts'
import { keepSetting } from './people/settings.ts'
import * as starts from './people/starts.ts'
import type { Approval, Artifact, Environment, EnvironmentRules, OidcSubject } from './records.ts'
import type { Comment, Pull } from './talk-records.ts'
import type { Review } from './review.ts'
import { environmentNamed, repositoryNamed, userNamed } from './store.ts'
import { issuePersonalToken } from './tokens.ts'
import { gitOf, type World } from './world.ts'

/** An artifact as it lies in the storage: a zip. */
export type StoredArtifact = Readonly<{ id: number; name: string; runId: number; content: Buffer }>

/** A secret or variable of an environment. */
export type EnvironmentSetting = Readonly<{
  repository: string
  environment: string
  name: string
  value: string
}>

type Pushed = Readonly<{ sha: string; event: WorkflowEvent }>
type Opened = Readonly<{ number: number; event: WorkflowEvent }>

/** Promises reject, and calls throw, when GitHub would not let the person do it. Repositories are owner/name. */
export type People = Readonly<{
  createRepository: (wanted: repositories.NewRepository) => Promise<repositories.CreatedRepository>
  /** Resolves with the fork's full name. */
  fork: (wanted: Readonly<{ repository: string; owner: string }>) => Promise<string>
  pushCommit: (push: pushes.Push) => Promise<pushes.Pushed>
  /** Pushes a tag of the commit that a branch, tag or id names. */
  pushTag: (push: pushes.TagPush) => Promise<Pushed>
  openPullRequest: (wanted: pulls.NewPull) => Promise<Opened>
  updatePullRequest: (change: Parameters<typeof pushes.updatePullRequest>[1]) => Promise<Pushed>
  /** The push to the base branch, and that the pull request was closed by it. */
  mergePullRequest: (merge: pulls.Merge) => Promise<pulls.Merged>
  closePullRequest: (place: pulls.PullPlace & Readonly<{ by: string }>) => Readonly<{ event: WorkflowEvent }>
  queuePullRequest: (place: pulls.PullPlace & Readonly<{ by: string }>) => Promise<Pushed>
  reviewPullRequest: (given: pulls.NewReview) => void
  dispatch: (dispatch: starts.Dispatch) => Promise<WorkflowEvent>
  /** The time of a workflow's cron has come. */
  schedule: (tick: starts.Tick) => Promise<WorkflowEvent>
  setSecret: (repository: string, name: string, value: string) => void
  setVariable: (repository: string, name: string, value: string) => void
  setEnvironmentSecret: (setting: EnvironmentSetting) => void
  setEnvironmentVariable: (setting: EnvironmentSetting) => void
  /** Makes the team `org/slug`, or replaces its members. */
  setTeam: (name: string, members: readonly string[]) => void
  /** How the subjects of OIDC tokens are made from now on. */
  setOidcSubject: (repository: string, subject: OidcSubject) => void
  /** Makes the environment, or replaces its rules. */
  setEnvironment: (repository: string, name: string, rules: EnvironmentRules) => void
  deleteEnvironment: (repository: string, name: string) => void
  protectBranch: (repository: string, branch: string) => void
  /** The setting “Allow GitHub Actions to create and approve pull requests”, off in a new repository. */
  letJobsPropose: (repository: string) => void
  /** Approves or rejects the jobs of the run that wait for the environment. */
  review: (review: Review) => void
  /** An administrator skips the review. */
  bypassReview: Gate['bypass']
  /** Writes a comment as a person. */
  comment: (place: pulls.PullPlace & Readonly<{ user: string; body: string }>) => Comment
  /** Comments of the pull request, oldest first. */
  comments: (repository: string, number: number) => readonly Comment[]
  pullRequest: (repository: string, number: number) => Readonly<Pull> | undefined
  approvals: (runId: number) => readonly Approval[]
  /** Artifacts of the repository's runs, oldest first. */
  artifacts: (repository: string) => readonly StoredArtifact[]
  /** Somebody with access to the storage swaps an artifact's bytes; the recorded digest stays. */
  replaceArtifact: (swap: Readonly<{ repository: string; id: number; content: Buffer }>) => void
  /** The commit that a branch, tag or ref names. */
  commitOf: (repository: string, ref: string) => Promise<string | undefined>
  /** A personal token with every permission. */
  tokenFor: (login: string) => string
}>

/** People over the world. */
export function createPeople(world: World, gate: Gate): People {
  const named = (name: string) => repositoryNamed(world.store, name)
  const inTurn = createQueue()
  return {
    createRepository: (wanted) => repositories.createRepository(world, wanted),
    fork: (wanted) => inTurn(() => repositories.forkRepository(world, wanted)),
    pushCommit: (push) => inTurn(() => pushes.pushCommit(world, push)),
    pushTag: (push) => inTurn(() => pushes.pushTag(world, push)),
    openPullRequest: (wanted) => inTurn(() => pulls.openPullRequest(world, wanted)),
    updatePullRequest: (change) => inTurn(() => pushes.updatePullRequest(world, change)),
    mergePullRequest: (merge) => inTurn(() => pulls.mergePullRequest(world, merge)),
    closePullRequest: (place) => pulls.closePullRequest(world, place),
    queuePullRequest: (place) => inTurn(() => pulls.queuePullRequest(world, place)),
    reviewPullRequest: (given) => pulls.reviewPullRequest(world, given),
    dispatch: (dispatch) => starts.dispatchWorkflow(world, dispatch),
    schedule: (tick) => starts.tick(world, tick),
    setSecret: (name, key, value) => keepSetting(named(name).secrets, key, value),
    setVariable: (name, key, value) => keepSetting(named(name).variables, key, value),
    setEnvironmentSecret: (setting) =>
      keepSetting(environmentOf(world, setting).secrets, setting.name, setting.value),
    setEnvironmentVariable: (setting) =>
      keepSetting(environmentOf(world, setting).variables, setting.name, setting.value),
    setTeam: (name, members) => setTeam(world.store, name, members),
    setOidcSubject: (name, subject) => {
      named(name).subject = subject
    },
    setEnvironment: (name, environment, rules) =>
      setEnvironmentRules(environmentNamed(world.store, named(name), environment), rules),
    deleteEnvironment: (name, environment) => void named(name).environments.delete(environment.toLowerCase()),
    protectBranch: (name, branch) => void named(name).protectedBranches.add(branch),
    letJobsPropose: (name) => {
      named(name).jobsMayPropose = true
    },
    review: gate.review,
    bypassReview: gate.bypass,
    comment: (given) => writeComment(world, given),
    comments: (name, number) => [...named(name).comments.values()].filter((one) => one.issue === number),
    pullRequest: (name, number) => named(name).pulls.get(number),
    approvals: (runId) => world.store.runs.get(runId)?.approvals ?? [],
    artifacts: (name) =>
      artifactsOf(world, name).map(({ id, name: artifact, runId, content }) => ({
        id,
        name: artifact,
        runId,
        content: content ?? Buffer.alloc(0)
      })),
    replaceArtifact: ({ repository, id, content }) => {
      const artifact = artifactsOf(world, repository).find((one) => one.id === id)
      if (artifact === undefined) throw new Error(`${repository} has no artifact ${id}.`)
      artifact.content = content
    },
    commitOf: (name, ref) => resolveCommit(gitOf(named(name)), ref),
    tokenFor: (login) => issuePersonalToken(world.store, login)
  }
}

const environmentOf = (world: World, { repository, environment }: EnvironmentSetting): Environment =>
  environmentNamed(world.store, repositoryNamed(world.store, repository), environment)

function artifactsOf(world: World, name: string): readonly Artifact[] {
  const { fullName } = repositoryNamed(world.store, name)
  const all = [...world.store.artifacts.values()]
  return all.filter((one) => one.finalized && one.repository.toLowerCase() === fullName.toLowerCase())
}

function writeComment(world: World, given: Parameters<People['comment']>[0]): Comment {
  const { store } = world
  const now = store.timestamp()
  const comment: Comment = {
    id: store.nextId(),
    issue: given.number,
    user: userNamed(store, given.user),
    body: given.body,
    createdAt: now,
    updatedAt: now
  }
  repositoryNamed(store, given.repository).comments.set(comment.id, comment)
  return comment
}
