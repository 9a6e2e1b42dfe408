import { randomUUID } from 'node:crypto'
import { cloudFront } from '../../../lib/aws/cloudfront.ts'
import { readConnection } from '../../../lib/aws/connection.ts'
import { s3Bucket } from '../../../lib/aws/s3.ts'
import { systemClock } from '../../../lib/clock.ts'
import { runAction, type Runner } from '../../../lib/runner.ts'
import { deploy } from './deploy.ts'
import { parseInputs, type Inputs } from './inputs.ts'
import type { Deployer, Ports } from './ports.ts'
import { toReport } from './report.ts'
import { workspaceBuild } from './workspace.ts'

await runAction(async (runner) => {
  const inputs = parseInputs(runner.read)
  return toReport(inputs, await deploy(inputs, openPorts(inputs, runner)))
})

function openPorts({ bucket, concurrency }: Inputs, { env, log, signal }: Runner): Ports {
  const connection = readConnection(env, signal)
  return {
    bucket: s3Bucket(connection, bucket, concurrency),
    afterwards: s3Bucket(readConnection(env), bucket, 1),
    cdn: cloudFront(connection),
    build: workspaceBuild(env['GITHUB_WORKSPACE'] || process.cwd()),
    deployer: deployerOf(env),
    clock: systemClock,
    log,
    signal
  }
}

function deployerOf(env: Runner['env']): Deployer {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '', GITHUB_SHA: sha = '' } = env
  const attempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? 1) || 1
  const source = run === '' ? 'a run outside of GitHub' : `${repository}@${sha.slice(0, 12)}, run ${run}`
  return { run: run === '' ? '' : `${repository}/${run}`, attempt, token: randomUUID(), source }
}
