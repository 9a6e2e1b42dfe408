/** Ends of a rollout that somebody else brings about, or that time does. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import { allow, enter, type Platform, starts, startPlatform, until } from '../emulator/dataplane/platform.ts'
import { createBalancer, service, startService, update } from '../emulator/dataplane/service.ts'
import { callJson, signed } from '../emulator/start.ts'
import { outputsOf, rollOutOn } from './rollout-step.ts'
import type { StepResult } from './run-bundle.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(120_000)

let seeded: Aws
let platform: Platform

beforeAll(async () => {
  seeded = await startPlatform()
  await startService(await enter(seeded), await createBalancer(seeded))
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  platform = await enter(await seeded.fork())
})
afterEach(() => platform?.aws.close())

const rollOut = (inputs: Readonly<Record<string, string>>): Promise<StepResult> =>
  rollOutOn(platform, { inputs })

test('what is not there in time is rolled back when that is asked for', async () => {
  await platform.aws.setClock({ speed: 5 })
  const image = await platform.push('v2', { startDelay: 9000 })
  const step = await rollOut({ image, timeout: '50s', 'on-timeout': 'rollback' })
  expect(step.code).toBe(1)
  expect(outputsOf(step)).toMatchObject({ outcome: 'rolled-back', revision: 'api:2' })
  expect(step.log).toContain('It was not deployed within 50s')
  expect(step.log).toContain('api:2 was deregistered')
  expect((await service(platform)).taskDefinition).toMatch(/:1$/)
})

test('a newer deployment of something else is told by its name', async () => {
  await platform.aws.setClock({ speed: 5 })
  const running = rollOut({ image: await platform.push('v2', { startDelay: 9000 }) })
  await until('the first is under way', async () =>
    (await service(platform)).taskDefinition?.endsWith('/api:2')
  )
  const other = await platform.define(await platform.push('v3'))
  await update(platform, { taskDefinition: other })
  const step = await running
  expect(step.code).toBe(1)
  expect(outputsOf(step)).toMatchObject({ outcome: 'superseded', revision: 'api:2' })
  expect(step.log).toMatch(/another deployment took its place, arn:aws:ecs:\S+ of api:3\./)
})

test('a rollback goes to what succeeded last, and leaves no newer revision behind', async () => {
  expect((await rollOut({ image: await platform.push('v2') })).code).toBe(0)
  const step = await rollOut({ 'rollback-to': 'last-successful' })
  expect(outputsOf(step)).toMatchObject({
    outcome: 'success',
    revision: 'api:1',
    'previous-revision': 'api:2'
  })
  expect(step.summary).toContain('api:2 was deregistered')
})

test('a secret without a value is named before anything is deployed', async () => {
  const made = await callJson(platform.aws, signed('secretsmanager'), [
    'secretsmanager.CreateSecret',
    { Name: 'caliber/acme/stg/docdb-uri' }
  ])
  const { ARN } = JSON.parse(made.text) as { ARN: string }
  await allow(platform.aws, [starts])
  await platform.define(await platform.push('v1'), {
    container: { secrets: [{ name: 'URI', valueFrom: ARN }] }
  })
  const step = await rollOut({ image: await platform.push('v2') })
  expect(step.code).toBe(1)
  expect(step.log).toMatch(
    /Secret 'caliber\/acme\/stg\/docdb-uri-\w+', which container api reads, has no value yet/
  )
  expect((await service(platform)).taskDefinition).toMatch(/:1$/)
})
