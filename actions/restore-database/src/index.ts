import { join } from 'node:path'
import { type AwsConnection, readConnection } from '../../../lib/aws/connection.ts'
import { databaseRestores, type DatabaseRestores } from '../../../lib/aws/database-restores.ts'
import { readStateObject } from '../../../lib/aws/state-object.ts'
import { systemClock } from '../../../lib/clock.ts'
import { connectGitHub } from '../../../lib/github/connection.ts'
import { readContext } from '../../../lib/github/context.ts'
import { gatePort } from '../../../lib/github/gate-facts.ts'
import { exec } from '../../../lib/process.ts'
import { runAction, type Runner } from '../../../lib/runner.ts'
import { terraformCli } from '../../../lib/terraform/cli.ts'
import { forget } from './forget.ts'
import { type Inputs, parseInputs } from './inputs.ts'
import type { Restoration } from './outcome.ts'
import type { Ports } from './ports.ts'
import { toReport } from './report.ts'
import { restore } from './restore.ts'
import { takeSnapshot } from './take-snapshot.ts'

await runAction(async (runner) => {
  const inputs = parseInputs(runner.read)
  return toReport(inputs, await carryOut(inputs, openPorts(runner)))
})

function carryOut(inputs: Inputs, ports: Ports): Promise<Restoration> {
  switch (inputs.mode) {
    case 'restore':
      return restore(inputs, ports)
    case 'snapshot':
      return takeSnapshot(inputs, ports)
    case 'forget':
      return forget(inputs, ports)
  }
}

function openPorts({ env, log, signal }: Runner): Ports {
  const connection = readConnection(env, signal)
  return {
    databases: openDatabases(connection),
    openStack: ({ workingDirectory, bucket, key, region = connection.region }) => ({
      readState: () => readStateObject({ ...connection, region }, { bucket, key }),
      terraform: terraformCli({
        cwd: join(env['GITHUB_WORKSPACE'] || process.cwd(), workingDirectory),
        log,
        exec,
        signal,
        env
      })
    }),
    openGate: (token) => {
      const context = readContext(env)
      return { context, github: gatePort(connectGitHub({ token, context, log, signal })) }
    },
    runId: env['GITHUB_RUN_ID'] ?? '',
    clock: systemClock,
    log,
    signal
  }
}

function openDatabases(connection: AwsConnection): DatabaseRestores {
  const { signal: _, ...uncut } = connection
  const { restore: begin, keepPassword, takeSnapshot: take } = databaseRestores(uncut)
  return { ...databaseRestores(connection), restore: begin, keepPassword, takeSnapshot: take }
}
