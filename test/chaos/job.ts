/** The jobs of a scene: their run, their environment, and what a runner tells their steps. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Credentials } from '../../lab/aws/sign.ts'
import { type Lab, machineFromEnvironment } from '../../lab/lab.ts'
import type { Job, WorkflowEvent } from '../../lab/runner/ports.ts'
import { terraformSettings } from '../../lab/terraform.ts'
import type { Gateway } from './gateway.ts'
import { type Action, ENVIRONMENT, REPOSITORY, STATES, type World } from './world.ts'

/** The workflow whose runs the scenes' jobs are of. */
export const FILE = '.github/workflows/deliver.yml'
const PERMISSIONS = { contents: 'read', actions: 'read', checks: 'write', 'pull-requests': 'write' } as const

/** A run of the delivering workflow, attempt by attempt. */
export type Course = { run: Job['run']; attempt: number; event: WorkflowEvent }

/** A run that the event starts; no attempt of it has begun. */
export function startRun(lab: Lab, event: WorkflowEvent): Course {
  const { platform } = lab.github
  const run = { ...platform.nextRun(REPOSITORY, FILE), attempt: 1, workflow: FILE, name: 'Deliver', event }
  return { run, attempt: 0, event }
}

/** What a job of the stack gives both actions. */
export function inputsOf({ backend, sealKey }: World, stack: string): Record<string, string> {
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

export type Wanted = Readonly<{
  world: World
  course: Course
  action: Action
  folder: string
  gateway: Gateway
}>

/** The environment of a step of the course's next job, with the token that it was given. */
export async function stepEnv({ world: { lab, roles }, course, action, folder, gateway }: Wanted) {
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
    ...terraformSettings,
    AWS_ENDPOINT_URL: gateway.aws,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: 'us-east-1',
    ...awsCredentials(roles[action]),
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

/** A session as a step's environment has it. */
export const awsCredentials = ({ accessKeyId, secretAccessKey, sessionToken = '' }: Credentials) => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  AWS_SESSION_TOKEN: sessionToken
})

async function startJob(lab: Lab, { run, attempt, event }: Course, action: Action): Promise<Job> {
  const { platform } = lab.github
  const job: Job = {
    id: platform.nextJobId(),
    run: { ...run, attempt },
    key: action,
    name: action,
    permissions: PERMISSIONS,
    // Whoever starts the workflow by hand is the gate where no environment is.
    ...(action === 'apply-gated' && event.name !== 'workflow_dispatch' ? { environment: ENVIRONMENT } : {}),
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
