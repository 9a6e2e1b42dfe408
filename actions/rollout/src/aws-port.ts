import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AwsConnection } from '../../../lib/aws/connection.ts'
import { ecr } from '../../../lib/aws/ecr.ts'
import { lazyEcs, lazyPolledEcs, type LazyEcs } from '../../../lib/aws/ecs-client.ts'
import { serviceDeployments } from '../../../lib/aws/ecs-service-deployments.ts'
import { services } from '../../../lib/aws/ecs-services.ts'
import { taskDefinitions } from '../../../lib/aws/ecs-task-definitions.ts'
import { tasks } from '../../../lib/aws/ecs-tasks.ts'
import { iam } from '../../../lib/aws/iam.ts'
import { logs } from '../../../lib/aws/logs.ts'
import { parameters } from '../../../lib/aws/parameters.ts'
import { secretsManager } from '../../../lib/aws/secrets-manager.ts'
import { UserError } from '../../../lib/errors.ts'
import type { BelongingsPort, EcsPort, Ports, SecretState } from './ports.ts'

type AwsPorts = Omit<Ports, 'clock' | 'log' | 'run' | 'signal'>

/** Everything that is asked of AWS and of the workspace. */
export function awsPorts(connection: AwsConnection, workspace: string): AwsPorts {
  return {
    ecs: ecsBy(connection, lazyEcs(connection)),
    polled: ecsBy(connection, lazyPolledEcs(connection)),
    digestOf: ecr(connection).digestOf,
    logs: logs(connection),
    parameters: parameters(connection),
    belongings: belongings(connection),
    readText: (path) => readText(join(workspace, path), path)
  }
}

const ecsBy = (connection: AwsConnection, client: LazyEcs): EcsPort => ({
  ...services(connection, client),
  ...serviceDeployments(connection, client),
  ...taskDefinitions(connection, client),
  ...tasks(connection, client)
})

function belongings(connection: AwsConnection): BelongingsPort {
  const { describe } = secretsManager(connection)
  const { describeRole } = iam(connection)
  return {
    describeSecret: async (id) => stateOf(await describe(id)),
    hasRole: async (name) => (await describeRole(name)) !== undefined
  }
}

type Described = Awaited<ReturnType<ReturnType<typeof secretsManager>['describe']>>

function stateOf(found: Described): SecretState {
  if (found === undefined) return 'absent'
  if (found.deletedAt !== undefined) return 'deleted'
  return Object.values(found.versions).some((labels) => labels.includes('AWSCURRENT')) ? 'ready' : 'empty'
}

async function readText(file: string, path: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new UserError(
      `Input 'task-definition' names '${path}', which cannot be read in the workspace. Check the path and that a checkout ran before.`,
      { cause }
    )
  }
}
