import { join } from 'node:path'
import { bucketContent } from '../../../lib/aws/bucket-versions.ts'
import { readConnection } from '../../../lib/aws/connection.ts'
import { databases } from '../../../lib/aws/databases.ts'
import { loadBalancers } from '../../../lib/aws/load-balancers.ts'
import { parameterClaims } from '../../../lib/aws/parameter-claims.ts'
import { sts } from '../../../lib/aws/sts.ts'
import { systemClock } from '../../../lib/clock.ts'
import { runAction } from '../../../lib/runner.ts'
import { readRegistryFiles } from '../../../lib/tenants/registry-files.ts'
import { parseInputs } from './inputs.ts'
import { observe } from './observe.ts'
import { holdsUntil, judge, judgeForce } from './plan.ts'
import { toReport } from './report.ts'

await runAction(async ({ read, env, log, signal }) => {
  const inputs = parseInputs(read)
  const forbidden = judgeForce(inputs)
  if (forbidden.length > 0 && !inputs.reportOnly) return toReport(inputs, forbidden)
  const connection = readConnection(env, signal)
  const registry = { ...connection, region: inputs.registryRegion ?? connection.region }
  const observed = await observe(inputs, {
    databases: databases(connection),
    loadBalancers: loadBalancers(connection),
    bucketContent: (bucket) => bucketContent(connection, bucket),
    parameters: parameterClaims(connection).list,
    reservations: parameterClaims(registry).list,
    accountId: async () => (await sts(connection).callerIdentity()).accountId,
    readRegistry: () => readRegistryFiles(join(env['GITHUB_WORKSPACE'] || process.cwd(), inputs.folder)),
    clock: systemClock,
    log
  })
  const findings = judge(inputs, observed)
  for (const { weight, on, sentence } of findings) log.info(`${weight}: ${on}: ${sentence}`)
  return toReport(inputs, findings, holdsUntil(inputs, observed))
})
