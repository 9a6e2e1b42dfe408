import { readConnection } from '../../../lib/aws/connection.ts'
import { systemClock } from '../../../lib/clock.ts'
import { runAction } from '../../../lib/runner.ts'
import { awsPorts } from './aws-port.ts'
import { parseInputs } from './inputs.ts'
import { rollOut } from './roll-out.ts'

await runAction(async ({ read, env, log, signal }) => {
  const inputs = parseInputs(read)
  const ports = awsPorts(readConnection(env, signal), env['GITHUB_WORKSPACE'] ?? '.')
  return rollOut(inputs, { ...ports, run: env['GITHUB_RUN_ID'] ?? '', clock: systemClock, log, signal })
})
