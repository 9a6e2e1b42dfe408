/** A git server for checkouts: o/r with three commits on main, a tag, and a pull request's merge commit. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeTree } from './runner-platform.ts'

/** Commits in their order; `env` points the fake GitHub's URL at the folder. */
export type FakeGit = Readonly<{
  commits: readonly string[]
  env: Readonly<Record<string, string>>
  close: () => Promise<void>
}>

/** Makes the repository in a temp folder. */
export async function fakeGit(): Promise<FakeGit> {
  const folder = await mkdtemp(join(tmpdir(), 'runner-git-'))
  const git = (...args: readonly string[]): string =>
    execFileSync(
      'git',
      ['-C', join(folder, 'o/r.git'), '-c', 'user.name=t', '-c', 'user.email=t@t', ...args],
      {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' }
      }
    ).trim()
  const commits: string[] = []
  for (const n of ['1', '2', '3']) {
    await writeTree(join(folder, 'o/r.git'), { 'n.txt': `${n}\n`, [`deep/${n}.txt`]: '' })
    if (n === '1') git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-q', '-m', n)
    commits.push(git('rev-parse', 'HEAD'))
  }
  git('update-ref', 'refs/pull/7/merge', commits[1] ?? '')
  git('tag', 'v1', commits[0] ?? '')
  return {
    commits,
    env: {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${folder}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'http://github.test/'
    },
    close: () => rm(folder, { recursive: true, force: true })
  }
}
