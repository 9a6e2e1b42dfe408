/** The last days of a tenant in the platform's repository: it drifts, is looked after, prepared for its end, and destroyed. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { callForm, element, signed } from '../emulator/start.ts'
import { octokitOfPerson } from '../lab/github/fixture.ts'
import { seeded } from '../seeds/seeded.ts'
import { findUnexplained } from '../terraform/bootstrap/used-actions.ts'
import type { Review } from './ledger.ts'
import { CHECKOUT } from './places.ts'
import { jobsOf, summariesOf } from './results.ts'
import { REPOSITORY, startSuite, type SuiteLab } from './suite.ts'

/** Bounds against hanging: a busy machine is slow, not wrong. */
const MINUTES = 60_000
jest.setTimeout(8 * MINUTES)

const NAME = 'acme-stg-dedicated'
const FILE = 'terraform/tenants/stg/acme.tfvars.json'
const [owner, repo] = REPOSITORY.split('/') as [string, string]

let suite: SuiteLab
beforeAll(async () => {
  const env = {
    NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import ${CHECKOUT}/test/bundles/fast-clock.ts`,
    STEP_SPEED: '10'
  }
  suite = await startSuite(await seeded('caliber'), env)
  suite.lab.github.people.letJobsPropose(REPOSITORY)
}, 10 * MINUTES)
afterAll(() => suite?.close())

const FORM = { client: 'Acme', env: 'stg', confirm: 'stg/acme' }
let asked = 0
/** Number of the pull request that takes the tenant's file away. */
let retirement = 0

/** Grace approves; where data is destroyed she writes the words that it takes. */
const review: Review = ({ runId }) => {
  asked += 1
  const names = suite.lab.events.flatMap((event) =>
    event.kind === 'job' && event.job.run.id === runId ? [event.job.name] : []
  )
  const digest = names
    .map((name) => /destroy.*\(caliber-acme-stg ([0-9a-f]{8})\)/.exec(name)?.[1])
    .find(Boolean)
  return { state: 'approved', comment: digest === undefined ? 'fine' : `destroy ${digest}`, user: 'grace' }
}

async function decommission(form: Readonly<Record<string, string>>): Promise<RunResult> {
  const [run] = await suite.start('decommission-tenant.yml', { ...FORM, ...form }, review)
  if (run === undefined) throw new Error('The form started no run.')
  return run
}

const complaints = (run: RunResult | undefined): string =>
  (run?.annotations ?? [])
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message)
    .join('\n')

/** The tenant's things that AWS has. */
async function things(): Promise<readonly string[]> {
  const all = await suite.lab.aws.resources()
  return all.filter(({ name }) => name.includes(NAME)).map(({ type, name }) => `${type} ${name}`)
}

/** What the account's owner does by hand. */
async function byHand(service: string, form: Readonly<Record<string, string>>) {
  const answer = await callForm(suite.lab.aws, form, signed(service))
  expect([form['Action'], answer.status]).toEqual([form['Action'], 200])
  return answer
}
const rds = (form: Readonly<Record<string, string>>) => byHand('rds', { Version: '2014-10-31', ...form })
const ec2 = (form: Readonly<Record<string, string>>) => byHand('ec2', { Version: '2016-11-15', ...form })

type Told = Readonly<{ number: number; state: string; title: string; body: string; updated: string }>

/** Issues with a label. */
async function issues(labels: string): Promise<readonly Told[]> {
  const { rest } = octokitOfPerson(suite.lab.github, 'grace')
  const { data } = await rest.issues.listForRepo({ owner, repo, state: 'all', labels })
  return data.map(({ number, state, title, body, updated_at: updated }) => ({
    number,
    state,
    title,
    body: body ?? '',
    updated
  }))
}

/** A schedule's time comes. */
async function tick(cron: string): Promise<RunResult> {
  const event = await suite.lab.github.people.schedule({ repository: REPOSITORY, cron, actor: 'ada' })
  const [run] = await suite.lab.deliver(event)
  if (run === undefined) throw new Error(`Nothing is planned for ${cron}.`)
  return run
}
const DAILY = '17 5 * * *'
const WEEKLY = '43 6 * * 1'

describe('what belongs to nobody', () => {
  test('is reported in one issue, and the tenant’s own is not', async () => {
    const tag = (at: number, key: string, value: string) => ({
      [`TagSpecification.1.Tag.${at}.Key`]: key,
      [`TagSpecification.1.Tag.${at}.Value`]: value
    })
    await ec2({
      Action: 'CreateVpc',
      CidrBlock: '10.99.0.0/16',
      'TagSpecification.1.ResourceType': 'vpc',
      ...tag(1, 'Project', 'Caliber'),
      ...tag(2, 'Client', 'Globex'),
      ...tag(3, 'Env', 'stg')
    })
    const run = await tick(WEEKLY)
    expect([run.conclusion, complaints(run)]).toEqual([
      'failure',
      expect.stringContaining('Resources belong to no registered tenant: 1 of stg/globex.')
    ])
    const [issue, ...others] = await issues('orphans')
    expect([issue, others]).toEqual([expect.objectContaining({ state: 'open' }), []])
    expect(issue?.body).toMatch(/vpc\/vpc-/)
    expect(summariesOf([run])).toMatch(/[1-9][0-9] resources were looked at/)
  })
})

describe('what drifts', () => {
  test('has one issue, which a second look leaves as it is', async () => {
    await rds({
      Action: 'ModifyDBInstance',
      DBInstanceIdentifier: `${NAME}-postgres`,
      DeletionProtection: 'true',
      ApplyImmediately: 'true'
    })
    const run = await tick(DAILY)
    expect([run.conclusion, complaints(run)]).toEqual([
      'failure',
      expect.stringContaining('caliber-acme-stg')
    ])
    const [issue, ...others] = await issues('drift')
    expect([issue, others]).toEqual([
      expect.objectContaining({ state: 'open', title: 'Drift: caliber-acme-stg' }),
      []
    ])
    await tick(DAILY)
    expect(await issues('drift')).toEqual([issue])
  })
})

describe('a tenant whose end is meant', () => {
  test('is not touched when somebody else is written out, and not when nobody is registered', async () => {
    const before = (await suite.lab.aws.journal()).length
    expect(complaints(await decommission({ step: 'destroy', confirm: 'stg/globex' }))).toContain(
      "Input 'confirm' is not 'stg/acme'"
    )
    expect(complaints(await decommission({ client: 'globex', confirm: 'stg/globex' }))).toContain(
      'stg/globex is not in the registry: stg/acme is.'
    )
    expect((await suite.lab.aws.journal()).length).toBe(before)
  })

  test('is not destroyed while it is protected and has no backups', async () => {
    const run = await decommission({ step: 'destroy' })
    expect(complaints(run)).toContain('Deletion protection is on')
    expect(complaints(run)).toContain('It has no snapshot')
    expect(asked).toBe(0)
  })

  test('is prepared: snapshots are taken, and protection is taken off after an approval', async () => {
    const run = await decommission({ step: 'prepare' })
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    expect(asked).toBe(1)
    expect(summariesOf([run])).toContain('Prepared. Start the step `destroy`')
    const answer = await rds({
      Action: 'DescribeDBInstances',
      DBInstanceIdentifier: `${NAME}-postgres`
    })
    expect(element(answer, 'DeletionProtection')).toBe('false')
    const looked = await tick(DAILY)
    expect([looked.conclusion, complaints(looked)]).toEqual(['success', ''])
    expect(await issues('drift')).toEqual([expect.objectContaining({ state: 'closed' })])
  })

  test('and then is destroyed, and its file is proposed to go', async () => {
    const run = await decommission({ step: 'destroy' })
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    expect(asked).toBe(2)
    expect(await things()).toEqual([`task-definition ${NAME}-api`]) // a rollback may need it, and it is free
    const retire = jobsOf([run]).find(({ job }) => job.name === 'retire')
    retirement = Number(/\/pull\/(\d+)$/.exec(retire?.outputs['pull-request-url'] ?? '')?.[1])
    expect(suite.lab.github.people.pullRequest(REPOSITORY, retirement)).toMatchObject({
      title: 'Retire stg/acme',
      files: [{ path: FILE }]
    })
    expect(summariesOf([run])).toMatch(/It is gone already; of it snapshot \S+ remains/)
  })

  test('is released by hand when that is merged, and is somebody’s again then', async () => {
    expect(complaints(await decommission({ step: 'release' }))).toContain('is in the registry, so it lives')
    const { people } = suite.lab.github
    await people.mergePullRequest({
      repository: REPOSITORY,
      number: retirement,
      by: 'grace',
      method: 'squash'
    })
    const run = await decommission({ step: 'release' })
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
  })

  test('leaves what is nobody’s to the report of orphans, and no stack to look after', async () => {
    const run = await tick(WEEKLY)
    expect(complaints(run)).toMatch(/tenant: .*\b1 of stg\/globex\. /)
    expect((await tick(DAILY)).conclusion).toBe('success')
  })
})

test('the roles were refused nothing, and have nothing more than they used', async () => {
  const calls = await suite.lab.aws.journal()
  const refused = calls.filter(
    ({ principal, decision }) => decision !== 'allowed' && !principal.endsWith(':root')
  )
  expect(
    refused.map(({ principal, iamAction, resource }) => `${principal} ${iamAction} ${resource}`)
  ).toEqual([])
  expect(await findUnexplained(suite.lab.aws, 'inspect')).toEqual([])
})
