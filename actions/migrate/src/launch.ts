import { isThrottled } from '../../../lib/aws/call.ts'
import type { Launch, TaskOrder } from '../../../lib/aws/ecs-one-off-tasks.ts'
import { poll } from '../../../lib/poll.ts'
import { tokenOf } from './order.ts'
import type { Ports } from './ports.ts'

/** AWS has room later; every other reason stays. */
const PASSING =
  /^(?:RESOURCE:|AGENT$|CAPACITY)|capacity is unavailable|insufficient|unavailable at this time/i
/** Attempts of one hour: old tasks of the same order, and refusals. */
const MOST_ATTEMPTS = 60

/** Starts one task, or finds the one that the same request has started; tries again while AWS has no room. */
export async function launch(order: TaskOrder, deadlineMs: number, ports: Ports): Promise<Launch> {
  const { clock, ecs, polled, log, signal } = ports
  const { cluster, startedBy } = order
  const stopped = new Set(await ecs.listStartedBy({ cluster, startedBy, desiredStatus: 'STOPPED' }))
  const now = clock.now()
  let attempt = 0
  let last: Launch = { kind: 'refused', reason: 'TIMEOUT', detail: 'the time was up' }
  const start = async (): Promise<Launch | undefined> => {
    while (attempt < MOST_ATTEMPTS) {
      signal.throwIfAborted()
      const answer = await polled.runTask(order, tokenOf(order, { now, attempt }))
      if (answer.kind === 'started' && !answer.isOver && !stopped.has(answer.arn)) return answer
      attempt += 1
      if (answer.kind === 'started') continue
      if (!PASSING.test(answer.reason) && !PASSING.test(answer.detail)) return answer
      if (last.kind === 'refused' && last.reason !== answer.reason)
        log.info(`AWS has no room for the task (${answer.reason}): trying again.`)
      last = answer
      return undefined
    }
    return last
  }
  return (await poll(start, { clock, signal, isThrottled, deadlineMs, everyMs: 5000 })) ?? last
}
