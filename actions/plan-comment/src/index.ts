import { uploadArtifact } from '../../../lib/github/upload.ts'
import { connectGitHub } from '../../../lib/github/connection.ts'
import { readContext } from '../../../lib/github/context.ts'
import { exec } from '../../../lib/process.ts'
import { runAction, type Runner } from '../../../lib/runner.ts'
import { terraformCli } from '../../../lib/terraform/cli.ts'
import { act } from './act.ts'
import { githubPort } from './github-port.ts'
import { parseInputs, type Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'
import { workspacePort } from './workspace-port.ts'

await runAction(async (runner) => {
  runner.mask(runner.read('seal-key').trim())
  const inputs = parseInputs(runner.read)
  return act(inputs, openPorts(inputs, runner))
})

function openPorts(inputs: Inputs, { env, log, signal }: Runner): Ports {
  const context = readContext(env)
  const workspace = workspacePort({ workingDirectory: inputs.workingDirectory, env, exec, signal })
  const hasArtifacts =
    (env['ACTIONS_RESULTS_URL'] ?? '') !== '' && (env['ACTIONS_RUNTIME_TOKEN'] ?? '') !== ''
  return {
    context,
    github: githubPort(connectGitHub({ token: inputs.token, context, log, signal })),
    ...(hasArtifacts ? { upload: uploadArtifact } : {}),
    terraform: terraformCli({ cwd: workspace.folder, log, exec, signal, env }),
    workspace,
    log,
    signal
  }
}
