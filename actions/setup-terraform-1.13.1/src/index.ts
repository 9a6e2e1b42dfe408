import http from 'node:http'
import { tmpdir } from 'node:os'
import { execBriefly } from '../../../lib/process.ts'
import { runAction, type Runner } from '../../../lib/runner.ts'
import { terraformCli } from '../../../lib/terraform/cli.ts'
import { setUp } from './act.ts'
import { runnerToolCache } from './cache.ts'
import { type Inputs, parseInputs } from './inputs.ts'
import { describeInstalled, locate } from './installed.ts'
import { readPins } from './pins.ts'
import { type Observed, planSetup } from './plan.ts'
import { RELEASE } from './release.ts'
import { renderSummary, toOutputs } from './summary.ts'

/** How long a program may take to say its version. */
const PATIENCE_MS = 60_000

await runAction(async (runner) => {
  const inputs = parseInputs(runner.read)
  useProxy()
  const plan = planSetup(inputs, await observe(inputs, runner), RELEASE)
  const outcome = await setUp(plan, {
    cache: runnerToolCache,
    temporary: temporaryFolder(runner.env),
    current: () => locate('terraform', places(runner)),
    addPath: runner.addPath,
    log: runner.log,
    signal: runner.signal,
    maxWaitMs: 10_000
  })
  runner.log.info(
    `Terraform ${outcome.version} at ${outcome.path} (${outcome.from}, SHA-256 ${outcome.sha256})`
  )
  return { outputs: toOutputs(outcome), summary: renderSummary(outcome) }
})

async function observe({ source, workingDirectory }: Inputs, runner: Runner): Promise<Observed> {
  const pins = await readPins(places(runner).workspace, workingDirectory)
  const machine = { platform: process.platform, arch: process.arch }
  if (source.kind === 'release') return { machine, pins }
  const installed = await describeInstalled(source.binary, {
    ...places(runner),
    askVersion: (file) => askVersion(file, runner)
  })
  return { machine, pins, installed }
}

/** Runs it in a folder of no Terraform's, and with nothing of the environment that could change what it says. */
function askVersion(file: string, { env, log, signal }: Runner): Promise<string> {
  const terraform = terraformCli({
    binary: file,
    cwd: temporaryFolder(env),
    log,
    exec: execBriefly,
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    env: { PATH: env['PATH'], HOME: env['HOME'] }
  })
  return terraform.version()
}

function temporaryFolder(env: Runner['env']): string {
  return env['RUNNER_TEMP'] ?? tmpdir()
}

function places({ env }: Runner): Readonly<{ workspace: string; path: string }> {
  return { workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(), path: env['PATH'] ?? '' }
}

/** Lets `fetch` go through HTTPS_PROXY; runners with a Node older than 24.14 cannot. */
function useProxy(): void {
  if ('setGlobalProxyFromEnv' in http) http.setGlobalProxyFromEnv()
}
