/** An account with tagged things in two regions, its registry, and the issues of its repository. */
import { report, type Outcome } from '../../../actions/report-orphans/src/act.ts'
import { parseInputs, type Inputs } from '../../../actions/report-orphans/src/inputs.ts'
import type { TaggedResource } from '../../../lib/aws/tagged-resources.ts'
import { fileOf, keyOf, renderTenant, type Tenant } from '../../../lib/tenants/tenant.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { type FakeIssues, fakeIssues } from '../../fakes/issues.ts'
import { fakeLog } from '../../fakes/terraform-exec.ts'

export type Given = Readonly<Record<string, string>>
export type World = Readonly<{
  tenants?: readonly Tenant[]
  reserved?: readonly Tenant[]
  /** Since when; a day that can be read, or none. */
  since?: string
  /** By region. */
  resources?: Readonly<Record<string, readonly TaggedResource[]>>
}>

export const ACME: Tenant = {
  client: 'Acme',
  plan: 'Dedicated',
  env: 'stg',
  subdomain: 'acme-stg',
  region: 'eu-central-1',
  vpc_cidr: '10.20.0.0/16',
  image: 'caliber/api:1'
}
export const GLOBEX: Tenant = {
  ...ACME,
  client: 'globex',
  subdomain: 'globex-stg',
  region: 'eu-west-1',
  vpc_cidr: '10.30.0.0/16'
}

const ARN = 'arn:aws:ec2:eu-central-1:123456789012'
export const tagged = (name: string, Client?: string, Env = 'stg'): TaggedResource => ({
  arn: name.startsWith('arn:') ? name : `${ARN}:${name}`,
  tags: { Project: 'Caliber', Env, ...(Client === undefined ? {} : { Client }) }
})

/** What the destruction of a stack leaves. */
export const SNAPSHOT =
  'arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:gone-stg-dedicated-documentdb-1'
/** A tenant that is gone left most of its things behind, another some of another environment, and one thing is nobody's. */
export const LEFT: World = {
  resources: {
    'eu-central-1': [
      tagged('vpc/vpc-1', 'Acme'),
      tagged('vpc/vpc-2', 'Gone'),
      tagged('subnet/subnet-1', 'gone'),
      tagged('subnet/subnet-2', 'gone'),
      tagged(SNAPSHOT, 'gone'),
      tagged('vpc/vpc-3')
    ],
    'us-east-1': [tagged('arn:aws:cloudfront::123456789012:distribution/E1', 'Acme', 'prod')]
  }
}

export type Account = Omit<FakeIssues, 'ports'> &
  Readonly<{
    inputs: (given?: Given) => Inputs
    /** Regions that were looked into. */
    asked: readonly string[]
    run: (world: World, given?: Given) => Promise<Outcome>
  }>

export function openAccount(): Account {
  const { ports, ...tracker } = fakeIssues()
  const asked: string[] = []
  const inputs = (given: Given = {}): Inputs =>
    parseInputs((name) => ({ 'github-token': 'ghs_job', ...given })[name] ?? '')
  return {
    ...tracker,
    inputs,
    asked,
    run: ({ tenants = [ACME], reserved = [], since = '2025-12-30T00:00:00Z', resources = {} }, given) =>
      report(inputs(given), {
        ...ports,
        tagged: {
          list: async (region) => {
            asked.push(region)
            return resources[region] ?? []
          }
        },
        region: 'us-east-1',
        reservations: async () => new Map(reserved.map((tenant) => recordOf(tenant, since))),
        readRegistry: async () =>
          tenants.map((tenant) => ({ file: fileOf(tenant), text: renderTenant(tenant) })),
        run: { id: 100, url: 'https://github.com/acme/infra/actions/runs/100' },
        clock: fakeClock(),
        log: fakeLog().log
      })
  }
}

function recordOf(tenant: Tenant, at: string): readonly [string, string] {
  const key = keyOf(tenant)
  const record = { tenant: key, at, run: 'run 7', settings: tenant, claims: [] }
  return [`/caliber-registry/tenants/${key}`, JSON.stringify(record)]
}
