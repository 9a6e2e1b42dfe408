/** What git tells about commits and the differences between them. */
import type { Git } from './git.ts'

export type CommitInfo = Readonly<{
  sha: string
  tree: string
  parents: readonly string[]
  message: string
  authorName: string
  authorEmail: string
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

const FIELDS = ['%H', '%T', '%P', '%an', '%ae', '%at', '%B'].join('%x00')

/** The commit of that id. */
export async function readCommit(git: Git, sha: string): Promise<CommitInfo> {
  return parseCommit(await git(['show', '--no-patch', `--format=${FIELDS}`, sha]))
}

/** Commits reachable from `head` but not from `base`, oldest first. */
export async function commitsBetween(git: Git, base: string, head: string): Promise<readonly CommitInfo[]> {
  const out = await git(['log', '--reverse', `--format=${FIELDS}%x1e`, `${base}..${head}`])
  return out
    .split('\x1e')
    .map((text) => text.trimStart())
    .filter((text) => text !== '')
    .map(parseCommit)
}

function parseCommit(text: string): CommitInfo {
  const [sha = '', tree = '', parents = '', authorName = '', authorEmail = '', at = '0', message = ''] =
    text.split('\0')
  return {
    sha,
    tree,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    message: message.trimEnd(),
    authorName,
    authorEmail,
    date: new Date(Number(at) * 1000).toISOString().replace('.000Z', 'Z')
  }
}

const STATUS: Readonly<Record<string, ChangedFile['status']>> = { A: 'added', D: 'removed' }

/** Files that differ between two commits, without renames. */
export async function changedFiles(git: Git, from: string, to: string): Promise<readonly ChangedFile[]> {
  const raw = await git(['diff-tree', '-r', '-z', '--no-renames', '--raw', '--numstat', from, to])
  const files = new Map<string, ChangedFile>()
  const parts = raw.split('\0').filter((part) => part !== '')
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? ''
    if (part.startsWith(':')) {
      const [, , , blob = '', letter = ''] = part.split(' ')
      const path = parts[(at += 1)] ?? ''
      const status = STATUS[letter] ?? 'modified'
      files.set(path, { path, status, blob: status === 'removed' ? '' : blob, additions: 0, deletions: 0 })
    } else {
      const [added = '', removed = '', path = ''] = part.split('\t')
      const known = files.get(path)
      if (known !== undefined) {
        files.set(path, { ...known, additions: Number(added) || 0, deletions: Number(removed) || 0 })
      }
    }
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Files that `head` changes since it left `base`: what a pull request shows. */
export async function changedSince(git: Git, base: string, head: string): Promise<readonly ChangedFile[]> {
  const fork = (await git(['merge-base', base, head])).trim()
  return changedFiles(git, fork, head)
}
