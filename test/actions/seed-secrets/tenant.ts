/** The tenant acme/stg whose secrets are seeded, with ports that tests look into. */
import { seed } from '../../../actions/seed-secrets/src/act.ts'
import { parseInputs } from '../../../actions/seed-secrets/src/inputs.ts'
import type { Outcome, Row } from '../../../actions/seed-secrets/src/outcome.ts'
import type { Ports } from '../../../actions/seed-secrets/src/ports.ts'
import { readOutputs } from '../../../actions/seed-secrets/src/read-outputs.ts'
import { UserError } from '../../../lib/errors.ts'
import { fakeSecrets, type FakeSecrets } from '../../fakes/secrets-manager.ts'
import { fakeLog } from '../../fakes/terraform-exec.ts'

export const PATH = 'caliber/acme/stg/'
export const MASTER = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-1-AbCdEf'
export const POSTGRES = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!db-1-AbCdEf'
export const BASE = 'mongodb://db.test:27017/?tls=true&replicaSet=rs0&retryWrites=false'
export const OUTPUTS = {
  documentdb_uri: BASE,
  documentdb_master_secret_arn: MASTER,
  postgresql_endpoint: 'pg.test:5432',
  postgresql_master_secret_arn: POSTGRES
}
export const NAMES = ['docdb-uri', 'postgres-endpoint', 'django-secret-key-fallbacks', 'django-secret-key']
export const HOUR = 3_600_000

export type Tenant = Readonly<{
  secrets: FakeSecrets
  lines: readonly string[]
  hidden: readonly string[]
  run: (inputs?: Readonly<Record<string, string>>, run?: string) => Promise<Outcome>
  /** As the runner does when somebody cancels the job. */
  cancel: () => void
  /** Moves the clock on. */
  wait: (ms: number) => void
  /** AWS gives the master user another password. */
  rotateMaster: (password: string) => void
}>

/** Containers without values, as Terraform makes them; the clock stands. */
export function openTenant(): Tenant {
  let now = Date.UTC(2026, 10, 21, 12)
  let keys = 0
  const secrets = fakeSecrets(() => now)
  const { log, lines } = fakeLog()
  const hidden: string[] = []
  const aborter = new AbortController()
  for (const name of NAMES) secrets.add(`${PATH}${name}`)
  const master = (password: string): string => JSON.stringify({ username: 'caliber_admin', password })
  secrets.add(MASTER, master('p@ss/w:rd #1'), now)
  secrets.add(POSTGRES, master('postgres-password'), now)
  const ports = (run: string): Ports => ({
    secrets,
    readText: async () => '',
    terraformIn: () => Promise.reject(new Error('no Terraform here')),
    hide: (text) => void hidden.push(text),
    random: (bytes) => `key-${(keys += 1)}-of-${bytes}-bytes`,
    run,
    region: 'us-east-1',
    clock: { now: () => now, sleep: async (ms) => void (now += ms) },
    log,
    signal: aborter.signal
  })
  return {
    secrets,
    lines,
    hidden,
    run: async (inputs = {}, run = '7/100') => {
      const given: Readonly<Record<string, string>> = {
        client: 'acme',
        env: 'stg',
        outputs: JSON.stringify(OUTPUTS),
        ...inputs
      }
      const parsed = await parseInputs((name) => given[name] ?? '')
      return seed(parsed, await readOutputs(parsed.from, ports(run)), ports(run))
    },
    cancel: () => aborter.abort(new UserError('The job was cancelled (SIGTERM).')),
    wait: (ms) => void (now += ms),
    rotateMaster: (password) => secrets.write(MASTER, master(password), now)
  }
}

/** The changes by name; those that left a secret as it was are left out. */
export function changesOf(outcome: Outcome): Readonly<Record<string, Row['change']>> {
  const rows = 'rows' in outcome ? outcome.rows : []
  const changed = rows.filter(({ change }) => change !== 'unchanged')
  return Object.fromEntries(changed.map(({ name, change }) => [name, change]))
}

/** The refusal's sentences, or the failure's; '' when all went well. */
export function complaintOf(outcome: Outcome): string {
  if (outcome.kind === 'refused') return outcome.problems.join('\n')
  return outcome.kind === 'failed' ? outcome.sentence : ''
}
