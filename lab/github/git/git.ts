/** The git command line on one bare repository, deaf to the configuration of the machine it runs on. */
import { spawn } from 'node:child_process'
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { remembered } from './memory.ts'

export type GitOptions = Readonly<{
  input?: string | Buffer
  env?: Readonly<Record<string, string>>
  cwd?: string
  /** Exit codes that are answers, not failures; 0 always is. */
  accept?: readonly number[]
  /** How the output becomes text; base64 for files that may be binary. */
  encoding?: BufferEncoding
}>

/** Runs git with these arguments and resolves with what it printed; rejects with its own words. */
export type Git = ((args: readonly string[], options?: GitOptions) => Promise<string>) &
  Readonly<{ folder?: string }>

/** Settings that make git the same everywhere; `safe.directory` because the checkout may belong to another user. */
export const NEUTRAL_GIT: Readonly<Record<string, string>> = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C'
}

/** Git whose repository is `gitFolder`; without one, the repository of the working directory. */
export function gitIn(gitFolder?: string): Git {
  const run: Git = (args, options = {}) =>
    new Promise((resolve, reject) => {
      const own = gitFolder === undefined ? {} : { GIT_DIR: gitFolder }
      const child = spawn('git', ['-c', 'safe.directory=*', ...args], {
        cwd: options.cwd,
        env: { PATH: process.env['PATH'], ...NEUTRAL_GIT, ...own, ...options.env }
      })
      const out: Buffer[] = []
      const errors: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
      child.on('error', (cause) => reject(new Error(`git could not be started. Install git.`, { cause })))
      child.stdin.on('error', () => undefined)
      child.on('close', (code) => {
        if (code === 0 || (options.accept ?? []).includes(code ?? -1))
          resolve(Buffer.concat(out).toString(options.encoding))
        else reject(new Error(`git ${args.join(' ')} failed: ${Buffer.concat(errors).toString().trim()}`))
      })
      child.stdin.end(options.input ?? '')
    })
  return gitFolder === undefined ? run : Object.assign(run, { folder: gitFolder })
}

/** Set for pushes that must not change workflows. */
export const NO_WORKFLOWS = 'CALIBER_NO_WORKFLOWS'

/** Refuses a push as GitHub does: no permission of a job lets it change a workflow, on whatever branch. */
const PRE_RECEIVE = `#!/bin/sh
test -n "$${NO_WORKFLOWS}" || exit 0
while read -r before after ref; do
  test -n "$(echo "$after" | tr -d 0)" || continue
  for commit in $(git rev-list "$after" --not --all); do
    file=$(git diff-tree --no-commit-id --name-only -r -c --root "$commit" -- .github/workflows | head -n 1)
    test -z "$file" && continue
    echo 'refusing to allow a GitHub App to create or update workflow \`'"$file"'\` without \`workflows\` permission'
    exit 1
  done
done
`

/** Makes an empty bare repository that lets any of its commits be fetched by id, as GitHub does. */
export async function initBare(gitFolder: string, defaultBranch: string): Promise<void> {
  const git = gitIn()
  await git(['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, gitFolder])
  await serveLikeGitHub(gitFolder)
}

/** Copies a bare repository: a fork. */
export async function cloneBare(from: string, to: string): Promise<void> {
  await gitIn()(['clone', '--quiet', '--bare', '--no-hardlinks', from, to])
  await serveLikeGitHub(to)
}

async function serveLikeGitHub(gitFolder: string): Promise<void> {
  const settings = '[uploadpack]\n\tallowAnySHA1InWant = true\n\tallowFilter = true\n'
  await appendFile(join(gitFolder, 'config'), settings)
  await mkdir(join(gitFolder, 'hooks'), { recursive: true })
  await writeFile(join(gitFolder, 'hooks/pre-receive'), PRE_RECEIVE, { mode: 0o755 })
}

/** The commit that a branch, tag, full ref or (short) id names, or undefined. */
export async function resolveCommit(git: Git, ref: string): Promise<string | undefined> {
  if (WHOLE_ID.test(ref)) return resolveId(git, ref)
  const candidates = ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`, ref]
  for (const candidate of candidates) {
    const found = (await readRef(git, candidate)) ?? (await parse(git, candidate))
    if (found !== undefined) return found
  }
  return undefined
}

const WHOLE_ID = /^[0-9a-f]{40}$/

/** A commit never becomes another one, so git is asked once. */
async function resolveId(git: Git, id: string): Promise<string | undefined> {
  const ask = async (): Promise<string> => {
    const found = await parse(git, id)
    if (found === undefined) throw new Error(`There is no commit ${id}.`)
    return found
  }
  return remembered(git, ['id', id], ask).catch(() => undefined)
}

/** What a branch's or a pull request's own file says: a process for each question would be most of what the lab costs. */
async function readRef({ folder }: Git, ref: string): Promise<string | undefined> {
  if (folder === undefined || !/^refs\/(?:heads|pull)\//.test(ref) || ref.includes('..')) return undefined
  const text = await readFile(join(folder, ref), 'utf8').catch(() => '')
  return WHOLE_ID.test(text.trim()) ? text.trim() : undefined
}

async function parse(git: Git, name: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]
  const found = (await git(args, { accept: [1, 128] })).trim()
  return found === '' ? undefined : found
}
