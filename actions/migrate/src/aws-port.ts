import type { AwsConnection } from '../../../lib/aws/connection.ts'
import { ecr } from '../../../lib/aws/ecr.ts'
import { lazyEcs } from '../../../lib/aws/ecs-client.ts'
import { oneOffTasks } from '../../../lib/aws/ecs-one-off-tasks.ts'
import { services } from '../../../lib/aws/ecs-services.ts'
import { taskDefinitions } from '../../../lib/aws/ecs-task-definitions.ts'
import { tasks } from '../../../lib/aws/ecs-tasks.ts'
import { logs } from '../../../lib/aws/logs.ts'
import type { Ports } from './ports.ts'

/** Everything that is asked of AWS. */
export function awsPorts(connection: AwsConnection): Omit<Ports, 'clock' | 'log' | 'signal'> {
  const client = lazyEcs(connection)
  const { signal: _signal, ...uncut } = connection
  const { runTask, stopTask } = oneOffTasks(uncut, client)
  return {
    ecs: {
      ...services(connection, client),
      ...taskDefinitions(connection, client),
      ...tasks(connection, client),
      ...oneOffTasks(connection, client),
      runTask,
      stopTask
    },
    digestOf: ecr(connection).digestOf,
    readPage: logs(connection).readPage
  }
}
