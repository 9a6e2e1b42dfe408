import { expect, test } from '@jest/globals'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { terraformFolder } from './sandbox.ts'

type Tenant = Readonly<{ client: string; plan: string; env: string; subdomain: string; vpc_cidr: string }>

const registry = join(terraformFolder, 'tenants')
const found: string[] = []
for await (const file of glob('*/*', { cwd: registry })) found.push(file)
const files = found.toSorted()
const tenants = await Promise.all(
  files.map(async (file) => JSON.parse(await readFile(join(registry, file), 'utf8')) as Tenant)
)

test('a tenant stands in the file that is named after it', () => {
  expect(tenants.map((tenant) => join(tenant.env, `${tenant.client.toLowerCase()}.tfvars.json`))).toEqual(
    files
  )
})

test('no two tenants claim one subdomain', () => {
  const subdomains = tenants.map((tenant) => tenant.subdomain)
  expect(new Set(subdomains).size).toBe(subdomains.length)
})

test("no two tenants' address ranges overlap", () => {
  const ranges = tenants
    .map((tenant) => range(tenant.vpc_cidr))
    .toSorted((one, other) => one.first - other.first)
  const overlaps = ranges.filter((one, index) => one.first <= (ranges[index - 1]?.last ?? -1))
  expect(overlaps).toEqual([])
})

/** First and last address of 10.20.0.0/16, as numbers. */
function range(cidr: string): { cidr: string; first: number; last: number } {
  const [address = '', bits = ''] = cidr.split('/')
  const first = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  return { cidr, first, last: first + 2 ** (32 - Number(bits)) - 1 }
}
