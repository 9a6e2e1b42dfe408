import { expect, test } from '@jest/globals'
import { compareClaims } from '../../../scripts/cost/claims.ts'
import { estimate } from '../../../scripts/cost/estimate.ts'
import { readPlanned } from '../../../scripts/cost/planned.ts'
import { priceList } from '../../../scripts/cost/price-list.ts'
import { renderEstimate } from '../../../scripts/cost/render.ts'

type Resource = Readonly<{ type: string; values?: Readonly<Record<string, unknown>>; mode?: string }>

/** Plan JSON of resources in the root module and in a child's. */
const planOf = (
  root: readonly Resource[],
  child: readonly Resource[] = [],
  outputs: unknown = {}
): string => {
  const full = (resource: Resource, index: number) => ({
    address: `${resource.type}.r${index}`,
    mode: 'managed',
    values: {},
    ...resource
  })
  const root_module = { resources: root.map(full), child_modules: [{ resources: child.map(full) }] }
  return JSON.stringify({ planned_values: { root_module, outputs } })
}

const SUBNETS: readonly Resource[] = ['a', 'b', 'a'].map((zone) => ({
  type: 'aws_subnet',
  values: { availability_zone: `us-east-1${zone}` }
}))

const monthOf = (text: string, tasks?: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    estimate(readPlanned(text, tasks), priceList).lines.map(({ title, month }) => [
      title,
      Number(month.toFixed(2))
    ])
  )

test('an interface endpoint costs in each zone, a gateway nothing', () => {
  const endpoint = (kind: string, subnets?: readonly string[]): Resource => ({
    type: 'aws_vpc_endpoint',
    values: { vpc_endpoint_type: kind, ...(subnets === undefined ? {} : { subnet_ids: subnets }) }
  })
  expect(monthOf(planOf(SUBNETS, [endpoint('Interface'), endpoint('Gateway')]))).toEqual({
    'interface endpoint, a zone': 14.6
  })
  expect(monthOf(planOf(SUBNETS, [endpoint('Interface', ['subnet-1', 'subnet-2', 'subnet-3'])]))).toEqual({
    'interface endpoint, a zone': 21.9
  })
})

test('the four endpoints of a client in two zones cost what the requirements say', () => {
  const endpoints = Array.from({ length: 4 }, () => ({
    type: 'aws_vpc_endpoint',
    values: { vpc_endpoint_type: 'Interface' }
  }))
  expect(monthOf(planOf(SUBNETS, endpoints))).toEqual({ 'interface endpoint, a zone': 58.4 })
})

test('a NAT gateway costs with its public address', () => {
  expect(monthOf(planOf([{ type: 'aws_nat_gateway' }, { type: 'aws_eip' }]))).toEqual({
    'NAT gateway': 32.85,
    'public IPv4 address (NAT gateway)': 3.65
  })
})

test('a load balancer that faces the internet has an address in each zone', () => {
  expect(monthOf(planOf([...SUBNETS, { type: 'aws_lb', values: { internal: false } }]))).toEqual({
    'application load balancer': 16.43,
    'public IPv4 address (load balancer)': 7.3
  })
  expect(monthOf(planOf([...SUBNETS, { type: 'aws_lb', values: { internal: true } }]))).toEqual({
    'application load balancer': 16.43
  })
})

const definition = (architecture: string): Resource => ({
  type: 'aws_ecs_task_definition',
  values: { cpu: '512', memory: '1024', runtime_platform: [{ cpu_architecture: architecture }] }
})

test('tasks count as the plan says they will serve, else as given', () => {
  const outputs = { api_desired_count: { value: 2 } }
  expect(monthOf(planOf([definition('X86_64')], [], outputs))).toEqual({
    'Fargate x86: vCPU': 29.55,
    'Fargate x86: memory': 6.49
  })
  expect(monthOf(planOf([definition('ARM64')], [], outputs), 1)).toEqual({
    'Fargate arm: vCPU': 11.82,
    'Fargate arm: memory': 2.6
  })
  const service = { type: 'aws_ecs_service', values: { desired_count: 1 } }
  expect(monthOf(planOf([definition('X86_64'), service]))).toMatchObject({ 'Fargate x86: memory': 3.24 })
})

test('Multi-AZ doubles a database and its storage; its own password is a secret', () => {
  const database = (multiAz: boolean): Resource => ({
    type: 'aws_db_instance',
    values: {
      instance_class: 'db.t4g.small',
      multi_az: multiAz,
      allocated_storage: 20,
      manage_master_user_password: true
    }
  })
  expect(monthOf(planOf([database(false)]))).toEqual({
    'PostgreSQL db.t4g.small': 23.36,
    'PostgreSQL: storage': 2.3,
    "secret (PostgreSQL's own password)": 0.4
  })
  expect(monthOf(planOf([database(true)]))).toMatchObject({
    'PostgreSQL db.t4g.small, Multi-AZ': 46.72,
    'PostgreSQL: storage': 4.6
  })
})

