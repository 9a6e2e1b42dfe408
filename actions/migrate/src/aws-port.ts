import type { AwsConnection } from '../../../lib/aws/connection.ts'
import { ecr } from '../../../lib/aws/ecr.ts'
import { lazyEcs, lazyPolledEcs, type LazyEcs } from '../../../lib/aws/ecs-client.ts'
import { oneOffTasks } from '../../../lib/aws/ecs-one-off-tasks.ts'
import { services } from '../../../lib/aws/ecs-services.ts'
import { taskDefinitions } from '../../../lib/aws/ecs-task-definitions.ts'
import { tasks } from '../../../lib/aws/ecs-tasks.ts'
import { logs } from '../../../lib/aws/logs.ts'
import type { EcsPort, Ports } from './ports.ts'

/** Everything that is asked of AWS. */
export function awsPorts(connection: AwsConnection): Omit<Ports, 'clock' | 'log' | 'signal'> {
  return {
    ecs: ecsBy(connection, lazyEcs(connection)),
    polled: ecsBy(connection, lazyPolledEcs(connection)),
    digestOf: ecr(connection).digestOf,
    readPage: logs(connection).readPage
  }
}

function ecsBy(connection: AwsConnection, client: LazyEcs): EcsPort {
  const { signal: _signal, ...uncut } = connection
  const { runTask, stopTask } = oneOffTasks(uncut, client)
  return {
    ...services(connection, client),
    ...taskDefinitions(connection, client),
    ...tasks(connection, client),
    ...oneOffTasks(connection, client),
    runTask,
    stopTask
  }
}
