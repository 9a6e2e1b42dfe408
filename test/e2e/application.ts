/** The application team's repository, `acme/ledger`: it deploys the tenant stg/acme, whose stack another repository has applied. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Behaviour } from '../../lab/aws/dataplane/api.ts'
import { type Lab, machineFromEnvironment, startLab } from '../../lab/lab.ts'
import type { Run, RunResult } from '../../lab/runner/ports.ts'
import { fullName, LEDGER, SUITE } from '../seeds/callers.ts'
import { type Seeded, seeded } from '../seeds/seeded.ts'
import { readObject } from './bucket.ts'
import { fastSteps } from './fast-steps.ts'
import { FIXTURES } from './places.ts'

export const API_HOST = 'acme-stg.hicaliber.net'
export const FRONTEND_HOST = `www.${API_HOST}`
export const CLUSTER = 'acme-stg-dedicated'
export const SERVICE = `${CLUSTER}-api`
export const REPOSITORY = fullName(LEDGER)
const ENVIRONMENT = 'caliber-stg-deploy'
const IMAGES = 'caliber/api'

export type Outputs = Readonly<Record<string, Readonly<{ value: unknown }>>>

export type Application = Readonly<{
  lab: Lab
  /** Outputs of the tenant's stack, as its state has them. */
  outputs: Outputs
  set: (variables: Readonly<Record<string, string>>) => void
  /** Ada pushes to main a Dockerfile whose image behaves so; the runs that it starts go to their end. */
  deploy: (message: string, behaviour?: Behaviour) => Promise<readonly RunResult[]>
  /** Ada starts operate.yml with an image that is there already and behaves so; its name is its version. */
  release: (name: string, behaviour?: Behaviour) => Promise<readonly RunResult[]>
  /** Ada pushes files to main. */
  push: (message: string, files: Readonly<Record<string, string | null>>) => Promise<readonly RunResult[]>
  /** Ada starts a workflow by hand. */
  start: (file: string) => Promise<readonly RunResult[]>
  /** Grace runs a run again, all of it or what failed. */
  repeat: (run: Run | undefined, jobs: 'all' | 'failed') => Promise<RunResult>
  /** Grace cancels the run that began last. */
  cancel: () => void
  close: () => Promise<void>
}>

/** Starts a lab on a copy of the account with the stack in it; nothing is deployed or seeded yet. */
export async function startApplication(): Promise<Application> {
  const aws = await seeded('caliber')
  const lab = await startLab({ machine: machineFromEnvironment(), aws, env: fastSteps() })
  const { people } = lab.github
  await people.createRepository({ ...SUITE, copyOf: aws.suite.gitFolder })
  const folder = folderOf(aws.suite.sha)
  await people.createRepository({ ...LEDGER, folder })
  rmSync(folder, { recursive: true })
  people.setEnvironment(REPOSITORY, ENVIRONMENT, { branches: ['main'], canAdminsBypass: false })
  // The registry's repository is the platform's and older than any tenant.
  const { uri } = await aws.putImage({ repository: IMAGES, tag: 'first' })
  const outputs = await outputsOf(aws)
  const set: Application['set'] = (variables) => {
    for (const [name, value] of Object.entries(variables)) people.setVariable(REPOSITORY, name, value)
  }
  set({ ...(await variablesOf(aws, outputs)), REGISTRY: uri.slice(0, -IMAGES.length - 1) })
  const push: Application['push'] = async (message, files) => {
    const commit = { repository: REPOSITORY, branch: 'main', files, message, author: 'ada' }
    const { event } = await people.pushCommit(commit)
    return lab.deliver(event)
  }
  const start: Application['start'] = async (file) => {
    const workflow = `.github/workflows/${file}`
    const asked = { repository: REPOSITORY, workflow, ref: 'main', inputs: {}, actor: 'ada' }
    return lab.deliver(await people.dispatch(asked))
  }
  return {
    lab,
    outputs,
    set,
    push,
    start,
    deploy: (message, behaviour = {}) => push(message, { Dockerfile: dockerfile(message, behaviour) }),
    release: async (name, behaviour = {}) => {
      const image = await aws.putImage({ repository: IMAGES, tag: name, behaviour })
      set({ IMAGE: `${image.uri}@${image.digest}` })
      return start('operate.yml')
    },
    repeat: (run, jobs) => lab.runner.rerun({ runId: run?.id ?? 0, jobs, actor: 'grace' }),
    cancel: () => {
      const begun = lab.events.findLast((event) => event.kind === 'run')
      if (begun !== undefined) lab.runner.cancel(begun.run.id)
    },
    close: async () => {
      const defects = lab.github.defects()
      await lab.close()
      await aws.close()
      if (defects.length > 0)
        throw new Error(`The lab's GitHub failed its scenario: ${JSON.stringify(defects)}`)
    }
  }
}

const dockerfile = (message: string, behaviour: Behaviour): string =>
  `FROM python:3.13-slim\n# ${message}\nCOPY . /app\nLABEL lab.behaviour='${JSON.stringify(behaviour)}'\n`

async function outputsOf(aws: Seeded): Promise<Outputs> {
  const state = await readObject(aws, 'caliber/acme/stg/terraform.tfstate')
  return (JSON.parse(state ?? '{}') as { outputs: Outputs }).outputs
}

/** What the workflows read: roles as the bootstrap names them, and how the hosts are reached on this machine. */
async function variablesOf(aws: Seeded, outputs: Outputs): Promise<Readonly<Record<string, string>>> {
  const { ca, hosts } = await aws.edges()
  const { host, port } = await aws.dns()
  const role = (kind: string): string =>
    `arn:aws:iam::${aws.variables['AWS_ACCOUNT_ID'] ?? ''}:role/caliber-${kind}-acme-stg`
  const urls = (name: string, path: string): string => {
    const { ports = {} } = hosts[name] ?? {}
    return `https://${name}:${ports['443']}${path}\nhttp://${name}:${ports['80']}`
  }
  return {
    ...aws.variables,
    AWS_DEPLOY_ROLE: role('deploy'),
    AWS_SEED_ROLE: role('seed'),
    API_URLS: urls(API_HOST, ''),
    FRONTEND_URLS: urls(FRONTEND_HOST, '/'),
    FRONTEND_BUCKET: String(outputs['frontend_bucket']?.value),
    DISTRIBUTION_ID: String(outputs['distribution_id']?.value),
    STACK_OUTPUTS: JSON.stringify(outputs),
    RESOLVER: `${host}:${port}`,
    CA_CERTIFICATES: ca
  }
}

function folderOf(suite: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'application-'))
  cpSync(join(FIXTURES, 'application'), folder, { recursive: true })
  const workflows = join(folder, '.github/workflows')
  for (const name of readdirSync(workflows)) {
    const file = join(workflows, name)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('SUITE_SHA', suite))
  }
  return folder
}
