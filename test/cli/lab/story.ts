/** One client's life on one laptop: what its chapters share. */
import type { AwsResource } from '../../../lab/aws/aws.ts'
import { readObject } from '../../e2e/bucket.ts'
import { administratorOf } from '../../emulator/start.ts'
import { type Seeded, seeded } from '../../seeds/seeded.ts'
import { openSessions, type Sessions } from '../../terraform/caliber/sessions.ts'
import { openLaptop, type Laptop, type Said, type Typing } from './laptop.ts'
import { changesOf, outputsOf, PRODUCTION, type Told } from './production.ts'

export const NAME = 'acme-prod-dedicated'
export const REGION = 'eu-central-1'
export const FLAGS = '--client Acme --plan Dedicated --env prod'
export const STATE = 'caliber/acme/prod/terraform.tfstate'
export const FILE = 'terraform/tenants/prod/acme.tfvars.json'
export const MINUTES = 60_000
const PLAN = '.terraform/laptop/prod-acme.tfplan'

export type Story = AsyncDisposable &
  Readonly<{
    aws: Seeded
    sessions: Sessions
    laptop: Laptop
    /** What was there before the client. */
    foundation: readonly AwsResource[]
    /** Everything that was said, and every plan and state there was. */
    seen: Record<string, string>
    /** Every secret value that exists once the client is seeded, by what it is. */
    values: Record<string, string>
    /** Types a line with the person's own credentials. */
    typing: (line: string, typing?: Typing) => Promise<Said>
    /** Types a line as somebody whose Terraform may only plan. */
    planning: (line: string) => Promise<Said>
    /** Types a line as somebody whose Terraform may apply, with answers at a terminal where there are any. */
    applying: (line: string, answers?: readonly string[]) => Promise<Said>
    /** What the plan that was saved last would change. */
    changes: () => Promise<readonly string[]>
    /** The client's outputs, as its state has them. */
    outputs: () => Promise<Told>
  }>

const MIGRATIONS = {
  migrations: [{ app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] }]
}
const PAGE =
  '<!doctype html><title>Caliber</title><script type="module" src="/assets/app-0123abcd.js"></script>\n'

/** An account with an image and a registered client, and a laptop whose owner administers it. */
export async function openStory(): Promise<Story> {
  const aws = await seeded('account')
  const sessions = await openSessions(aws)
  const laptop = await prepareLaptop(aws)
  const seen: Record<string, string> = {}
  const see = (what: string, text: string): void => {
    seen[`${Object.keys(seen).length} ${what}`] = text
  }
  const typing: Story['typing'] = async (line, how = {}) => {
    const said = await laptop.type(line, how)
    see(line, said.text)
    return said
  }
  const stateText = async (): Promise<string> => (await readObject(aws, STATE)) ?? '{}'
  return {
    aws,
    sessions,
    laptop,
    foundation: await aws.resources(),
    seen,
    values: {},
    typing,
    planning: async (line) => typing(line, { terraform: await sessions.plan() }),
    applying: async (line, answers) =>
      typing(line, { terraform: await sessions.apply(), ...(answers === undefined ? {} : { answers }) }),
    changes: async () => {
      const { out } = await laptop.terraform(await sessions.plan(), 'show', '-json', PLAN)
      see('plan', out)
      see('state', await stateText())
      return changesOf(out)
    },
    outputs: async () => outputsOf(await stateText()),
    [Symbol.asyncDispose]: async () => {
      await laptop[Symbol.asyncDispose]()
      await aws.close()
    }
  }
}

async function prepareLaptop(aws: Seeded): Promise<Laptop> {
  const image = { repository: 'caliber/api', tag: '1.4.2', region: REGION, behaviour: MIGRATIONS }
  const { uri } = await aws.putImage(image)
  const { host, port } = await aws.dns()
  const env = {
    TERRAFORM_BACKEND_CONFIG: aws.variables['TERRAFORM_BACKEND_CONFIG'] ?? '',
    DNS: `${host}:${port}`
  }
  const laptop = await openLaptop({ aws, person: await administratorOf(aws), env })
  await laptop.write('ca.pem', (await aws.edges()).ca)
  await laptop.write('build/index.html', PAGE)
  await laptop.write('build/assets/app-0123abcd.js', "document.title = 'Caliber'\n")
  await laptop.write(FILE, JSON.stringify({ ...PRODUCTION, image: `${uri}:1.4.2` }))
  return laptop
}
