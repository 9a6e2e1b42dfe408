import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import type { RunnerEvent } from '../../../lab/runner/ports.ts'
import type { Runner } from '../../../lab/runner/runner.ts'
import { openBench, pushed, run } from '../../fakes/runner-bench.ts'

/** Cancels the run as soon as a step says it is ready. */
const cancelWhenReady = (event: RunnerEvent, runner: Runner): void => {
  if (event.kind === 'log' && event.line === 'READY') runner.cancel(event.job.run.id)
}

test('a cancelled run interrupts its steps; what asks for it still runs [docs: workflow-cancellation]', async () => {
  const { conclusions, job, log, result } = await run({
    onEvent: cancelWhenReady,
    files: pushed(`a:
  runs-on: x
  steps:
    - run: |
        trap 'echo INTERRUPTED; exit 7' INT
        echo READY
        while true; do sleep 0.05; done
    - run: echo NOT-THIS
    - {if: failure(), run: echo NOR-THIS}
    - {if: always(), run: echo ALWAYS}
    - {if: cancelled(), run: echo CANCELLED}
b: {needs: a, runs-on: x, steps: [{run: echo}]}
c: {needs: a, if: always(), runs-on: x, steps: [{run: echo CLEAN-UP}]}`)
  })
  expect(result.conclusion).toBe('cancelled')
  expect(conclusions).toEqual({ a: 'cancelled', b: 'skipped', c: 'success' })
  expect(job('a').steps.map(({ conclusion }) => conclusion)).toEqual([
    'cancelled',
    'skipped',
    'skipped',
    'success',
    'success'
  ])
  expect(log).toMatch(/^INTERRUPTED$/m)
  expect(log).toMatch(/^CLEAN-UP$/m)
})

test('a step that ignores SIGINT is sent SIGTERM [docs: workflow-cancellation]', async () => {
  const { log } = await run({
    onEvent: cancelWhenReady,
    patience: { termMs: 20, killMs: 60_000, forceMs: 60_000 },
    files: pushed(`a:
  runs-on: x
  steps: [{run: "trap '' INT; trap 'echo GOT-TERM; exit 1' TERM; echo READY; while true; do sleep 0.02; done"}]`)
  })
  expect(log).toMatch(/^GOT-TERM$/m)
})

test('a step that ignores SIGTERM too is killed with all that it started [docs: workflow-cancellation]', async () => {
  const { log, job } = await run({
    onEvent: cancelWhenReady,
    patience: { termMs: 10, killMs: 20, forceMs: 60_000 },
    files: pushed(`a:
  runs-on: x
  steps:
    - run: |
        trap '' INT TERM
        (sleep 60; echo LEFT) &
        echo READY
        sleep 60
    - {if: always(), run: echo NEXT}`)
  })
  expect(log.match(/^(LEFT|NEXT)$/gm)).toEqual(['NEXT'])
  expect(job('a').steps.map(({ conclusion }) => conclusion)).toEqual(['cancelled', 'success'])
})

test('what still runs when the time of a cancelled run is over is killed, whatever its condition [docs: workflow-cancellation]', async () => {
  const { log, conclusions, result } = await run({
    onEvent: cancelWhenReady,
    patience: { termMs: 60_000, killMs: 60_000, forceMs: 40 },
    files:
      pushed(`a: {runs-on: x, steps: [{if: always(), run: "trap '' INT TERM; echo READY; sleep 60; echo LEFT"}, {if: always(), run: sleep 60; echo LEFT}]}
b: {needs: a, if: always(), runs-on: x, steps: [{run: echo LEFT}]}`)
  })
  expect(log).not.toMatch(/^LEFT$/m)
  expect(conclusions).toEqual({ a: 'cancelled', b: 'cancelled' })
  expect(result.conclusion).toBe('cancelled')
})

test('a step that runs always is not interrupted [docs: workflow-cancellation]', async () => {
  const { job } = await run({
    onEvent: cancelWhenReady,
    files: pushed(`a:
  runs-on: x
  steps: [{if: always(), run: "trap 'exit 9' INT; echo READY; sleep 0.2; sleep 0.1; echo WHOLE"}]`)
  })
  expect(job('a').log).toMatch(/^WHOLE$/m)
  expect(job('a').conclusion).toBe('cancelled')
})

test('a post step cleans up after a cancelled main [docs: metadata-syntax#runspost]', async () => {
  const { log } = await run({
    onEvent: cancelWhenReady,
    files: {
      ...pushed('a: {runs-on: x, steps: [{uses: $/p}]}'),
      'p/action.yml': 'name: p\ndescription: p\nruns: {using: node24, main: m.mjs, post: q.mjs}',
      'p/m.mjs': 'console.log("READY"); setTimeout(() => undefined, 60000)',
      'p/q.mjs': 'console.log("CLEANED")'
    }
  })
  expect(log).toMatch(/^CLEANED$/m)
})

