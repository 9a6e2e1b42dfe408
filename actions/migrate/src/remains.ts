import { describeError } from '../../../lib/errors.ts'
import type { Inputs } from './inputs.ts'
import type { Purpose } from './order.ts'
import type { Remains } from './outcome.ts'
import type { Ports } from './ports.ts'
import type { Errand } from './watch.ts'

/**
 * What becomes of a task that nobody waits for any longer. A look changes nothing, so it is stopped; a migration that is
 * killed can leave half of a change behind, so it is only when that is asked for.
 */
export async function remainsAfter(
  errand: Errand,
  { purpose, onCancel }: Readonly<{ purpose: Purpose }> & Pick<Inputs, 'onCancel'>,
  { ecs, log }: Ports
): Promise<Remains> {
  if (purpose === 'migrate' && onCancel === 'leave') return 'runs'
  try {
    await ecs.stopTask(errand.cluster, errand.arn, 'Stopped by the job that started it')
    return 'stopping'
  } catch (error) {
    log.warning(`Task ${errand.arn} could not be stopped. ${describeError(error)}`)
    return 'not-stopped'
  }
}
