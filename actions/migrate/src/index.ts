import { readConnection } from '../../../lib/aws/connection.ts'
import { systemClock } from '../../../lib/clock.ts'
import { runAction } from '../../../lib/runner.ts'
import { awsPorts } from './aws-port.ts'
import { parseInputs } from './inputs.ts'
import { migrate } from './migrate.ts'

await runAction(async ({ read, env, log, signal }) => {
  const inputs = parseInputs(read)
  return migrate(inputs, { ...awsPorts(readConnection(env, signal)), clock: systemClock, log, signal })
})
