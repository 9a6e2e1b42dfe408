import { isDenied } from '../../../lib/aws/denied.ts'
import { nameOf } from '../../../lib/ecs/names.ts'
import type { TaskDefinition } from '../../../lib/ecs/task-definition.ts'
import type { BelongingsPort, Ports, SecretState } from './ports.ts'

/** What a task needs besides its image. */
export type Belongings = Readonly<{
  /** Names or ARNs of secrets, with the containers that read them. */
  secrets: Readonly<Record<string, readonly string[]>>
  /** Role name by what the role is for. */
  roles: Readonly<Record<string, string>>
}>

type Reference = Readonly<{ container: string; valueFrom: string }>

/** Reads what a task definition refers to. */
export function belongingsOf(definition: TaskDefinition): Belongings {
  const references = definition.containerDefinitions.flatMap(({ name, secrets, repositoryCredentials }) => {
    const credentials = (repositoryCredentials ?? {}) as { credentialsParameter?: string }
    const values = ((secrets ?? []) as readonly { valueFrom?: string }[]).map(
      ({ valueFrom = '' }) => valueFrom
    )
    return [...values, credentials.credentialsParameter ?? ''].map((valueFrom): Reference => ({
      container: name,
      valueFrom
    }))
  })
  const secrets: Record<string, string[]> = {}
  for (const { container, valueFrom } of references) {
    const id = secretOf(valueFrom)
    if (id !== undefined) secrets[id] = [...new Set([...(secrets[id] ?? []), container])]
  }
  return { secrets, roles: rolesOf(definition) }
}

/** `arn:…:secret:name-suffix` without JSON key, label and version; undefined for a parameter of Systems Manager. */
const secretOf = (valueFrom: string): string | undefined =>
  /^arn:[\w-]+:secretsmanager:[\w-]+:\d{12}:secret:[^:]+/.exec(valueFrom)?.[0]

function rolesOf({ executionRoleArn, taskRoleArn }: TaskDefinition): Readonly<Record<string, string>> {
  const roles = Object.entries({ 'execution role': executionRoleArn, 'task role': taskRoleArn })
  return Object.fromEntries(
    roles.flatMap(([use, arn]) => (typeof arn === 'string' ? [[use, nameOf(arn)]] : []))
  )
}

/** Why tasks could not start, a sentence each. What the role may not look at is left out, with one warning. */
export async function findFaults(
  definition: TaskDefinition,
  { belongings: port, log }: Pick<Ports, 'belongings' | 'log'>
): Promise<readonly string[]> {
  const { secrets, roles } = belongingsOf(definition)
  const denied = new Set<string>()
  const answers = await Promise.all([
    ...Object.entries(secrets).map(([id, containers]) =>
      orDenied(
        () => secretFault(port, id, containers),
        () => denied.add('secretsmanager:DescribeSecret')
      )
    ),
    ...Object.entries(roles).map(([use, name]) =>
      orDenied(
        () => roleFault(port, use, name),
        () => denied.add('iam:GetRole')
      )
    )
  ])
  if (denied.size > 0) {
    log.warning(
      `Not all of what the tasks need was looked at: the role of this job may not ${[...denied].join(' and ')} on it. What is missing shows when a task fails to start.`
    )
  }
  return answers.filter((answer): answer is string => answer !== undefined)
}

async function orDenied(
  ask: () => Promise<string | undefined>,
  note: () => void
): Promise<string | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (!isDenied(error) && !(error instanceof Error && isDenied(error.cause))) throw error
    note()
    return undefined
  }
}

const WHY: Readonly<Record<Exclude<SecretState, 'ready'>, string>> = {
  absent: 'does not exist. Apply the stack that makes it, or correct its ARN in the task definition.',
  empty: 'has no value yet. Write it with seed-secrets, then roll out again.',
  deleted: 'waits for its deletion. Restore it (aws secretsmanager restore-secret), then roll out again.'
}

async function secretFault(
  port: BelongingsPort,
  id: string,
  containers: readonly string[]
): Promise<string | undefined> {
  const state = await port.describeSecret(id)
  if (state === 'ready') return undefined
  return `Secret '${id.slice(id.lastIndexOf(':') + 1)}', which container ${containers.join(' and ')} reads, ${WHY[state]}`
}

async function roleFault(port: BelongingsPort, use: string, name: string): Promise<string | undefined> {
  if (await port.hasRole(name)) return undefined
  return `Role '${name}', the ${use} of the task definition, does not exist. Apply the stack that makes it.`
}
