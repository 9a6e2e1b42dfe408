/** The platform's own repository with the tenant stg/acme, whose stack is applied: releases, schedules and forms. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { visit } from '../../lab/aws/dataplane/visit.ts'
import type { Lab } from '../../lab/lab.ts'
import type { RunResult } from '../../lab/runner/ports.ts'
import { FRONTEND_HOST } from './application.ts'
import { asOwner } from './deployed.ts'
import { FIXTURES } from './places.ts'
import { type Filled as Form, startPlatform } from './platform.ts'

export type Operation = Readonly<{
  lab: Lab
  /** Every run so far, to be searched for secrets in the end. */
  runs: readonly RunResult[]
  /** Ada fills in a form for stg/acme; its run goes to its end. */
  start: (file: string, form?: Form) => Promise<RunResult>
  /** The time of rotate-secrets.yml comes. */
  tick: () => Promise<RunResult>
  /** Deploys an image and a site of this name. */
  release: (name: string) => Promise<RunResult>
  /** Enters a SaaS tenant into the registry, of which nothing is built. */
  enter: (tenant: Readonly<{ client: string } & Form>) => Promise<void>
  /** Puts a file into the registry; without a text it goes. */
  put: (name: string, text?: string) => Promise<void>
  /** AWS is about to give DocumentDB's master user another password: within hours. */
  awaitRotation: () => Promise<void>
  /** The release that a visitor of the site gets. */
  site: () => Promise<string>
  close: () => Promise<void>
}>

const RELEASE = '.github/workflows/release.yml'
const URI = 'caliber/acme/stg/docdb-uri'

/** Starts a lab on a copy of the account with the stack in it; nothing is deployed or seeded yet. */
export async function startOperation(): Promise<Operation> {
  const platform = await startPlatform('caliber')
  const { lab, aws, runs, close } = platform
  await platform.push('Release', {
    [RELEASE]: readFileSync(join(FIXTURES, 'operator', RELEASE), 'utf8')
  })
  const put = (name: string, text?: string): Promise<void> =>
    platform.push('Change the registry', { [`terraform/tenants/stg/${name}.tfvars.json`]: text ?? null })
  return {
    lab,
    runs,
    close,
    put,
    start: (file, form = {}) => platform.start(file, { client: 'Acme', env: 'stg', ...form }),
    tick: () => platform.tick('17 */4 * * *'),
    release: async (name) => {
      const { uri, digest } = await aws.putImage({ repository: 'caliber/api', tag: name })
      platform.set({ IMAGE: `${uri}@${digest}`, RELEASE: name })
      return platform.start('release.yml')
    },
    enter: (tenant) =>
      put(
        tenant.client.toLowerCase(),
        JSON.stringify({ plan: 'SaaS', env: 'stg', region: 'us-east-1', ...tenant })
      ),
    awaitRotation: async () => {
      const { SecretId } = await masterOf(platform)
      const later = { RotateImmediately: false, RotationRules: { ScheduleExpression: 'rate(4 hours)' } }
      await asOwner(platform, 'secretsmanager.RotateSecret', { SecretId, ...later })
    },
    site: async () => {
      const { text } = await visit(await aws.edges(), `https://${FRONTEND_HOST}/`)
      return /<title>([^<]*)/.exec(text)?.[1] ?? ''
    }
  }
}

/** The secret that AWS keeps of the cluster's master user. */
async function masterOf(world: Readonly<{ lab: Lab }>): Promise<Readonly<{ SecretId: string }>> {
  const { SecretList } = await asOwner(world, 'secretsmanager.ListSecrets', {})
  const list = SecretList as readonly Readonly<{ ARN: string; Tags?: readonly Readonly<{ Key: string }>[] }>[]
  const found = list.find(({ Tags = [] }) => Tags.some(({ Key }) => Key === 'aws:rds:primaryDBClusterArn'))
  if (found === undefined) throw new Error(`No secret of a cluster, which ${URI} is made from.`)
  return { SecretId: found.ARN }
}
