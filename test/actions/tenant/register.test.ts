import { expect, test } from '@jest/globals'
import { renderSummary } from '../../../actions/tenant/src/summary.ts'
import { toReport } from '../../../actions/tenant/src/report.ts'
import { parseInputs } from '../../../actions/tenant/src/inputs.ts'
import { ACME, complaintOf, GLOBEX, openOffice, type Given } from './office.ts'

const REGISTER: Given = { mode: 'register', client: 'Globex', env: 'stg', 'github-token': 'ghs_job' }
const RELEASE: Given = {
  mode: 'release',
  client: 'globex',
  env: 'stg',
  confirm: 'stg/globex',
  'github-token': 'ghs_job'
}
const FILE = 'terraform/tenants/stg/globex.tfvars.json'
const inputsOf = (given: Given) => parseInputs((name) => given[name] ?? '')

test('a reserved tenant is proposed as a file on a branch of its own', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  const outcome = await office.run(REGISTER)
  expect(outcome).toMatchObject({ kind: 'proposed', proposal: { number: 7 }, changed: true })
  const text = office.repository.branches.get('tenants/stg-globex')?.get(FILE) ?? ''
  expect(text.split('\n').slice(0, 7)).toEqual([
    '{',
    '  "client": "Globex",',
    '  "plan": "Dedicated",',
    '  "env": "stg",',
    '  "subdomain": "globex-stg",',
    '  "region": "us-east-1",',
    '  "vpc_cidr": "10.0.0.0/16",'
  ])
  expect(office.repository.pulls[0]?.body).toContain('| subdomain | `globex-stg` |')
})

test('a second run finds its pull request and changes nothing', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  await office.run(REGISTER)
  expect(await office.run(REGISTER)).toMatchObject({
    kind: 'proposed',
    proposal: { number: 7 },
    changed: false
  })
  expect(office.repository.pulls).toHaveLength(1)
})

test('what is merged is registered', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  await office.run(REGISTER)
  office.repository.merge('tenants/stg-globex')
  expect(await office.run(REGISTER)).toMatchObject({ kind: 'registered', tenant: { client: 'Globex' } })
  expect(office.repository.pulls).toHaveLength(1)
})

test('an open pull request gets newer settings', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  await office.run(REGISTER)
  await office.run({ ...GLOBEX, settings: JSON.stringify({ image: 'caliber/api:2', cpu: 512 }) })
  expect(await office.run(REGISTER)).toMatchObject({ kind: 'proposed', changed: true })
  expect(office.repository.branches.get('tenants/stg-globex')?.get(FILE)).toContain('"cpu": 512')
})

test('a branch of long ago is put anew on the default branch', async () => {
  const office = openOffice()
  office.repository.branches.set('tenants/stg-globex', new Map([['old', 'file']]))
  await office.run(GLOBEX)
  await office.run(REGISTER)
  expect([...(office.repository.branches.get('tenants/stg-globex')?.keys() ?? [])]).not.toContain('old')
})

test('nobody is registered unreserved, with another plan or with another’s name', async () => {
  const office = openOffice()
  expect(complaintOf(await office.run(REGISTER))).toContain('stg/globex is not reserved')
  await office.run(GLOBEX)
  const main = office.repository.branches.get('main')
  main?.set(
    'terraform/tenants/stg/thief.tfvars.json',
    JSON.stringify({ ...ACME, client: 'thief', subdomain: 'globex-stg', vpc_cidr: '10.7.0.0/16' })
  )
  expect(complaintOf(await office.run(REGISTER))).toMatch(/globex-stg/)
  main?.set(
    FILE,
    JSON.stringify({
      client: 'globex',
      plan: 'SaaS',
      env: 'stg',
      subdomain: 'globex-stg',
      region: 'us-east-1'
    })
  )
  expect(complaintOf(await office.run(REGISTER))).toContain('a plan never changes')
  expect(office.repository.pulls).toEqual([])
})

test('a dry run proposes nothing', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  expect(await office.run({ ...REGISTER, 'dry-run': 'true' })).toMatchObject({
    kind: 'planned',
    steps: [`commit ${FILE} on branch tenants/stg-globex`, expect.stringContaining('into main')]
  })
  expect(office.repository.branches.size).toBe(1)
})

test('a person releases what was not built, whole, and once', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  const planned = await office.run({ ...RELEASE, 'dry-run': 'true' })
  expect('steps' in planned && planned.steps).toHaveLength(3)
  const outcome = await office.run(RELEASE)
  expect('freed' in outcome && outcome.freed[0]).toBe('/caliber-registry/tenants/stg/globex')
  expect(office.store.content.size).toBe(0)
  expect(await office.run(RELEASE)).toEqual({ kind: 'released', freed: [] })
})

