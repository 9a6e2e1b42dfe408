import { expect, test } from '@jest/globals'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { collisions, readRegistry, type Tenant } from './registry.ts'
import { terraformFolder } from './sandbox.ts'

const acme: Tenant = { client: 'Acme', env: 'stg', subdomain: 'acme-stg', vpc_cidr: '10.20.0.0/16' }
const globex: Tenant = { client: 'globex', env: 'stg', subdomain: 'globex-stg', vpc_cidr: '10.21.0.0/16' }

/** What is wrong with a registry of these files. */
async function findingsOf(files: Readonly<Record<string, Tenant>>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-'))
  try {
    for (const [file, tenant] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(join(folder, file), JSON.stringify(tenant))
    }
    return collisions(await readRegistry(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Acme beside a second tenant that differs from one that fits. */
const besideAcme = (change: Partial<Tenant>): Promise<readonly string[]> =>
  findingsOf({ 'stg/acme.tfvars.json': acme, 'stg/globex.tfvars.json': { ...globex, ...change } })

test('the registry has tenants, none in a wrong file, and no two want the same', async () => {
  const entries = await readRegistry(join(terraformFolder, 'tenants'))
  expect(entries.length).toBeGreaterThan(0)
  expect(collisions(entries)).toEqual([])
})

test('two tenants that want nothing of each other fit', async () => {
  expect(await besideAcme({})).toEqual([])
})

test('a tenant stands in the file that is named after it', async () => {
  expect(await findingsOf({ 'prod/acme.tfvars.json': acme })).toEqual([
    'prod/acme.tfvars.json is the file of another than Acme in stg'
  ])
})

const NAMES = 'stg/acme.tfvars.json and stg/globex.tfvars.json both claim acme-stg.hicaliber.net'

test.each<[string, Partial<Tenant>]>([
  ['by its subdomain', { subdomain: 'acme-stg' }],
  ['by the API it chose a host for', { api_host: 'acme-stg.hicaliber.net' }],
  ['by the frontend it chose a host for', { frontend_host: 'www.acme-stg.hicaliber.net' }],
  ['below it', { api_host: 'api.v2.acme-stg.hicaliber.net' }]
])('no tenant claims the name of another %s', async (_, change) => {
  expect(await besideAcme(change)).toEqual([NAMES])
})

test('one subdomain in two domains is two names', async () => {
  expect(await besideAcme({ subdomain: 'acme-stg', domain: 'caliber.example' })).toEqual([])
})

test.each(['10.20.0.0/16', '10.20.128.0/20', '10.16.0.0/12'])(
  'addresses of one tenant are not within those of another: %s',
  async (range) => {
    expect(await besideAcme({ vpc_cidr: range })).toEqual([
      `stg/acme.tfvars.json and stg/globex.tfvars.json have overlapping addresses: 10.20.0.0/16, ${range}`
    ])
  }
)
