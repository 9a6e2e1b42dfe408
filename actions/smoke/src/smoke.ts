import type { Report } from '../../../lib/runner.ts'
import type { Inputs } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import { describePlan, planSmoke } from './plan.ts'
import type { Ports } from './ports.ts'
import { toReport } from './report.ts'
import { judgeFindings } from './verdict.ts'
import { walkCourse, type Walked } from './walk.ts'

/** The whole smoke test: plans and, unless it is a dry run, asks everything and judges. */
export async function smoke(inputs: Inputs, ports: Ports): Promise<Report> {
  const plan = planSmoke(inputs, `nobody-${ports.random()}.invalid`)
  const steps = describePlan(plan, inputs)
  for (const step of steps) ports.log.info(step)
  if (inputs.dryRun) return toReport({ kind: 'planned', steps })
  const began = ports.clock.now()
  const walked = await Promise.all(plan.courses.map((course) => walkCourse({ course, inputs, ports }))).catch(
    (error: unknown) => {
      if (ports.signal.aborted) return undefined
      throw error
    }
  )
  if (walked === undefined) return toReport({ kind: 'cancelled' })
  tell(walked, ports)
  const fault = await writeJunit(inputs, walked, ports)
  const verdict = judgeFindings(walked.flatMap(({ findings }) => findings))
  const outcome: Outcome = { kind: 'judged', verdict, walked, elapsedMs: ports.clock.now() - began }
  const report = toReport(outcome)
  if (fault === undefined) return report
  return { ...report, failure: [report.failure, fault].filter(Boolean).join(' ') }
}

const MARKS = { passed: 'ok', warned: 'odd', failed: 'BROKEN', skipped: 'not asked' } as const

function tell(walked: readonly Walked[], { log }: Ports): void {
  for (const { layer, url, address, state, check, sentence } of walked.flatMap(({ findings }) => findings)) {
    const where = address === undefined ? url : `${url} at ${address}`
    log.info(`${MARKS[state].padEnd(9)} ${layer.padEnd(9)} ${where}: ${check}. ${sentence}`)
    if (state === 'warned') log.warning(`${where}: ${sentence}`)
  }
}

/** Why the file could not be written; undefined when it was, or is not wanted. */
async function writeJunit(
  { junitPath }: Inputs,
  walked: readonly Walked[],
  { writeText }: Ports
): Promise<string | undefined> {
  if (junitPath === undefined) return undefined
  const { renderJunit } = await import('./junit.ts')
  try {
    await writeText(junitPath, renderJunit(walked))
    return undefined
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return `'${junitPath}' could not be written: ${why}. Name a file of the workspace.`
  }
}
