import { judgeAnswer } from './answer.ts'
import { askAt, commandFor, patienceMs, placeOf, subjectOf, type Visit, wait } from './context.ts'
import { failed, type Finding, type Flaw, passed } from './finding.ts'
import { percentile, streakLength } from './latency.ts'
import { isPage } from './page-kind.ts'
import type { Answer } from './ports.ts'

/** Latency of the good answers, in milliseconds. */
export type Latency = Readonly<{ count: number; p50: number; p95: number }>

/** What the health path came to; `answer` is the last good one. */
export type Health = Readonly<{ findings: readonly Finding[]; answer?: Answer; latency?: Latency }>

type Streak = Readonly<{ answer: Answer; samples: readonly number[] }>
type Tally = { asked: number; last: Flaw | undefined }

/** Asks until there were enough good answers in a row, none of them slow. */
export async function checkHealth(visit: Visit, path: string): Promise<Health> {
  const { attempts, latencyBudgetMs, checks } = visit.inputs
  const length = streakLength(attempts, latencyBudgetMs)
  const tally: Tally = { asked: 0, last: undefined }
  const streak = await wait(async () => {
    const run = await ask(visit, { path, length, tally })
    const slow = run === undefined ? undefined : judgeLatency(run.samples, latencyBudgetMs)
    if (slow !== undefined) note(visit, tally, { ...slow, next: commandFor(visit, path) })
    return slow === undefined ? run : undefined
  }, visit)
  const check = `${path} is ${checks.health.status}, ${length} times in a row`
  if (streak === undefined) return { findings: unhealthy(visit, check, tally) }
  const { samples, answer } = streak
  const latency = { count: length, p50: percentile(samples, 0.5), p95: percentile(samples, 0.95) }
  const sentence = `${length} of the last ${length} answers were good (${tally.asked} asked), p95 ${Math.round(latency.p95)} ms.`
  const words = { layer: 'health', check, sentence } as const
  const about = subjectOf(visit)
  const http = {
    layer: 'http',
    check: 'requests are answered',
    sentence: `${tally.asked} were sent.`
  } as const
  return { findings: [passed(about, http), passed(about, words)], answer, latency }
}

/** An application that answers, only not well, is heard: that is said beside what is wrong. */
function unhealthy(visit: Visit, check: string, { asked, last }: Tally): readonly Finding[] {
  const flaw: Flaw = last ?? { layer: 'http', sentence: 'There was no time to ask.' }
  const seconds = Math.round(visit.inputs.timeoutMs / 1000)
  const told = { ...flaw, sentence: `${flaw.sentence} It was asked ${asked} times within ${seconds} s.` }
  const about = subjectOf(visit)
  if (flaw.layer !== 'health') return [failed(about, 'requests are answered', told)]
  const http = { layer: 'http', check: 'requests are answered', sentence: `${asked} were sent.` } as const
  return [passed(about, http), failed(about, check, told)]
}

type Run = Readonly<{ path: string; length: number; tally: Tally }>

async function ask(visit: Visit, { path, length, tally }: Run): Promise<Streak | undefined> {
  const samples: number[] = []
  let good: Answer | undefined
  while (samples.length < length) {
    if (samples.length > 0 && visit.ports.clock.now() >= visit.deadline) {
      const sentence = `${path} is good, but there was time for ${samples.length} of ${length} answers in a row only.`
      // What was wrong before says more than that time is up.
      if (tally.last === undefined) note(visit, tally, { layer: 'health', sentence, byRelease: true })
      return undefined
    }
    const answer = await askAt(visit, { path, timeoutMs: patienceMs(visit) })
    tally.asked += 1
    const flaw = judgeAnswer(answer, visit.inputs.checks.health, { place: placeOf(visit), path })
    if (flaw !== undefined || answer.kind === 'fault') {
      note(visit, tally, flaw)
      return undefined
    }
    const odd = judgePath(answer, path)
    if (odd !== undefined) {
      note(visit, tally, { ...odd, next: commandFor(visit, path) })
      return undefined
    }
    samples.push(answer.ms)
    good = answer
  }
  return good === undefined ? undefined : { answer: good, samples }
}

/** Says what is wrong whenever that changes. */
function note({ course, address, ports }: Visit, tally: Tally, flaw: Flaw | undefined): void {
  if (flaw !== undefined && flaw.sentence !== tally.last?.sentence)
    ports.log.info(`${course.url} at ${address}: ${flaw.sentence}`)
  tally.last = flaw
}

/** A page under a path that is none is what a single-page application answers everything with. */
export function judgePath(answer: Answer, path: string): Flaw | undefined {
  const [name = ''] = path.split('?')
  if (!isPage(answer) || name.endsWith('/') || /\.html?$/.test(name)) return undefined
  return {
    layer: 'health',
    sentence: `${path} is a page, not the state of an application: what answers is a frontend, which gives its page for every path. Ask the API, or name the page's own path, as https://app.example.net/.`
  }
}

/** Whether the answers came within the budget. */
export function judgeLatency(samples: readonly number[], budgetMs: number | undefined): Flaw | undefined {
  const p95 = percentile(samples, 0.95)
  if (budgetMs === undefined || p95 <= budgetMs) return undefined
  return {
    layer: 'health',
    sentence: `p95 of ${samples.length} answers is ${Math.round(p95)} ms, over the budget of ${budgetMs} ms.`,
    byRelease: true
  }
}
