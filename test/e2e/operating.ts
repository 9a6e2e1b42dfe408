/** The platform's own repository with the tenant stg/acme, whose stack is applied: releases, schedules and forms. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { visit } from '../../lab/aws/dataplane/visit.ts'
import { openDoors } from '../../lab/doors/doors.ts'
import type { Lab } from '../../lab/lab.ts'
import type { RunResult } from '../../lab/runner/ports.ts'
import { seeded } from '../seeds/seeded.ts'
import { FRONTEND_HOST } from './application.ts'
import { asOwner } from './deployed.ts'
import { CHECKOUT, FIXTURES } from './places.ts'
import { REPOSITORY, startSuite } from './suite.ts'

type Form = Readonly<Record<string, string>>

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

const FAST_CLOCK = join(CHECKOUT, 'test/bundles/fast-clock.ts')
const RELEASE = '.github/workflows/release.yml'
const URI = 'caliber/acme/stg/docdb-uri'

/** Starts a lab on a copy of the account with the stack in it; nothing is deployed or seeded yet. */
export async function startOperation(): Promise<Operation> {
  const aws = await seeded('caliber')
  const doors = await openDoors(() => aws.edges())
  const suite = await startSuite(aws, {
    ...doors.env,
    NODE_OPTIONS: `${doors.env['NODE_OPTIONS']} --import ${FAST_CLOCK}`,
    STEP_SPEED: '10'
  })
  const { lab } = suite
  const { people } = lab.github
  const files = { [RELEASE]: readFileSync(join(FIXTURES, 'operator', RELEASE), 'utf8') }
  await people.pushCommit({
    repository: REPOSITORY,
    branch: 'main',
    files,
    message: 'Release',
    author: 'ada'
  })
  const set = (name: string, value: string): void => people.setVariable(REPOSITORY, name, value)
  const { host, port } = await aws.dns()
  set('SMOKE_RESOLVER', `${host}:${port}`)
  set('SMOKE_CA_CERTIFICATES', (await aws.edges()).ca)
  const runs: RunResult[] = []
  const kept = ([run]: readonly RunResult[]): RunResult => {
    if (run === undefined) throw new Error('Nothing ran.')
    runs.push(run)
    return run
  }
  const world = { lab, doors, close: suite.close }
  const put = async (name: string, text?: string): Promise<void> => {
    const changes = { [`terraform/tenants/stg/${name}.tfvars.json`]: text ?? null }
    const push = { repository: REPOSITORY, branch: 'main', files: changes }
    await people.pushCommit({ ...push, message: 'Change the registry', author: 'ada' })
  }
  return {
    lab,
    runs,
    start: async (file, form = {}) => kept(await suite.start(file, { client: 'Acme', env: 'stg', ...form })),
    tick: async () =>
      kept(
        await lab.deliver(
          await people.schedule({ repository: REPOSITORY, cron: '17 */4 * * *', actor: 'ada' })
        )
      ),
    release: async (name) => {
      const { uri, digest } = await aws.putImage({ repository: 'caliber/api', tag: name })
      set('IMAGE', `${uri}@${digest}`)
      set('RELEASE', name)
      return kept(await suite.start('release.yml'))
    },
    put,
    enter: async (tenant) =>
      put(
        tenant.client.toLowerCase(),
        JSON.stringify({ plan: 'SaaS', env: 'stg', region: 'us-east-1', ...tenant })
      ),
    awaitRotation: async () => {
      const { SecretId } = await masterOf(world)
      const later = { RotateImmediately: false, RotationRules: { ScheduleExpression: 'rate(4 hours)' } }
      await asOwner(world, 'secretsmanager.RotateSecret', { SecretId, ...later })
    },
    site: async () => {
      const { text } = await visit(await lab.aws.edges(), `https://${FRONTEND_HOST}/`)
      return /<title>([^<]*)/.exec(text)?.[1] ?? ''
    },
    close: async () => {
      await doors.close()
      await suite.close()
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
