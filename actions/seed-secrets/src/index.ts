import { randomBytes, randomUUID } from 'node:crypto'
import { readConnection } from '../../../lib/aws/connection.ts'
import { secretsManager } from '../../../lib/aws/secrets-manager.ts'
import { systemClock } from '../../../lib/clock.ts'
import { runAction, type Runner } from '../../../lib/runner.ts'
import { maskForms } from '../../../lib/secrets/masks.ts'
import { openOutputs } from '../../../lib/secrets/stack-outputs.ts'
import { seed } from './act.ts'
import { parseInputs } from './inputs.ts'
import type { Ports } from './ports.ts'
import { readOutputs } from './read-outputs.ts'
import { toReport } from './report.ts'
import { workspacePort } from './workspace.ts'

await runAction(async (runner) => {
  const inputs = await parseInputs(runner.read)
  const ports = openPorts(runner)
  const outputs = await readOutputs(inputs.from, ports)
  return toReport(inputs, { outcome: await seed(inputs, outputs, ports), stack: openOutputs(outputs) })
})

function openPorts(runner: Runner): Ports {
  const { env, log, mask, signal } = runner
  const connection = readConnection(env, signal)
  const { GITHUB_REPOSITORY_ID: repository = '', GITHUB_RUN_ID: run = '' } = env
  return {
    ...workspacePort(runner),
    secrets: secretsManager(connection),
    hide: (text) => {
      for (const form of maskForms(text)) mask(form)
    },
    random: (bytes) => randomBytes(bytes).toString('base64url'),
    run: run === '' ? randomUUID() : `${repository}/${run}`,
    region: connection.region,
    clock: systemClock,
    log,
    signal
  }
}
