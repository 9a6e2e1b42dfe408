/** The platform's own repository before its first tenant: a registry without files, and a form to fill in. */
import { join } from 'node:path'
import type { Fault } from '../../lab/faults/fault.ts'
import type { Lab } from '../../lab/lab.ts'
import type { JobResult, Run, RunResult } from '../../lab/runner/ports.ts'
import { visit, type Visited } from '../../lab/aws/dataplane/visit.ts'
import type { Behaviour } from '../../lab/aws/dataplane/api.ts'
import type { Review } from './ledger.ts'
import { approve } from './ledger.ts'
import { callJson, signed } from '../emulator/start.ts'
import { PLANTED, URI_PASSWORD } from './markers.ts'
import { FIXTURES } from './places.ts'
import { type Filled, startPlatform } from './platform.ts'
import { ENVIRONMENT, REPOSITORY } from './suite.ts'

/** What a person fills in. */
export type Form = Readonly<{ client: string; env: string; plan: string; subdomain: string } & Filled>

export type Onboarding = Readonly<{
  lab: Lab
  /** Every run so far, to be searched for secrets in the end. */
  runs: readonly RunResult[]
  /** How often Grace was asked to approve. */
  reviews: () => number
  /** Ada sends the form; its run goes to its end, and Grace approves. */
  onboard: (form: Form, review?: Review) => Promise<RunResult>
  /** Ada runs again what failed of a run, of the last one when none is named. */
  repeat: (run?: Run) => Promise<RunResult>
  /** The image that CALIBER_IMAGE names from now on. */
  publish: (tag: string, behaviour?: Behaviour) => Promise<string>
  /** The client's own repository builds its frontend; resolves with the fields that name the build. */
  buildSite: () => Promise<Filled>
  /** What AWS does wrong from now on; nothing without any. */
  disturb: (...faults: readonly Fault[]) => Promise<void>
  /** A browser's answer from a host, over TLS. */
  look: (address: string) => Promise<Visited>
  close: () => Promise<void>
}>

const WORKFLOW = 'onboard-tenant.yml'
const TENANT_FILE = 'terraform/tenants/stg/acme.tfvars.json'

/** Starts a lab on a copy of the account, in which no tenant is registered, reserved or built. */
export async function startOnboarding(): Promise<Onboarding> {
  const platform = await startPlatform('account', PLANTED)
  const { lab, aws, runs, close } = platform
  await platform.push('Begin without tenants', { [TENANT_FILE]: null })
  let reviews = 0
  const asked: Review = (waiting) => {
    reviews += 1
    return approve(waiting)
  }
  return {
    lab,
    runs,
    close,
    reviews: () => reviews,
    onboard: (form, review = asked) => platform.start(WORKFLOW, form, review),
    repeat: (run) => platform.repeat(asked, run),
    publish: async (tag, behaviour = {}) => {
      const { uri, digest } = await aws.putImage({ repository: 'caliber/api', tag, behaviour })
      platform.set({ CALIBER_IMAGE: `${uri}@${digest}` })
      return `${uri}@${digest}`
    },
    buildSite: () => buildSite(lab),
    disturb: (...faults) => aws.setFaults(faults),
    look: async (address) => visit(await aws.edges(), address)
  }
}

const SITE = { owner: 'acme', ownerId: 30_001, name: 'site', id: 30_009 } as const

/** Ada, who may read that repository, lends the platform a token. */
async function buildSite(lab: Lab): Promise<Filled> {
  const { people } = lab.github
  const repository = `${SITE.owner}/${SITE.name}`
  await people.createRepository({ ...SITE, folder: join(FIXTURES, 'site') })
  const workflow = '.github/workflows/build.yml'
  const started = await people.dispatch({ repository, workflow, ref: 'main', inputs: {}, actor: 'ada' })
  const [built] = await lab.deliver(started)
  people.setEnvironmentSecret({
    repository: REPOSITORY,
    environment: `${ENVIRONMENT}-deploy`,
    name: 'BUILDS_TOKEN',
    value: people.tokenFor('ada')
  })
  return { 'build-run': String(built?.run.id), 'build-repository': repository, 'build-artifact': 'site' }
}

