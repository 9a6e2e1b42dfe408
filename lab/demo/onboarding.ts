/** A tenant from a form to a site that answers, in an account in which nothing of it is. */
import { DOMAIN, type Variables } from '../account.ts'
import type { Lab } from '../lab.ts'
import type { Milestone, Site } from '../report/report-data.ts'
import type { RunResult } from '../runner/ports.ts'
import { AUTHOR, merge, REPOSITORY, TENANT_FILE } from './caliber.ts'
import { allGreen, answerReviews, keepMilestones, type Narrator } from './narrator.ts'
import { visitSite } from './site.ts'

/** What Ada fills in. */
export const FORM = { client: 'Acme', env: 'stg', plan: 'Dedicated', subdomain: 'acme-stg' } as const
const SITE = `https://www.${FORM.subdomain}.${DOMAIN}/`
const API = `https://${FORM.subdomain}.${DOMAIN}`
const WORKFLOW = '.github/workflows/onboard-tenant.yml'

/** The pull request that enters the tenant into the registry. */
export type Proposal = Readonly<{ number: number; title: string; author: string; body: string }>

export type Onboarding = Readonly<{
  /** The form's run, then that of the registry's pull request when it was merged. */
  runs: readonly RunResult[]
  site?: Site
  proposal?: Proposal
  milestones: readonly Milestone[]
}>

/** A platform before its first tenant: no file in the registry, an image to begin with, and where smoke tests ask for names. */
export async function beginWithoutTenants(lab: Lab): Promise<Variables> {
  const { people } = lab.github
  people.letJobsPropose(REPOSITORY)
  const files = { [TENANT_FILE]: null }
  const message = 'Begin without tenants'
  await people.pushCommit({ repository: REPOSITORY, branch: 'main', files, message, author: AUTHOR })
  const migrations = [{ app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] }]
  const image = await lab.aws.putImage({ repository: 'caliber/api', tag: '0.1.0', behaviour: { migrations } })
  const [dns, edges] = await Promise.all([lab.aws.dns(), lab.aws.edges()])
  const variables = {
    CALIBER_IMAGE: `${image.uri}@${image.digest}`,
    SMOKE_RESOLVER: `${dns.host}:${dns.port}`,
    SMOKE_CA_CERTIFICATES: edges.ca
  }
  for (const [name, value] of Object.entries(variables)) people.setVariable(REPOSITORY, name, value)
  return variables
}

type Stage = Readonly<{ lab: Lab; prepare: () => Promise<void> }>

/** Tells the story to its end; a failed run ends it early with what there is. */
export async function tellOnboarding({ lab, prepare }: Stage, narrator: Narrator): Promise<Onboarding> {
  const { milestones, mark } = keepMilestones()
  narrator.chapter('An administrator applies the bootstrap stack')
  mark('An administrator began to prepare the account')
  await prepare()
  answerReviews(lab, narrator, mark)
  narrator.chapter('Ada fills in the form: Acme, Dedicated, in stg')
  narrator.say(lines(FORM))
  mark(`${AUTHOR} filled in the form`)
  const inputs: Readonly<Record<string, string>> = FORM
  const form = { repository: REPOSITORY, workflow: WORKFLOW, ref: 'main', inputs, actor: AUTHOR }
  const onboarded = await lab.deliver(await lab.github.people.dispatch(form))
  if (!allGreen(onboarded)) return { runs: onboarded, milestones }
  mark('Both addresses answered')
  narrator.chapter('What answers at Acme’s addresses')
  const site = {
    ...(await visitSite(lab.aws, { site: SITE, api: API })),
    smoke: summaryOf(onboarded, 'smoke')
  }
  for (const { address, status, text } of site.answers)
    narrator.say(`   ${status}  ${address}  ${text.trim()}`)
  const proposal = findProposal(lab)
  if (proposal === undefined) return { runs: onboarded, site, milestones }
  narrator.chapter(`${AUTHOR} merges #${proposal.number}, ${proposal.title}; main is planned`)
  mark(`${AUTHOR} merged #${proposal.number}`)
  const merged = await merge(lab, proposal.number)
  mark(hasApplied(merged) ? 'main was applied' : 'A plan of main found nothing to change')
  return { runs: [...onboarded, ...merged], site, proposal, milestones }
}

const hasApplied = (runs: readonly RunResult[]): boolean =>
  runs.some(({ jobs }) =>
    jobs.some(({ job, conclusion }) => job.environment !== undefined && conclusion !== 'skipped')
  )

function lines(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `   ${name.padEnd(12)}${value}`)
    .join('\n')
}

const summaryOf = (runs: readonly RunResult[], name: string): string =>
  runs
    .flatMap(({ jobs }) => jobs)
    .filter(({ job }) => job.name === name)
    .map(({ summary }) => summary)
    .join('\n\n')

/** The one that the form's last job opened. */
function findProposal(lab: Lab): Proposal | undefined {
  const pull = lab.github.people.pullRequest(REPOSITORY, 1)
  if (pull === undefined) return undefined
  const { number, title, body, author } = pull
  return { number, title, author: author.login, body }
}
