/** Commits made without a working copy: files onto a tree, a folder as a first commit, two branches merged. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type Git, gitIn } from './git.ts'
import { mergeBase, readCommit, toInfo } from './history.ts'
import { remembered } from './memory.ts'

/** Path → new content; null removes the file. */
export type FileChanges = Readonly<Record<string, string | Buffer | null>>

export type Person = Readonly<{ name: string; email: string }>

export type CommitFacts = Readonly<{
  tree: string
  parents: readonly string[]
  message: string
  author: Person
  /** The author, unless GitHub commits for them. */
  committer?: Person
  /** Seconds since the epoch, for author and committer. */
  date: number
}>

/** Writes a commit object and resolves with its id; no branch moves. */
export async function writeCommit(git: Git, facts: CommitFacts): Promise<string> {
  const committer = facts.committer ?? facts.author
  const env = {
    GIT_AUTHOR_NAME: facts.author.name,
    GIT_AUTHOR_EMAIL: facts.author.email,
    GIT_AUTHOR_DATE: `${facts.date} +0000`,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    GIT_COMMITTER_DATE: `${facts.date} +0000`
  }
  const parents = facts.parents.flatMap((parent) => ['-p', parent])
  const sha = (await git(['commit-tree', ...parents, facts.tree], { input: facts.message, env })).trim()
  await remembered(git, ['commit', sha], async () => toInfo(sha, facts))
  return remembered(git, ['id', sha], async () => sha)
}

/** The tree of `parent` with the changes made to it. */
export async function changeTree(git: Git, parent: string, changes: FileChanges): Promise<string> {
  return withIndex(async (env) => {
    const files = await listTree(git, parent)
    for (const [path, content] of Object.entries(changes)) {
      if (content === null) files.delete(path)
      else {
        const blob = (await git(['hash-object', '-w', '--stdin'], { input: content })).trim()
        const mode = files.get(path)?.split(' ')[0] ?? '100644'
        files.set(path, `${mode} blob ${blob}`)
      }
    }
    const input = [...files].map(([path, facts]) => `${facts}\t${path}\0`).join('')
    await git(['update-index', '-z', '--index-info'], { env, input })
    return (await git(['write-tree'], { env })).trim()
  })
}

/** Of each file mode, kind and id, as an index takes them. */
async function listTree(git: Git, commit: string): Promise<Map<string, string>> {
  const listing = await git(['ls-tree', '-r', '-z', commit])
  const entries = listing.split('\0').filter((entry) => entry !== '')
  return new Map(
    entries.map((entry) => {
      const [facts = '', path = ''] = entry.split('\t')
      return [path, facts]
    })
  )
}

/** A tree of the folder's files: tracked ones and new ones that are not ignored, as they lie there now. */
export async function importFolder(
  git: Git,
  folder: string,
  keeps: (path: string) => boolean = () => true
): Promise<string> {
  const files = (await listFolder(folder)).filter(keeps)
  const present = await Promise.all(files.map((file) => isFile(join(folder, file))))
  const input = files.filter((_, index) => present[index]).join('\0')
  return withIndex(async (env) => {
    const place = { env: { ...env, GIT_WORK_TREE: folder }, cwd: folder }
    if (input !== '')
      await git(['update-index', '--add', '--remove', '-z', '--stdin'], { ...place, input: `${input}\0` })
    return (await git(['write-tree'], { env })).trim()
  })
}

async function listFolder(folder: string): Promise<readonly string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = await gitIn()(args, { cwd: folder }).catch(() => undefined)
  if (listed !== undefined) return [...new Set(listed.split('\0').filter((file) => file !== ''))]
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false
  )

/** The tree of `theirs` merged into `ours`, or undefined when they conflict. */
export function mergeTrees(git: Git, ours: string, theirs: string): Promise<string | undefined> {
  return remembered(git, ['merge', ours, theirs], () => merge(git, ours, theirs))
}

async function merge(git: Git, ours: string, theirs: string): Promise<string | undefined> {
  const base = await mergeBase(git, ours, theirs)
  if (base === ours || base === theirs) return (await readCommit(git, base === ours ? theirs : ours)).tree
  return withIndex(async (env, folder) => {
    const place = { env: { ...env, GIT_WORK_TREE: folder }, cwd: folder }
    await git(['read-tree', '-i', '-m', '--aggressive', base, ours, theirs], { env })
    await git(['merge-index', '-o', '-q', 'git-merge-one-file', '-a'], { ...place, accept: [1] })
    const unmerged = await git(['ls-files', '--unmerged'], { env })
    return unmerged === '' ? (await git(['write-tree'], { env })).trim() : undefined
  })
}

/** Lays the commit's files out in an existing, empty folder. */
export async function layOut(git: Git, commit: string, folder: string): Promise<void> {
  await withIndex(async (env) => {
    await git(['read-tree', commit], { env })
    await git(['checkout-index', '--all', `--prefix=${folder}/`], {
      env: { ...env, GIT_WORK_TREE: folder },
      cwd: folder
    })
  })
}

type IndexWork<T> = (env: Readonly<{ GIT_INDEX_FILE: string }>, folder: string) => Promise<T>

/** An index of its own for each piece of work, and an empty folder: several may run at once. */
async function withIndex<T>(work: IndexWork<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'caliber-index-'))
  try {
    return await work({ GIT_INDEX_FILE: join(folder, '.caliber-index') }, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