type Call = Readonly<{ principal: string; action: string; resource: string; error: string }>

const ROLE = /:assumed-role\/caliber-([\w-]+)\//
const WRITES =
  /^(?:Allocate|Associate|Attach|Authorize|Copy|Create|Delete|Deregister|Modify|Put|Register|Request|Run|Start|Stop|Tag|Update)/

/** What jobs changed on AWS since its journal had so many calls, as `<role> <action>`; a lock and what failed are no change. */
export async function writesOf({ lab }: Onboarding, since = 0): Promise<readonly string[]> {
  const calls: readonly Call[] = (await lab.aws.journal()).slice(since)
  return calls.flatMap(({ principal, action, resource, error }) => {
    const [, role] = ROLE.exec(principal) ?? []
    const isWrite = WRITES.test(action) && error === '' && !resource.endsWith('.tflock')
    return role !== undefined && isWrite ? [`${role} ${action}`] : []
  })
}

/** Every call of a job that AWS refused by itself. */
export async function refusalsOf({ lab }: Onboarding): Promise<readonly string[]> {
  const calls = await lab.aws.journal()
  return calls
    .filter(({ principal, decision, fault }) => {
      const isJob = !principal.endsWith(':root') && fault === ''
      return isJob && decision !== 'allowed'
    })
    .map(
      ({ principal, iamAction, resource, decision }) => `${principal} ${iamAction} ${resource} ${decision}`
    )
}

/** The account's owner asks Secrets Manager. */
async function askSecrets<Told>({ lab }: Onboarding, operation: string, input: object): Promise<Told> {
  const { text } = await callJson(lab.aws, signed('secretsmanager'), [`secretsmanager.${operation}`, input])
  return JSON.parse(text) as Told
}

/** What no text may hold, by the names of the secrets: every password and every key in the account. */
export async function secretsOf(world: Onboarding): Promise<Readonly<Record<string, string>>> {
  type Listed = Readonly<{ SecretList: readonly Readonly<{ Name: string; ARN: string }>[] }>
  const { SecretList } = await askSecrets<Listed>(world, 'ListSecrets', { MaxResults: 100 })
  const found: Record<string, string> = { URI_PASSWORD }
  for (const { Name, ARN: SecretId } of SecretList) {
    type Kept = Readonly<{ SecretString?: string }>
    const { SecretString = '' } = await askSecrets<Kept>(world, 'GetSecretValue', { SecretId })
    const hidden = hiddenPart(Name, SecretString)
    if (hidden !== '') found[Name] = hidden
  }
  return found
}

/** Of a master secret and of a URI the password; an endpoint and an empty list are no secrets. */
function hiddenPart(name: string, text: string): string {
  if (text.startsWith('{')) return (JSON.parse(text) as Readonly<{ password: string }>).password
  if (text.startsWith('mongodb:')) return decodeURIComponent(new URL(text).password)
  return name.endsWith('django-secret-key') ? text : ''
}

/** AWS denies an action once, or as often as it is asked. */
export const denied = (action: string, nth: Fault['nth'] = 1): Fault => ({
  service: 'aws',
  match: { action },
  nth,
  effect: {
    kind: 'fail',
    status: 403,
    code: action.startsWith('s3') ? 'AccessDenied' : 'AccessDeniedException'
  }
})

/** How each job of the form's own file ended; jobs of workflows that it calls count as one, by their worst. */
export function stepsOf(run: RunResult): Readonly<Record<string, string>> {
  const ended: Record<string, string> = {}
  for (const { job, conclusion } of run.jobs) {
    const [name = ''] = job.name.split(' / ')
    const isWorse = ended[name] === undefined || ended[name] === 'skipped' || conclusion === 'failure'
    if (isWorse) ended[name] = conclusion
  }
  return ended
}

/** A job by a part of its name. */
export const jobNamed = (run: RunResult | undefined, name: string): JobResult | undefined =>
  run?.jobs.find(({ job }) => job.name.includes(name))
