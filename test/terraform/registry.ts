/** What no tenant's own plan can know: whether two files of the registry want the same. */
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Tenant = Readonly<{
  client: string
  env: string
  subdomain: string
  vpc_cidr: string
  domain?: string | null
  api_host?: string | null
  frontend_host?: string | null
  frontend_enabled?: boolean
}>
export type Entry = Readonly<{ file: string; tenant: Tenant }>

/** Every file of a registry, `<env>/<client>.tfvars.json`, in the order of their names. */
export async function readRegistry(folder: string): Promise<readonly Entry[]> {
  const files: string[] = []
  for await (const file of glob('*/*', { cwd: folder })) files.push(file)
  return Promise.all(
    files.toSorted().map(async (file) => ({
      file,
      tenant: JSON.parse(await readFile(join(folder, file), 'utf8')) as Tenant
    }))
  )
}

/** A sentence for each file in the wrong place and for each two that want the same name or the same addresses. */
export function collisions(entries: readonly Entry[]): readonly string[] {
  const misplaced = entries
    .filter(({ file, tenant }) => file !== join(tenant.env, `${tenant.client.toLowerCase()}.tfvars.json`))
    .map(({ file, tenant }) => `${file} is the file of another than ${tenant.client} in ${tenant.env}`)
  const pairs = entries.flatMap((one, index) =>
    entries.slice(index + 1).map((other) => [one, other] as const)
  )
  return [
    ...misplaced,
    ...pairs.flatMap(([one, other]) => [...sameNames(one, other), ...sameRange(one, other)])
  ]
}

function sameNames(one: Entry, other: Entry): readonly string[] {
  const theirs = namesOf(other.tenant)
  return [...namesOf(one.tenant)]
    .filter((name) => theirs.has(name))
    .map((name) => `${one.file} and ${other.file} both claim ${name}`)
}

/** The names right below the domain that a tenant takes records in; chosen hosts count, and the subdomain always does. */
function namesOf(tenant: Tenant): ReadonlySet<string> {
  const domain = tenant.domain ?? 'hicaliber.net'
  const hosts = [
    `${tenant.subdomain}.${domain}`,
    ...(tenant.api_host == null ? [] : [tenant.api_host]),
    ...(tenant.frontend_host == null || tenant.frontend_enabled === false ? [] : [tenant.frontend_host])
  ]
  const labels = domain.split('.').length + 1
  return new Set(hosts.map((host) => host.toLowerCase().split('.').slice(-labels).join('.')))
}

function sameRange(one: Entry, other: Entry): readonly string[] {
  const [mine, theirs] = [rangeOf(one.tenant.vpc_cidr), rangeOf(other.tenant.vpc_cidr)]
  const apart = mine.last < theirs.first || theirs.last < mine.first
  if (apart) return []
  return [
    `${one.file} and ${other.file} have overlapping addresses: ${one.tenant.vpc_cidr}, ${other.tenant.vpc_cidr}`
  ]
}

/** First and last address of 10.20.0.0/16, as numbers. */
function rangeOf(cidr: string): Readonly<{ first: number; last: number }> {
  const [address = '', bits = ''] = cidr.split('/')
  const first = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  return { first, last: first + 2 ** (32 - Number(bits)) - 1 }
}