test('DocumentDB costs by the instance; storage and requests are not in the total', () => {
  const instances = [1, 2].map(() => ({
    type: 'aws_docdb_cluster_instance',
    values: { instance_class: 'db.t4g.medium' }
  }))
  const { lines, usages } = estimate(
    readPlanned(planOf([{ type: 'aws_docdb_cluster' }, ...instances])),
    priceList
  )
  expect(lines.map(({ title, quantity }) => [title, quantity])).toEqual([
    ['DocumentDB instance db.t4g.medium', 2]
  ])
  expect(usages.map(({ title }) => title)).toEqual([
    'DocumentDB: storage',
    'DocumentDB: reads and writes',
    'DocumentDB: backups beyond its size'
  ])
})

test('Container Insights costs by the metrics of cluster, service and family while it is on', () => {
  const metricsOf = (value: string, ...others: readonly string[]): number | undefined => {
    const cluster = { type: 'aws_ecs_cluster', values: { setting: [{ name: 'containerInsights', value }] } }
    const planned = readPlanned(planOf([cluster, ...others.map((type) => ({ type }))]))
    const { lines } = estimate(planned, priceList)
    return lines.find(({ title }) => title === 'Container Insights: metrics')?.quantity
  }
  expect(metricsOf('enabled')).toBe(13)
  expect(metricsOf('enabled', 'aws_ecs_service', 'aws_ecs_task_definition')).toBe(38)
  expect(() => metricsOf('enhanced')).toThrow('container-insights-enhanced-metric-month')
  expect(metricsOf('disabled', 'aws_ecs_service', 'aws_ecs_task_definition')).toBeUndefined()
})

test('keys, secrets and alarms cost each; what is read costs nothing', () => {
  const each = ['aws_kms_key', 'aws_secretsmanager_secret', 'aws_cloudwatch_metric_alarm', 'aws_iam_role']
  expect(
    monthOf(
      planOf(
        each.map((type) => ({ type })),
        [{ type: 'aws_kms_key', mode: 'data' }]
      )
    )
  ).toEqual({ 'KMS key': 1, secret: 0.4, alarm: 0.1 })
})

test('an instance class without a price is named, and no total pretends', () => {
  const instance = { type: 'aws_docdb_cluster_instance', values: { instance_class: 'db.x.huge' } }
  expect(() => monthOf(planOf([instance]))).toThrow(
    "There is no price 'documentdb-db.x.huge-hour' in scripts/cost/prices.json. Add it with its source and date."
  )
})

test('what is no plan is refused', () => {
  expect(() => readPlanned('{"format_version": "1.0"}')).toThrow('terraform show -json')
})

test('claims of the documents stand beside what the prices make of them', () => {
  const computed = Object.fromEntries(
    compareClaims(readPlanned(planOf(SUBNETS)), priceList).map(({ says, computed: value }) => [says, value])
  )
  expect(computed).toMatchObject({
    'four interface endpoints in two zones: $58.40 a month and client': '$58.40',
    'one NAT gateway: $32 a month': '$32.85, and $3.65 for its public address',
    'three interface endpoints: $7 to $10 a month': '$21.90 in one zone, $43.80 in two',
    'endpoints pay off above about 1.3 TB a month of NAT traffic':
      '1.30 TB without, 1.67 TB with what the endpoints charge for the same traffic',
    'one Fargate task of 2 vCPU and 4 GB: about $60 to $80': '$72.08'
  })
})

test('the page marks prices that nobody confirmed, and says where the rest is from', () => {
  const subnets = SUBNETS.map(({ type }) => ({ type, values: { availability_zone: 'eu-central-1a' } }))
  const planned = readPlanned(
    planOf([
      { type: 'aws_docdb_cluster_instance', values: { instance_class: 'db.t4g.medium' } },
      { type: 'aws_kms_key' },
      ...subnets
    ])
  )
  const page = renderEstimate(estimate(planned, priceList), compareClaims(planned, priceList), {
    planned,
    list: priceList
  })
  expect(page).toContain('## $56.26 a month, before traffic')
  expect(page).toContain('| KMS key | 1 | $1 / month | $1.00 |')
  expect(page).toContain('| DocumentDB instance db.t4g.medium | 1 | $0.0757 / hour ¹ | $55.26 |')
  expect(page).toContain('The plan is for eu-central-1, where prices differ')
})

test('every price has a source that is explained, and a place to look it up', () => {
  expect(priceList.checked).toMatch(/^\d{4}-\d\d-\d\d$/)
  for (const [name, price] of Object.entries(priceList.prices)) {
    expect({
      name,
      known: price.source in priceList.sources,
      at: price.at !== '',
      positive: price.usd > 0
    }).toEqual({
      name,
      known: true,
      at: true,
      positive: true
    })
  }
})
