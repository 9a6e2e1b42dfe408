import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { firstFree, parseRange, renderRange } from '../../../lib/tenants/ranges.ts'
import { parseRegistry } from '../../../lib/tenants/registry.ts'
import { judgeChange, removedOf } from '../../../lib/tenants/rules.ts'
import { TENANT_SCHEMA } from '../../../lib/tenants/schema.ts'
import { claimedNames, renderTenant, type Tenant } from '../../../lib/tenants/tenant.ts'

const acme: Tenant = {
  client: 'Acme',
  plan: 'Dedicated',
  env: 'stg',
  subdomain: 'acme-stg',
  region: 'us-east-1',
  vpc_cidr: '10.20.0.0/16',
  image: 'caliber/api:1'
}
const globex: Tenant = { ...acme, client: 'globex', subdomain: 'globex-stg', vpc_cidr: '10.21.0.0/16' }
const FILE = 'stg/globex.tfvars.json'

/** What is wrong with a registry of these files. */
const findingsOf = (files: Readonly<Record<string, unknown>>): readonly string[] =>
  parseRegistry(
    Object.entries(files).map(([file, value]) => ({
      file,
      text: typeof value === 'string' ? value : JSON.stringify(value)
    }))
  ).problems.map(({ file, sentence }) => `${file}: ${sentence}`)

/** Acme beside a second tenant that differs from one that fits. */
const besideAcme = (change: object): readonly string[] =>
  findingsOf({ 'stg/acme.tfvars.json': acme, [FILE]: { ...globex, ...change } })

test('two tenants that want nothing of each other fit', () => {
  expect(besideAcme({})).toEqual([])
})

test.each<[string, object]>([
  ['by its subdomain', { subdomain: 'acme-stg' }],
  ['by the API it chose a host for', { api_host: 'acme-stg.hicaliber.net' }],
  ['by the frontend it chose a host for', { frontend_host: 'www.acme-stg.hicaliber.net' }],
  ['below it', { api_host: 'api.v2.acme-stg.hicaliber.net' }]
])('no tenant claims the name of another %s', (_, change) => {
  expect(besideAcme(change)).toEqual([
    `${FILE}: it claims acme-stg.hicaliber.net, which stg/acme.tfvars.json claims already.`
  ])
})

test('one subdomain in two domains is two names', () => {
  expect(besideAcme({ subdomain: 'acme-stg', domain: 'caliber.example' })).toEqual([])
})

test.each(['10.20.0.0/16', '10.20.128.0/20', '10.20.0.0/22'])(
  'addresses of one tenant are not within those of another: %s',
  (range) => {
    expect(besideAcme({ vpc_cidr: range })).toEqual([
      `${FILE}: its addresses ${range} overlap 10.20.0.0/16 of stg/acme.tfvars.json.`
    ])
  }
)

