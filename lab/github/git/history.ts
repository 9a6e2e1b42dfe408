/** What git tells about commits and the differences between them. */
import type { CommitFacts } from './commits.ts'
import type { Git } from './git.ts'
import { remembered } from './memory.ts'

export type CommitInfo = Readonly<{
  sha: string
  tree: string
  parents: readonly string[]
  message: string
  authorName: string
  authorEmail: string
  committerName: string
  committerEmail: string
  /** ISO 8601, UTC. */
  date: string
}>

export type ChangedFile = Readonly<{
  path: string
  status: 'added' | 'removed' | 'modified'
  /** Id of the new content; '' when removed. */
  blob: string
  additions: number
  deletions: number
}>

const FIELDS = ['%H', '%T', '%P', '%an', '%ae', '%cn', '%ce', '%at', '%B'].join('%x00')

/** The commit of that id. */
export function readCommit(git: Git, sha: string): Promise<CommitInfo> {
  return remembered(git, ['commit', sha], async () =>
    parseCommit(await git(['show', '--no-patch', `--format=${FIELDS}`, sha]))
  )
}

/** Commits reachable from `head` but not from `base`, oldest first. */
export function commitsBetween(git: Git, base: string, head: string): Promise<readonly CommitInfo[]> {
  return remembered(git, ['between', base, head], async () => {
    if (base === head) return []
    const last = await readCommit(git, head)
    return last.parents.join() === base ? [last] : listCommits(git, [`${base}..${head}`])
  })
}

/** Commits of a branch that no other branch has, oldest first. */
export const commitsOnlyOn = (git: Git, branch: string, head: string): Promise<readonly CommitInfo[]> =>
  listCommits(git, [head, '--not', `--exclude=${branch}`, '--branches'])

async function listCommits(git: Git, range: readonly string[]): Promise<readonly CommitInfo[]> {
  const out = await git(['log', '--reverse', `--format=${FIELDS}%x1e`, ...range])
  return out
    .split('\x1e')
    .map((text) => text.trimStart())
    .filter((text) => text !== '')
    .map(parseCommit)
}

function parseCommit(text: string): CommitInfo {
  const [sha = '', tree = '', parents = '', ...facts] = text.split('\0')
  const [authorName = '', authorEmail = '', committerName = '', committerEmail = '', at = '0', message = ''] =
    facts
  return {
    sha,
    tree,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    message: message.trimEnd(),
    authorName,
    authorEmail,
    committerName,
    committerEmail,
    date: dateOf(Number(at))
  }
}

const dateOf = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')

/** What git would tell of a commit that was just written. */
export function toInfo(sha: string, { author, committer = author, ...facts }: CommitFacts): CommitInfo {
  return {
    sha,
    tree: facts.tree,
    parents: facts.parents,
    message: facts.message.trimEnd(),
    authorName: author.name,
    authorEmail: author.email,
    committerName: committer.name,
    committerEmail: committer.email,
    date: dateOf(facts.date)
  }
}

const STATUS: Readonly<Record<string, ChangedFile['status']>> = { A: 'added', D: 'removed' }

/** Files that differ between two commits, without renames, in the order of their paths. */
export function changedFiles(git: Git, from: string, to: string): Promise<readonly ChangedFile[]> {
  return remembered(git, ['changed', from, to], () => compare(git, from, to))
}

async function compare(git: Git, from: string, to: string): Promise<readonly ChangedFile[]> {
  const out = await git(['diff-tree', '-r', '-z', '--no-renames', '--raw', '--numstat', from, to])
  const parts = out.split('\0').filter((part) => part !== '')
  // First a pair of facts and path for each file, then a line of counts for each.
  const files = parts.length / 3
  const counts = new Map(parts.slice(files * 2).map((line) => parseCount(line)))
  return parts.slice(0, files * 2).flatMap((facts, index, pairs) => {
    if (index % 2 === 1) return []
    const path = pairs[index + 1] ?? ''
    return [{ path, ...parseFacts(facts), ...(counts.get(path) ?? NO_COUNT) }]
  })
}

const NO_COUNT = { additions: 0, deletions: 0 }

/** `:100644 100644 <old> <new> M` */
function parseFacts(facts: string): Pick<ChangedFile, 'status' | 'blob'> {
  const [, , , blob = '', letter = ''] = facts.split(' ')
  const status = STATUS[letter] ?? 'modified'
  return { status, blob: status === 'removed' ? '' : blob }
}

/** `3\t1\tpath`; binary files have dashes for numbers. */
function parseCount(line: string): readonly [string, typeof NO_COUNT] {
  const [added, removed, path = ''] = line.split('\t')
  return [path, { additions: Number(added) || 0, deletions: Number(removed) || 0 }]
}

/** Files that `head` changes since it left `base`: what a pull request shows. */
export async function changedSince(git: Git, base: string, head: string): Promise<readonly ChangedFile[]> {
  return changedFiles(git, await mergeBase(git, base, head), head)
}

/** The commit at which two histories parted. */
export function mergeBase(git: Git, one: string, other: string): Promise<string> {
  return remembered(git, ['base', one, other], async () => {
    const [first, second] = await Promise.all([readCommit(git, one), readCommit(git, other)])
    if (one === other || second.parents.includes(one)) return one
    return first.parents.includes(other) ? other : (await git(['merge-base', one, other])).trim()
  })
}
