/** Secrets planted in a stack are seen by nobody: not planned, not applied, not changed, not refused. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { listObjects } from './bucket.ts'
import { approve, keyOf, type Ledger } from './ledger.ts'
import { DATABASE_URI, findMarkers, PASSWORD, TOKEN } from './markers.ts'
import { annotationsOf, applyJob, conclusionsOf } from './results.ts'
import { applyByHand, raiseSerial, type State, stateOf } from './state.ts'
import { startWorld, type World } from './world.ts'
import { writingsInArtifacts, writingsOfRuns, writingsToGitHub } from './writings.ts'

const MINUTES = 60_000
const STACK = 'service'
let world: World
let ledger: Ledger
let number: number
let planned: readonly RunResult[]
let merged: readonly RunResult[]

const inService = (stack: string) => ({ stack, 'working-directory': 'service' })
const telling = (stack: string, command: string) => ({
  stack,
  'working-directory': 'tale',
  'var-files': `${command}.tfvars`
})

beforeAll(async () => {
  world = await startWorld()
  ledger = await world.ledger({ overlay: ['service'] })
  await applyByHand(ledger, STACK, { source: 'service/service' })
  // A replacement, a creation, and a plan that fails and says why.
  ledger.stacks(inService(STACK), inService('fresh'), telling('untold', 'plan'))
  const proposed = await ledger.propose('Greet', {
    'service/greeting.tf': 'locals {\n  greeting = "good evening"\n}\n'
  })
  // The same replacement, planned again by the apply, and an apply that fails and says why.
  ledger.stacks(inService(STACK), telling('doomed', 'apply'))
  merged = await ledger.merge(proposed.number, async (waiting) => {
    await raiseSerial(ledger, STACK)
    return approve(waiting)
  })
  planned = proposed.runs
  number = proposed.number
}, 15 * MINUTES)

afterAll(() => world.close())

/** Where in the state a text holds a marker: resource and attribute, output, or the rest. */
function placesIn(state: State): readonly string[] {
  const places: string[] = []
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'string') {
      if (findMarkers({ state: value }).length > 0) places.push(path.replaceAll(/\.\d+/g, ''))
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) walk(`${path}.${key}`, item)
    }
  }
  walk('outputs', state.outputs)
  for (const { type, name, instances } of state.resources) walk(`${String(type)}.${String(name)}`, instances)
  walk('rest', { ...state, outputs: undefined, resources: undefined })
  return places
}

test('what has the secrets was planned and replaced, and what tells them failed, in plan and in apply', () => {
  expect(conclusionsOf(planned)).toEqual(['failure'])
  expect(annotationsOf(planned)).toContain('There is no ledger at')
  expect(applyJob(merged, STACK)?.conclusion).toBe('success')
  expect(applyJob(merged, STACK)?.log).toMatch(/same digest/i)
  expect(applyJob(merged, 'doomed')?.log).toContain('There is no ledger at')
  expect(ledger.comment(number)).toContain('API_TOKEN')
})

test('a marker is found in every form it is looked for', () => {
  const forms = [
    PASSWORD,
    encodeURIComponent(TOKEN),
    Buffer.from(`xy${PASSWORD}z`).toString('base64'),
    DATABASE_URI
  ]
  expect(forms.flatMap((form) => findMarkers({ form })).length).toBeGreaterThanOrEqual(forms.length)
})

test('no log line, annotation, summary or output of a job shows a secret', () => {
  const writings = writingsOfRuns(world.lab, [...planned, ...merged])
  expect(Object.keys(writings).length).toBeGreaterThan(100)
  expect(findMarkers(writings)).toEqual([])
})

test('no comment, check run or other request to GitHub shows a secret', () => {
  const requests = writingsToGitHub(world.lab)
  const written = Object.entries(requests).filter(([, text]) => text.includes('"body":'))
  expect(written.some(([request]) => request.includes('/check-runs'))).toBe(true)
  expect(findMarkers({ comment: ledger.comment(number), ...requests })).toEqual([])
})

test('no artifact shows a secret', () => {
  const texts = writingsInArtifacts(world.lab, ledger.repository)
  expect(Object.keys(texts).filter((name) => name.endsWith('plan.sealed')).length).toBeGreaterThan(0)
  expect(findMarkers(texts)).toEqual([])
})

test('the state holds secrets only where Terraform itself must keep a value', async () => {
  const state = await stateOf(ledger, STACK)
  if (state === undefined) throw new Error('the stack has a state')
  expect([...new Set(placesIn(state))].toSorted()).toEqual([
    'aws_ecs_task_definition.api.attributes.container_definitions',
    'outputs.database.value',
    'outputs.password.value',
    'rest.check_results.objects.failure_messages',
    'terraform_data.account.attributes.input.value.password',
    'terraform_data.account.attributes.output.value.password',
    'terraform_data.database.attributes.input.value',
    'terraform_data.database.attributes.output.value',
    'terraform_data.database.attributes.triggers_replace.value.uri'
  ])
  expect(await listObjects(world.lab.aws, 'caliber/ledger/')).toEqual([keyOf('doomed'), keyOf(STACK)])
})
