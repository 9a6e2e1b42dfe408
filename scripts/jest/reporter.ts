/** Shows the run as it goes: a line a finished file, what still runs when nothing finishes, and each failure in full. */
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { AggregatedResult, Reporter, ReporterContext, Test, TestResult } from '@jest/reporters'
import { tally } from './tally.ts'
import { timeTable, type FileTime } from './time-table.ts'

const QUIET_MS = 20_000

export default class ProgressReporter implements Pick<Reporter, 'getLastError'> {
  readonly #root: string
  readonly #running = new Map<string, number>()
  readonly #failures: string[] = []
  readonly #times: FileTime[] = []
  #total = 0
  #done = 0
  #spokeAt = Date.now()
  #heart: NodeJS.Timeout | undefined

  constructor(globalConfig: Readonly<{ rootDir: string }>, _options: unknown, _context: ReporterContext) {
    this.#root = globalConfig.rootDir
  }

  onRunStart(results: AggregatedResult): void {
    this.#total = results.numTotalTestSuites
    this.#say(`${this.#total} test files`)
    this.#heart = setInterval(() => this.#tellWhatRuns(), 5000)
    this.#heart.unref()
  }

  onTestFileStart(test: Test): void {
    this.#running.set(relative(this.#root, test.path), Date.now())
  }

  onTestFileResult(test: Test, result: TestResult): void {
    const file = relative(this.#root, test.path)
    const seconds = (Date.now() - (this.#running.get(file) ?? Date.now())) / 1000
    this.#times.push({ file, seconds })
    this.#running.delete(file)
    this.#done += 1
    const isGreen =
      result.failureMessage === undefined || result.failureMessage === null || result.failureMessage === ''
    const left = result.numPendingTests + result.numTodoTests
    const counts = `${result.numPassingTests} passed${result.numFailingTests > 0 ? `, ${result.numFailingTests} failed` : ''}`
    this.#say(
      `${isGreen ? '✓' : '✗'} [${this.#done}/${this.#total}] ${file}  ${counts}${left > 0 ? `, ${left} left out` : ''}  ${seconds.toFixed(1)} s`
    )
    if (isGreen) return
    const failure = `\n✗ ${file}\n${result.failureMessage ?? ''}`
    this.#failures.push(failure)
    this.#say(failure)
  }

  onRunComplete(_contexts: unknown, results: AggregatedResult): void {
    clearInterval(this.#heart)
    if (this.#failures.length > 0 && this.#total > 10)
      this.#say(`\nAgain, what failed:\n${this.#failures.join('\n')}`)
    if (this.#total > 1) this.#say(`\n${timeTable(this.#times).join('\n')}\n`)
    const file = process.env['CALIBER_TEST_TALLY']
    if (file !== undefined) writeFileSync(file, JSON.stringify(tally(results)))
    else this.#say(`${tally(results).passed} passed, ${tally(results).failed} failed`)
  }

  getLastError(): undefined {
    return undefined
  }

  #tellWhatRuns(): void {
    if (Date.now() - this.#spokeAt < QUIET_MS) return
    const running = [...this.#running].map(
      ([file, at]) => `${file} (${Math.round((Date.now() - at) / 1000)} s)`
    )
    this.#say(`  … ${running.join(', ')}`)
  }

  #say(line: string): void {
    this.#spokeAt = Date.now()
    process.stdout.write(`${line}\n`)
  }
}