test('a step whose time is up fails [docs: workflow-syntax#jobsjob_idstepstimeout-minutes]', async () => {
  const { messages, job } = await run({
    files: pushed(
      'a: {runs-on: x, steps: [{name: slow, run: exec sleep 30, timeout-minutes: 0.002}, {if: failure(), run: echo}]}'
    )
  })
  expect(job('a').steps.map(({ conclusion }) => conclusion)).toEqual(['failure', 'success'])
  expect(messages).toContain("The action 'slow' has timed out after 0.002 minutes.")
})

test('a job whose time is up is cancelled [docs: workflow-syntax#jobsjob_idtimeout-minutes]', async () => {
  const { messages, conclusions } = await run({
    files: pushed('a: {runs-on: x, timeout-minutes: 0.002, steps: [{run: exec sleep 30}]}')
  })
  expect(conclusions).toEqual({ a: 'cancelled' })
  expect(messages).toContain('has exceeded the maximum execution time of 0.002 minutes.')
})

test('a job that says nothing of its time has 360 minutes [docs: workflow-syntax#jobsjob_idtimeout-minutes]', async () => {
  const timers = jest.spyOn(globalThis, 'setTimeout')
  await run({
    files: pushed(`a: {runs-on: x, steps: [{run: echo}]}
b: {needs: a, runs-on: x, timeout-minutes: 7, steps: [{run: echo}]}`)
  })
  const minutes = timers.mock.calls.map(([, ms = 0]) => ms / 60_000)
  timers.mockRestore()
  expect(minutes.filter((one) => one === 360 || one === 7)).toEqual([360, 7])
})

test('a newer run takes the place of the one in progress [docs: workflow-syntax#concurrency]', async () => {
  let isSecondStarted = false
  const second: Promise<unknown>[] = []
  const bench = await openBench({
    files: pushed(
      'a: {runs-on: x, steps: [{run: echo READY; exec sleep 0.3}]}',
      'on: push\nconcurrency: {group: g, cancel-in-progress: true}'
    ),
    onEvent: (event) => {
      if (event.kind !== 'log' || event.line !== 'READY' || isSecondStarted) return
      isSecondStarted = true
      second.push(bench.trigger())
    }
  })
  const [first] = await bench.trigger()
  const [[later]] = (await Promise.all(second)) as [Awaited<ReturnType<typeof bench.trigger>>]
  await bench.close()
  expect([first?.conclusion, later?.conclusion]).toEqual(['cancelled', 'success'])
})

test('close leaves no process behind [lab]', async () => {
  const pids: number[] = []
  const bench = await openBench({
    files: pushed(
      'a: {runs-on: x, steps: [{run: "sleep 60 & echo \\"PID $!\\"; trap \\"\\" INT TERM; wait; wait"}]}'
    ),
    onEvent: (event, runner) => {
      const [, pid] = event.kind === 'log' ? (/^PID (\d+)$/.exec(event.line) ?? []) : []
      if (pid === undefined) return
      pids.push(Number(pid))
      void runner.close()
    }
  })
  await bench.trigger()
  await bench.close()
  expect(pids.length).toBe(1)
  expect(pids.filter(isAlive)).toEqual([])
  expect(existsSync(join(bench.platform.folder, 'work'))).toBe(false)
})

/** A killed process may still be listed as a zombie until it is waited for. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('a process that outlives its step ends with its job [runner: JobExtension.cs]', async () => {
  const pids: number[] = []
  await run({
    files: pushed(`a: {runs-on: x, steps: [{run: 'sleep 60 > /dev/null 2>&1 & echo "PID $!"'}]}`),
    onEvent: (event) => {
      const [, pid] = event.kind === 'log' ? (/^PID (\d+)$/.exec(event.line) ?? []) : []
      if (pid !== undefined) pids.push(Number(pid))
    }
  })
  expect(pids).toHaveLength(1)
  expect(pids.filter(isAlive)).toEqual([])
})

test('close ends also what would always run, and what waits for approval [lab]', async () => {
  const bench = await openBench({
    decide: () => new Promise(() => undefined),
    files: pushed(`a: {if: always(), runs-on: x, environment: prod, steps: [{run: echo}]}
b: {if: always(), runs-on: x, steps: [{if: always(), run: echo READY; exec sleep 60}]}`),
    onEvent: (event, runner) => {
      if (event.kind === 'log' && event.line === 'READY') void runner.close()
    }
  })
  const [result] = await bench.trigger()
  await bench.close()
  expect(result?.conclusion).toBe('cancelled')
})
