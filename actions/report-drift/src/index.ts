import { systemClock } from '../../../lib/clock.ts'
import { connectGitHub } from '../../../lib/github/connection.ts'
import { readContext, runUrl } from '../../../lib/github/context.ts'
import { readFragments } from '../../../lib/github/fragments.ts'
import { changeIssue, listOwnIssues, openIssue } from '../../../lib/github/issues.ts'
import { runAction } from '../../../lib/runner.ts'
import { report } from './act.ts'
import { parseInputs } from './inputs.ts'
import { toReport } from './report.ts'

await runAction(async ({ read, env, log, signal }) => {
  const inputs = parseInputs(read)
  const { label, token } = inputs
  const context = readContext(env)
  const github = connectGitHub({ token, context, log, signal })
  const outcome = await report(inputs, {
    readFragments: () => readFragments(github),
    listIssues: () => listOwnIssues(github, label),
    openIssue: (words) => openIssue(github, { ...words, label }),
    changeIssue: (number, change) => changeIssue(github, number, change),
    run: { id: context.runId, url: runUrl(context), sha: context.sha },
    clock: systemClock,
    log,
    signal
  })
  return toReport(inputs, outcome)
})
