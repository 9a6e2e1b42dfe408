/**
 * What a stack costs in a month, beside what the documents say.
 *
 *   npm run cost-estimate -- [--var-file <tfvars>] [--var name=value …] [--stack caliber]
 *   npm run cost-estimate -- --plan <file from terraform show -json>
 *
 * Without --plan it plans the stack itself, without credentials; what the file leaves to AWS's answers (account, zones,
 * hosted zone) is filled in with examples.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compareClaims } from './cost/claims.ts'
import { estimate } from './cost/estimate.ts'
import { planOffline } from './cost/make-plan.ts'
import { readPlanned } from './cost/planned.ts'
import { priceList } from './cost/price-list.ts'
import { renderEstimate } from './cost/render.ts'

const EXAMPLE = join(import.meta.dirname, '../terraform/stacks/caliber/examples/stg.tfvars.json')

const { values } = parseArgs({
  options: {
    plan: { type: 'string' },
    stack: { type: 'string', default: 'caliber' },
    'var-file': { type: 'string', default: EXAMPLE },
    var: { type: 'string', multiple: true, default: [] },
    tasks: { type: 'string' },
    json: { type: 'boolean', default: false }
  }
})

/** What AWS would answer, for variables that the file leaves open. */
function fillers(file: string): readonly string[] {
  const given = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>
  const region = typeof given['region'] === 'string' ? given['region'] : priceList.region
  const all: Readonly<Record<string, string>> = {
    account_id: '123456789012',
    availability_zones: JSON.stringify([`${region}a`, `${region}b`]),
    hosted_zone_id: 'Z0123456789ABCDEFGHIJ'
  }
  return Object.entries(all).flatMap(([name, value]) => (name in given ? [] : [`${name}=${value}`]))
}

function readPlan(): string {
  if (values.plan !== undefined) return readFileSync(values.plan, 'utf8')
  const { stack, 'var-file': varFile } = values
  return planOffline({ stack, varFile, variables: [...fillers(varFile), ...values.var] })
}

try {
  const planned = readPlanned(readPlan(), values.tasks === undefined ? undefined : Number(values.tasks))
  const result = estimate(planned, priceList)
  const claims = compareClaims(planned, priceList)
  console.log(
    values.json
      ? JSON.stringify(
          { ...result, claims, checked: priceList.checked, region: priceList.region },
          undefined,
          2
        )
      : renderEstimate(result, claims, { planned, list: priceList })
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
