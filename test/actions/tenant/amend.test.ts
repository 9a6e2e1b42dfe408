import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/tenant/src/inputs.ts'
import { merge, readChange, writeChange } from '../../../actions/tenant/src/merge.ts'
import { toReport } from '../../../actions/tenant/src/report.ts'
import type { Tenant } from '../../../lib/tenants/tenant.ts'
import { ACME, complaintOf, openOffice, type Given, type Office } from './office.ts'

const TOKEN: Given = { client: 'Acme', env: 'stg', 'github-token': 'ghs_job' }
const RETIRE: Given = { ...TOKEN, mode: 'retire' }
const FILE = 'terraform/tenants/stg/acme.tfvars.json'
const BRANCH = 'tenants/stg-acme'
const SHARED: Tenant = {
  ...ACME,
  client: 'SaaSShared',
  plan: 'SaaS',
  subdomain: 'saas-api-stg',
  vpc_cidr: '10.30.0.0/16'
}
const GUEST: Tenant = {
  client: 'customer1',
  plan: 'SaaS',
  env: 'stg',
  subdomain: 'customer1-stg',
  region: 'us-east-1'
}

const amendment = (change: object): Given => ({ ...TOKEN, mode: 'amend', settings: JSON.stringify(change) })
const proposed = ({ repository }: Office): unknown =>
  JSON.parse(repository.branches.get(BRANCH)?.get(FILE) ?? 'null')

test('a change is merged into the file, and the variables are there for a plan at once', async () => {
  const office = openOffice([{ ...ACME, cpu: 256, overrides: { documentdb_instances: 1, alarms: true } }])
  const given = amendment({ cpu: null, memory: 1024, overrides: { alarms: null, final_snapshots: true } })
  const outcome = await office.run(given)
  expect(outcome).toMatchObject({ kind: 'proposed', proposal: { number: 7 }, changed: true })
  const wanted = { ...ACME, memory: 1024, overrides: { documentdb_instances: 1, final_snapshots: true } }
  expect(proposed(office)).toEqual(wanted)
  const { outputs } = toReport(
    parseInputs((name) => given[name] ?? ''),
    outcome
  )
  expect(JSON.parse(outputs?.['tfvars'] ?? '')).toEqual(wanted)
  expect(outputs).toMatchObject({ 'pull-request': '7', stack: 'caliber-acme-stg' })
  expect(office.repository.pulls[0]).toMatchObject({ title: 'Amend stg/acme' })
  expect(office.repository.pulls[0]?.body).toContain('| `memory` | not set | `1024` |')
  expect(await office.run(given)).toMatchObject({ kind: 'proposed', changed: false })
})

test('what an open pull request proposes stays, and what was merged beside it counts', async () => {
  const office = openOffice()
  await office.run(amendment({ restored_cluster_identifier: 'acme-stg-dedicated-2' }))
  office.repository.branches.get('main')?.set(FILE, JSON.stringify({ ...ACME, cpu: 1024 }))
  const outcome = await office.run(amendment({ restored_postgres_identifier: 'acme-stg-dedicated-3' }))
  const wanted = {
    ...ACME,
    cpu: 1024,
    restored_cluster_identifier: 'acme-stg-dedicated-2',
    restored_postgres_identifier: 'acme-stg-dedicated-3'
  }
  expect(outcome).toMatchObject({ kind: 'proposed', proposal: { number: 7 }, tenant: wanted })
  expect(proposed(office)).toEqual(wanted)
  expect(office.repository.pulls).toHaveLength(1)
})

test('what is merged is registered, and changes nothing', async () => {
  const office = openOffice()
  await office.run(amendment({ cpu: 512 }))
  office.repository.merge(BRANCH)
  expect(await office.run(amendment({ cpu: 512 }))).toMatchObject({
    kind: 'registered',
    tenant: { cpu: 512 }
  })
  expect(office.repository.pulls).toHaveLength(1)
})

test('a dry run tells the variables and writes nothing', async () => {
  const office = openOffice()
  const given = { ...amendment({ overrides: { deletion_protection: false } }), 'dry-run': 'true' }
  expect(await office.run(given)).toMatchObject({
    kind: 'planned',
    tenant: { overrides: { deletion_protection: false } },
    steps: [`commit ${FILE} on branch ${BRANCH}`, expect.stringContaining('into main')]
  })
  expect(office.repository.branches.has(BRANCH)).toBe(false)
})

test('what the registry would not take is refused, and nothing is written', async () => {
  const office = openOffice()
  expect(complaintOf(await office.run(amendment({ cpus: 1 })))).toContain(
    'cpus, which the stack does not take'
  )
  expect(complaintOf(await office.run(amendment({ image: null })))).toContain('it lacks image')
  const other = { ...amendment({ cpu: 512 }), client: 'initech' }
  expect(complaintOf(await office.run(other))).toBe('stg/initech is not in the registry: stg/acme is.')
  expect(office.repository.pulls).toEqual([])
})

test('a retirement takes the file away, whatever was proposed before, and is done when that is merged', async () => {
  const office = openOffice()
  await office.run(amendment({ cpu: 512 }))
  expect(await office.run(RETIRE)).toMatchObject({ kind: 'proposed', proposal: { number: 7 }, changed: true })
  expect(office.repository.pulls[0]).toMatchObject({ title: 'Retire stg/acme' })
  expect(proposed(office)).toBeNull()
  expect(await office.run(RETIRE)).toMatchObject({ kind: 'proposed', changed: false })
  expect(complaintOf(await office.run(amendment({ cpu: 1024 })))).toContain(
    'Pull request 7 proposes something else'
  )
  office.repository.merge(BRANCH)
  expect(await office.run(RETIRE)).toEqual({ kind: 'retired' })
})

test('SaaSShared stays in the registry as long as its tenants do', async () => {
  const office = openOffice([SHARED, GUEST])
  const outcome = await office.run({ ...RETIRE, client: 'saasshared' })
  expect(complaintOf(outcome)).toBe('stg/customer1 live on stg/saasshared. Retire them first.')
  expect((await office.run({ ...RETIRE, client: 'customer1' })).kind).toBe('proposed')
})

test.each<[object, object, object]>([
  [{ a: 1, b: 2 }, { b: null }, { a: 1 }],
  [{ a: { b: 1, c: 2 } }, { a: { c: null, d: 3 } }, { a: { b: 1, d: 3 } }],
  [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
  [{ a: 1 }, { a: { b: 2 } }, { a: { b: 2 } }]
])('%j with %j is %j', (target, patch, result) => {
  expect(merge({ ...target }, { ...patch })).toEqual(result)
})

test('a change survives in the text of a pull request', () => {
  const change = { api: 'a --> b', overrides: { alarms: null } }
  expect(readChange(`${writeChange(change)}\n\nWords`)).toEqual(change)
  expect(readChange(writeChange(change).replace('{', ''))).toBeUndefined()
  expect(readChange('Words')).toBeUndefined()
})
