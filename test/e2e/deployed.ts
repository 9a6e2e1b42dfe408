/** What can be seen of a deployed tenant from outside, and what others do to it meanwhile. */
import type { AwsCall } from '../../lab/aws/aws.ts'
import { visit } from '../../lab/aws/dataplane/visit.ts'
import type { JobResult, RunResult } from '../../lab/runner/ports.ts'
import { callJson, signed } from '../emulator/start.ts'
import { API_HOST, type Application, CLUSTER, SERVICE } from './application.ts'
import { jobsOf } from './results.ts'

export type Runs = readonly RunResult[]

/** What the scenarios share; every run is kept, to be searched for secrets in the end. */
export type Story = Readonly<{
  app: () => Application
  keep: (runs: Runs) => Runs
  last: () => RunResult | undefined
}>

/** A lab in which the tenant runs. */
export type World = Pick<Application, 'lab'>

export type Answer = Readonly<{ status: number; version: string }>

/** One answer of the API, as a user gets it through the load balancer. */
export async function ask({ lab }: World, path = '/version'): Promise<Answer & { text: string }> {
  const { status, headers, text } = await visit(await lab.aws.edges(), `https://${API_HOST}${path}`)
  return { status, text, version: String(headers['x-app-version'] ?? '') }
}

const PAUSE_MS = 60

/** Asks the API again and again, until `stop`, which tells every answer in order. */
export async function probe({ lab }: Application): Promise<{ stop: () => Promise<readonly Answer[]> }> {
  const edges = await lab.aws.edges()
  const answers: Answer[] = []
  const ending = new AbortController()
  const asking = (async () => {
    while (!ending.signal.aborted) {
      const { status, headers } = await visit(edges, `https://${API_HOST}/version`)
      answers.push({ status, version: String(headers['x-app-version']) })
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  })()
  return {
    stop: async () => {
      ending.abort()
      await asking
      return answers
    }
  }
}

/** A call of somebody with the account's own key. */
export async function asOwner(app: World, target: string, input: object): Promise<Answered> {
  const [prefix = ''] = target.split('.')
  const service = PREFIXES[prefix] ?? prefix
  const { status, text } = await callJson(app.lab.aws, signed(service), [target, input])
  if (status !== 200) throw new Error(`${target} answered ${status}: ${text}`)
  return JSON.parse(text) as Answered
}
type Answered = Readonly<Record<string, unknown>>

const PREFIXES: Readonly<Record<string, string>> = {
  AmazonEC2ContainerServiceV20141113: 'ecs',
  AmazonSSM: 'ssm'
}
export const ECS = 'AmazonEC2ContainerServiceV20141113'

type Service = Readonly<{ taskDefinition: string; desiredCount: number; runningCount: number }>

/** The service as ECS describes it. */
export async function serviceOf(app: World): Promise<Service> {
  const about = { cluster: CLUSTER, services: [SERVICE] }
  const { services } = await asOwner(app, `${ECS}.DescribeServices`, about)
  const [service] = services as readonly Service[]
  if (service === undefined) throw new Error(`There is no service ${SERVICE}.`)
  return { ...service, taskDefinition: service.taskDefinition.split('/').at(-1) ?? '' }
}

/** The image that the tenant's parameter names. */
export async function imageOf(app: World): Promise<string> {
  const { Parameter } = await asOwner(app, 'AmazonSSM.GetParameter', { Name: '/caliber/acme/stg/api-image' })
  return (Parameter as Readonly<{ Value: string }>).Value
}

/** What no text may hold: the tenant's secrets and the databases' passwords, as they are and as they were. */
export async function secretsOf(app: Application): Promise<Readonly<Record<string, string>>> {
  const ids = [
    'caliber/acme/stg/docdb-uri',
    'caliber/acme/stg/django-secret-key',
    ...['documentdb', 'postgresql'].map((name) => String(app.outputs[`${name}_master_secret_arn`]?.value))
  ]
  const found: Record<string, string> = {}
  for (const SecretId of ids) {
    for (const VersionStage of ['AWSCURRENT', 'AWSPREVIOUS']) {
      const asked = { SecretId, VersionStage }
      const answer = await asOwner(app, 'secretsmanager.GetSecretValue', asked).catch(() => ({}))
      const { SecretString = '' } = answer as Readonly<{ SecretString?: string }>
      if (SecretString !== '') found[`${SecretId} ${VersionStage}`] = passwordOf(SecretString)
    }
  }
  return found
}

/** A master secret is JSON; of it the password is what nobody may see. */
const passwordOf = (text: string): string =>
  text.startsWith('{') ? (JSON.parse(text) as Readonly<{ password: string }>).password : text

/** The job that deployed, with its outputs. */
export const deployJob = (runs: readonly RunResult[]): JobResult | undefined =>
  jobsOf(runs).find(({ job }) => job.name.includes('deploy (acme stg)'))

/** Names of a job's steps that ran, with how they ended. */
export const stepsOf = (job: JobResult | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries((job?.steps ?? []).map(({ name, outcome }) => [name, outcome]))

/** Calls that a tenant's role made and that changed something, since the journal had so many. */
export async function writesOf({ lab }: Application, since = 0): Promise<readonly string[]> {
  const calls = (await lab.aws.journal()).slice(since)
  return calls.filter(isOfTenant).flatMap(({ action }) => (WRITES.test(action) ? [action] : []))
}

export const isOfTenant = ({ principal }: AwsCall): boolean =>
  /:assumed-role\/caliber-(?:deploy|seed)-acme-stg\//.test(principal)

const WRITES = /^(?:Register|Deregister|Update|Run|Stop|Put|Create|Delete|Copy|Initiate|Upload|Complete)/

const ROUNDS = 6_000
const ROUND_MS = 50

/** Waits until the runner has printed a line, after so many events; bounded. */
export async function untilSaid({ lab }: Application, line: RegExp, since: number): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const said = lab.events.slice(since).some((event) => event.kind === 'log' && line.test(event.line))
    if (said) return
    await new Promise((resolve) => setTimeout(resolve, ROUND_MS))
  }
  throw new Error(`No job has said ${line}.`)
}

/** Waits until what was deployed is asked, which a dry run before the deployment tells in the same words. */
export async function untilAsked(app: Application, deploying: RegExp, since: number): Promise<void> {
  await untilSaid(app, deploying, since)
  await untilSaid(app, /TCP and TLS on port/, app.lab.events.length)
}

/** Halts what a task runs, by the end of its ARN in the log: until it may go on, it takes as long as the test wants. */
export async function halt({ lab }: Application, said: RegExp): Promise<() => void> {
  const [, task] =
    lab.events.flatMap((event) => (event.kind === 'log' ? [said.exec(event.line)] : [])).findLast(Boolean) ??
    []
  const own = (await lab.aws.containers()).filter((one) => one.task === task)
  if (own.length === 0) throw new Error(`Nothing runs of the task that ${said} names.`)
  const signal = (name: 'SIGSTOP' | 'SIGCONT'): void => own.forEach(({ pid }) => process.kill(pid, name))
  signal('SIGSTOP')
  let isHalted = true
  return () => {
    if (isHalted) signal('SIGCONT')
    isHalted = false
  }
}
