/** What a person reads while workflows run: one line a decision, folded logs only where a step failed. */
import type { Conclusion, RunnerEvent } from './runner/ports.ts'

const MARKS: Record<Conclusion, string> = { success: '✓', failure: '✗', cancelled: '⊘', skipped: '–' }
const TAIL = 40

export type ConsoleOptions = Readonly<{ write: (line: string) => void; logs: boolean; summaries: boolean }>

/** Prints the runner's events; `logs` also prints every line that a step writes. */
export function consolePrinter(options: ConsoleOptions): (event: RunnerEvent) => void {
  const tails = new Map<number, string[]>()
  return (event) => {
    if (event.kind === 'log') remember(tails, event)
    for (const line of linesOf(event, options, tails)) options.write(line)
  }
}

function remember(tails: Map<number, string[]>, event: RunnerEvent & { kind: 'log' }): void {
  const tail = tails.get(event.job.id) ?? []
  tail.push(event.line)
  if (tail.length > TAIL) tail.shift()
  tails.set(event.job.id, tail)
}

function linesOf(
  event: RunnerEvent,
  options: ConsoleOptions,
  tails: ReadonlyMap<number, string[]>
): string[] {
  switch (event.kind) {
    case 'run':
      return [`${mark(event.conclusion)} ${event.run.name} · ${event.run.event.name} · ${state(event)}`]
    case 'job':
      return [`  ${mark(event.conclusion)} ${event.job.name} · ${state(event)}`]
    case 'step':
      return stepLines(event, options, tails)
    case 'log':
      return options.logs ? [`      ${event.line}`] : phaseLines(event.line)
    case 'annotation':
      return [`    ${event.annotation.level}: ${event.annotation.message}`]
    case 'summary':
      return options.summaries ? ['', ...event.markdown.split('\n').map((line) => `      ${line}`)] : []
  }
}

/** The phases that an action opens show that a long step goes on; the runner's own group repeats the step's name. */
function phaseLines(line: string): string[] {
  const title = /^##\[group\](?!Run )(.+)$/.exec(line)?.[1]
  return title === undefined ? [] : [`      ${title} …`]
}

function stepLines(
  event: RunnerEvent & { kind: 'step' },
  options: ConsoleOptions,
  tails: ReadonlyMap<number, string[]>
): string[] {
  if (event.conclusion === undefined || event.conclusion === 'skipped') return []
  const line = `    ${mark(event.conclusion)} ${event.name}`
  if (event.conclusion !== 'failure' || options.logs) return [line]
  return [line, ...(tails.get(event.job.id) ?? []).map((text) => `      ${text}`)]
}

const mark = (conclusion: Conclusion | undefined): string =>
  conclusion === undefined ? '·' : MARKS[conclusion]

const state = (event: { status: string; conclusion?: Conclusion }): string =>
  event.conclusion ?? event.status.replace('_', ' ')
