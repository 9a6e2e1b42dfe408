import { systemClock } from '../../../lib/clock.ts'
import { describeError } from '../../../lib/errors.ts'
import { connectGitHub } from '../../../lib/github/connection.ts'
import { readContext, runUrl, type GitHubContext } from '../../../lib/github/context.ts'
import { exec } from '../../../lib/process.ts'
import { runAction, type Report, type Runner } from '../../../lib/runner.ts'
import { terraformCli } from '../../../lib/terraform/cli.ts'
import { addVerdict, renderVerdict } from './comment.ts'
import { deliver } from './deliver.ts'
import { githubPort } from './github-port.ts'
import { parseInputs, type Inputs } from './inputs.ts'
import type { Delivery } from './outcome.ts'
import type { Ports } from './ports.ts'
import { toReport } from './report.ts'
import type { RunFacts } from './gate-table.ts'
import { workspacePort } from './workspace-port.ts'

await runAction(async (runner) => {
  runner.mask(runner.read('seal-key').trim())
  const inputs = parseInputs(runner.read)
  const context = readContext(runner.env)
  const ports = openPorts(inputs, context, runner)
  const delivery = await deliver(inputs, ports)
  return finish(inputs, delivery, ports)
})

function openPorts(inputs: Inputs, context: GitHubContext, { log, signal, env }: Runner): Ports {
  const workspace = workspacePort({ workingDirectory: inputs.workingDirectory, env, signal, exec })
  return {
    context,
    github: githubPort(connectGitHub({ token: inputs.token, context, log, signal })),
    workspace,
    terraform: terraformCli({ cwd: workspace.folder, log, exec, signal, env }),
    clock: systemClock,
    log,
    signal
  }
}

async function finish(inputs: Inputs, delivery: Delivery, ports: Ports): Promise<Report> {
  const { context } = ports
  const run: RunFacts = {
    url: runUrl(context),
    id: context.runId,
    attempt: context.runAttempt,
    commit: context.sha
  }
  await announce(inputs, renderVerdict(inputs, delivery, run), { ports, issueNumber: delivery.pullRequest })
  return toReport(inputs, delivery, run)
}

/** What happened has happened: a comment that cannot be written is a warning, not a failed apply. */
async function announce(
  { stack }: Inputs,
  line: string,
  { ports, issueNumber }: Readonly<{ ports: Ports; issueNumber: number | undefined }>
): Promise<void> {
  if (issueNumber === undefined || ports.signal.aborted) return
  try {
    await ports.github.amendComment(issueNumber, (body) => addVerdict(body, stack, line))
  } catch (error) {
    ports.log.warning(`The comment of #${issueNumber} does not tell of this apply: ${describeError(error)}`)
  }
}
