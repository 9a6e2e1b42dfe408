/** A job of acme/platform that holds a sealed plan and runs apply-gated's bundle against the lab's GitHub. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GitHubServer } from '../../lab/github/server.ts'
import type { Job, WorkflowEvent } from '../../lab/runner/ports.ts'
import { uploadArtifact } from '../../lib/github/upload.ts'
import { sealPlan, type SealHeader } from '../../lib/seal.ts'
import { digestOf, KEY, REVIEWED } from '../fakes/plan-text.ts'
import { REPOSITORY } from '../lab/github/fixture.ts'
import { runBundle, type StepResult } from './run-bundle.ts'

export const ENVIRONMENT = 'prod'
export const DIGEST = digestOf(REVIEWED)

type Strings = Readonly<Record<string, string>>
export type Sent = Readonly<{ id: number; digest: string }>
export type Ran = StepResult & Readonly<{ terraform: readonly string[] }>

const never = new AbortController().signal

/** What the runner tells a step of this job. */
export async function stepEnv(github: GitHubServer, job: Job): Promise<Record<string, string>> {
  const { event, id, attempt, triggeringActor } = job.run
  const { actionEnv, token } = await github.platform.credentials(job)
  return {
    ...actionEnv,
    TOKEN: token,
    GITHUB_REPOSITORY: event.repository,
    GITHUB_REPOSITORY_ID: github.platform.repositoryFacts(event.repository).id,
    GITHUB_SHA: event.sha,
    GITHUB_REF: event.ref,
    GITHUB_RUN_ID: String(id),
    GITHUB_RUN_ATTEMPT: String(attempt),
    GITHUB_EVENT_NAME: event.name,
    GITHUB_ACTOR: event.actor,
    GITHUB_TRIGGERING_ACTOR: triggeringActor ?? event.actor,
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: github.urls.server
  }
}

/** Uploads a plan that this job sealed, or says to have sealed. */
export async function sendPlan(
  github: GitHubServer,
  job: Job,
  {
    name = 'plan-net-1',
    header = {},
    key = KEY
  }: Readonly<{ name?: string; header?: Partial<SealHeader>; key?: Buffer }> = {}
): Promise<Sent> {
  const before = { ...process.env }
  Object.assign(process.env, await stepEnv(github, job))
  try {
    return await uploadArtifact(name, {
      'plan.sealed': sealPlan({
        key,
        header: { ...headerOf(github, job), ...header },
        plan: Buffer.from('plan')
      })
    })
  } finally {
    process.env = before
  }
}

const headerOf = (github: GitHubServer, { run }: Job): SealHeader => ({
  version: 2,
  repositoryId: github.platform.repositoryFacts(REPOSITORY).id,
  stack: 'net',
  workingDirectory: '.',
  commit: run.event.sha,
  runId: run.id,
  attempt: 1,
  digest: DIGEST,
  terraformVersion: '1.13.1',
  lockFileSha256: '',
  tree: {},
  arguments: { varFiles: [], targets: [], replace: [], refreshOnly: false, destroy: false }
})

/** Lets the job wait for its environment until `decide` has decided. */
export async function waitFor(github: GitHubServer, job: Job, decide: () => void): Promise<void> {
  const pending = new Promise<void>((resolve) => {
    github.onPendingReview(({ runId }) => {
      if (runId === job.run.id) resolve()
    })
  })
  const decision = github.platform.awaitEnvironment(job, never)
  await pending
  decide()
  await decision
}

/** Grace approves the job. */
export const approve = (github: GitHubServer, job: Job, user = 'grace'): Promise<void> =>
  waitFor(github, job, () =>
    github.people.review({
      runId: job.run.id,
      environment: ENVIRONMENT,
      state: 'approved',
      comment: 'fine',
      user
    })
  )

/** Runs an action in the job, with a Terraform that only writes down what it is told. */
export async function runAs(
  github: GitHubServer,
  job: Job,
  step: Readonly<{ action: string; inputs: Strings; env?: Strings; files?: Strings; plan?: string }>
): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'gated-job-'))
  try {
    const { TOKEN = '', ...env } = await stepEnv(github, job)
    await writeFile(join(folder, 'event.json'), JSON.stringify(payloadOf(job.run.event)))
    await writeFile(join(folder, 'plan.json'), step.plan ?? REVIEWED)
    await writeFile(join(folder, 'calls'), '')
    await writeFile(join(folder, 'terraform'), STAND_IN)
    await chmod(join(folder, 'terraform'), 0o755)
    const result = await runBundle({
      action: step.action,
      inputs: { 'github-token': TOKEN, ...step.inputs },
      files: step.files ?? {},
      env: {
        ...env,
        PATH: `${folder}:${process.env['PATH'] ?? ''}`,
        STAND_IN: folder,
        GITHUB_EVENT_PATH: join(folder, 'event.json'),
        ...step.env
      }
    })
    const calls = await readFile(join(folder, 'calls'), 'utf8')
    return { ...result, terraform: calls.split('\n').filter((line) => line !== '') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const payloadOf = ({ payload, inputs }: WorkflowEvent): object =>
  inputs === undefined ? payload : { ...payload, inputs }

const STAND_IN = `#!/bin/sh
echo "$1" >> "$STAND_IN/calls"
case "$1" in
  version) echo '{"terraform_version":"1.13.1"}' ;;
  show) cat "$STAND_IN/plan.json" ;;
  validate) echo '{"diagnostics":[]}' ;;
  output) echo '{}' ;;
esac
`
