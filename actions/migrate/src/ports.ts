import type { OneOffTasks } from '../../../lib/aws/ecs-one-off-tasks.ts'
import type { Services } from '../../../lib/aws/ecs-services.ts'
import type { TaskDefinitions } from '../../../lib/aws/ecs-task-definitions.ts'
import type { Tasks } from '../../../lib/aws/ecs-tasks.ts'
import type { ReadLogPage } from '../../../lib/aws/logs.ts'
import type { Clock } from '../../../lib/clock.ts'
import type { DigestOf } from '../../../lib/ecs/image.ts'
import type { Polled } from '../../../lib/ecs/polled.ts'
import type { Log } from '../../../lib/log.ts'

/** What is asked of ECS. Starting and stopping a task is never cut off halfway by a cancelled job. */
export type EcsPort = Pick<Services, 'describeService'> &
  TaskDefinitions &
  Pick<Tasks, 'describeTasks'> &
  OneOffTasks

export type Ports = Polled<EcsPort> &
  Readonly<{
    digestOf: DigestOf
    readPage: ReadLogPage
    clock: Clock
    log: Log
    signal: AbortSignal
  }>
