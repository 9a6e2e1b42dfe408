import { join } from 'node:path'
import { readConnection } from '../../../lib/aws/connection.ts'
import { parameterClaims } from '../../../lib/aws/parameter-claims.ts'
import { taggedResources } from '../../../lib/aws/tagged-resources.ts'
import { systemClock } from '../../../lib/clock.ts'
import { connectGitHub } from '../../../lib/github/connection.ts'
import { readContext, runUrl } from '../../../lib/github/context.ts'
import { changeIssue, listOwnIssues, openIssue } from '../../../lib/github/issues.ts'
import { runAction } from '../../../lib/runner.ts'
import { readRegistryFiles } from '../../../lib/tenants/registry-files.ts'
import { report } from './act.ts'
import { parseInputs } from './inputs.ts'
import { toReport } from './report.ts'

await runAction(async ({ read, env, log, signal }) => {
  const inputs = parseInputs(read)
  const { folder, label, registryRegion, token } = inputs
  const context = readContext(env)
  const github = connectGitHub({ token, context, log, signal })
  const connection = readConnection(env, signal)
  const outcome = await report(inputs, {
    tagged: taggedResources(connection),
    region: connection.region,
    reservations: parameterClaims({ ...connection, region: registryRegion ?? connection.region }).list,
    readRegistry: () => readRegistryFiles(join(env['GITHUB_WORKSPACE'] || process.cwd(), folder)),
    listIssues: () => listOwnIssues(github, label),
    openIssue: (words) => openIssue(github, { ...words, label }),
    changeIssue: (number, change) => changeIssue(github, number, change),
    run: { id: context.runId, url: runUrl(context) },
    clock: systemClock,
    log
  })
  return toReport(inputs, outcome)
})
