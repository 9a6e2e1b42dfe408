import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../lab/aws/aws.ts'
import { enter, type Platform, startPlatform } from '../emulator/dataplane/platform.ts'
import { createBalancer, service, startService } from '../emulator/dataplane/service.ts'
import { callJson, signed } from '../emulator/start.ts'
import { outputsOf, rollOutOn } from './rollout-step.ts'
import type { StepResult } from './run-bundle.ts'

/** Processes start slowly on a busy machine, and a rollout waits in real seconds. */
jest.setTimeout(240_000)

const PARAMETER = '/caliber/acme/stg/api-image'
let seeded: Aws
let platform: Platform
let group: string

beforeAll(async () => {
  seeded = await startPlatform()
  group = await createBalancer(seeded)
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  platform = await enter(await seeded.fork())
  await startService(platform, group)
})
afterEach(() => platform?.aws.close())

const rollOut = (inputs: Readonly<Record<string, string>>): Promise<StepResult> =>
  rollOutOn(platform, { inputs })

const ssm = async (operation: string, body: object): Promise<string> =>
  (await callJson(platform.aws, signed('ssm'), [`AmazonSSM.${operation}`, body])).text

const namesOf = async (): Promise<readonly (string | undefined)[]> => {
  const journal = await platform.aws.journal()
  return journal.filter(({ error }) => error === '').map(({ action }) => action)
}

test('an image by its tag is rolled out by its digest, and the parameter names it', async () => {
  await ssm('PutParameter', { Name: PARAMETER, Type: 'String', Value: 'nothing yet' })
  const image = await platform.push('v2')
  const step = await rollOut({ image, 'image-parameter': PARAMETER })
  expect({ code: step.code, log: step.log }).toMatchObject({ code: 0 })
  const outputs = outputsOf(step)
  expect(outputs).toMatchObject({
    outcome: 'success',
    revision: 'api:2',
    'previous-revision': 'api:1',
    'task-definition-arn': expect.stringMatching(/:task-definition\/api:2$/),
    'deployment-arn': expect.stringMatching(/:service-deployment\/main\/api\/\w+$/),
    'deployment-id': outputs['deployment-arn']?.split('/').at(-1)
  })
  expect((await service(platform)).taskDefinition).toBe(outputs['task-definition-arn'])
  expect(await ssm('GetParameter', { Name: PARAMETER })).toMatch(/\/api@sha256:[0-9a-f]{64}"/)
  expect(step.summary).toContain('### Where ')

  const again = await rollOut({ image, 'image-parameter': PARAMETER })
  expect(again.code).toBe(0)
  expect(outputsOf(again)).toMatchObject({ outcome: 'success', revision: 'api:2' })
  const names = await namesOf()
  for (const name of ['RegisterTaskDefinition', 'UpdateService', 'DeregisterTaskDefinition'])
    expect([name, names.filter((one) => one === name).length]).toEqual([
      name,
      name === 'RegisterTaskDefinition' ? 2 : name === 'UpdateService' ? 1 : 0
    ])
})

test('a version that crashes is rolled back: red, with the reason and the end of its log', async () => {
  const image = await platform.push('v2', {
    crash: { code: 3, stderr: ['ImproperlyConfigured: SECRET_KEY is empty'] }
  })
  const step = await rollOut({ image })
  expect(step.code).toBe(1)
  expect(outputsOf(step)).toMatchObject({
    outcome: 'rolled-back',
    revision: 'api:2',
    'previous-revision': 'api:1'
  })
  expect(step.log).toContain('container api exited with 3')
  expect(step.summary).toContain('ImproperlyConfigured: SECRET_KEY is empty')
  expect((await service(platform)).taskDefinition).toMatch(/:1$/)
  const { taskDefinition } = await platform.client.send(
    new ecs.DescribeTaskDefinitionCommand({ taskDefinition: 'api' })
  )
  expect(taskDefinition?.revision).toBe(1)
})

test('a dry run changes nothing', async () => {
  const step = await rollOut({ image: await platform.push('v2'), 'dry-run': 'true' })
  expect(step.code).toBe(0)
  expect(outputsOf(step)).toMatchObject({ outcome: 'planned', revision: '' })
  expect(step.summary).toContain('api.image')
  expect(await namesOf()).not.toContain('UpdateService')
})

test('the tasks are restarted, and their number is set', async () => {
  const step = await rollOut({ 'force-new-deployment': 'true', 'desired-count': '1' })
  expect(outputsOf(step)).toMatchObject({ outcome: 'success', revision: 'api:1' })
  expect((await service(platform)).desiredCount).toBe(1)
  const gone = await rollOut({ 'desired-count': '0' })
  expect(outputsOf(gone)).toMatchObject({ outcome: 'scaled-to-zero' })
})

test('a cancelled job leaves the deployment alone and says so; the next run follows it', async () => {
  const image = await platform.push('v2', { startDelay: 400 })
  await platform.aws.setClock({ speed: 20 })
  const cancelled = await rollOutOn(platform, { inputs: { image }, cancelAt: 'Rolling out api:2' })
  expect(cancelled.code).toBe(1)
  expect(outputsOf(cancelled)).toMatchObject({ outcome: 'cancelled', revision: 'api:2' })
  expect(cancelled.log).toContain('the deployment of api:2 goes on (arn:aws:ecs:')
  const next = await rollOut({ image, timeout: '1s' })
  expect(outputsOf(next)).toMatchObject({ outcome: 'timeout', revision: 'api:2' })
  expect(outputsOf(next)['deployment-arn']).toBe(outputsOf(cancelled)['deployment-arn'])
  expect((await namesOf()).filter((name) => name === 'UpdateService')).toHaveLength(1)
})
