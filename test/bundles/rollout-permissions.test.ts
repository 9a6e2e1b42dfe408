import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import {
  account,
  enter,
  executionRole,
  logGroup,
  type Platform,
  startPlatform
} from '../emulator/dataplane/platform.ts'
import { createBalancer, startService } from '../emulator/dataplane/service.ts'
import { callForm, element, signed } from '../emulator/start.ts'
import { rollOutOn } from './rollout-step.ts'
import type { StepResult } from './run-bundle.ts'

/** Processes start slowly on a busy machine, and a rollout waits in real seconds. */
jest.setTimeout(240_000)

const ECS = `arn:aws:ecs:us-east-1:${account}`
const allow = (action: string | readonly string[], resource: string | readonly string[]): object => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource
})

/** What a rollout cannot do without. */
const NEEDED = [
  allow(['ecs:DescribeServices', 'ecs:UpdateService'], `${ECS}:service/main/api`),
  allow('ecs:DescribeTaskDefinition', '*'),
  allow('ecs:RegisterTaskDefinition', `${ECS}:task-definition/api:*`),
  allow('iam:PassRole', executionRole)
]
/** What it is better with: the README's table. */
const OPTIONAL = [
  allow('ecs:DeregisterTaskDefinition', '*'),
  allow('ecs:ListTasks', '*'),
  allow('ecs:DescribeTasks', `${ECS}:task/main/*`),
  allow(
    [
      'ecs:ListServiceDeployments',
      'ecs:DescribeServiceDeployments',
      'ecs:StopServiceDeployment',
      'ecs:DescribeServiceRevisions'
    ],
    [`${ECS}:service/main/api`, `${ECS}:service-deployment/main/api/*`, `${ECS}:service-revision/main/api/*`]
  ),
  allow('logs:GetLogEvents', `arn:aws:logs:us-east-1:${account}:log-group:${logGroup}:log-stream:*`),
  allow('ecr:DescribeImages', `arn:aws:ecr:us-east-1:${account}:repository/api`),
  allow('iam:GetRole', executionRole)
]

let seeded: Aws
let platform: Platform

beforeAll(async () => {
  seeded = await startPlatform()
  const group = await createBalancer(seeded)
  await startService(await enter(seeded), group)
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  platform = await enter(await seeded.fork())
})
afterEach(() => platform?.aws.close())

/** Rolls out as a role that may do this and nothing else. */
async function rollOutAs(
  statements: readonly object[],
  inputs: Readonly<Record<string, string>>
): Promise<StepResult> {
  const iam = (form: Readonly<Record<string, string>>) => callForm(platform.aws, form, signed('iam'))
  const document = (all: readonly object[]): string =>
    JSON.stringify({ Version: '2012-10-17', Statement: all })
  const trust = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'sts:AssumeRole'
  }
  const name = { RoleName: 'deploy' }
  await iam({ Action: 'CreateRole', ...name, AssumeRolePolicyDocument: document([trust]) })
  const policy = { PolicyName: 'deploy', PolicyDocument: document(statements) }
  await iam({ Action: 'PutRolePolicy', ...name, ...policy })
  const session = { RoleArn: `arn:aws:iam::${account}:role/deploy`, RoleSessionName: 'rollout' }
  const given = await callForm(platform.aws, { Action: 'AssumeRole', ...session }, signed('sts'))
  const identity = {
    accessKeyId: element(given, 'AccessKeyId'),
    secretAccessKey: element(given, 'SecretAccessKey'),
    sessionToken: element(given, 'SessionToken')
  }
  return rollOutOn(platform, { inputs, identity })
}

const refused = async (): Promise<readonly string[]> =>
  (await platform.aws.journal())
    .filter(({ principal, decision }) => principal.includes('deploy') && decision.endsWith('deny'))
    .map(({ iamAction }) => iamAction)

test('a rollout that fails needs the permissions of the README and no other', async () => {
  const image = await platform.push('v2', { crash: { code: 3, stderr: ['ImproperlyConfigured'] } })
  const step = await rollOutAs([...NEEDED, ...OPTIONAL], { image })
  expect(step.outputs).toContain('rolled-back')
  expect(step.summary).toContain('ImproperlyConfigured')
  expect(step.log).not.toContain('::warning')
  expect(await refused()).toEqual([])
})

test('without what is optional it does what it can, and warns', async () => {
  const image = await platform.push('v2')
  const step = await rollOutAs(NEEDED, { image })
  expect({ code: step.code, log: step.log }).toMatchObject({ code: 0 })
  expect(step.outputs).toContain('success')
  expect(step.log.match(/^::warning/gm)).toHaveLength(3)
  expect([...new Set(await refused())].toSorted()).toEqual([
    'ecr:DescribeImages',
    'ecs:ListServiceDeployments',
    'ecs:ListTasks',
    'iam:GetRole'
  ])
})

test('without what is needed it fails at once and names it', async () => {
  const image = await platform.push('v2')
  const step = await rollOutAs([...NEEDED.slice(1), ...OPTIONAL], { image })
  expect(step.code).toBe(1)
  expect(step.log).toContain('The role of this job needs ecs:DescribeServices on service/main/api.')
})
