import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/tenant/src/inputs.ts'
import { toReport } from '../../../actions/tenant/src/report.ts'
import type { Tenant } from '../../../lib/tenants/tenant.ts'
import { ACME, complaintOf, GLOBEX, IMAGE, openOffice, type Given, type Office } from './office.ts'

const SHARED: Tenant = {
  ...ACME,
  client: 'SaaSShared',
  plan: 'SaaS',
  subdomain: 'saas-api-stg',
  vpc_cidr: '10.30.0.0/16'
}
const guest = (client: string, more: object = {}): Tenant => ({
  client,
  plan: 'SaaS',
  env: 'stg',
  subdomain: `${client}-stg`,
  region: 'us-east-1',
  ...more
})
const ALL: readonly Tenant[] = [ACME, SHARED, guest('customer1'), guest('customer2')]

async function outputsOf(office: Office, given: Given): Promise<Readonly<Record<string, string>>> {
  const outcome = await office.run(given)
  return toReport(
    parseInputs((name) => given[name] ?? ''),
    outcome
  ).outputs
}
const show = (client: string): Given => ({ mode: 'show', client, env: 'stg' })

test('a Dedicated tenant has everything of its own, whatever letters ask for it', async () => {
  expect(await outputsOf(openOffice(), show('ACME'))).toMatchObject({
    outcome: 'shown',
    tenant: 'stg/acme',
    changed: 'false',
    client: 'acme',
    plan: 'Dedicated',
    region: 'us-east-1',
    name: 'acme-stg-dedicated',
    tfvars: JSON.stringify(ACME),
    cluster: 'acme-stg-dedicated',
    service: 'acme-stg-dedicated-api',
    'image-parameter': '/caliber/acme/stg/api-image',
    'documentdb-cluster': 'acme-stg-dedicated-documentdb',
    'postgres-instance': 'acme-stg-dedicated-postgres',
    'api-host': 'acme-stg.hicaliber.net',
    'frontend-host': 'www.acme-stg.hicaliber.net',
    'shared-by': '[]',
    'state-key': 'caliber/acme/stg/terraform.tfstate',
    stack: 'caliber-acme-stg',
    stacks: JSON.stringify([
      {
        stack: 'caliber-acme-stg',
        'backend-config': 'key=caliber/acme/stg/terraform.tfstate',
        variables: ACME
      }
    ])
  })
})

test('a SaaS tenant has the service of SaaSShared, and others have it, too', async () => {
  expect(await outputsOf(openOffice(ALL), show('customer1'))).toMatchObject({
    name: 'customer1-stg-saas',
    cluster: 'saasshared-stg-saas',
    service: 'saasshared-stg-saas-api',
    'image-parameter': '/caliber/saasshared/stg/api-image',
    'documentdb-cluster': '',
    'postgres-instance': '',
    'shared-by': '["stg/customer2"]',
    'state-key': 'caliber/customer1/stg/terraform.tfstate'
  })
  expect(await outputsOf(openOffice(ALL), show('saasshared'))).toMatchObject({
    'documentdb-cluster': 'saasshared-stg-saas-documentdb',
    'shared-by': '["stg/customer1","stg/customer2"]'
  })
})

test('chosen hosts and restored databases are told as they are', async () => {
  const tenant = {
    ...ACME,
    api_host: 'api.acme-stg.hicaliber.net',
    frontend_enabled: false,
    restored_cluster_identifier: 'acme-stg-dedicated-2',
    restored_postgres_identifier: null
  }
  expect(await outputsOf(openOffice([tenant]), show('acme'))).toMatchObject({
    'api-host': 'api.acme-stg.hicaliber.net',
    'frontend-host': '',
    'documentdb-cluster': 'acme-stg-dedicated-2',
    'postgres-instance': 'acme-stg-dedicated-postgres'
  })
})

