/** Everything the lab's GitHub remembers, in memory; git objects lie in bare repositories beside it. */
import type { Clock } from '../../lib/clock.ts'
import type {
  Artifact,
  Caller,
  Environment,
  JobRecord,
  JournalEntry,
  Meter,
  Repository,
  RunRecord,
  Team,
  User
} from './records.ts'

export type Store = Readonly<{
  clock: Clock
  nextId: () => number
  /** The time now as GitHub writes it. */
  timestamp: () => string
  users: Map<string, User>
  /** By lower-case `org/slug`. */
  teams: Map<string, Team>
  /** By lower-case full name. */
  repositories: Map<string, Repository>
  runs: Map<number, RunRecord>
  jobs: Map<number, JobRecord>
  artifacts: Map<number, Artifact>
  tokens: Map<string, Caller>
  journal: JournalEntry[]
  /** Answers that GitHub's description does not allow, a sentence each. */
  defects: string[]
  /** Calls of the current hour by whom they count for. */
  meters: Map<string, Meter>
  rateLimit: number
}>

/** Calls an hour and repository with the tokens of jobs: Enterprise Cloud's; elsewhere it is 1,000. */
const JOB_LIMIT = 15_000

const KNOWN_BOTS: Readonly<Record<string, number>> = {
  'github-actions[bot]': 41_898_282,
  'dependabot[bot]': 49_699_333
}

/** An empty GitHub. */
export function createStore(clock: Clock, rateLimit = JOB_LIMIT): Store {
  let last = 1_000_000
  return {
    clock,
    nextId: () => (last += 1),
    timestamp: () => new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
    users: new Map(),
    teams: new Map(),
    repositories: new Map(),
    runs: new Map(),
    jobs: new Map(),
    artifacts: new Map(),
    tokens: new Map(),
    journal: [],
    defects: [],
    meters: new Map(),
    rateLimit
  }
}

/** The user of that login; whoever is named exists. */
export function userNamed(store: Store, login: string): User {
  const known = store.users.get(login.toLowerCase())
  if (known !== undefined) return known
  const type = login.endsWith('[bot]') ? 'Bot' : 'User'
  const user: User = { id: KNOWN_BOTS[login] ?? store.nextId(), login, type }
  store.users.set(login.toLowerCase(), user)
  return user
}

/** The repository of that full name, or undefined. */
export function findRepository(store: Store, fullName: string): Repository | undefined {
  return store.repositories.get(fullName.toLowerCase())
}

/** The repository of that full name; an error that lists what there is otherwise. */
export function repositoryNamed(store: Store, fullName: string): Repository {
  const found = findRepository(store, fullName)
  if (found !== undefined) return found
  const names = [...store.repositories.values()].map((one) => one.fullName).join(', ')
  throw new Error(
    `There is no repository ${fullName} on the lab's GitHub (it has: ${names === '' ? 'none' : names}).`
  )
}

/** The environment of that name (case does not matter), or undefined. */
export function findEnvironment(repository: Repository, name: string): Environment | undefined {
  return repository.environments.get(name.toLowerCase())
}

/** The environment of that name, made without protection when it does not exist. */
export function environmentNamed(store: Store, repository: Repository, name: string): Environment {
  const found = findEnvironment(repository, name)
  if (found !== undefined) return found
  const made: Environment = {
    id: store.nextId(),
    name,
    createdAt: store.timestamp(),
    rules: {},
    secrets: new Map(),
    variables: new Map(),
    ruleIds: new Map()
  }
  repository.environments.set(name.toLowerCase(), made)
  return made
}
