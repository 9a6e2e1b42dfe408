import { join } from 'node:path'
import { readConnection } from '../../../lib/aws/connection.ts'
import { parameterClaims } from '../../../lib/aws/parameter-claims.ts'
import { parameters } from '../../../lib/aws/parameters.ts'
import { systemClock } from '../../../lib/clock.ts'
import { connectGitHub } from '../../../lib/github/connection.ts'
import { readContext, runUrl } from '../../../lib/github/context.ts'
import { runAction, type Runner } from '../../../lib/runner.ts'
import { readRegistryFiles } from '../../../lib/tenants/registry-files.ts'
import { administer } from './act.ts'
import { parseInputs, type Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'
import { toReport } from './report.ts'
import { repositoryPort } from './repository-port.ts'

await runAction(async (runner) => {
  const inputs = parseInputs(runner.read)
  return toReport(inputs, await administer(inputs, openPorts(inputs, runner)))
})

function openPorts({ folder, token, registryRegion }: Inputs, { env, log, signal }: Runner): Ports {
  const context = readContext(env)
  const readRegistry = () => readRegistryFiles(join(env['GITHUB_WORKSPACE'] || process.cwd(), folder))
  const baseBranch = token === '' ? undefined : context.pullRequest?.baseRef
  const headBranch = env['GITHUB_HEAD_REF'] || undefined
  return {
    store: () => {
      const region = registryRegion === undefined ? {} : { AWS_REGION: registryRegion }
      const connection = readConnection({ ...env, ...region }, signal)
      return { ...parameters(connection), ...parameterClaims(connection) }
    },
    repository: () =>
      repositoryPort(connectGitHub({ token, context, log, signal }), { folder, checkout: readRegistry }),
    readRegistry,
    ...(baseBranch === undefined ? {} : { baseBranch }),
    ...(headBranch === undefined ? {} : { headBranch }),
    eventName: context.eventName,
    run: runUrl(context),
    clock: systemClock,
    log,
    signal
  }
}
