/** A lab, and scenes in it: each a stack with a pull request, an AWS and a gateway of its own. */
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Aws, rootCredentials } from '../../lab/aws/aws.ts'
import { newSealKey } from '../../lab/demo/caliber.ts'
import { type Lab, machineFromEnvironment, startLab } from '../../lab/lab.ts'
import type { Job, WorkflowEvent } from '../../lab/runner/ports.ts'
import { fullName, LEDGER } from '../seeds/callers.ts'
import { seeded } from '../seeds/seeded.ts'
import { openGateway, type Gateway, type Moment } from './gateway.ts'
import { startStep, type Ended, type Running, type Step } from './step.ts'

export const REPOSITORY = fullName(LEDGER)
export const ENVIRONMENT = 'prod'
export const STATES = 'chaos'
const FILE = '.github/workflows/deliver.yml'
const PERMISSIONS = { contents: 'read', actions: 'read', checks: 'write', 'pull-requests': 'write' } as const

// The provisioner calls the gateway in the middle of the apply.
const STACK = `terraform {
  backend "s3" {}
}
resource "terraform_data" "first" { input = "one" }
resource "terraform_data" "second" {
  depends_on = [terraform_data.first]
  input      = "two"
  provisioner "local-exec" {
    command = "curl -s -o /dev/null $AWS_ENDPOINT_URL/_chaos/mid-apply || true"
  }
}
`

export type World = Readonly<{ lab: Lab; backend: string; sealKey: string; close: () => Promise<void> }>

/** The repository that all scenes share, and the account that each has a copy of. */
export async function prepareWorld(): Promise<World> {
  const aws = await seeded('account')
  const lab = await startLab({ machine: machineFromEnvironment(), aws })
  const folder = await mkdtemp(join(tmpdir(), 'chaos-repository-'))
  await writeFile(join(folder, 'main.tf'), STACK)
  await lab.github.people.createRepository({ ...LEDGER, folder })
  await rm(folder, { recursive: true })
  lab.github.people.setEnvironment(REPOSITORY, ENVIRONMENT, { reviewers: ['grace'], branches: ['main'] })
  lab.github.onPendingReview((pending) =>
    lab.github.people.review({ ...pending, state: 'approved', comment: 'ship it', user: 'grace' })
  )
  return {
    lab,
    backend: aws.variables['TERRAFORM_BACKEND_CONFIG'] ?? '',
    sealKey: newSealKey(),
    close: async () => {
      const defects = lab.github.defects()
      await lab.close()
      await aws.close()
      if (defects.length > 0)
        throw new Error(`The lab's GitHub failed its scenes: ${JSON.stringify(defects)}`)
    }
  }
}

export type Action = Step['action']

export type Scene = Readonly<{
  stack: string
  number: number
  headSha: string
  aws: Aws
  gateway: Gateway
  /** A person merges: later steps are of the push to main. */
  merge: () => Promise<void>
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
  const tell = `curl -s -o /dev/null "${gateway.aws}/_chaos/terraform/$1"`
  await writeFile(wrapper, `#!/bin/sh\n${tell}\nexec "${machineFromEnvironment().terraform}" "$@"\n`)
  await chmod(wrapper, 0o755)
}

/** As actions/checkout does where a job of the runner left something. */
function cleanCheckout(folder: string): void {
  execFileSync('git', ['clean', '-ffdxq'], { cwd: join(folder, 'workspace') })
}

type Course = { run: Job['run']; attempt: number; event: WorkflowEvent }

function startRun(lab: Lab, event: WorkflowEvent): Course {
  const { platform } = lab.github
  const run = { ...platform.nextRun(REPOSITORY, FILE), attempt: 1, workflow: FILE, name: 'Deliver', event }
  return { run, attempt: 0, event }
}

function inputsOf({ backend, sealKey }: World, stack: string): Record<string, string> {
  return {
    stack,
    'working-directory': '.',
    'backend-config': `${backend}\nkey=${STATES}/${stack}.tfstate`,
    'seal-key': sealKey,
    'lock-timeout': '1s',
    mode: 'plan',
    comment: 'always',
    'refresh-only': 'false',
    destroy: 'false',
    'require-reviewed': 'false',
    environment: ENVIRONMENT,
    gate: 'environment',
    'confirm-input': 'confirm',
    'allow-self-approval': 'false',
    'on-stale': 'replan'
  }
}

type Wanted = Readonly<{ world: World; course: Course; action: Action; folder: string; gateway: Gateway }>

async function stepEnv({ world: { lab }, course, action, folder, gateway }: Wanted) {
  const { event } = course
  const job = await startJob(lab, course, action)
  const { token, actionEnv } = await lab.github.platform.credentials(job)
  const machine = machineFromEnvironment()
  const eventFile = join(folder, 'event.json')
  await writeFile(eventFile, JSON.stringify(event.payload))
  const facts = lab.github.platform.repositoryFacts(REPOSITORY)
  const variables: Record<string, string> = {
    PATH: `${join(folder, 'bin')}:${machine.path}`,
    TF_CLI_CONFIG_FILE: machine.terraformConfig,
    AWS_ENDPOINT_URL: gateway.aws,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: rootCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: rootCredentials.secretAccessKey,
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_REPOSITORY_ID: facts.id,
    GITHUB_SHA: event.sha,
    GITHUB_REF: event.ref,
    GITHUB_RUN_ID: String(job.run.id),
    GITHUB_RUN_ATTEMPT: String(job.run.attempt),
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_ACTOR: event.actor,
    GITHUB_JOB: job.key,
    GITHUB_WORKFLOW: job.run.name,
    GITHUB_SERVER_URL: lab.github.urls.server,
    GITHUB_API_URL: gateway.github,
    ...actionEnv,
    ACTIONS_RESULTS_URL: `${gateway.github}/`
  }
  return { token, variables }
}

async function startJob(lab: Lab, { run, attempt, event }: Course, action: Action): Promise<Job> {
  const { platform } = lab.github
  const job: Job = {
    id: platform.nextJobId(),
    run: { ...run, attempt },
    key: action,
    name: action,
    permissions: PERMISSIONS,
    ...(action === 'apply-gated' ? { environment: ENVIRONMENT } : {}),
    workflowRef: `${REPOSITORY}/${FILE}@${event.ref}`,
    workflowSha: event.sha
  }
  platform.runChanged(job.run, 'in_progress')
  if (job.environment !== undefined) {
    const decision = await platform.awaitEnvironment(job, AbortSignal.timeout(60_000))
    if (!decision.approved) throw new Error(decision.reason)
  }
  platform.jobChanged(job, 'in_progress')
  return job
}
