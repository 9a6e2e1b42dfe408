/** One job from its approval to its outputs. */
import { valueOf } from '../expression/template.ts'
import { textOf } from '../expression/value.ts'
import { messageOf } from '../fault.ts'
import type { Conclusion, JobResult } from '../ports.ts'
import { jobLevel, type Level, scopeOf } from '../step/level.ts'
import { complain } from '../step/step-process.ts'
import { runSteps } from '../step/steps.ts'
import { child, descend, entriesOf, itemsOf, type Token } from '../workflow/token.ts'
import { awaitAdmission } from './admission.ts'
import { createMasks } from './masks.ts'
import { openSession } from './open-session.ts'
import { preHooksOf } from './pre-hooks.ts'
import type { JobRequest } from './request.ts'
import type { Hook, Session } from './session.ts'
import { recordStep } from './step-record.ts'
import { recordVoice, type VoiceRecord } from './voice.ts'

/** Outputs, and what the steps left, of a job that was let in. */
type Worked = Pick<JobResult, 'conclusion' | 'outputs' | 'steps'>

/** Runs a job; never rejects: whatever goes wrong is a failed job with an annotation. */
export async function executeJob(request: JobRequest): Promise<JobResult> {
  let startedAt = Date.now()
  const masks = createMasks()
  const record = recordVoice(request.job, masks, {
    onEvent: request.machine.onEvent,
    annotate: request.annotate
  })
  const worked = await admit(request, async () => {
    startedAt = Date.now()
    const timer = limitTime(request)
    record.voice.log(`Permissions of the token: ${permissionsText(request)}`)
    try {
      const credentials = await request.machine.platform.credentials(request.job)
      const session = await openSession(request, { credentials, masks, voice: record.voice })
      request.forced.addEventListener('abort', session.processes.killAll, { once: true })
      return await runSession(session, request.token).finally(() => session.processes.killAll())
    } finally {
      clearTimeout(timer)
      request.machine.platform.revoke(request.job)
    }
  }).catch((error: unknown) => fail(record, messageOf(error)))
  return {
    job: request.job,
    ...worked,
    log: record.log(),
    summary: record.summary(),
    startedAt,
    finishedAt: Date.now()
  }
}

/** The time that a job waits for approval does not count. */
function limitTime({ job, timeoutMinutes, annotate, abort }: JobRequest): NodeJS.Timeout {
  return setTimeout(
    () => {
      const message = `The job running on runner lab has exceeded the maximum execution time of ${String(timeoutMinutes)} minutes.`
      annotate({ level: 'error', message }, job)
      abort()
    },
    countable(timeoutMinutes * 60_000)
  )
}

/** Timers count up to 24 days; longer ones would end at once. */
const countable = (ms: number): number => Math.min(ms, 2 ** 31 - 1)

const ended = (conclusion: Conclusion): Worked => ({ conclusion, outputs: {}, steps: [] })

function fail({ voice }: VoiceRecord, message: string): Worked {
  voice.log(`##[error]${message}`)
  voice.annotate({ level: 'error', message })
  return ended('failure')
}

/** Waits until the job's environment and the machine let it in, then works. */
async function admit(request: JobRequest, work: () => Promise<Worked>): Promise<Worked> {
  const admission = await awaitAdmission(request)
  if (admission !== 'admitted') return ended(admission)
  request.admitted()
  const { machine, job, signal } = request
  const begin = (): Promise<Worked> => {
    machine.platform.jobChanged(job, 'in_progress')
    machine.onEvent({ kind: 'job', at: Date.now(), job, status: 'in_progress' })
    return work()
  }
  return (await machine.slots.use(begin, signal)) ?? ended('cancelled')
}

function permissionsText({ job }: JobRequest): string {
  const granted = Object.entries(job.permissions).filter(([, level]) => level !== 'none')
  return granted.map(([scope, level]) => `${scope}: ${level}`).join(', ') || 'none'
}

async function runSession(session: Session, token: Token): Promise<Worked> {
  const level = jobLevel(session)
  const steps = itemsOf(child(token, 'steps'))
  for (const hook of await preHooksOf(level, steps)) await runHook(session, hook)
  await runSteps(level, steps)
  // While posts run they may register no more, and the last that came is the first to clean up.
  for (const hook of session.posts.toReversed()) await runHook(session, hook)
  const outputs = outputsOf(level, child(token, 'outputs'))
  reportUrl(level, token)
  return { conclusion: session.standing.result(), outputs, steps: session.results }
}

async function runHook(session: Session, hook: Hook): Promise<void> {
  if (!hook.holds()) return
  const { conclusion } = await recordStep(session, hook.name, async () => {
    const ok = await hook.run().catch((error: unknown) => {
      complain(session, messageOf(error))
      return false
    })
    const outcome = ok ? 'success' : 'failure'
    return { outcome, conclusion: outcome }
  })
  if (conclusion === 'failure') session.standing.merge('failure')
}

/** Evaluated outputs; one that holds a secret is dropped, as on GitHub. */
function outputsOf(level: Level, declared: Token | undefined): Record<string, string> {
  const { masks, voice } = level.session
  const kept = entriesOf(declared).flatMap(([name, token]) => {
    const value = textOf(valueOf(token, scopeOf(level, {})))
    if (!masks.holds(value)) return [[name, value] as const]
    const message = `Skip output '${name}' since it may contain secret.`
    voice.log(`##[warning]${message}`)
    voice.annotate({ level: 'warning', message })
    return []
  })
  return Object.fromEntries(kept)
}

/** A URL that holds a secret is not told, as on GitHub. */
function reportUrl(level: Level, token: Token): void {
  const { machine, job, masks, voice } = level.session
  const url = valueOf(descend(token, 'environment', 'url'), scopeOf(level, {}))
  if (typeof url !== 'string' || url === '') return
  if (!masks.holds(url)) {
    machine.platform.deployed?.(job, url)
    return
  }
  const message = `Skip setting environment url as environment '${job.environment ?? ''}' may contain secret.`
  voice.log(`##[warning]${message}`)
  voice.annotate({ level: 'warning', message })
}
