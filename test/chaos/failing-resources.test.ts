/** AWS fails while resources are made: what it made exists once, what Terraform does not know of is named and adopted. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { FaultReport } from '../../lab/faults/fault-plan.ts'
import type { Fault } from '../../lab/faults/fault.ts'
import { parseFault } from '../../lab/faults/parse-fault.ts'
import type { RunResult } from '../../lab/runner/ports.ts'
import { approve, type Ledger } from '../e2e/ledger.ts'
import { annotationsOf, applyJob, conclusionsOf } from '../e2e/results.ts'
import { lockHolder, stateOf } from '../e2e/state.ts'
import { startWorld, type World } from '../e2e/world.ts'

const MINUTES = 60_000
const STACK = 'records'
const LOG_GROUP = '/caliber/ledger/prod/api'
const FAULTS: readonly Fault[] = [
  'aws:secretsmanager:CreateSecret:1:throttle=1',
  'aws:secretsmanager:CreateSecret:2:fail=500',
  'aws:ecs:CreateCluster:1:cut',
  'aws:ecs:DescribeClusters:1:delay=2000',
  // Made, and the answer lost: the provider asks again and hears that it is there already.
  'aws:logs:CreateLogGroup:1:cut=answer'
].map(parseFault)
// Terraform takes what exists already for its own when the repository says so.
const ADOPTION = `import {
  to = aws_cloudwatch_log_group.api
  id = "${LOG_GROUP}"
}
`
let world: World
let ledger: Ledger
let broken: readonly RunResult[]
let met: readonly FaultReport[]
let known: readonly string[]

beforeAll(async () => {
  world = await startWorld()
  ledger = await world.ledger({ overlay: ['records'] })
  ledger.stacks({ stack: STACK, 'working-directory': 'records' })
  const { number } = await ledger.open('Keep records', { 'records/README.md': 'Records.\n' })
  broken = await ledger.merge(number, async (waiting) => {
    await world.lab.aws.setFaults(FAULTS)
    return approve(waiting)
  })
  met = await world.lab.aws.faults()
  await world.lab.aws.setFaults([])
  known = await namesInState()
}, 20 * MINUTES)

afterAll(() => world.close())

async function namesInState(): Promise<readonly string[]> {
  const resources = (await stateOf(ledger, STACK))?.resources ?? []
  return resources.map(({ type }) => String(type)).toSorted()
}

/** What exists on AWS under the ledger's names. */
async function existing(): Promise<readonly string[]> {
  const all = await world.lab.aws.resources()
  const own = all.filter(({ name }) => /ledger[/-]prod/.test(name))
  return own.map(({ service, name }) => `${service} ${name}`).toSorted()
}

const WHOLE = ['ecs ledger-prod-dedicated', `logs ${LOG_GROUP}`, 'secretsmanager caliber/ledger/prod/key']

test('throttles, errors, cuts and delays are waited out; a creation whose answer was lost makes the run red', async () => {
  expect(met.map((report) => report.met)).toEqual([1, 1, 1, 1, 1])
  expect(conclusionsOf(broken)).toEqual(['failure'])
  expect(applyJob(broken)?.log).toContain('ResourceAlreadyExistsException')
  expect(annotationsOf(broken)).toContain('aws_cloudwatch_log_group')
  expect(applyJob(broken)?.summary).toMatch(/What is left: 1 [^]*aws_cloudwatch_log_group\.api/)
})

test('everything exists once, and the state knows all but the resource that the run names', async () => {
  expect(await existing()).toEqual(WHOLE)
  expect(known).toEqual(['aws_ecs_cluster', 'aws_secretsmanager_secret'])
  expect(await lockHolder(ledger, STACK)).toBeUndefined()
})

test(
  'a pull request that adopts it makes state and AWS the same, and a further plan is empty',
  async () => {
    const adopted = await ledger.open('Adopt the log group', { 'records/import.tf': ADOPTION })
    const runs = await ledger.merge(adopted.number)
    expect(annotationsOf(runs)).not.toContain('error')
    expect(conclusionsOf(runs)).toEqual(['success'])
    expect(await namesInState()).toEqual(['aws_cloudwatch_log_group', ...known])
    expect(await existing()).toEqual(WHOLE)

    const after = await ledger.propose('Forget how', { 'records/import.tf': null })
    expect(ledger.comment(after.number)).toMatch(/no changes/i)
  },
  20 * MINUTES
)
