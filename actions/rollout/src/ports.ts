import type { ServiceDeployments } from '../../../lib/aws/ecs-service-deployments.ts'
import type { Services } from '../../../lib/aws/ecs-services.ts'
import type { TaskDefinitions } from '../../../lib/aws/ecs-task-definitions.ts'
import type { Tasks } from '../../../lib/aws/ecs-tasks.ts'
import type { Logs } from '../../../lib/aws/logs.ts'
import type { Parameters } from '../../../lib/aws/parameters.ts'
import type { Clock } from '../../../lib/clock.ts'
import type { DigestOf } from '../../../lib/ecs/image.ts'
import type { Polled } from '../../../lib/ecs/polled.ts'
import type { Log } from '../../../lib/log.ts'

/** What is asked of ECS. */
export type EcsPort = Services & ServiceDeployments & TaskDefinitions & Tasks

/** A secret as far as a task that reads it is concerned. */
export type SecretState = 'ready' | 'absent' | 'empty' | 'deleted'

/** What a task needs to start, looked at without reading any of it. */
export type BelongingsPort = Readonly<{
  /** By name or ARN. */
  describeSecret: (id: string) => Promise<SecretState>
  hasRole: (name: string) => Promise<boolean>
}>

export type Ports = Polled<EcsPort> &
  Readonly<{
    digestOf: DigestOf
    logs: Pick<Logs, 'lastLines'>
    parameters: Parameters
    belongings: BelongingsPort
    /** Text of a file of the workspace. */
    readText: (path: string) => Promise<string>
    /** Id of the workflow run, the same for all its attempts; '' outside of GitHub. */
    run: string
    clock: Clock
    log: Log
    signal: AbortSignal
  }>
