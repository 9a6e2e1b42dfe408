import { readContext } from '../../../lib/github/context.ts'
import { exec } from '../../../lib/process.ts'
import { runAction } from '../../../lib/runner.ts'
import { gitPort } from './git-port.ts'
import { parseInputs } from './inputs.ts'
import { observe } from './observe.ts'
import { planSelection } from './plan.ts'
import { toReport } from './report.ts'
import { goneSentence } from './summary.ts'
import { workspacePort } from './workspace-port.ts'

await runAction(async ({ read, env, log, signal }) => {
  const inputs = parseInputs(read)
  const { eventName, sha, event } = readContext(env)
  const cwd = env['GITHUB_WORKSPACE'] || process.cwd()
  const { tenantsFolder } = inputs
  const observed = await observe(inputs, {
    ...gitPort({ exec, cwd, env, signal, tenantsFolder }),
    ...workspacePort(cwd, tenantsFolder),
    event: { name: eventName, sha, payload: event },
    log
  })
  const plan = planSelection(inputs, observed)
  if (plan.kind === 'selected') for (const { name, why } of plan.selected) log.info(`${name}: ${why}`)
  if (observed.removed.length > 0) log.warning(goneSentence(observed.removed))
  return toReport(plan, observed)
})
