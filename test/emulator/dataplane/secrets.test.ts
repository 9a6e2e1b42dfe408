import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../../lab/aws/aws.ts'
import { callForm, callJson, signed } from '../start.ts'
import { allow, enter, leave, startPlatform, starts, until, untilStatus, type Platform } from './platform.ts'

let seeded: Aws
let platform: Platform

beforeAll(async () => {
  seeded = await startPlatform()
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  platform = await enter(await seeded.fork())
})
afterEach(() => leave(platform?.aws))

const reads = { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' }
const asm =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): '

async function createSecret(name: string, value?: string): Promise<string> {
  const request = value === undefined ? { Name: name } : { Name: name, SecretString: value }
  const answer = await callJson(platform.aws, signed('secretsmanager'), [
    'secretsmanager.CreateSecret',
    request
  ])
  return (JSON.parse(answer.text) as { ARN: string }).ARN
}

/** A task with one secret, until it runs or has ended. */
async function start(valueFrom: string, environment: ecs.KeyValuePair[] = []): Promise<ecs.Task> {
  const image = await platform.push('v1')
  const container = { secrets: [{ name: 'SECRET', valueFrom }], environment }
  const task = await platform.run({ taskDefinition: await platform.define(image, { container }) })
  return until('it runs or has ended', async () => {
    const seen = await platform.look(task)
    return (seen?.lastStatus === 'RUNNING' || seen?.lastStatus === 'STOPPED') && seen
  })
}

/** What the application finds in its environment. */
async function variable(name: string): Promise<unknown> {
  const port = await until('it listens', async () => (await platform.aws.containers())[0]?.ports['8000'])
  return ((await (await fetch(`http://127.0.0.1:${port}/environment/${name}`)).json()) as { value: unknown })
    .value
}

test('secrets reach the container as the execution role may read them: whole, or one key of the JSON', async () => {
  await allow(platform.aws, [starts, reads])
  const arn = await createSecret('caliber/acme/stg/database', JSON.stringify({ username: 'ada', port: 5432 }))
  const task = await start(`${arn}:username::`, [{ name: 'PLAIN', value: 'as it is' }])
  expect(task.lastStatus).toBe('RUNNING')
  expect([await variable('SECRET'), await variable('PLAIN')]).toEqual(['ada', 'as it is'])
})

test('an override changes the environment, a parameter is read by its name', async () => {
  await allow(platform.aws, [starts, { ...reads, Action: 'ssm:GetParameters' }])
  const parameter = { Name: '/caliber/acme/stg/mode', Value: 'blue', Type: 'String' }
  await callJson(platform.aws, signed('ssm'), ['AmazonSSM.PutParameter', parameter])
  const container = { secrets: [{ name: 'SECRET', valueFrom: '/caliber/acme/stg/mode' }] }
  const taskDefinition = await platform.define(await platform.push('v1'), { container })
  const overrides = {
    containerOverrides: [{ name: 'api', environment: [{ name: 'PLAIN', value: 'other' }] }]
  }
  await untilStatus(platform, await platform.run({ taskDefinition, overrides }), 'RUNNING')
  expect([await variable('SECRET'), await variable('PLAIN')]).toEqual(['blue', 'other'])
})

test('a role that may not read a secret is told so in AWS’s words, and the task never starts', async () => {
  const arn = await createSecret('caliber/acme/stg/database', 'x')
  const task = await start(arn)
  expect(task).toMatchObject({ lastStatus: 'STOPPED', stopCode: 'TaskFailedToStart' })
  const user = `arn:aws:sts::123456789012:assumed-role/execution/${task.taskArn?.split('/').at(-1)}`
  expect(task.stoppedReason).toBe(
    `${asm}failed to fetch secret ${arn} from secrets manager: AccessDeniedException: User: ${user} is not authorized to perform: secretsmanager:GetSecretValue on resource: ${arn} because no identity-based policy allows the secretsmanager:GetSecretValue action`
  )
})

test.each<[string, (arn: string) => string, string]>([
  [
    'that does not exist',
    (arn) => `${arn}x`,
    "ResourceNotFoundException: Secrets Manager can't find the specified secret."
  ],
  [
    'without a value',
    (arn) => arn,
    "ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT"
  ]
])('a secret %s is named', async (_name, refer, reason) => {
  await allow(platform.aws, [starts, reads])
  const arn = await createSecret('caliber/acme/stg/database')
  const task = await start(refer(arn))
  expect(task.stoppedReason).toBe(
    `${asm}failed to fetch secret ${refer(arn)} from secrets manager: ${reason}`
  )
})

test('a secret under a key of the account takes the permission to decrypt with it, by way of Secrets Manager', async () => {
  await allow(platform.aws, [starts, reads])
  const made = await callJson(platform.aws, signed('kms'), ['TrentService.CreateKey', {}])
  const { KeyMetadata } = JSON.parse(made.text) as { KeyMetadata: { Arn: string } }
  const request = { Name: 'caliber/acme/stg/keyed', SecretString: 'x', KmsKeyId: KeyMetadata.Arn }
  const answer = await callJson(platform.aws, signed('secretsmanager'), [
    'secretsmanager.CreateSecret',
    request
  ])
  const arn = (JSON.parse(answer.text) as { ARN: string }).ARN
  const words = `${asm}failed to fetch secret ${arn} from secrets manager: `
  expect((await start(arn)).stoppedReason).toBe(`${words}AccessDeniedException: Access to KMS is not allowed`)
  const via = { StringEquals: { 'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com' } }
  const decrypts = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: KeyMetadata.Arn, Condition: via }
  await allow(platform.aws, [starts, reads, decrypts])
  expect((await start(arn)).lastStatus).toBe('RUNNING')
})

test('a key that is not in the JSON is named', async () => {
  await allow(platform.aws, [starts, reads])
  const arn = await createSecret('caliber/acme/stg/database', '{"username":"ada"}')
  const task = await start(`${arn}:password::`)
  expect(task.stoppedReason).toBe(
    `${asm}retrieved secret from Secrets Manager did not contain json key password`
  )
})

test('a role that does not trust ECS, and a log group that is not there, end the task before it starts', async () => {
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }]
  }
  const update = {
    Action: 'UpdateAssumeRolePolicy',
    RoleName: 'execution',
    PolicyDocument: JSON.stringify(trust)
  }
  const options = {
    'awslogs-group': '/missing',
    'awslogs-region': 'us-east-1',
    'awslogs-stream-prefix': 'api'
  }
  const container = { logConfiguration: { logDriver: 'awslogs' as const, options } }
  const image = await platform.push('v1')
  const silent = await platform.run({ taskDefinition: await platform.define(image, { container }) })
  expect((await untilStatus(platform, silent, 'STOPPED')).stoppedReason).toContain(
    'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException'
  )
  await callForm(platform.aws, update, signed('iam'))
  const untrusted = await platform.run({ taskDefinition: await platform.define(image) })
  expect((await untilStatus(platform, untrusted, 'STOPPED')).stoppedReason).toContain(
    "ECS was unable to assume the role 'arn:aws:iam::123456789012:role/execution'"
  )
})
