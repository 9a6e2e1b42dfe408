import { randomBytes } from 'node:crypto'
import { systemClock } from '../../../lib/clock.ts'
import { runAction } from '../../../lib/runner.ts'
import { dnsPort } from './dns-port.ts'
import { parseInputs } from './inputs.ts'
import { netPort } from './net-port.ts'
import { smoke } from './smoke.ts'
import { readAuthorities, writeInto } from './workspace.ts'

await runAction(async ({ read, env, log, signal }) => {
  const inputs = await parseInputs(read)
  const workspace = env['GITHUB_WORKSPACE'] ?? '.'
  const ca = inputs.caFile === undefined ? undefined : await readAuthorities(workspace, inputs.caFile)
  return smoke(inputs, {
    dns: dnsPort,
    net: netPort(ca === undefined ? { signal } : { ca, signal }),
    writeText: writeInto(workspace),
    random: () => randomBytes(6).toString('hex'),
    clock: systemClock,
    log,
    signal
  })
})
