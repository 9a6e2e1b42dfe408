/** An account with a network, a cluster, roles and an image, and the calls that the scenarios of the data plane share. */
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../../lab/aws/aws.ts'
import type { Behaviour } from '../../../lab/aws/dataplane/api.ts'
import { callForm, callJson, clientOptions, element, signed, startForTests } from '../start.ts'

export const account = '123456789012'
export const logGroup = '/caliber/acme/stg/api'
export const executionRole = `arn:aws:iam::${account}:role/execution`

/** What things are called; the service's name is its family's, too. */
export type Names = Readonly<{ cluster: string; service: string; repository: string; executionRole: string }>
const PLAIN: Names = { cluster: 'main', service: 'api', repository: 'api', executionRole }
/** As the stack of the tenant stg/acme and the account's roles have them. */
export const DEDICATED: Names = {
  cluster: 'acme-stg-dedicated',
  service: 'acme-stg-dedicated-api',
  repository: 'caliber/api',
  executionRole: `arn:aws:iam::${account}:role/caliber/acme-stg-dedicated-api-execution`
}

const trust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }
  ]
}
/** What an execution role needs, but for secrets. */
export const starts = {
  Effect: 'Allow',
  Action: ['ecr:*', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: '*'
}

/** AWS with what every scenario takes for granted; scenarios work on forks of it. */
export async function startPlatform(): Promise<Aws> {
  const aws = await startForTests()
  await furnish(aws)
  return aws
}

/** Gives an AWS the network, the cluster, the log group and the execution role of a platform. */
export async function furnish(aws: Aws, names: Names = PLAIN): Promise<void> {
  const client = new ecs.ECSClient(clientOptions(aws))
  await client.send(new ecs.CreateClusterCommand({ clusterName: names.cluster }))
  await callJson(aws, signed('logs'), ['Logs_20140328.CreateLogGroup', { logGroupName: logGroup }])
  const [, path = '', name = ''] = /role(\/.*?)([^/]+)$/.exec(names.executionRole) ?? []
  const role = { RoleName: name, Path: path, AssumeRolePolicyDocument: JSON.stringify(trust) }
  await callForm(aws, { Action: 'CreateRole', ...role }, signed('iam'))
  await allow(aws, [starts], name)
  const vpc = await callForm(aws, { Action: 'CreateVpc', CidrBlock: '10.0.0.0/16' }, signed('ec2'))
  const subnet = { Action: 'CreateSubnet', VpcId: element(vpc, 'vpcId'), CidrBlock: '10.0.1.0/24' }
  await callForm(aws, subnet, signed('ec2'))
}

/** Gives the execution role these statements in place of those it has. */
export async function allow(
  aws: Aws,
  statements: readonly object[],
  role: string = 'execution'
): Promise<void> {
  const policy = { RoleName: role, PolicyName: 'all' }
  const document = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  await callForm(aws, { Action: 'PutRolePolicy', ...policy, PolicyDocument: document }, signed('iam'))
}

/** Settings that a scenario changes in the task definition of the application. */
export type Definition = Readonly<{
  container?: Partial<ecs.ContainerDefinition>
  others?: readonly ecs.ContainerDefinition[]
}>

/** One account at work: everything a scenario does. */
export type Platform = Readonly<{
  aws: Aws
  names: Names
  client: ecs.ECSClient
  /** Pushes an image of this behaviour; its name by tag. */
  push: (tag: string, behaviour?: Behaviour) => Promise<string>
  /** Registers a revision of the service's family; `family:revision`. */
  define: (image: string, definition?: Definition) => Promise<string>
  run: (input: Partial<ecs.RunTaskCommandInput> & { taskDefinition: string }) => Promise<ecs.Task>
  look: (task: ecs.Task) => Promise<ecs.Task | undefined>
  network: ecs.NetworkConfiguration
}>

/** A fork at work. */
export async function enter(aws: Aws, names: Names = PLAIN): Promise<Platform> {
  const client = new ecs.ECSClient(clientOptions(aws))
  const network = { awsvpcConfiguration: { subnets: [await subnetOf(aws)] } }
  return {
    aws,
    names,
    client,
    network,
    push: async (tag, behaviour = {}) =>
      `${(await aws.putImage({ repository: names.repository, tag, behaviour })).uri}:${tag}`,
    define: (image, definition = {}) => define({ client, names }, image, definition),
    run: async (input) => {
      const command = new ecs.RunTaskCommand({
        cluster: names.cluster,
        launchType: 'FARGATE',
        networkConfiguration: network,
        ...input
      })
      const { tasks = [] } = await client.send(command)
      if (tasks[0] === undefined) throw new Error('no task was started')
      return tasks[0]
    },
    look: async ({ taskArn = '' }) => {
      const { tasks = [] } = await client.send(
        new ecs.DescribeTasksCommand({ cluster: names.cluster, tasks: [taskArn] })
      )
      return tasks[0]
    }
  }
}

async function subnetOf(aws: Aws): Promise<string> {
  const found = await callForm(
    aws,
    { Action: 'DescribeSubnets', 'Filter.1.Name': 'cidr-block', 'Filter.1.Value.1': '10.0.1.0/24' },
    signed('ec2')
  )
  return element(found, 'subnetId')
}

async function define(
  { client, names }: Pick<Platform, 'client' | 'names'>,
  image: string,
  { container, others = [] }: Definition
): Promise<string> {
  const options = { 'awslogs-group': logGroup, 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'api' }
  const { taskDefinition } = await client.send(
    new ecs.RegisterTaskDefinitionCommand({
      family: names.service,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: names.executionRole,
      containerDefinitions: [
        {
          name: 'api',
          image,
          essential: true,
          portMappings: [{ containerPort: 8000 }],
          logConfiguration: { logDriver: 'awslogs', options },
          ...container
        },
        ...others
      ]
    })
  )
  return `${names.service}:${taskDefinition?.revision}`
}

/** Ends a fork; what it could not answer as AWS does fails its scenario. */
export async function leave(aws: Aws | undefined): Promise<void> {
  if (aws === undefined) return
  const defects = await aws.defects()
  await aws.close()
  if (defects.length > 0) throw new Error(`The lab's AWS failed its scenario: ${JSON.stringify(defects)}`)
}

const ROUNDS = 400
const PAUSE_MS = 25

/** Asks until there is an answer; bounded, and the error says what was seen last. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  for (let round = 0; round < ROUNDS; round++) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new Error(`waited in vain until ${what}`)
}

/** The task once it is in a state. */
export function untilStatus(platform: Platform, task: ecs.Task, status: string): Promise<ecs.Task> {
  return until(`the task is ${status}`, async () => {
    const seen = await platform.look(task)
    return seen?.lastStatus === status ? seen : undefined
  })
}

type Events = Readonly<{ events: readonly { message: string }[]; nextForwardToken: string }>

/** Every line of a stream, read as AWS wants it read: until a token comes back twice in a row. */
export async function readLog(aws: Aws, stream: string): Promise<readonly string[]> {
  const lines: string[] = []
  let token: string | undefined
  for (let pages = 0; pages < ROUNDS; pages++) {
    const position = token === undefined ? { startFromHead: true } : { nextToken: token, startFromHead: true }
    const request = { logGroupName: logGroup, logStreamName: stream, ...position }
    const answer = await callJson(aws, signed('logs'), ['Logs_20140328.GetLogEvents', request])
    if (answer.status !== 200) return lines
    const page = JSON.parse(answer.text) as Events
    lines.push(...page.events.map(({ message }) => message))
    if (page.nextForwardToken === token) return lines
    token = page.nextForwardToken
  }
  throw new Error('the log has no end')
}

/** Name of a task's stream. */
export const streamOf = (task: ecs.Task, container = 'api'): string =>
  `api/${container}/${task.taskArn?.split('/').at(-1)}`

/** The container of a name. */
export const containerOf = (task: ecs.Task, name = 'api'): ecs.Container =>
  task.containers?.find((one) => one.name === name) ?? {}
