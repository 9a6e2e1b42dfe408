import { expect, test } from '@jest/globals'
import { ACME, addressesOf, complaintOf, GLOBEX, IMAGE, openOffice, ROOT, type Given } from './office.ts'

const RECORD = `${ROOT}/tenants/stg/globex`
const NAME = `${ROOT}/names/globex-stg.hicaliber.net`

test('a tenant gets its name and the lowest free addresses, the record last', async () => {
  const office = openOffice()
  const outcome = await office.run(GLOBEX)
  expect(outcome).toMatchObject({
    kind: 'reserved',
    tenant: { client: 'Globex', vpc_cidr: '10.0.0.0/16', image: IMAGE },
    written: [NAME, `${ROOT}/ranges/10.0.0.0_16`, RECORD]
  })
  expect(JSON.parse(office.store.content.get(RECORD) ?? '')).toMatchObject({
    tenant: 'stg/globex',
    run: 'https://github.com/acme/infra/actions/runs/1',
    claims: [NAME, `${ROOT}/ranges/10.0.0.0_16`]
  })
})

test('the same again writes nothing and gives the same', async () => {
  const office = openOffice()
  const first = await office.run(GLOBEX)
  const again = await office.run({ ...GLOBEX, client: 'globex' })
  expect(again).toMatchObject({ kind: 'reserved', written: [] })
  expect('tenant' in again && again.tenant).toEqual('tenant' in first && first.tenant)
})

test('addresses of the registry and of reservations are not given again', async () => {
  const office = openOffice([{ ...ACME, vpc_cidr: '10.0.0.0/16' }])
  expect(addressesOf(await office.run(GLOBEX))).toBe('10.1.0.0/16')
  const initech = { ...GLOBEX, client: 'initech', subdomain: 'initech-stg' }
  expect(addressesOf(await office.run(initech))).toBe('10.2.0.0/16')
})

test('small blocks come out of a small pool until it is used up', async () => {
  const office = openOffice()
  const small = { ...GLOBEX, 'cidr-pool': '10.20.0.0/15', 'cidr-size': '17' }
  expect(addressesOf(await office.run(small))).toBe('10.21.0.0/17')
  expect(addressesOf(await office.run({ ...small, client: 'b1', subdomain: 'b1-stg' }))).toBe(
    '10.21.128.0/17'
  )
  expect(complaintOf(await office.run({ ...small, client: 'b2', subdomain: 'b2-stg' }))).toBe(
    "The pool 10.20.0.0/15 has no block of /17 left. Give a larger 'cidr-pool'."
  )
})

test('another client in another environment takes its own', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  const outcome = await office.run({ ...GLOBEX, env: 'prod', subdomain: 'globex' })
  expect(outcome).toMatchObject({ kind: 'reserved', tenant: { vpc_cidr: '10.1.0.0/16' } })
})

test('settings can be corrected until the tenant is registered', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  const outcome = await office.run({ ...GLOBEX, settings: JSON.stringify({ image: IMAGE, cpu: 512 }) })
  expect(outcome).toMatchObject({
    kind: 'reserved',
    tenant: { cpu: 512, vpc_cidr: '10.0.0.0/16' },
    written: [RECORD]
  })
})

test('what the form sent anew does not name stays as it was reserved', async () => {
  const office = openOffice()
  const overrides = { alarms: true, documentdb_instances: 2 }
  const settings = { image: IMAGE, cpu: 1024, frontend_enabled: false, overrides }
  const first = await office.run({ ...GLOBEX, settings: JSON.stringify(settings) })
  const again = await office.run({ ...GLOBEX, settings: '' })
  expect(again).toMatchObject({ kind: 'reserved', written: [] })
  expect('tenant' in again && again.tenant).toEqual('tenant' in first && first.tenant)
  const other = await office.run({ ...GLOBEX, settings: '{"cpu":512,"overrides":{"alarms":false}}' })
  expect(other).toMatchObject({ written: [RECORD] })
  expect('tenant' in other && other.tenant).toMatchObject({ cpu: 512, frontend_enabled: false, image: IMAGE })
  expect('tenant' in other && other.tenant?.['overrides']).toEqual({ alarms: false })
})

