import { isThrottled } from '../../../lib/aws/call.ts'
import type { KnownOrder, TaskOrder } from '../../../lib/aws/ecs-one-off-tasks.ts'
import { polling } from '../../../lib/ecs/polled.ts'
import { renderElapsed } from '../../../lib/elapsed.ts'
import { poll } from '../../../lib/poll.ts'
import { isSameWork } from './order.ts'
import type { Ports } from './ports.ts'

/** Whether a migration may start: not beside another one, which would get in its way. */
export type Road =
  | Readonly<{ kind: 'free' }>
  /** A task that does the same runs already. */
  | Readonly<{ kind: 'attach'; arn: string }>
  /** Others did not end in time. */
  | Readonly<{ kind: 'busy'; arns: readonly string[] }>

/** Migrations of a service that run now. */
export async function runningMigrations(
  { ecs }: Pick<Ports, 'ecs'>,
  { cluster, startedBy }: Readonly<{ cluster: string; startedBy: string }>
): Promise<readonly KnownOrder[]> {
  const arns = await ecs.listStartedBy({ cluster, startedBy, desiredStatus: 'RUNNING' })
  const found = await ecs.describeOrders(cluster, arns)
  return found.filter(({ isOver }) => !isOver)
}

/** Waits until no other migration of the service runs; one that does the same is told at once. */
export async function awaitRoad(order: TaskOrder, deadlineMs: number, ports: Ports): Promise<Road> {
  const { clock, log, signal } = ports
  const began = clock.now()
  let others: readonly string[] = []
  const look = async (): Promise<Road | undefined> => {
    const running = await runningMigrations(polling(ports), order)
    const same = running.find((one) => isSameWork(one, order))
    if (same !== undefined) return { kind: 'attach', arn: same.arn }
    if (running.length === 0) return { kind: 'free' }
    const arns = running.map(({ arn }) => arn)
    if (arns.join() !== others.join()) {
      const what = `Another migration of this service runs: ${arns.join(', ')}`
      log.info(`${what}. Waiting for its end (${renderElapsed(clock.now() - began)} so far).`)
    }
    others = arns
    return undefined
  }
  const road = await poll(look, { clock, signal, isThrottled, deadlineMs, requests: () => 2 })
  return road ?? { kind: 'busy', arns: others }
}
