import { getIDToken } from '@actions/core'
import { readConnection } from '../../../lib/aws/connection.ts'
import { connectGitHub } from '../../../lib/github/connection.ts'
import { type GitHubContext, readContext } from '../../../lib/github/context.ts'
import { runAction, type Runner } from '../../../lib/runner.ts'
import { awsPort } from './aws-port.ts'
import { examine } from './examine.ts'
import { githubPort } from './github-port.ts'
import { type Inputs, parseInputs } from './inputs.ts'
import type { Ports } from './ports.ts'
import { renderLines, toReport } from './summary.ts'

await runAction(async (runner) => {
  const inputs = parseInputs(runner.read)
  const examination = await examine(inputs, openPorts(inputs, runner))
  for (const line of renderLines(examination)) runner.log.info(line)
  return toReport(examination)
})

function openPorts(inputs: Inputs, { log, signal, env }: Runner): Ports {
  const context = contextOf(readContext(env), inputs.repository)
  const hasToken = (env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== ''
  return {
    github: githubPort(connectGitHub({ token: inputs.token, context, log, signal })),
    log,
    ...(inputs.region === undefined
      ? {}
      : { aws: awsPort({ ...readConnection({ ...env, AWS_REGION: inputs.region }, signal) }) }),
    // The library masks the token; only its claims are looked at.
    ...(hasToken ? { idToken: () => getIDToken('sts.amazonaws.com') } : {})
  }
}

/** Another repository than the run's own, when one is named. */
function contextOf(context: GitHubContext, repository: string | undefined): GitHubContext {
  const [owner = '', name = ''] = repository?.split('/') ?? []
  return repository === undefined
    ? context
    : { ...context, repository: { ...context.repository, owner, name } }
}
