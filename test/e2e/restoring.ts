/** The platform's repository with the tenant stg/acme, whose API runs and whose databases hold something. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDoors } from '../../lab/doors/doors.ts'
import type { Lab } from '../../lab/lab.ts'
import type { RunResult } from '../../lab/runner/ports.ts'
import { callForm, element, signed } from '../emulator/start.ts'
import { seeded } from '../seeds/seeded.ts'
import { octokitOfPerson } from '../lab/github/fixture.ts'
import { ask } from './deployed.ts'
import { reject, type Review } from './ledger.ts'
import { CHECKOUT, FIXTURES } from './places.ts'
import { REPOSITORY, startSuite } from './suite.ts'
import { stateAt } from './restored-state.ts'

type Form = Readonly<Record<string, string>>

/** What the API runs with, as far as databases go. */
export type Connected = Readonly<{ status: number; documentdb: string; postgres: string }>

export type Restoring = Readonly<{
  lab: Lab
  /** Every run so far. */
  runs: readonly RunResult[]
  /** Ada fills in the form for stg/acme; its run goes to its end. */
  restore: (form: Form, review: Review) => Promise<RunResult>
  /** Ada runs again what failed of the last run. */
  repeat: (review: Review) => Promise<RunResult>
  /** Numbers of the open pull requests. */
  proposals: () => Promise<readonly number[]>
  /** Grace merges a pull request, and Ada has all of main planned. */
  merge: (number: number) => Promise<RunResult>
  /** How the API answers, and the hosts of the databases that its tasks were started with. */
  connected: () => Promise<Connected>
  /** Migrations that the database at a host has applied. */
  migrationsAt: (host: string) => Promise<readonly string[]>
  /** Database that the stack's state has, by the address of its resource. */
  inState: (address: string) => Promise<string>
  /** A text of what RDS tells of a database; '' where there is none. */
  told: (kind: 'Cluster' | 'Instance', identifier: string, name: string) => Promise<string>
  close: () => Promise<void>
}>

const FAST_CLOCK = join(CHECKOUT, 'test/bundles/fast-clock.ts')
const RELEASE = '.github/workflows/release.yml'
const MIGRATIONS = [{ app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] }]

/** Starts a lab on a copy of the account with the stack in it, and releases an API into it. */
export async function startRestoring(): Promise<Restoring> {
  const aws = await seeded('caliber')
  const doors = await openDoors(() => aws.edges())
  const suite = await startSuite(aws, {
    ...doors.env,
    NODE_OPTIONS: `${doors.env['NODE_OPTIONS']} --import ${FAST_CLOCK}`,
    STEP_SPEED: '10'
  })
  const { lab } = suite
  const { people } = lab.github
  people.letJobsPropose(REPOSITORY)
  const files = { [RELEASE]: readFileSync(join(FIXTURES, 'restore', RELEASE), 'utf8') }
  const branch = { repository: REPOSITORY, branch: 'main', author: 'ada' }
  await people.pushCommit({ ...branch, files, message: 'Release' })
  const set = (name: string, value: string): void => people.setVariable(REPOSITORY, name, value)
  const { host, port } = await aws.dns()
  set('SMOKE_RESOLVER', `${host}:${port}`)
  set('SMOKE_CA_CERTIFICATES', (await aws.edges()).ca)
  set('STACK_OUTPUTS', JSON.stringify((await stateAt(aws)).outputs))
  const { uri, digest } = await aws.putImage({
    repository: 'caliber/api',
    tag: 'one',
    behaviour: { migrations: MIGRATIONS }
  })
  set('IMAGE', `${uri}@${digest}`)
  const runs: RunResult[] = []
  const kept = (run: RunResult | undefined): RunResult => {
    if (run === undefined) throw new Error('Nothing ran.')
    runs.push(run)
    return run
  }
  let answer: Review
  kept((await suite.start('release.yml', {}, (waiting) => answer(waiting)))[0])
  return {
    lab,
    runs,
    restore: async (form, review) => {
      answer = review
      const whole = { client: 'Acme', env: 'stg', confirm: 'stg/acme', ...form }
      return kept((await suite.start('restore-database.yml', whole))[0])
    },
    repeat: async (review) => {
      answer = review
      const runId = runs.at(-1)?.run.id ?? 0
      return kept(await lab.runner.rerun({ runId, jobs: 'failed', actor: 'ada' }))
    },
    proposals: async () => {
      const [owner, repo] = REPOSITORY.split('/') as [string, string]
      const { rest } = octokitOfPerson(lab.github, 'grace')
      return (await rest.pulls.list({ owner, repo, state: 'open' })).data.map(({ number }) => number)
    },
    merge: async (number) => {
      await people.mergePullRequest({ repository: REPOSITORY, number, by: 'grace', method: 'squash' })
      return kept((await suite.start('ci-apply.yml', {}, reject))[0])
    },
    connected: async () => {
      const { status } = await ask({ lab }, '/healthz')
      const [documentdb, postgres] = await Promise.all([
        valueOf(lab, 'DOCDB_URI'),
        valueOf(lab, 'POSTGRES_ENDPOINT')
      ])
      return {
        status,
        documentdb: URL.canParse(documentdb) ? new URL(documentdb).hostname : documentdb,
        postgres: postgres.split(':')[0] ?? ''
      }
    },
    migrationsAt: async (at) =>
      Object.entries(await aws.databases()).flatMap(([name, applied]) =>
        name.startsWith(at) ? applied : []
      ),
    inState: async (address) => (await stateAt(aws)).identifiers[address] ?? '',
    told: async (kind, identifier, name) => {
      const parameters = { Version: '2014-10-31', [`DB${kind}Identifier`]: identifier }
      return element(
        await callForm(aws, { Action: `DescribeDB${kind}s`, ...parameters }, signed('rds')),
        name
      )
    },
    close: async () => {
      await doors.close()
      await suite.close()
    }
  }
}

/** A variable that the tasks of the API were started with. */
async function valueOf(lab: Lab, name: string): Promise<string> {
  const { text } = await ask({ lab }, `/environment/${name}`)
  return (JSON.parse(text) as Readonly<{ value?: string }>).value ?? text
}
