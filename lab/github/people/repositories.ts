/** Making repositories and forking them. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { importFolder, writeCommit } from '../git/commits.ts'
import { cloneBare, initBare, resolveCommit } from '../git/git.ts'
import { readCommit } from '../git/history.ts'
import type { OidcSubject, Repository } from '../records.ts'
import { emailOf } from '../shapes/commit.ts'
import { findRepository, repositoryNamed, type Store, userNamed } from '../store.ts'
import { gitOf, type World } from '../world.ts'

const DEFAULT_BRANCH = 'main'

export type NewRepository = (Content & Identity) &
  Readonly<{
    owner: string
    name: string
    private?: boolean
    /** The form of OIDC subjects: `classic` unless `createdAt` says otherwise. */
    subject?: OidcSubject['form']
    /** When GitHub is to say that it was made: OIDC subjects are immutable from 15 July 2026 on, as on GitHub. */
    createdAt?: string
    /** Custom properties, which are claims of OIDC tokens: `repo_property_<name>`. */
    properties?: Readonly<Record<string, string>>
  }>

export type Content =
  /** Its files become the first commit: tracked ones and new ones that are not ignored; those that `keeps` says, if given. */
  | FolderContent
  /** A git folder whose branches and commits it begins with. */
  | Readonly<{ copyOf: string }>

type FolderContent = Readonly<{ folder: string; keeps?: (path: string) => boolean }>

/** Numbers that others already trust, such as the conditions of a role; new ones otherwise. */
type Identity = Readonly<{ id?: number; ownerId?: number }>

export type CreatedRepository = Readonly<{
  /** Full name. */
  repository: string
  id: number
  /** The commit that `main` begins with. */
  sha: string
  /** Where it lies, for a copy of it. */
  gitFolder: string
}>

/** First commit of every repository lies here; later ones a minute apart. */
const FIRST_DATE = Date.UTC(2026, 0, 1) / 1000

/** Seconds since the epoch of a commit whose newest parent is this one: the same history gives the same ids. */
export async function dateAfter(repository: Repository, parent: string): Promise<number> {
  const { date } = await readCommit(gitOf(repository), parent)
  return Date.parse(date) / 1000 + 60
}

/** Name and address that commits of a login carry. */
export const authorOf = (login: string) => ({ name: login, email: emailOf(login) })

/** Puts a folder's files on GitHub as a repository of one commit on `main`, or a copy of a repository. */
export async function createRepository(world: World, wanted: NewRepository): Promise<CreatedRepository> {
  nameOwner(world.store, wanted)
  const repository = addRepository(world, {
    ...(wanted.id === undefined ? {} : { id: wanted.id }),
    owner: wanted.owner,
    name: wanted.name,
    private: wanted.private ?? false,
    subject: { form: wanted.subject ?? formSince(wanted.createdAt) },
    properties: wanted.properties ?? {},
    createdAt: wanted.createdAt ?? world.store.timestamp()
  })
  await rm(repository.gitFolder, { recursive: true, force: true })
  if ('copyOf' in wanted) await cloneBare(wanted.copyOf, repository.gitFolder)
  else await beginWith(repository, wanted)
  const sha = await resolveCommit(gitOf(repository), `refs/heads/${DEFAULT_BRANCH}`)
  if (sha === undefined) throw new Error(`${repository.fullName} has no branch ${DEFAULT_BRANCH}.`)
  return { repository: repository.fullName, id: repository.id, sha, gitFolder: repository.gitFolder }
}

async function beginWith(repository: Repository, { folder, keeps }: FolderContent): Promise<void> {
  await initBare(repository.gitFolder, DEFAULT_BRANCH)
  const git = gitOf(repository)
  const sha = await writeCommit(git, {
    tree: await importFolder(git, folder, keeps),
    parents: [],
    message: 'Begin',
    author: authorOf(repository.owner.login),
    date: FIRST_DATE
  })
  await git(['update-ref', `refs/heads/${DEFAULT_BRANCH}`, sha])
  // Once, where every fetch would compress all of it anew.
  await git(['repack', '-a', '-d', '-q'])
}

function nameOwner(store: Store, { owner, ownerId }: NewRepository): void {
  const known = store.users.get(owner.toLowerCase())
  if (ownerId === undefined || known?.id === ownerId) return
  if (known !== undefined) throw new Error(`${owner} is known as user ${known.id}, not ${ownerId}.`)
  store.users.set(owner.toLowerCase(), { id: ownerId, login: owner, type: 'User' })
}

/** Repositories made from this day on have immutable subjects (github.blog/changelog, 2026-04-23). */
const IMMUTABLE_SINCE = '2026-07-15'

const formSince = (createdAt = ''): OidcSubject['form'] =>
  createdAt >= IMMUTABLE_SINCE ? 'immutable' : 'classic'

type Facts = Readonly<{
  id?: number
  owner: string
  name: string
  private: boolean
  subject: OidcSubject
  properties: Readonly<Record<string, string>>
  createdAt: string
  parent?: string
}>

function addRepository(world: World, facts: Facts): Repository {
  const { store } = world
  const fullName = `${facts.owner}/${facts.name}`
  if (findRepository(store, fullName) !== undefined)
    throw new Error(`There is a repository ${fullName} already.`)
  const repository: Repository = {
    ...facts,
    id: facts.id ?? store.nextId(),
    owner: userNamed(store, facts.owner),
    fullName,
    defaultBranch: DEFAULT_BRANCH,
    gitFolder: join(world.folder, 'repositories', `${fullName}.git`),
    secrets: new Map(),
    variables: new Map(),
    environments: new Map(),
    protectedBranches: new Set(),
    pulls: new Map(),
    issues: new Map(),
    jobsMayPropose: false,
    comments: new Map(),
    checkRuns: new Map(),
    statuses: [],
    deployments: [],
    nextIssue: 1,
    workflows: new Map()
  }
  store.repositories.set(fullName.toLowerCase(), repository)
  return repository
}

/** Copies a repository under another owner's name; resolves with the fork's full name. */
export async function forkRepository(
  world: World,
  wanted: Readonly<{ repository: string; owner: string }>
): Promise<string> {
  const parent = repositoryNamed(world.store, wanted.repository)
  const fork = addRepository(world, {
    owner: wanted.owner,
    name: parent.name,
    private: parent.private,
    subject: { form: parent.subject.form },
    properties: {},
    createdAt: world.store.timestamp(),
    parent: parent.fullName
  })
  await cloneBare(parent.gitFolder, fork.gitFolder)
  return fork.fullName
}
