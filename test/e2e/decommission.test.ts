/** The last days of a tenant in the platform's repository: it drifts, is looked after, prepared for its end, and destroyed. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { element } from '../emulator/start.ts'
import { findUnexplained } from '../terraform/bootstrap/used-actions.ts'
import { complaints, type LastDays, NAME, startLastDays } from './decommissioning.ts'
import { jobsOf, summariesOf } from './results.ts'
import { REPOSITORY } from './suite.ts'

/** Bounds against hanging: a busy machine is slow, not wrong. */
const MINUTES = 60_000
jest.setTimeout(8 * MINUTES)

let world: LastDays
beforeAll(async () => {
  world = await startLastDays()
}, 10 * MINUTES)
afterAll(() => world?.close())

const DAILY = '17 5 * * *'
const WEEKLY = '43 6 * * 1'
/** Number of the pull request that takes the tenant's file away. */
let retirement = 0

describe('what belongs to nobody', () => {
  test('is reported in one issue, and the tenant’s own is not', async () => {
    await world.makeVpc('Globex', '10.99.0.0/16')
    const run = await world.tick(WEEKLY)
    expect([run.conclusion, complaints(run)]).toEqual([
      'failure',
      expect.stringContaining('Resources belong to no registered tenant: 1 of stg/globex.')
    ])
    const [issue, ...others] = await world.issues('orphans')
    expect([issue, others]).toEqual([expect.objectContaining({ state: 'open' }), []])
    expect(issue?.body).toMatch(/vpc\/vpc-/)
    expect(summariesOf([run])).toMatch(/[1-9][0-9] resources were looked at/)
  })
})

describe('what drifts', () => {
  test('has one issue, which a second look at what was planned leaves as it is', async () => {
    await world.rds({
      Action: 'ModifyDBInstance',
      DBInstanceIdentifier: `${NAME}-postgres`,
      DeletionProtection: 'true',
      ApplyImmediately: 'true'
    })
    const run = await world.tick(DAILY)
    expect([run.conclusion, complaints(run)]).toEqual([
      'failure',
      expect.stringContaining('caliber-acme-stg')
    ])
    const [issue, ...others] = await world.issues('drift')
    expect([issue, others]).toEqual([
      expect.objectContaining({ state: 'open', title: 'Drift: caliber-acme-stg' }),
      []
    ])
    await world.lab.runner.rerun({ runId: run.run.id, jobs: 'failed', actor: 'ada' })
    expect(await world.issues('drift')).toEqual([issue])
  })
})

describe('in prod', () => {
  const shared = { client: 'SaaSShared', env: 'prod', step: 'destroy', confirm: 'prod/saasshared' }
  const folder = 'terraform/tenants/prod'
  const tenant = { plan: 'SaaS', env: 'prod', region: 'us-east-1' }
  const own = {
    client: 'SaaSShared',
    subdomain: 'saas-api',
    vpc_cidr: '10.77.0.0/16',
    image: 'caliber/api:1'
  }
  const SHARED = `${folder}/saasshared.tfvars.json`
  const GUEST = `${folder}/globex.tfvars.json`

  test('nobody ends without `force`, and with it not before those who live there', async () => {
    await world.enter({
      [SHARED]: JSON.stringify({ ...tenant, ...own }),
      [GUEST]: JSON.stringify({ ...tenant, client: 'globex', subdomain: 'globex' })
    })
    const before = (await world.lab.aws.journal()).length
    expect(complaints(await world.decommission(shared))).toContain(
      "prod/saasshared: It is in prod. Set 'force' if its end is meant."
    )
    // The role that looks is assumed, and asks nothing.
    const calls = (await world.lab.aws.journal()).slice(before)
    expect(calls.map(({ action }) => action)).toEqual(['AssumeRoleWithWebIdentity'])
    const run = await world.decommission({ ...shared, force: 'true' })
    expect(complaints(run)).toContain(
      'prod/globex (says the registry) live on it. Decommission and release them'
    )
    expect(complaints(run)).not.toContain('It is in prod')
    expect(world.asked()).toBe(0)
    await world.enter({ [SHARED]: null, [GUEST]: null })
  })
})

