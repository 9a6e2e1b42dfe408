import { nameOf } from '../ecs/names.ts'
import { type Revision, revisionNumber, type TaskDefinition, toRegister } from '../ecs/task-definition.ts'
import type { DefinitionPort } from '../ecs/register.ts'
import { callOptions, type AwsConnection } from './connection.ts'
import { ecsCall, type EcsReach, type LazyEcs, lazyEcs } from './ecs-client.ts'
import { sendRaw } from './raw-json.ts'

/** Task definitions of ECS. */
export type TaskDefinitions = DefinitionPort &
  Readonly<{
    /** No task starts from it any more; those that run go on. */
    deregisterDefinition: (arn: string) => Promise<void>
  }>

/** Task definitions, with every field that ECS has, also those that the SDK does not know yet. */
export function taskDefinitions(
  connection: AwsConnection,
  client: LazyEcs = lazyEcs(connection)
): TaskDefinitions {
  const place = { client, connection }
  return {
    describeDefinition: (name) => describeDefinition(place, name),
    registerDefinition: (definition) => registerDefinition(place, definition),
    deregisterDefinition: (arn) => deregisterDefinition(place, arn)
  }
}

type Answer = Readonly<{ taskDefinition?: TaskDefinition; tags?: readonly unknown[] }>

/** ECS answers ClientException alone, with these words, to what does not exist. */
const ABSENT = /unable to describe task definition|does not exist/i

async function describeDefinition(
  { client, connection }: EcsReach,
  name: string
): Promise<Revision | undefined> {
  const { DescribeTaskDefinitionCommand } = await import('@aws-sdk/client-ecs')
  const body = { taskDefinition: name, include: ['TAGS'] }
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: name })
  const call = {
    operation: 'DescribeTaskDefinition',
    on: `task definition '${nameOf(name)}'`,
    resource: '*'
  }
  const request = sendRaw(command, body, async (one) => (await client()).send(one, callOptions(connection)))
  try {
    return toRevision((await ecsCall(call, request)) as Answer)
  } catch (error) {
    if (error instanceof Error && error.name === 'ClientException' && ABSENT.test(wordsOf(error)))
      return undefined
    throw error
  }
}

const wordsOf = ({ cause }: Error): string => (cause instanceof Error ? cause.message : '')

async function registerDefinition(
  { client, connection }: EcsReach,
  definition: TaskDefinition
): Promise<Revision> {
  const { RegisterTaskDefinitionCommand } = await import('@aws-sdk/client-ecs')
  const { family } = definition
  const command = new RegisterTaskDefinitionCommand({ family, containerDefinitions: [] })
  const { tags, ...body } = toRegister(definition)
  const call = {
    operation: 'RegisterTaskDefinition',
    on: `task definition '${family}'`,
    resource: `task-definition/${family}:* (and iam:PassRole on its two roles, ecs:TagResource where it has tags)`
  }
  // ECS refuses a list of tags that is there and empty.
  const tagged = Array.isArray(tags) && tags.length > 0 ? { ...body, tags } : body
  const request = sendRaw(command, tagged, async (one) => (await client()).send(one, callOptions(connection)))
  return toRevision((await ecsCall(call, request)) as Answer)
}

async function deregisterDefinition({ client, connection }: EcsReach, arn: string): Promise<void> {
  const { DeregisterTaskDefinitionCommand } = await import('@aws-sdk/client-ecs')
  const call = {
    operation: 'DeregisterTaskDefinition',
    on: `task definition '${nameOf(arn)}'`,
    resource: '*'
  }
  const command = new DeregisterTaskDefinitionCommand({ taskDefinition: arn })
  await ecsCall(call, (await client()).send(command, callOptions(connection)))
}

function toRevision({ taskDefinition, tags = [] }: Answer): Revision {
  if (taskDefinition === undefined) throw new Error('ECS answered without a task definition.')
  const { taskDefinitionArn, revision } = taskDefinition
  const arn = typeof taskDefinitionArn === 'string' ? taskDefinitionArn : ''
  const number = typeof revision === 'number' ? revision : revisionNumber(arn)
  return {
    arn,
    revision: `${taskDefinition.family}:${number}`,
    isActive: taskDefinition['status'] !== 'INACTIVE' && taskDefinition['status'] !== 'DELETE_IN_PROGRESS',
    definition: { ...taskDefinition, ...(tags.length === 0 ? {} : { tags }) }
  }
}