test('settings that are too long together are refused', async () => {
  const office = openOffice()
  const long = (name: string): Given => ({
    ...GLOBEX,
    settings: JSON.stringify({
      image: IMAGE,
      [name]: Array.from({ length: 45 }, (_, at) => `${at}@${'x'.repeat(30)}.y`)
    })
  })
  expect((await office.run(long('alarm_emails'))).kind).toBe('reserved')
  expect(complaintOf(await office.run(long('interface_endpoints')))).toContain(
    'longer than a reservation can hold'
  )
})

const REGISTERED: Given = { ...GLOBEX, client: 'acme', subdomain: 'acme-stg', settings: '', image: 'api:9' }

test('of a registered tenant the registry’s file holds, and missing claims are made', async () => {
  const office = openOffice([{ ...ACME, cpu: 1024 }])
  const outcome = await office.run({ ...REGISTERED, settings: '{"cpu":1024,"account_id":null}' })
  expect(outcome).toMatchObject({ kind: 'reserved', tenant: { ...ACME, cpu: 1024 } })
  expect('written' in outcome && outcome.written).toHaveLength(3)
  expect(await office.run(REGISTERED)).toMatchObject({ kind: 'reserved', written: [] })
})

test('other settings of a registered tenant are refused', async () => {
  const office = openOffice()
  expect(complaintOf(await office.run({ ...REGISTERED, settings: '{"image":"x:1","cpu":4096}' }))).toBe(
    "stg/acme is registered, and 'settings' differs from its file in image, cpu: change stg/acme.tfvars.json by pull request or by mode 'amend', and leave them out here."
  )
  expect([...office.store.content]).toEqual([])
})

test.each<[string, Given, string]>([
  [
    'another plan',
    { plan: 'SaaS' },
    "reserved with plan 'Dedicated', and 'plan' says 'SaaS': it never changes"
  ],
  ['another subdomain', { subdomain: 'other-stg' }, "reserved with subdomain 'globex-stg'"],
  ['another region', { region: 'eu-west-1' }, "reserved with region 'us-east-1'"],
  ['another domain', { domain: 'caliber.example' }, "reserved with domain 'hicaliber.net'"],
  ['other addresses', { 'vpc-cidr': '10.9.0.0/16' }, "reserved with vpc_cidr '10.0.0.0/16'"]
])('a reserved tenant does not get %s', async (_name, change, sentence) => {
  const office = openOffice()
  await office.run(GLOBEX)
  const before = new Map(office.store.content)
  expect(complaintOf(await office.run({ ...GLOBEX, ...change }))).toContain(sentence)
  expect(office.store.content).toEqual(before)
})

test('the domain and addresses that it has may be said again', async () => {
  const office = openOffice()
  await office.run(GLOBEX)
  const same = { ...GLOBEX, domain: 'hicaliber.net', 'vpc-cidr': '10.0.0.0/16' }
  expect((await office.run(same)).kind).toBe('reserved')
})

