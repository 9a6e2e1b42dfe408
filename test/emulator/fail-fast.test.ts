import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../lab/aws/aws.ts'
import {
  callForm,
  callJson,
  clientOptions,
  element,
  readReply,
  send,
  signed,
  startForTests
} from './start.ts'

let aws: Aws

beforeAll(async () => {
  aws = await startForTests()
})
afterAll(() => aws?.close())

test('an operation that is not implemented is a 501 that names it, in the JSON protocol', async () => {
  const answer = await callJson(aws, signed('ecs'), [
    'AmazonEC2ContainerServiceV20141113.SubmitTaskStateChange',
    {}
  ])
  expect(answer.status).toBe(501)
  expect(JSON.parse(answer.text)).toMatchObject({
    __type: 'NotImplemented',
    message: expect.stringContaining('submit_task_state_change')
  })
})

test('… and in the XML of EC2, IAM and S3', async () => {
  const ec2 = await callForm(aws, { Action: 'CreateCoipPool' }, signed('ec2'))
  expect([ec2.status, element(ec2, 'Code')]).toEqual([501, 'NotImplemented'])
  expect(ec2.text).toContain('<Response><Errors><Error>')
  const iam = await callForm(
    aws,
    { Action: 'GenerateOrganizationsAccessReport', EntityPath: 'o-1/r-1' },
    signed('iam')
  )
  expect([iam.status, element(iam, 'Code')]).toEqual([501, 'NotImplemented'])
})

test('a route and a service that do not exist are 501 too, not "not found"', async () => {
  const route = await readReply(await send(aws, signed('backup'), { path: '/2099-01-01/nothing/here' }))
  expect([route.status, route.text]).toEqual([
    501,
    expect.stringContaining('no route for GET /2099-01-01/nothing/here')
  ])
  expect((await callJson(aws, signed('nothing'), ['Nothing.DoIt', {}])).status).toBe(501)
})

test('an SDK gives up on it at once', async () => {
  const client = new ecs.ECSClient({ ...clientOptions(aws), maxAttempts: 5 })
  const failure = await client.send(new ecs.SubmitTaskStateChangeCommand({})).catch((error: unknown) => error)
  expect(failure).toMatchObject({ name: 'NotImplemented', $metadata: { httpStatusCode: 501, attempts: 1 } })
})