test.each<[string, object, RegExp]>([
  ['in another’s file', { client: 'other' }, /is the file of another than other in stg\. Name it stg\/other/],
  ['in another environment’s folder', { env: 'dev', subdomain: 'globex-dev' }, /Name it dev\/globex/],
  [
    'with a name of 14 letters',
    { client: 'g'.repeat(14) },
    /client is not what it has to be: 2 to 13 letters/
  ],
  ['with a name of two hyphens', { client: 'glo--bex' }, /client is not what it has to be/],
  ['with a plan of its own', { plan: 'Gold' }, /plan must be one of Dedicated, SaaS\./],
  ['in staging', { env: 'staging' }, /env must be one of dev, stg, prod\./],
  ['without a region', { region: undefined }, /it lacks region\./],
  ['without addresses', { vpc_cidr: undefined }, /it lacks vpc_cidr\./],
  [
    'with a subdomain of two labels',
    { subdomain: 'a.b-stg' },
    /subdomain is not what it has to be: One DNS label/
  ],
  [
    'with a subdomain of prod',
    { subdomain: 'globex' },
    /in stg: choose a subdomain that ends in -stg, as globex-stg/
  ],
  [
    'with a host elsewhere',
    { api_host: 'api.example.org' },
    /api\.example\.org must be below hicaliber\.net/
  ],
  ['with public addresses', { vpc_cidr: '9.9.0.0/16' }, /vpc_cidr 9\.9\.0\.0\/16 is not private/],
  ['with addresses that begin elsewhere', { vpc_cidr: '10.21.1.0/16' }, /begins where its prefix does/],
  ['with too many addresses', { vpc_cidr: '10.0.0.0/8' }, /vpc_cidr is not what it has to be/],
  ['with a variable that the stack has not', { cpus: 2 }, /it has cpus, which the stack does not take/],
  ['with an override that the stack has not', { overrides: { gpus: 1 } }, /overrides has gpus, which/],
  ['with text for a number', { memory: '512' }, /memory must be integer\./],
  [
    'on a SaaSShared that is not there',
    { plan: 'SaaS', vpc_cidr: undefined, image: undefined },
    /lives on SaaSShared, which stg does not have/
  ],
  ['as a guest with a network', { plan: 'SaaS' }, /vpc_cidr is not a SaaS tenant's to have/],
  ['as a guest with an image', { plan: 'SaaS', vpc_cidr: undefined }, /image is not a SaaS tenant's to have/],
  [
    'with its own network and a shared database',
    { saas_docdb_uri: 'mongodb://db:27017/' },
    /saas_docdb_uri is for SaaS tenants only/
  ],
  [
    'with a password in its file',
    { saas_docdb_uri: 'mongodb://u:p@db:27017/' },
    /saas_docdb_uri is not what it has to be: URI of/
  ],
  [
    'with SaaSShared’s name',
    { subdomain: 'saas-api-stg' },
    /it claims saas-api-stg\.hicaliber\.net, which the platform uses/
  ],
  [
    'as a SaaSShared of another name',
    { client: 'SaaSShared', plan: 'SaaS' },
    /SaaSShared of stg is called saas-api-stg, and not globex-stg/
  ]
])('a tenant %s is told of', (_, change, sentence) => {
  expect(besideAcme(change).join('\n')).toMatch(sentence)
})

test('a file that is no tenant is told of, and the others are still judged', () => {
  const twin = { ...globex, vpc_cidr: '10.20.0.0/16' }
  const files = {
    'prod/x.tfvars.json': 'hunter2',
    'stg/acme.tfvars.json': acme,
    [FILE]: twin,
    'stg/notes.md': '[]'
  }
  expect(findingsOf(files)).toEqual([
    'prod/x.tfvars.json: it is no JSON.',
    'stg/notes.md: it must be object.',
    `${FILE}: its addresses 10.20.0.0/16 overlap 10.20.0.0/16 of stg/acme.tfvars.json.`
  ])
})

test('a subdomain of prod names no other environment', () => {
  const prod = { ...globex, env: 'prod', subdomain: 'globex-dev' }
  expect(findingsOf({ 'prod/globex.tfvars.json': prod }).join()).toContain(
    'ends in no other environment’s name'
  )
})

test('plan, region and addresses of a tenant never change; the rest may', () => {
  const before = [{ file: FILE, tenant: globex }]
  const change = (fields: Partial<Tenant>) =>
    judgeChange(before, [{ file: FILE, tenant: { ...globex, ...fields } }]).map(({ sentence }) => sentence)
  expect(change({ cpu: 1024, image: 'caliber/api:2' })).toEqual([])
  expect(change({ plan: 'SaaS' })).toEqual([
    'its plan was Dedicated and cannot become SaaS: decommission the tenant, then onboard it anew.'
  ])
  expect(change({ region: 'eu-west-1', vpc_cidr: '10.22.0.0/16' })).toHaveLength(2)
  expect(judgeChange(before, [])).toEqual([])
  expect([removedOf(before, []), removedOf(before, [{ file: FILE }])]).toEqual([before, []])
})

test('names count below the domain, whatever it is', () => {
  expect(claimedNames({ ...acme, domain: 'a.example.org', api_host: 'x.y.a.example.org' })).toEqual([
    'acme-stg.a.example.org',
    'y.a.example.org'
  ])
  expect(
    claimedNames({ ...acme, frontend_host: 'www.web-stg.hicaliber.net', frontend_enabled: false })
  ).toHaveLength(1)
})

test('a file reads the same however its tenant was put together', () => {
  const { client, ...rest } = acme
  expect(renderTenant({ ...rest, cpu: 1, client })).toBe(renderTenant({ cpu: 1, ...acme }))
})

type Allotment = [pool: string, bits: number, taken: string[], wanted: string | undefined]

test.each<Allotment>([
  ['10.0.0.0/8', 16, ['10.0.0.0/16', '10.1.0.0/17'], '10.2.0.0/16'],
  ['10.0.0.0/15', 16, ['10.0.0.0/16'], '10.1.0.0/16'],
  ['10.0.0.0/15', 16, ['10.0.0.0/15'], undefined],
  ['192.168.0.0/16', 22, ['192.168.0.0/22'], '192.168.4.0/22']
])('of %s the lowest free block of /%d is given', (...[pool, bits, taken, wanted]: Allotment) => {
  const range = parseRange(pool)
  if (range === undefined) throw new Error(pool)
  const ranges = taken.flatMap((one) => parseRange(one) ?? [])
  const block = firstFree(range, bits, ranges)
  expect(block && renderRange(block)).toBe(wanted)
})

test.each(['10.0.0.0', '10.0.0.256/16', '10.0.0.0/33', '10.0.0.1/16', '10.0.0/16', '010.0.0.0/16', 'x'])(
  '%s is no range',
  (text) => {
    expect(parseRange(text)).toBeUndefined()
  }
)

test('tenant.schema.json is the schema', () => {
  const file = new URL('../../../terraform/tenants/tenant.schema.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(TENANT_SCHEMA)
})
