/** The platform's repository with the tenant stg/acme, whose API runs and whose databases hold something. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lab } from '../../lab/lab.ts'
import type { RunResult } from '../../lab/runner/ports.ts'
import { callForm, element, signed } from '../emulator/start.ts'
import { octokitOfPerson } from '../lab/github/fixture.ts'
import { ask } from './deployed.ts'
import type { Review } from './ledger.ts'
import { FIXTURES } from './places.ts'
import { type Filled as Form, startPlatform } from './platform.ts'
import { stateAt } from './restored-state.ts'
import { REPOSITORY } from './suite.ts'

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

const RELEASE = '.github/workflows/release.yml'
const MIGRATIONS = [{ app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] }]

/** Starts a lab on a copy of the account with the stack in it, and releases an API into it. */
export async function startRestoring(): Promise<Restoring> {
  const platform = await startPlatform('caliber')
  const { lab, aws, runs, repeat, close } = platform
  await platform.push('Release', {
    [RELEASE]: readFileSync(join(FIXTURES, 'restore', RELEASE), 'utf8')
  })
  const { uri, digest } = await aws.putImage({
    repository: 'caliber/api',
    tag: 'one',
    behaviour: { migrations: MIGRATIONS }
  })
  const { outputs } = await stateAt(aws)
  platform.set({ IMAGE: `${uri}@${digest}`, STACK_OUTPUTS: JSON.stringify(outputs) })
  await platform.start('release.yml')
  return {
    lab,
    runs,
    repeat,
    close,
    restore: (form, review) => {
      const whole = { client: 'Acme', env: 'stg', confirm: 'stg/acme', ...form }
      return platform.start('restore-database.yml', whole, review)
    },
    proposals: async () => {
      const [owner, repo] = REPOSITORY.split('/') as [string, string]
      const { rest } = octokitOfPerson(lab.github, 'grace')
      return (await rest.pulls.list({ owner, repo, state: 'open' })).data.map(({ number }) => number)
    },
    merge: async (number) => {
      const merge = { repository: REPOSITORY, number, by: 'grace', method: 'squash' } as const
      await lab.github.people.mergePullRequest(merge)
      return platform.start('ci-apply.yml')
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
    }
  }
}

/** A variable that the tasks of the API were started with. */
async function valueOf(lab: Lab, name: string): Promise<string> {
  const { text } = await ask({ lab }, `/environment/${name}`)
  return (JSON.parse(text) as Readonly<{ value?: string }>).value ?? text
}
