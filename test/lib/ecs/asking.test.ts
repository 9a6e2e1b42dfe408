/** How often ECS is asked: a poll's next ask is the repetition of one that was throttled; a long history costs its pages. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { isThrottled } from '../../../lib/aws/call.ts'
import { lazyEcs, lazyPolledEcs } from '../../../lib/aws/ecs-client.ts'
import { readConnection } from '../../../lib/aws/connection.ts'
import { serviceDeployments } from '../../../lib/aws/ecs-service-deployments.ts'
import { poll } from '../../../lib/poll.ts'
import { type FakeAws, startFakeAws } from '../../fakes/aws-api.ts'
import { fakeClock } from '../../fakes/clock.ts'

const PLACE = { cluster: 'prod', service: 'web' }
const THROTTLED = { __type: 'ThrottlingException', message: 'Rate exceeded' }
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const

const before = KEYS.map((name) => [name, process.env[name]] as const)
let fake: FakeAws

beforeAll(() => {
  for (const name of KEYS) process.env[name] = 'test'
})
afterEach(() => fake.close())
afterAll(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})

/** Service deployments as this AWS answers, by this client. */
async function start(answers: Parameters<typeof startFakeAws>[0], client = lazyEcs) {
  fake = await startFakeAws(answers)
  const connection = readConnection({ AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: fake.url })
  return serviceDeployments(connection, client(connection))
}

/** The first asks for a service deployment are throttled. */
const throttling = (asks: number): Parameters<typeof startFakeAws>[0] => ({
  DescribeServiceDeployments: () =>
    fake.calls.length <= asks ? THROTTLED : { serviceDeployments: [{ status: 'SUCCESSFUL' }] }
})

test('a poll that is throttled all the time asks at most every other second, once each time', async () => {
  const { describeDeployment } = await start(throttling(Infinity), lazyPolledEcs)
  const clock = fakeClock()
  const began = clock.now()
  let asks = 0
  const counted = () => {
    asks += 1
    return describeDeployment(PLACE, 'arn:1')
  }
  expect(await poll(counted, { clock, deadlineMs: 1_200_000, isThrottled })).toBeUndefined()
  expect(fake.calls).toHaveLength(asks)
  expect(asks).toBeGreaterThan(20)
  expect(asks / ((clock.now() - began) / 1000)).toBeLessThanOrEqual(0.5)
})

test('a call that nobody repeats is repeated by its client', async () => {
  const { describeDeployment } = await start(throttling(1))
  expect(await describeDeployment(PLACE, 'arn:1')).toMatchObject({ status: 'SUCCESSFUL' })
  expect(fake.calls).toHaveLength(2)
})

test('a long history is read page by page, as far as it is asked for', async () => {
  const port = await start({
    ListServiceDeployments: ({ body }) => {
      const page = Number(body['nextToken'] ?? 0)
      const entries = Array.from({ length: 20 }, (_, at) => ({
        serviceDeploymentArn: `arn:${page}:${at}`,
        createdAt: 1000 - page * 20 - at,
        targetServiceRevisionArn: `r${page}:${at}`
      }))
      return { serviceDeployments: entries, ...(page < 2 ? { nextToken: String(page + 1) } : {}) }
    },
    DescribeServiceRevisions: ({ body }) => ({
      serviceRevisions: (body['serviceRevisionArns'] as readonly string[]).map((arn) => ({
        serviceRevisionArn: arn,
        taskDefinition: `web:${arn}`
      }))
    })
  })
  expect(await port.listDeployments(PLACE)).toHaveLength(20)
  expect(await port.listDeployments(PLACE, 2)).toHaveLength(40)
  const all = await port.listDeployments(PLACE, 10)
  expect(all.map(({ arn }) => arn).slice(19, 21)).toEqual(['arn:0:19', 'arn:1:0'])
  const found = await port.taskDefinitionsOf(
    PLACE,
    all.map(({ targetRevision }) => targetRevision)
  )
  expect(Object.keys(found)).toHaveLength(60)
  expect(found['r2:19']).toBe('web:r2:19')
})
