/** The doctor at trust policies that somebody changed by hand. */
import { IAMClient, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { rootCredentials } from '../../lab/aws/aws.ts'
import { iam } from '../../lib/aws/iam.ts'
import { SUITE } from '../seeds/callers.ts'
import { seeded } from '../seeds/seeded.ts'
import { askDoctor, complaints, lines, type Told } from './ask-doctor.ts'
import { ENVIRONMENT, REPOSITORY, startSuite, type SuiteLab } from './suite.ts'

const MINUTES = 60_000
const HOST = 'token.actions.githubusercontent.com'
let suite: SuiteLab

beforeAll(async () => {
  suite = await startSuite(await seeded('account'))
}, 10 * MINUTES)

afterAll(() => suite.close())

type Policy = { Statement: { Condition: Record<string, Record<string, unknown>> }[] }

/** The apply role's trust policy, as somebody changes it by hand, and how it was. */
let before = ''
const client = (): IAMClient =>
  new IAMClient({ region: 'us-east-1', endpoint: suite.lab.aws.url, credentials: rootCredentials })

async function setTrust(text: string): Promise<void> {
  await client().send(new UpdateAssumeRolePolicyCommand({ RoleName: 'caliber-apply', PolicyDocument: text }))
}

async function change(
  edit: (equals: Record<string, unknown>, condition: Record<string, Record<string, unknown>>) => void
): Promise<Told> {
  const policy = JSON.parse(before) as Policy
  // The account's seed may trust other repositories too: only this one's statement is touched.
  const own = policy.Statement.find(
    ({ Condition }) => Condition['StringEquals']?.[`${HOST}:repository_id`] === String(SUITE.id)
  )
  if (own === undefined) throw new Error(`caliber-apply does not trust ${REPOSITORY}: ${before}`)
  edit(own.Condition['StringEquals'] ?? {}, own.Condition)
  await setTrust(JSON.stringify(policy))
  return askDoctor(suite)
}

beforeEach(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = rootCredentials.accessKeyId
  process.env['AWS_SECRET_ACCESS_KEY'] = rootCredentials.secretAccessKey
  before =
    (await iam({ region: 'us-east-1', endpoint: suite.lab.aws.url }).describeRole('caliber-apply'))?.trust ??
    ''
})
afterEach(() => setTrust(before))

test(
  'a wildcard that somebody put into a trust policy by hand',
  async () => {
    const told = await change((equals, condition) => {
      condition['StringLike'] = { [`${HOST}:sub`]: 'repo:caliber/*' }
      delete equals[`${HOST}:sub`]
    })
    expect({ code: told.code, lines: lines(told) }).toEqual({
      code: 1,
      lines: expect.arrayContaining(['unsafe trust-wildcard caliber-apply'])
    })
    expect(complaints(told)[0]?.fix?.run).toBe('terraform -chdir=terraform/stacks/bootstrap apply')
  },
  2 * MINUTES
)

test(
  'a trust policy that knows only the form that the tokens no longer have',
  async () => {
    const { people } = suite.lab.github
    people.setOidcSubject(REPOSITORY, { form: 'immutable' })
    const told = await change((equals) => {
      equals[`${HOST}:sub`] = `repo:${REPOSITORY}:environment:${ENVIRONMENT}`
    }).finally(() => people.setOidcSubject(REPOSITORY, { form: 'classic' }))
    expect({ code: told.code, lines: lines(told) }).toEqual({
      code: 1,
      lines: ['fails trust-subject-form caliber-apply']
    })
    expect(complaints(told)[0]?.says).toContain(
      `repo:caliber@${SUITE.ownerId}/actions@${SUITE.id}:environment:${ENVIRONMENT}`
    )
  },
  2 * MINUTES
)

test(
  'a trust policy that asks neither for the repository nor for the workflow',
  async () => {
    const told = await change((equals) => {
      delete equals[`${HOST}:job_workflow_ref`]
      delete equals[`${HOST}:repository_id`]
    })
    expect(lines(told)).toEqual(['unsafe trust-claim caliber-apply', 'unsafe trust-workflow caliber-apply'])
  },
  2 * MINUTES
)
