/** A lab, and scenes in it: each a stack with a pull request, an AWS and a gateway of its own. */
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Aws } from '../../lab/aws/aws.ts'
import { type Lab, machineFromEnvironment } from '../../lab/lab.ts'
import { openGateway, type Gateway, type Moment } from './gateway.ts'
import { FILE, inputsOf, startRun, stepEnv } from './job.ts'
import { startStep, type Ended, type Running } from './step.ts'
import { type Action, REPOSITORY, STACK, type World } from './world.ts'

export type Scene = Readonly<{
  stack: string
  number: number
  headSha: string
  aws: Aws
  gateway: Gateway
  /** A person merges: later steps are of the push to main. */
  merge: () => Promise<void>
  /** Grace starts the workflow on the merged commit by hand, and types this: later steps are of that run. */
  dispatch: (typed: string) => Promise<void>
  /** Runs the action in a clean checkout of a later attempt, or once more in the same job. */
  run: (action: Action, options?: RunOptions) => Promise<Ended>
  close: () => Promise<void>
}>

export type RunOptions = Readonly<{
  inputs?: Readonly<Record<string, string>>
  moment?: Moment
  /** What dies at that moment; the whole group unless only Terraform does. */
  victim?: 'group' | 'terraform'
  sameAttempt?: boolean
}>

/** Opens a pull request and lays its commit out. */
export async function openScene(world: World, stack: string): Promise<Scene> {
  const { lab } = world
  const { people } = lab.github
  const opened = await propose(lab, stack)
  const aws = await lab.aws.fork()
  const gateway = await openGateway({ github: lab.github.url, aws: aws.url })
  const folder = await mkdtemp(join(tmpdir(), `chaos-${stack}-`))
  await layOut(folder, gateway)
  let course = startRun(lab, opened.event)
  return {
    stack,
    number: opened.number,
    headSha: opened.headSha,
    aws,
    gateway,
    merge: async () => {
      const place = { repository: REPOSITORY, number: opened.number, by: 'ada', method: 'squash' } as const
      course = startRun(lab, (await people.mergePullRequest(place)).event)
    },
    dispatch: async (typed) => {
      const by = { ref: 'main', inputs: { confirm: typed }, actor: 'grace' }
      const event = await people.dispatch({ repository: REPOSITORY, workflow: FILE, ...by })
      // Other scenes have merged since.
      course = startRun(lab, { ...event, sha: course.event.sha })
    },
    run: async (action, options = {}) => {
      if (options.sameAttempt !== true) {
        course.attempt += 1
        cleanCheckout(folder)
      }
      const env = await stepEnv({ world, course, action, folder, gateway })
      const inputs = { ...inputsOf(world, stack), ...options.inputs, 'github-token': env.token }
      const running = await startStep({ action, folder, inputs, env: env.variables })
      arm(gateway, running, options)
      return running.ended
    },
    close: async () => {
      await gateway.close()
      await aws.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

function arm(gateway: Gateway, running: Running, { moment, victim }: RunOptions): void {
  if (moment === undefined) return
  gateway.arm(moment, victim === 'terraform' ? running.killTerraform : running.kill)
}

async function propose(lab: Lab, stack: string) {
  const { people } = lab.github
  const commit = { files: { [`${stack}.txt`]: stack }, message: stack, author: 'ada' }
  const { sha } = await people.pushCommit({ repository: REPOSITORY, branch: stack, ...commit })
  const wanted = { repository: REPOSITORY, head: stack, base: 'main', title: stack, author: 'ada' }
  return { ...(await people.openPullRequest(wanted)), headSha: sha }
}

/** A workspace with the stack, and a Terraform that tells the gateway of each of its processes. */
async function layOut(folder: string, gateway: Gateway): Promise<void> {
  const workspace = join(folder, 'workspace')
  await mkdir(workspace)
  await mkdir(join(folder, 'bin'))
  await writeFile(join(workspace, 'main.tf'), STACK)
  await writeFile(join(workspace, '.gitignore'), '.terraform\n')
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@acme.test', ...args], {
      cwd: workspace
    })
  }
  git('init', '-q')
  git('add', '-A')
  git('commit', '-q', '-m', 'one')
  const wrapper = join(folder, 'bin/terraform')
  const { hostname, port } = new URL(gateway.aws)
  // Bash's own connection: a program for it would take longer than many a command of Terraform.
  const tell = [
    `exec 3<>/dev/tcp/${hostname}/${port}`,
    'printf "GET /_chaos/terraform/%s HTTP/1.0\\r\\n\\r\\n" "$1" >&3',
    'while read -r _ <&3; do :; done',
    'exec 3>&-'
  ].join('\n')
  await writeFile(wrapper, `#!/bin/bash\n${tell}\nexec "${machineFromEnvironment().terraform}" "$@"\n`)
  await chmod(wrapper, 0o755)
}

/** As actions/checkout does where a job of the runner left something. */
function cleanCheckout(folder: string): void {
  execFileSync('git', ['clean', '-ffdxq'], { cwd: join(folder, 'workspace') })
}
