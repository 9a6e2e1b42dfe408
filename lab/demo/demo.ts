/** `npm run demo`: a tenant is onboarded, or with --short the first pull request; told in a terminal and on a page. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { consolePrinter } from '../console.ts'
import { prepareAccount } from '../account.ts'
import { openDoors } from '../doors/doors.ts'
import { type Lab, machineFromEnvironment, startLab } from '../lab.ts'
import { renderReport } from '../report/report.ts'
import type { ReportData } from '../report/report-data.ts'
import { CALIBER, prepareRepository, REPOSITORY, REVIEWER, suiteIn } from './caliber.ts'
import { tellFirstPullRequest } from './first-pull-request.ts'
import type { Narrator, Verdict } from './narrator.ts'
import { beginWithoutTenants, tellOnboarding } from './onboarding.ts'
import { reportOnboarding, reportPullRequest } from './report.ts'

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    approve: { type: 'boolean', default: false },
    logs: { type: 'boolean', default: false }
  }
})
const checkout = join(import.meta.dirname, '../..')
const write = (line: string): void => console.log(line)
const started = Date.now()

const narrator: Narrator = {
  chapter: (title) => write(`\n━━ ${title} ${'━'.repeat(Math.max(0, 76 - title.length))} ${elapsed()}\n`),
  say: write,
  review: async ({ environment }) => {
    write(`\n   The apply waits: environment ${environment} asks for a review by ${REVIEWER}.`)
    const verdict = await decide(environment)
    write(`   ${REVIEWER} ${verdict.state} the deployment.\n`)
    return verdict
  }
}

const elapsed = (): string => `${((Date.now() - started) / 1000).toFixed(0)} s`

async function decide(environment: string): Promise<Verdict> {
  const approved: Verdict = { state: 'approved', comment: 'Looks right.', user: REVIEWER }
  if (values.approve) return approved
  if (!process.stdin.isTTY) {
    write('   There is no terminal to ask, so it is approved, as with `npm run demo -- --approve`.')
    return approved
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(
    `   You are ${REVIEWER}. Approve the deployment to ${environment}? [Y/n] `
  )
  terminal.close()
  return /^n/i.test(answer.trim()) ? { state: 'rejected', comment: 'Not now.', user: REVIEWER } : approved
}

narrator.chapter('Starting GitHub and AWS on this machine')
const machine = machineFromEnvironment()
// Steps reach the tenant's hosts at 443 and 80, as on the internet.
const doors = await openDoors(() => lab.aws.edges())
const lab: Lab = await startLab({
  machine,
  env: doors.env,
  onEvent: consolePrinter({ write, logs: values.logs, summaries: false })
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
const ending = new AbortController()
async function prepare(): Promise<void> {
  const wanted = { machine, callers: [CALIBER], suite: REPOSITORY, commits: [], signal: ending.signal }
  await prepareRepository(lab, suiteIn(checkout), await prepareAccount(lab.aws, wanted))
}

async function tellStory(): Promise<ReportData> {
  if (values.short)
    return reportPullRequest(lab, await tellFirstPullRequest({ lab, checkout, prepare }, narrator), machine)
  const prepareAll = async (): Promise<void> => {
    await prepare()
    await beginWithoutTenants(lab)
  }
  return reportOnboarding(lab, await tellOnboarding({ lab, prepare: prepareAll }, narrator), machine)
}

const interrupted = new Promise<never>((_resolve, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => reject(new Error(`The demo was stopped by ${signal}.`)))
  }
})
try {
  const report = await Promise.race([tellStory(), interrupted])
  narrator.chapter('What exists now')
  for (const [type, count] of Object.entries(
    Object.groupBy(report.resources, (one) => `${one.service} ${one.type}`)
  )) {
    write(`   ${String(count?.length ?? 0).padStart(3)} × ${type}`)
  }
  const folder = join(checkout, 'report')
  await mkdir(folder, { recursive: true })
  const page = join(folder, 'index.html')
  await writeFile(page, renderReport(report))
  write(`\n${report.verdict.sentence} (${elapsed()})\n\nThe report: ${page}`)
  const defects = await lab.defects()
  for (const defect of defects) console.error(`The run shows nothing. ${defect}`)
  process.exitCode = report.verdict.good && defects.length === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  ending.abort()
  await lab.close()
  await doors.close()
}
