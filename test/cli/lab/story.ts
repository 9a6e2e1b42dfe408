/** One client's life on one laptop: what its chapters share. */
import type { AwsResource } from '../../../lab/aws/aws.ts'
import { openSessions, type Sessions } from '../../terraform/caliber/sessions.ts'
import { type Desk, openDesk } from './desk.ts'
import type { Said } from './laptop.ts'
import { PRODUCTION } from './production.ts'

export const NAME = 'acme-prod-dedicated'
export const REGION = 'eu-central-1'
export const FLAGS = '--client Acme --plan Dedicated --env prod'
export const STATE = 'caliber/acme/prod/terraform.tfstate'
export const FILE = 'terraform/tenants/prod/acme.tfvars.json'

export type Story = Desk &
  Readonly<{
    sessions: Sessions
    /** What was there before the client. */
    foundation: readonly AwsResource[]
    /** Every secret value that exists once the client is seeded, by what it is. */
    values: Record<string, string>
    /** Types a line as somebody whose Terraform may only plan. */
    planning: (line: string) => Promise<Said>
    /** Types a line as somebody whose Terraform may apply, with answers at a terminal where there are any. */
    applying: (line: string, answers?: readonly string[]) => Promise<Said>
  }>

/** An account with a registered client, and a laptop whose owner administers it. */
export async function openStory(): Promise<Story> {
  const desk = await openDesk(REGION, [STATE])
  const { aws, image, laptop, typing } = desk
  const sessions = await openSessions(aws)
  await laptop.write(FILE, JSON.stringify({ ...PRODUCTION, image }))
  return {
    ...desk,
    sessions,
    foundation: await aws.resources(),
    values: {},
    planning: async (line) => typing(line, { terraform: await sessions.plan() }),
    applying: async (line, answers) =>
      typing(line, { terraform: await sessions.apply(), ...(answers === undefined ? {} : { answers }) })
  }
}
