import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../../lab/aws/aws.ts'
import { callForm, clientOptions, element, signed } from '../start.ts'
import { findMisfits } from '../reference.ts'
import { enter, startPlatform, type Platform } from './platform.ts'
import { createService, newest } from './service.ts'

let platform: Platform
let aws: Aws

beforeAll(async () => {
  aws = await startPlatform()
  platform = await enter(aws)
  const taskDefinition = await platform.define(await platform.push('v1'))
  await createService(platform, { taskDefinition, desiredCount: 0 })
})
afterAll(() => aws?.close())

const history = 'arn:aws:ecs:us-east-1:123456789012'

/** A client of a user with these statements alone. */
async function clientOf(name: string, ...statements: readonly object[]): Promise<ecs.ECSClient> {
  await callForm(aws, { Action: 'CreateUser', UserName: name }, signed('iam'))
  const document = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  const policy = { Action: 'PutUserPolicy', UserName: name, PolicyName: 'all', PolicyDocument: document }
  await callForm(aws, policy, signed('iam'))
  const key = await callForm(aws, { Action: 'CreateAccessKey', UserName: name }, signed('iam'))
  const credentials = {
    accessKeyId: element(key, 'AccessKeyId'),
    secretAccessKey: element(key, 'SecretAccessKey')
  }
  return new ecs.ECSClient({ ...clientOptions(aws), credentials })
}

const allow = (resource: string, ...Action: readonly string[]) => ({
  Effect: 'Allow',
  Action,
  Resource: resource
})

test('the history of a service is judged on the service and on the deployment', async () => {
  const { serviceDeploymentArn = '' } = await newest(platform)
  const describe = new ecs.DescribeServiceDeploymentsCommand({
    serviceDeploymentArns: [serviceDeploymentArn]
  })
  const list = new ecs.ListServiceDeploymentsCommand({ cluster: 'main', service: 'api' })
  const onService = allow(
    `${history}:service/main/api`,
    'ecs:DescribeServiceDeployments',
    'ecs:ListServiceDeployments'
  )
  const half = await clientOf('half', onService)
  expect((await half.send(list)).serviceDeployments).toHaveLength(1)
  await expect(half.send(describe)).rejects.toMatchObject({ name: 'AccessDeniedException' })
  const onDeployments = allow(`${history}:service-deployment/main/api/*`, 'ecs:DescribeServiceDeployments')
  const whole = await clientOf('whole', onService, onDeployments)
  expect((await whole.send(describe)).serviceDeployments).toHaveLength(1)
})

test('what is asked for is what AWS asks for', async () => {
  const asked = (await aws.journal()).flatMap(({ permissions }) => permissions)
  expect(
    await findMisfits(asked.filter(({ iamAction }) => /:(List|Describe)Service/.test(iamAction)))
  ).toEqual([])
})
