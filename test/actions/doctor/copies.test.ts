import { expect, test } from '@jest/globals'
import type { AwsPort } from '../../../actions/doctor/src/ports.ts'
import { complaintsOf, COPY, examineWorld, linesOf, MASTER, NOON, STATE } from '../../fakes/doctor-world.ts'

const HOUR = 3_600_000
/** AWS has rotated the password so long after the copy was written. */
const rotated = (after: number): Partial<AwsPort> => ({
  secretDates: async (arn) => ({
    hasValue: true,
    ...(arn === MASTER ? { rotatedAt: NOON + after } : { changedAt: NOON })
  })
})
const workflow = (file: string, name: string) => ({
  readWorkflows: async () => [
    {
      path: `.github/workflows/${file}`,
      text: `uses: caliber/actions/.github/workflows/${name}@${'a'.repeat(40)}`
    }
  ]
})

const copies = async (aws: Partial<AwsPort>): Promise<readonly string[]> => {
  const { findings } = await examineWorld({ aws })
  return findings
    .filter(({ check }) => check === 'stale-copy')
    .map(({ verdict, about, says }) => `${verdict} ${about}: ${says}`)
}

test('a URI that was written before the last rotation is stale, with the command that writes it again', async () => {
  const github = workflow('secrets.yml', 'reseed.yml')
  const found = await complaintsOf({ aws: rotated(HOUR), github, inputs: { 'suite-commits': '', roles: '' } })
  expect(found.find(({ check }) => check === 'stale-copy')).toMatchObject({
    verdict: 'fails',
    about: 'acme/stg',
    says: "'caliber/acme/stg/docdb-uri' is stale: it was written at 2026-11-01T12:00Z, and AWS changed the database's password at 2026-11-01T13:00Z; tasks that start now cannot log in",
    fix: { run: 'gh workflow run secrets.yml --repo acme/infra' }
  })
})

test('where no workflow writes secrets it says which one to call', async () => {
  const [finding] = await complaintsOf({ aws: rotated(HOUR) })
  expect(finding?.fix).toEqual({
    say: "Write the secrets of acme/stg again and restart its service, so that new tasks read them: call the suite's reseed.yml from a workflow."
  })
})

test('one that was written after it, or is of a database that was never rotated, is good', async () => {
  const good = ["good acme/stg: 'caliber/acme/stg/docdb-uri' was written after the last rotation"]
  expect(await copies(rotated(-HOUR))).toEqual(good)
  expect(await copies({ secretDates: async () => ({ hasValue: true, changedAt: NOON }) })).toEqual(good)
})

test('nothing is stale before the first apply, and before the secrets were written', async () => {
  const nothing = ['good acme/stg: no DocumentDB URI has been written yet that could be stale']
  expect(await copies({ readState: async () => undefined })).toEqual(nothing)
  expect(await copies({ readState: async () => '{"version": 4, "outputs": {}}' })).toEqual(nothing)
  expect(await copies({ secretDates: async (arn) => ({ hasValue: arn !== COPY, rotatedAt: NOON }) })).toEqual(
    nothing
  )
})

test('the state is looked for where the backend says', async () => {
  const asked: unknown[] = []
  await copies({ readState: async (place) => (asked.push(place), STATE) })
  expect(asked).toEqual([{ bucket: 'x', region: 'us-east-1', key: 'caliber/acme/stg/terraform.tfstate' }])
})

test('what could not be read is not called good', async () => {
  const denied = async () => {
    throw Object.assign(new Error('no'), { name: 'AccessDeniedException' })
  }
  expect(await copies({ secretDates: denied })).toEqual([
    `unchecked acme/stg: not checked: needs secretsmanager:DescribeSecret on ${COPY}`
  ])
  expect(await copies({ readState: denied })).toEqual([
    'unchecked acme/stg: not checked: needs s3:GetObject on x/caliber/acme/stg/terraform.tfstate'
  ])
  expect(await copies({ readState: async () => 'no JSON' })).toEqual([
    'unchecked acme/stg: not checked: needs a state at x/caliber/acme/stg/terraform.tfstate that is JSON'
  ])
  const lines = await linesOf({ inputs: { vars: '{"AWS_REGION": "r"}', variables: '' } })
  expect(lines).toContain(
    "unchecked stale-copy acme/stg: not checked: needs the repository's variable TERRAFORM_BACKEND_CONFIG, which says where states are"
  )
})
