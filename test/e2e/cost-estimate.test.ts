/** `npm run cost-estimate` over the real plans of the stack's own examples. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { machineFromEnvironment } from '../../lab/lab.ts'
import { CHECKOUT } from './places.ts'

type Estimate = Readonly<{
  total: number
  lines: readonly Readonly<{ title: string; quantity: number; month: number }>[]
  usages: readonly Readonly<{ title: string }>[]
  claims: readonly Readonly<{ where: string; says: string; computed: string }>[]
}>

const fileOf = (example: string): string =>
  join(CHECKOUT, 'terraform/stacks/caliber/examples', `${example}.tfvars.json`)

/** No credentials and no address of AWS: whatever would be asked fails. */
function estimateOf(example: string): Promise<Estimate> {
  const { terraform, terraformConfig, path } = machineFromEnvironment()
  const env = {
    PATH: path,
    HOME: process.env['HOME'],
    CALIBER_TERRAFORM: terraform,
    TF_CLI_CONFIG_FILE: terraformConfig
  }
  const args = [join(CHECKOUT, 'scripts/cost-estimate.ts'), '--json', '--var-file', fileOf(example)]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout) as Estimate)
      else reject(new Error(stderr))
    })
  })
}

const quantities = ({ lines }: Estimate): Readonly<Record<string, number>> =>
  Object.fromEntries(lines.map(({ title, quantity }) => [title, quantity]))

test('a client in stg costs what its sizes say, and the endpoints what the requirements say', async () => {
  const estimate = await estimateOf('stg')
  expect(quantities(estimate)).toMatchObject({
    'NAT gateway': 1,
    'interface endpoint, a zone': 8,
    'application load balancer': 1,
    'DocumentDB instance db.t4g.medium': 1,
    'PostgreSQL db.t4g.small': 1,
    'Fargate x86: vCPU': 0.5
  })
  expect(estimate.lines.find(({ title }) => title === 'interface endpoint, a zone')?.month).toBeCloseTo(58.4)
  expect(estimate.total).toBeCloseTo(estimate.lines.reduce((sum, { month }) => sum + month, 0))
  expect(estimate.usages.map(({ title }) => title)).toContain('NAT gateway: traffic')
  expect(estimate.claims).toContainEqual({
    where: 'this plan',
    says: '4 interface endpoints in 2 zones',
    computed: '$58.40'
  })
}, 240_000)

test('a client in prod costs with two tasks, a NAT gateway a zone, a standby and a second DocumentDB instance', async () => {
  const { availability_zones: zones } = JSON.parse(readFileSync(fileOf('prod'), 'utf8')) as {
    availability_zones: string[]
  }
  const estimate = await estimateOf('prod')
  expect(quantities(estimate)).toMatchObject({
    'NAT gateway': zones.length,
    'interface endpoint, a zone': 4 * zones.length,
    'DocumentDB instance db.r6g.large': 2,
    'PostgreSQL db.m6g.large, Multi-AZ': 2,
    'Fargate arm: vCPU': 2
  })
  expect(estimate.total).toBeGreaterThan(800)
}, 240_000)
