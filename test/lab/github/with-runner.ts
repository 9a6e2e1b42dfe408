/** A lab's GitHub whose events a runner hears, without AWS. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GitHubServer, startGitHub } from '../../../lab/github/server.ts'
import type { RunResult, WorkflowEvent } from '../../../lab/runner/ports.ts'
import { createRunner, type Runner } from '../../../lab/runner/runner.ts'
import { closeWithoutDefects, folderOf, REPOSITORY } from './fixture.ts'

export type Running = Readonly<{
  github: GitHubServer
  runner: Runner
  /** Ends with every run that the event starts, and those that they cause. */
  deliver: (event: WorkflowEvent) => Promise<readonly RunResult[]>
  /** Somebody pushes to main; the event is not delivered. */
  push: () => Promise<WorkflowEvent>
  close: () => Promise<void>
}>

/** Starts it with acme/platform, whose workflow files these are, by name without .yml. */
export async function startRunning(workflows: Readonly<Record<string, string>>): Promise<Running> {
  const github = await startGitHub()
  const entries = Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}.yml`, text])
  const folder = await folderOf(Object.fromEntries(entries))
  await github.people.createRepository({ owner: 'acme', name: 'platform', folder })
  await rm(folder, { recursive: true })
  const work = await mkdtemp(join(tmpdir(), 'caliber-running-'))
  await mkdir(join(work, 'tools'))
  const runner = createRunner({
    platform: github.platform,
    workFolder: join(work, 'work'),
    toolCache: join(work, 'tools'),
    node24: process.execPath,
    env: { PATH: process.env['PATH'] ?? '', ...github.gitConfigEnv() },
    standIns: join(import.meta.dirname, '../../../lab/runner/stand-ins'),
    onEvent: () => undefined
  })
  const caused: Promise<readonly RunResult[]>[] = []
  github.onEvent(async (event) => {
    const { runs, ended } = await runner.start(event)
    caused.push(ended)
    return runs
  })
  return {
    github,
    runner,
    deliver: async (event) => {
      const results = [...(await runner.trigger(event))]
      for (let next = 0; await github.settled(), next < caused.length; next += 1) {
        results.push(...((await caused[next]) ?? []))
      }
      return results
    },
    push: async () => {
      const changes = { 'main.tf': `# ${String(Math.random())}\n` }
      const commit = { repository: REPOSITORY, branch: 'main', message: 'Go', author: 'ada', files: changes }
      return (await github.people.pushCommit(commit)).event
    },
    close: async () => {
      await runner.close()
      await closeWithoutDefects(github)
      await rm(work, { recursive: true })
    }
  }
}