describe('a tenant whose end is meant', () => {
  test('is not touched when somebody else is written out, and not when nobody is registered', async () => {
    const before = (await world.lab.aws.journal()).length
    expect(complaints(await world.decommission({ step: 'destroy', confirm: 'stg/globex' }))).toContain(
      "Input 'confirm' is not 'stg/acme'"
    )
    expect(complaints(await world.decommission({ client: 'globex', confirm: 'stg/globex' }))).toContain(
      'stg/globex is not in the registry: stg/acme is.'
    )
    expect((await world.lab.aws.journal()).length).toBe(before)
  })

  test('is not destroyed while it is protected and has no backups', async () => {
    const run = await world.decommission({ step: 'destroy' })
    expect(complaints(run)).toContain('Deletion protection is on')
    expect(complaints(run)).toContain('It has no snapshot')
    expect(world.asked()).toBe(0)
  })

  test('is prepared: snapshots are taken, and protection is taken off after an approval', async () => {
    const run = await world.decommission({ step: 'prepare' })
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    expect(world.asked()).toBe(1)
    expect(summariesOf([run])).toContain('Prepared. Start the step `destroy`')
    const answer = await world.rds({
      Action: 'DescribeDBInstances',
      DBInstanceIdentifier: `${NAME}-postgres`
    })
    expect(element(answer, 'DeletionProtection')).toBe('false')
    const looked = await world.tick(DAILY)
    expect([looked.conclusion, complaints(looked)]).toEqual(['success', ''])
    expect(await world.issues('drift')).toEqual([expect.objectContaining({ state: 'closed' })])
  })

  test('and then is destroyed, and its file is proposed to go', async () => {
    const run = await world.decommission({ step: 'destroy' })
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    expect(world.asked()).toBe(2)
    expect(await world.things()).toEqual([`task-definition ${NAME}-api`]) // a rollback may need it, and it is free
    // What was found holds as long as the snapshots are young, and is not approved after that.
    const check = jobsOf([run]).find(({ job }) => job.name === 'check')
    expect(Date.parse(check?.outputs['valid-until'] ?? '')).toBeGreaterThan(Date.now())
    const retire = jobsOf([run]).find(({ job }) => job.name === 'retire')
    retirement = Number(/\/pull\/(\d+)$/.exec(retire?.outputs['pull-request-url'] ?? '')?.[1])
    expect(world.lab.github.people.pullRequest(REPOSITORY, retirement)).toMatchObject({
      title: 'Retire stg/acme',
      files: [{ path: 'terraform/tenants/stg/acme.tfvars.json' }]
    })
    expect(summariesOf([run])).toMatch(/It is gone already; of it snapshot \S+ remains/)
  })

  test('is released by hand when that is merged, and is somebody’s again then', async () => {
    expect(complaints(await world.decommission({ step: 'release' }))).toContain(
      'is in the registry, so it lives'
    )
    const { people } = world.lab.github
    await people.mergePullRequest({
      repository: REPOSITORY,
      number: retirement,
      by: 'grace',
      method: 'squash'
    })
    const forgotten = await world.makeVpc('Acme', '10.98.0.0/16')
    expect(complaints(await world.decommission({ step: 'release' }))).toMatch(
      RegExp(
        `^1 resource of stg/acme still stands: arn:aws:ec2:\\S+:vpc/${forgotten}\\. If .* start the step destroy;`
      )
    )
    await world.ec2({ Action: 'DeleteVpc', VpcId: forgotten })
    const run = await world.decommission({ step: 'release' })
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
  })

  test('leaves nothing that would be an orphan, and no stack to look after', async () => {
    const run = await world.tick(WEEKLY)
    expect(complaints(run)).toMatch(/tenant: 1 of stg\/globex\. /)
    expect(summariesOf([run])).toMatch(
      /What remains of tenants that are gone\n\n(?:- `arn:aws:(?:ecs:.*task-definition|kms|rds:.*snapshot|secretsmanager):?.*`\n?)+/
    )
    await world.reopen('drift')
    expect((await world.tick(DAILY)).conclusion).toBe('success')
    const [issue] = await world.issues('drift')
    expect(issue).toMatchObject({ state: 'closed', body: expect.stringContaining('Gone since') })
  })
})

test('the roles were refused nothing, and have nothing more than they used', async () => {
  const calls = await world.lab.aws.journal()
  const refused = calls.filter(
    ({ principal, decision }) => decision !== 'allowed' && !principal.endsWith(':root')
  )
  expect(
    refused.map(({ principal, iamAction, resource }) => `${principal} ${iamAction} ${resource}`)
  ).toEqual([])
  expect(await findUnexplained(world.lab.aws, 'inspect')).toEqual([])
})