test.each<[string, Given, string]>([
  [
    'a registered subdomain',
    { subdomain: 'acme-stg' },
    'it claims acme-stg.hicaliber.net, which stg/acme.tfvars.json claims already'
  ],
  [
    'a host below it',
    { settings: JSON.stringify({ image: IMAGE, api_host: 'a.acme-stg.hicaliber.net' }) },
    'which stg/acme'
  ],
  ['registered addresses', { 'vpc-cidr': '10.20.4.0/22' }, 'overlap 10.20.0.0/16 of stg/acme.tfvars.json'],
  ['a subdomain of prod', { subdomain: 'globex' }, 'choose a subdomain that ends in -stg'],
  ['the platform’s name', { env: 'prod', subdomain: 'www' }, 'which the platform uses itself'],
  ['another stack’s name', { client: 'bootstrap', subdomain: 'boot-stg' }, 'the name of another stack'],
  ['no image', { settings: '' }, 'it lacks image'],
  ['the image latest', { settings: '{"image":"a/b:latest"}' }, 'image is not what it has to be'],
  [
    'a variable that is none',
    { settings: JSON.stringify({ image: IMAGE, cpus: 2 }) },
    'has cpus, which the stack does not take'
  ],
  ['SaaS without SaaSShared', { plan: 'SaaS', settings: '' }, 'lives on SaaSShared, which stg does not have'],
  ['public addresses', { 'vpc-cidr': '8.8.0.0/16' }, 'is not private'],
  [
    'more than a block',
    { 'vpc-cidr': '10.30.0.0/16', 'cidr-size': '18', 'cidr-pool': '10.0.0.0/8' },
    'more than one block of /18'
  ]
])('nobody reserves %s', async (_name, change, sentence) => {
  const office = openOffice()
  expect(complaintOf(await office.run({ ...GLOBEX, ...change }))).toContain(sentence)
  expect([...office.store.content]).toEqual([])
})

test('what is reserved and not registered yet is refused with its holder, its day and its run', async () => {
  const office = openOffice()
  await office.run(GLOBEX, { run: 'https://github.com/acme/infra/actions/runs/5' })
  office.store.content.delete(RECORD)
  expect(complaintOf(await office.run({ ...GLOBEX, client: 'initech' }))).toBe(
    'globex-stg.hicaliber.net is reserved for stg/globex since 2026-01-01T00:00:00.000Z (https://github.com/acme/infra/actions/runs/5). Choose another subdomain.'
  )
  const range = { ...GLOBEX, client: 'initech', subdomain: 'initech-stg', 'vpc-cidr': '10.0.4.0/22' }
  expect(complaintOf(await office.run(range))).toContain('10.0.0.0/16 is reserved for stg/globex')
})

test('a parameter that nobody can read is somebody’s', async () => {
  const office = openOffice()
  office.store.content.set(NAME, 'hands off')
  expect(complaintOf(await office.run(GLOBEX))).toContain('is reserved for an unreadable claim')
})

test('SaaSShared has addresses; its guests have none, and are where it is', async () => {
  const office = openOffice([])
  const shared = { ...GLOBEX, client: 'SaaSShared', plan: 'SaaS', subdomain: 'saas-api-stg' }
  expect(addressesOf(await office.run(shared))).toBe('10.0.0.0/16')
  const guest = { ...GLOBEX, plan: 'SaaS', settings: '' }
  const outcome = await office.run(guest)
  expect(outcome).toMatchObject({ kind: 'reserved' })
  expect(addressesOf(outcome)).toBeUndefined()
  const far = { ...guest, client: 'far', subdomain: 'far-stg', region: 'eu-west-1' }
  expect(complaintOf(await office.run(far))).toContain('SaaSShared of stg is in us-east-1 and hicaliber.net')
  const wrong = { ...shared, plan: 'Dedicated', env: 'dev', subdomain: 'saas-api-dev' }
  expect(complaintOf(await office.run(wrong))).toContain('so its plan is SaaS')
})

test('a dry run tells what it would write, and writes nothing', async () => {
  const office = openOffice()
  expect(await office.run({ ...GLOBEX, 'dry-run': 'true' })).toMatchObject({
    kind: 'planned',
    tenant: { vpc_cidr: '10.0.0.0/16' },
    steps: [
      expect.stringContaining(NAME),
      expect.stringContaining('10.0.0.0_16'),
      expect.stringContaining(RECORD)
    ]
  })
  expect([...office.store.content]).toEqual([])
})

test('beside a registry that is not in order nothing is reserved', async () => {
  const office = openOffice([ACME, { ...ACME, client: 'twin' }])
  await expect(office.run(GLOBEX)).rejects.toThrow(
    /not in order.*\n.*which stg\/acme.tfvars.json claims already/
  )
})