test('nothing is released by a schedule, of a registered tenant, or under its guests', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  expect(complaintOf(await office.run(RELEASE, { event: 'schedule' }))).toContain('by hand only')
  const acme = { ...RELEASE, client: 'acme', confirm: 'stg/acme' }
  expect(complaintOf(await office.run(acme))).toContain('stg/acme is in the registry')
  const shared = { ...GLOBEX, client: 'SaaSShared', plan: 'SaaS', subdomain: 'saas-api-stg' }
  await office.run(shared)
  await office.run({ ...GLOBEX, client: 'guest', plan: 'SaaS', subdomain: 'guest-stg', settings: '' })
  const host = { ...RELEASE, client: 'SaaSShared', confirm: 'stg/saasshared' }
  expect(complaintOf(await office.run(host))).toBe('stg/guest live on stg/saasshared. Release them first.')
})

test('what main has registered is not released from a branch that has not', async () => {
  const office = openOffice([], undefined, [ACME])
  const acme = { ...RELEASE, client: 'acme', confirm: 'stg/acme' }
  expect(complaintOf(await office.run(acme))).toContain('stg/acme is in the registry')
})

test('a reservation that cannot be read is refused, and released by hand', async () => {
  const office = openOffice()
  office.store.content.set('/caliber-registry/tenants/stg/globex', 'hands off')
  expect(complaintOf(await office.run(GLOBEX))).toContain('holds no reservation that can be read. Release it')
  expect(await office.run(RELEASE)).toEqual({
    kind: 'released',
    freed: ['/caliber-registry/tenants/stg/globex']
  })
})

test('the list tells who is registered, reserved, neither, and what was left half done', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  office.store.content.set(
    '/caliber-registry/names/lost-stg.hicaliber.net',
    '{"tenant":"stg/lost","at":"2026-01-01"}'
  )
  const outcome = await office.run({ mode: 'list' })
  expect(outcome).toMatchObject({
    kind: 'listed',
    freeBlocks: 254,
    rows: [
      { tenant: 'stg/acme', state: 'unreserved', vpcCidr: '10.20.0.0/16' },
      { tenant: 'stg/globex', state: 'reserved', subdomain: 'globex-stg' },
      { tenant: 'stg/lost', state: 'incomplete', subdomain: 'names/lost-stg.hicaliber.net' }
    ]
  })
  expect(renderSummary(inputsOf({ mode: 'list' }), outcome)).toContain(
    '| `stg/globex` | reserved | Dedicated |'
  )
})

test('outputs say the same as result, and the file for the plan', async () => {
  const office = openOffice()
  const { outputs, failure } = toReport(inputsOf(GLOBEX), await office.run(GLOBEX))
  expect(failure).toBeUndefined()
  expect(outputs).toMatchObject({
    outcome: 'reserved',
    tenant: 'stg/globex',
    changed: 'true',
    'vpc-cidr': '10.0.0.0/16'
  })
  expect(JSON.parse(outputs['tfvars'] ?? '')).toMatchObject({ client: 'Globex', vpc_cidr: '10.0.0.0/16' })
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({
    mode: 'reserve',
    outcome: 'reserved',
    changed: true
  })
  const refused = toReport(inputsOf(REGISTER), { kind: 'refused', problems: ['No.'] })
  expect([refused.failure, refused.outputs['outcome']]).toEqual(['No.\nNothing was changed.', 'refused'])
})

test('a registry out of order is told file by file, in a pull request also what may not change', async () => {
  const good = openOffice()
  expect(await good.run({ mode: 'validate' })).toMatchObject({ kind: 'valid' })
  const bad = openOffice([ACME, { ...ACME, client: 'twin', vpc_cidr: '10.21.0.0/16' }])
  const outcome = await bad.run({ mode: 'validate' })
  expect(outcome).toMatchObject({ kind: 'invalid', problems: [{ file: 'stg/twin.tfvars.json' }] })
  expect(bad.lines).toEqual([
    expect.stringMatching(/^error: it claims acme-stg.* at terraform\/tenants\/stg\/twin\.tfvars\.json:$/)
  ])
  expect(toReport(inputsOf({ mode: 'validate' }), outcome).failure).toContain(
    'stg/twin.tfvars.json: it claims'
  )

  const removed = openOffice([], undefined, [ACME])
  const told = async (head: string) => {
    const { kind } = await removed.run({ mode: 'validate' }, { head })
    return [kind, removed.lines.filter((line) => line.startsWith('warning')).length]
  }
  expect(await told('tenants/stg-acme')).toEqual(['valid', 0])
  expect(await told('tidy-up')).toEqual(['valid', 1])
  expect(removed.lines.at(-1)).toContain('This takes stg/acme out of the registry, and its stack stays')

  const moved = openOffice([{ ...ACME, region: 'eu-west-1' }], undefined, [ACME])
  expect(await moved.run({ mode: 'validate' })).toMatchObject({
    problems: [{ sentence: expect.stringContaining('its region was us-east-1 and cannot become eu-west-1') }]
  })
})
