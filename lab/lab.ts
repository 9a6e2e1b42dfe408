/** GitHub and AWS on one machine: where the runner, the GitHub server and the AWS emulator meet. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { type Aws, type AwsDefect, startAws } from './aws/aws.ts'
import type { Fault } from './faults/fault.ts'
import type { FaultReport } from './faults/fault-plan.ts'
import { type GitHubServer, startGitHub } from './github/server.ts'
import type { RunnerEvent, RunResult, WorkflowEvent } from './runner/ports.ts'
import { createRunner, type Runner } from './runner/runner.ts'
import { terraformSettings } from './terraform.ts'

/** What the machine offers; scripts/run.mjs prepares it and tells where it is. */
export type Machine = Readonly<{
  /** Node 24, which runs JavaScript actions. */
  node24: string
  /** Python with the emulator's packages. */
  python: string
  /** The Terraform that workflows are given as an installed binary. */
  terraform: string
  /** Terraform CLI configuration that says where providers come from. */
  terraformConfig: string
  path: string
}>

/** Who signs the tokens of jobs, as on github.com: roles trust it by this name, whatever the lab's own address. */
export const ISSUER = 'https://token.actions.githubusercontent.com'

/** Programs of GitHub's runners that talk to AWS, and have to talk to the lab's. */
const PROGRAMS = join(import.meta.dirname, 'programs')

export type LabOptions = Readonly<{
  machine: Machine
  /** Folder with owner/repo@ref copies of third-party actions, used instead of the stand-ins. */
  actionsCache?: string
  /** An AWS already seeded, such as a fork; the lab does not close it. */
  aws?: Aws
  /** Further variables for the steps of every job. */
  env?: Readonly<Record<string, string>>
  /** What is to go wrong on GitHub and AWS; calls count from the first delivered event on. */
  faults?: readonly Fault[]
  onEvent?: (event: RunnerEvent) => void
}>

export type Lab = Readonly<{
  github: GitHubServer
  aws: Aws
  runner: Runner
  /** Everything that happened so far, in order. */
  events: readonly RunnerEvent[]
  /** Runs every workflow that the event starts, to the end. */
  deliver: (event: WorkflowEvent) => Promise<readonly RunResult[]>
  /** What requests and runs started by themselves (dispatches, pushes with a person's token, `workflow_run`), to the end. */
  caused: () => Promise<readonly RunResult[]>
  /** What GitHub or AWS could not answer as the real ones do, a sentence each: a run that met one shows nothing. */
  defects: () => Promise<readonly string[]>
  /** Each fault of GitHub, then of AWS: how many calls matched it, and how often it came about. */
  faults: () => Promise<readonly FaultReport[]>
  close: () => Promise<void>
}>

/** Reads the machine from the environment that scripts/run.mjs sets. */
export function machineFromEnvironment(env: NodeJS.ProcessEnv = process.env): Machine {
  const value = (name: string): string => {
    const found = env[name]
    if (found === undefined || found === '') {
      throw new Error(`${name} is not set: start through 'npm run …', which prepares the machine first.`)
    }
    return found
  }
  return {
    node24: process.execPath,
    python: value('CALIBER_PYTHON_EMULATOR'),
    // Tests name another one, except those of Terraform itself.
    terraform: env['CALIBER_QUICK_TERRAFORM'] || value('CALIBER_TERRAFORM'),
    terraformConfig: value('TF_CLI_CONFIG_FILE'),
    path: value('PATH')
  }
}

/** Starts a lab; everything it starts ends with `close`. */
export async function startLab(options: LabOptions): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), 'caliber-lab-'))
  const own = options.aws === undefined
  const aws = options.aws ?? (await startAws({ python: options.machine.python }))
  const { faults = [] } = options
  const github = await startGitHub({ folder: join(folder, 'github'), faults, issuer: ISSUER })
  await aws.registerIssuer({ issuer: github.oidc.issuer, jwks: await github.oidc.jwks() })
  // Not earlier: an account is prepared with calls to AWS too.
  let armed: Promise<void> | undefined
  const arm = (): Promise<void> => (armed ??= faults.length === 0 ? Promise.resolve() : aws.setFaults(faults))
  const events: RunnerEvent[] = []
  const runner = createRunner({
    platform: github.platform,
    workFolder: join(folder, 'work'),
    toolCache: await made(join(folder, 'tools')),
    node24: options.machine.node24,
    env: { ...stepEnvironment(options.machine, aws), ...github.gitConfigEnv(), ...options.env },
    standIns: join(import.meta.dirname, 'runner/stand-ins'),
    ...(options.actionsCache === undefined ? {} : { actionsCache: options.actionsCache }),
    onEvent: (event) => {
      events.push(event)
      options.onEvent?.(event)
    }
  })
  const caused: Promise<readonly RunResult[]>[] = []
  github.onEvent(async (event) => {
    const { runs, ended } = await runner.start(event)
    caused.push(ended)
    return runs
  })
  return {
    github,
    aws,
    runner,
    events,
    deliver: async (event) => {
      await arm()
      return runner.trigger(event)
    },
    caused: async () => {
      const seen: RunResult[] = []
      // A run may start others until the last has ended.
      for (let next = 0; await github.settled(), next < caused.length; next += 1) {
        seen.push(...((await caused[next]) ?? []))
      }
      return seen
    },
    defects: async () => [...github.defects(), ...(await aws.defects()).map(describeDefect)],
    faults: async () => [...github.faults(), ...(await aws.faults())],
    close: async () => {
      await runner.close()
      await github.close()
      if (own) await aws.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

const describeDefect = ({ service, action, reason, times }: AwsDefect): string =>
  `AWS of the lab could not answer ${service}:${action} (${times === 1 ? 'once' : `${times} times`}): ${reason}`

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  return folder
}

/** What a self-hosted runner's service would give its jobs: where tools are, and that AWS is on loopback. */
function stepEnvironment(machine: Machine, aws: Aws): Record<string, string> {
  return {
    PATH: [PROGRAMS, dirname(machine.terraform), machine.path].join(delimiter),
    LAB_NODE: machine.node24,
    LANG: 'C.UTF-8',
    TF_CLI_CONFIG_FILE: machine.terraformConfig,
    AWS_ENDPOINT_URL: aws.url,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...terraformSettings
  }
}
