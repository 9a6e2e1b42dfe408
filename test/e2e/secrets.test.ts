/** Secrets planted in a stack are seen by nobody: not planned, not applied, not changed, not refused. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { gunzipSync } from 'node:zlib'
import type { RunResult } from '../../lab/runner/ports.ts'
import { listObjects } from './bucket.ts'
import { approve, type Ledger } from './ledger.ts'
import { DATABASE_URI, findMarkers, PASSWORD, TOKEN } from './markers.ts'
import { annotationsOf, applyJob, conclusionsOf } from './results.ts'
import { raiseSerial, type State, stateOf } from './state.ts'
import { startWorld, type World } from './world.ts'

const MINUTES = 60_000
const STACK = 'service'
let world: World
let ledger: Ledger
let numbers: readonly number[]
let runs: readonly (readonly RunResult[])[]

const greet = (greeting: string) => ({ 'service/greeting.tf': `locals {\n  greeting = "${greeting}"\n}\n` })
/** A precondition whose message tells a secret, and one that tells it only while the apply runs. */
const tellTale = (condition: string) => `resource "terraform_data" "tale" {
  lifecycle {
    postcondition {
      condition     = ${condition}
      error_message = "\${var.database_uri} has no ledger; API_TOKEN=\${var.api_token}"
    }
  }
}
`

beforeAll(async () => {
  world = await startWorld({ env: { TF_VAR_api_token: TOKEN, TF_VAR_database_uri: DATABASE_URI } })
  ledger = await world.ledger('service', { overlay: ['service'] })
  ledger.stacks({ stack: STACK, 'working-directory': 'service' })
  const created = await ledger.propose('Greet', greet('good morning'))
  const applied = await ledger.merge(created.number)
  // Replaces what holds the secrets; the state moves meanwhile, so that the apply plans again by itself.
  const changed = await ledger.propose('Greet again', greet('good evening'))
  const replaced = await ledger.merge(changed.number, async (waiting) => {
    await raiseSerial(ledger, STACK)
    return approve(waiting)
  })
  const failing = await ledger.propose('Fail to plan', { 'service/tale.tf': tellTale('var.api_token == ""') })
  const late = await ledger.open('Fail to apply', {
    'service/tale.tf': tellTale('self.id == ""'),
    ...greet('good night')
  })
  const failed = await ledger.merge(late.number)
  numbers = [created.number, changed.number, failing.number, late.number]
  runs = [created.runs, applied, changed.runs, replaced, failing.runs, failed]
}, 15 * MINUTES)

afterAll(() => world.close())

/** A record's text, and what is packed in it. */
function unpacked(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  const packed = [...text.matchAll(/H4sI[\w+/=]{40,}/g)].map(([base64]) =>
    gunzipSync(Buffer.from(base64, 'base64')).toString()
  )
  return [text, ...packed].join('\n')
}

function artifactTexts(): Record<string, string> {
  const files = world.lab.github.people
    .artifacts(ledger.repository)
    .flatMap((artifact) =>
      Object.entries(unzipSync(artifact.content)).map(
        ([file, bytes]) =>
          [`artifact ${artifact.id} ${artifact.name}/${file}`, strFromU8(bytes, true)] as const
      )
    )
  return Object.fromEntries(files)
}

/** Where in the state a text holds a marker: resource type and attribute, or output. */
function placesIn(state: State): readonly string[] {
  const places: string[] = []
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'string') {
      if (findMarkers({ state: value }).length > 0) places.push(path)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) walk(`${path}.${key}`, item)
    }
  }
  walk('outputs', state.outputs)
  for (const { type, name, instances } of state.resources) walk(`${String(type)}.${String(name)}`, instances)
  walk('checks', { ...state, outputs: undefined, resources: undefined })
  return places
}

test('the stack was planned, applied, replaced after a move, refused while planning and failed while applying', () => {
  expect(runs.map((one) => conclusionsOf(one).join())).toEqual([
    'success',
    'success',
    'success',
    'success',
    'failure',
    'failure'
  ])
  expect(applyJob(runs[3] ?? [])?.log).toMatch(/same digest/i)
  expect(applyJob(runs[5] ?? [])?.log).toContain('terraform apply failed')
  expect(annotationsOf(runs[4] ?? [])).toContain('has no ledger')
})

test('a marker is found in every form it is looked for', () => {
  const forms = [
    PASSWORD,
    encodeURIComponent(TOKEN),
    Buffer.from(`xy${PASSWORD}z`).toString('base64'),
    DATABASE_URI
  ]
  expect(forms.flatMap((form) => findMarkers({ form })).length).toBeGreaterThanOrEqual(forms.length)
  expect(ledger.comment(numbers[0] ?? 0)).toContain('API_TOKEN')
})

test('no log line, annotation, summary or output of a job shows a secret', () => {
  const events = world.lab.events.map(
    (event, index) => [`event ${index} (${event.kind})`, unpacked(event)] as const
  )
  const results = runs.flat().map((run, index) => [`result ${index}`, unpacked(run)] as const)
  expect(events.length).toBeGreaterThan(100)
  expect(findMarkers(Object.fromEntries([...events, ...results]))).toEqual([])
})

test('no comment, check run or other request to GitHub shows a secret', () => {
  const comments = numbers.map((number) => [`comment on #${number}`, ledger.comment(number)] as const)
  const requests = world.lab.github
    .journal()
    .map((entry) => [`${entry.method} ${entry.path}`, unpacked(entry)] as const)
  const written = requests.filter(([, text]) => text.includes('"body":'))
  expect(written.some(([request]) => request.includes('/check-runs'))).toBe(true)
  expect(findMarkers(Object.fromEntries([...comments, ...requests]))).toEqual([])
})

test('no artifact shows a secret', () => {
  const texts = artifactTexts()
  expect(Object.keys(texts).filter((name) => name.endsWith('plan.sealed')).length).toBeGreaterThan(0)
  expect(findMarkers(texts)).toEqual([])
})

test('the state holds secrets only where Terraform itself must keep a value', async () => {
  const state = await stateOf(ledger, STACK)
  if (state === undefined) throw new Error('the stack has a state')
  expect([...new Set(placesIn(state))].toSorted()).toEqual([
    'aws_ecs_task_definition.api.0.attributes.container_definitions',
    'outputs.database.value',
    'outputs.password.value',
    'terraform_data.account.0.attributes.input.value.password',
    'terraform_data.account.0.attributes.output.value.password',
    'terraform_data.database.0.attributes.input.value',
    'terraform_data.database.0.attributes.output.value',
    'terraform_data.database.0.attributes.triggers_replace.value.uri'
  ])
  expect(await listObjects(world.lab, 'service/')).toEqual([`service/${STACK}.tfstate`])
})