test('who is not registered is refused with those who are', async () => {
  expect(complaintOf(await openOffice(ALL).run(show('initech')))).toBe(
    'stg/initech is not in the registry: stg/acme, stg/customer1, stg/customer2, stg/saasshared are.'
  )
  expect(complaintOf(await openOffice([]).run(show('acme')))).toBe(
    'stg/acme is not in the registry: nobody is.'
  )
  const many = [SHARED, ...Array.from({ length: 24 }, (_, at) => guest(`guest${at}`))]
  expect(complaintOf(await openOffice(many).run(show('acme')))).toContain('and 5 others are.')
})

test('variables are told with a change that is proposed to nobody', async () => {
  const office = openOffice([{ ...ACME, overrides: { alarms: true } }])
  const given = { ...show('acme'), settings: '{"overrides":{"deletion_protection":false}}' }
  const { tfvars = '' } = await outputsOf(office, given)
  expect(JSON.parse(tfvars)).toMatchObject({ overrides: { alarms: true, deletion_protection: false } })
  expect(office.repository.calls).toEqual([])
  expect(complaintOf(await office.run({ ...given, settings: '{"cpu":1}' }))).toContain('cpu must be one of')
})

test('a file that is not in order is refused, those of others are only told', async () => {
  const broken = { ...ACME, subdomain: 'acme' }
  expect(complaintOf(await openOffice([broken]).run(show('acme')))).toContain('ends in -stg')
  const office = openOffice([ACME, guest('customer1')])
  expect((await office.run(show('acme'))).kind).toBe('shown')
  expect(office.lines.join('\n')).toContain('stg does not have')
})

test('a reservation tells the same, before there is a file', async () => {
  const office = openOffice([ACME, SHARED, guest('customer1')])
  const wanted: Given = {
    ...GLOBEX,
    client: 'Customer2',
    plan: 'SaaS',
    subdomain: 'customer2-stg',
    settings: ''
  }
  expect(await outputsOf(office, { ...wanted, image: IMAGE })).toMatchObject({
    outcome: 'reserved',
    client: 'customer2',
    cluster: 'saasshared-stg-saas',
    'shared-by': '["stg/customer1"]',
    stack: 'caliber-customer2-stg'
  })
})

test('the image of the platform is that of newcomers only', async () => {
  const office = openOffice()
  const imageOf = async (given: Given): Promise<unknown> => {
    const { tfvars = '' } = await outputsOf(office, { ...GLOBEX, settings: '', ...given })
    return (JSON.parse(tfvars) as Tenant)['image']
  }
  expect(await imageOf({ image: 'api:1' })).toBe('api:1')
  expect(await imageOf({ image: 'api:2' })).toBe('api:1')
  expect(await imageOf({ image: 'api:2', settings: '{"image":"api:3"}' })).toBe('api:3')
})

test('of an invalid registry the tenants without a fault are a matrix, and the step is red', async () => {
  const office = openOffice([ACME, { ...ACME, client: 'twin', vpc_cidr: '10.21.0.0/16' }, guest('lonely')])
  const given: Given = { mode: 'validate' }
  const report = toReport(
    parseInputs((name) => given[name] ?? ''),
    await office.run(given)
  )
  expect(report.failure).toContain('The registry is not in order')
  expect(JSON.parse(report.outputs['tenants'] ?? '')).toEqual([
    expect.objectContaining({ tenant: 'stg/acme' })
  ])
})

test('a valid registry is a matrix', async () => {
  const outputs = await outputsOf(openOffice([ACME, SHARED]), { mode: 'validate' })
  expect(JSON.parse(outputs['tenants'] ?? '')).toEqual([
    {
      tenant: 'stg/acme',
      client: 'acme',
      env: 'stg',
      plan: 'Dedicated',
      region: 'us-east-1',
      apiHost: 'acme-stg.hicaliber.net',
      frontendHost: 'www.acme-stg.hicaliber.net',
      stateKey: 'caliber/acme/stg/terraform.tfstate'
    },
    expect.objectContaining({ tenant: 'stg/saasshared', client: 'saasshared', plan: 'SaaS' })
  ])
})
