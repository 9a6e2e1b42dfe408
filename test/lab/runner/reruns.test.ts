import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { RunResult } from '../../../lab/runner/ports.ts'
import type { RerunRequest } from '../../../lab/runner/runner.ts'
import { type Bench, type BenchOptions, openBench, pushed } from '../../fakes/runner-bench.ts'
import { writeTree } from '../../fakes/runner-platform.ts'

type Attempts = Readonly<{ first: RunResult; second: RunResult; bench: Bench }>

/** Runs what a push starts, and then once more as told. */
async function twice(options: BenchOptions, jobs: RerunRequest['jobs'] = 'failed'): Promise<Attempts> {
  const bench = await openBench(options)
  try {
    const [first] = await bench.trigger()
    if (first === undefined) throw new Error('no workflow was started')
    const second = await bench.runner.rerun({ runId: first.run.id, jobs, actor: 'grace' })
    return { first, second, bench }
  } finally {
    await bench.close()
  }
}

const conclusions = ({ jobs }: RunResult): Record<string, string> =>
  Object.fromEntries(jobs.map((one) => [one.job.name, one.conclusion]))
/** The lines that steps printed to be seen: in capitals. */
const said = ({ jobs }: RunResult): string[] => jobs.flatMap(({ log }) => log.match(/^[A-Z]+ .*$/gm) ?? [])
/** A job that fails in the first attempt. */
const FLAKY = 'test $GITHUB_RUN_ATTEMPT != 1'

test('Failed jobs and those that need them run again, the others are kept [docs: re-run-workflows-and-jobs]', async () => {
  const { first, second } = await twice({
    files: pushed(`good: {runs-on: x, steps: [{run: 'echo "GOOD $GITHUB_RUN_ATTEMPT"'}]}
bad: {runs-on: x, needs: good, steps: [{run: 'echo "BAD $GITHUB_RUN_ATTEMPT"; ${FLAKY}'}]}
after: {runs-on: x, needs: bad, steps: [{run: 'echo "AFTER $GITHUB_RUN_ATTEMPT"'}]}
report: {runs-on: x, if: always(), needs: [good, bad], steps: [{run: 'echo "REPORT \${{ needs.bad.result }}"'}]}
idle: {runs-on: x, if: github.run_attempt == 2, steps: [{run: echo IDLE never}]}`)
  })
  expect(conclusions(first)).toEqual({
    good: 'success',
    bad: 'failure',
    after: 'skipped',
    report: 'success',
    idle: 'skipped'
  })
  expect(second.conclusion).toBe('success')
  expect(conclusions(second)).toMatchObject({
    good: 'success',
    bad: 'success',
    after: 'success',
    idle: 'skipped'
  })
  expect(said(second).toSorted()).toEqual(['AFTER 2', 'BAD 2', 'GOOD 1', 'REPORT success'])
})

test('Outputs of jobs that are kept reach the jobs that run again [docs: re-run-workflows-and-jobs]', async () => {
  const { second } = await twice({
    files:
      pushed(`a: {runs-on: x, outputs: {o: "\${{ steps.s.outputs.o }}"}, steps: [{id: s, run: 'echo "o=from-$GITHUB_RUN_ATTEMPT" >> $GITHUB_OUTPUT'}]}
b: {runs-on: x, needs: a, steps: [{run: 'echo "SEEN \${{ needs.a.outputs.o }}"; ${FLAKY}'}]}`)
  })
  expect(said(second)).toContain('SEEN from-1')
})

test('A re-run has the same commit, event and actor, the next attempt, and who asked for it [docs: contexts#github-context]', async () => {
  const show =
    'echo "RUN $GITHUB_SHA $GITHUB_ACTOR $GITHUB_TRIGGERING_ACTOR ${{ github.run_attempt }} $GITHUB_RUN_ID $GITHUB_RUN_NUMBER"'
  const { first, second, bench } = await twice({
    files: pushed(`a: {runs-on: x, steps: [{run: '${show}; ${FLAKY}'}]}`)
  })
  const { id, number, event } = first.run
  expect(said(first)).toEqual([`RUN ${event.sha} ada ada 1 ${String(id)} ${String(number)}`])
  expect(said(second)).toEqual([`RUN ${event.sha} ada grace 2 ${String(id)} ${String(number)}`])
  expect(second.run).toMatchObject({ id, number, event, attempt: 2, triggeringActor: 'grace' })
  expect(bench.platform.credited.map(({ run: { attempt } }) => attempt)).toEqual([1, 2])
})

test('Of a matrix only the failed and cancelled legs run again [docs: re-run-workflows-and-jobs]', async () => {
  const { first, second } = await twice({
    files: pushed(`a:
  runs-on: x
  strategy: {max-parallel: 1, matrix: {n: [1, 2, 3]}}
  steps: [{run: 'echo "LEG \${{ matrix.n }}.$GITHUB_RUN_ATTEMPT"; test \${{ matrix.n }} != 2 || ${FLAKY}'}]`)
  })
  expect(conclusions(first)).toEqual({ 'a (1)': 'success', 'a (2)': 'failure', 'a (3)': 'cancelled' })
  expect(said(second)).toEqual(['LEG 1.1', 'LEG 2.2', 'LEG 3.2'])
  expect(second.conclusion).toBe('success')
})

test('Inside a called workflow jobs are kept one by one [docs: reusing-workflow-configurations#behavior-of-reusable-workflows-when-re-running-jobs]', async () => {
  const { second } = await twice({
    files: {
      ...pushed(`c: {uses: ./.github/workflows/l.yml}
d: {needs: c, runs-on: x, steps: [{run: 'echo "AFTER \${{ needs.c.outputs.o }}"'}]}`),
      '.github/workflows/l.yml': `on: {workflow_call: {outputs: {o: {value: "\${{ jobs.good.outputs.o }}"}}}}
jobs:
  good: {runs-on: x, outputs: {o: kept}, steps: [{run: 'echo "GOOD $GITHUB_RUN_ATTEMPT"'}]}
  bad: {runs-on: x, steps: [{run: 'echo "BAD $GITHUB_RUN_ATTEMPT"; ${FLAKY}'}]}`
    }
  })
  expect(said(second).toSorted()).toEqual(['AFTER kept', 'BAD 2', 'GOOD 1'])
})

test('Failed jobs run the called workflow of the first attempt, all jobs the one that its ref means now [docs: reusing-workflow-configurations#behavior-of-reusable-workflows-when-re-running-jobs]', async () => {
  const called = (word: string): Record<string, string> => ({
    '.github/workflows/x.yml': `on: workflow_call\njobs: {j: {runs-on: x, steps: [{run: 'echo "CALLED ${word}"; exit 1'}]}}`
  })
  const bench = await openBench({
    files: pushed('c: {uses: o/suite/.github/workflows/x.yml@v1}'),
    repositories: { 'o/suite': called('first') }
  })
  const [first] = await bench.trigger()
  await writeTree(join(bench.platform.folder, 'o/suite'), called('later'))
  const again = { runId: first?.run.id ?? 0, actor: 'grace' }
  const failed = await bench.runner.rerun({ ...again, jobs: 'failed' })
  const all = await bench.runner.rerun({ ...again, jobs: 'all' })
  await bench.close()
  expect([failed, all].map(said)).toEqual([['CALLED first'], ['CALLED later']])
})

test('Re-run of all jobs keeps nothing [docs: re-run-workflows-and-jobs]', async () => {
  const { second } = await twice(
    {
      files: pushed(`a: {runs-on: x, environment: prod, steps: [{run: 'echo "A $GITHUB_RUN_ATTEMPT"'}]}
b: {needs: a, runs-on: x, steps: [{run: '${FLAKY}'}]}`)
    },
    'all'
  )
  expect(said(second)).toEqual(['A 2'])
  expect(second.jobs.map(({ job }) => job.admitted)).toEqual([undefined, undefined])
})

test('A job that its environment let in is let in again when failed jobs re-run [docs: re-run-workflows-and-jobs]', async () => {
  const { first, second } = await twice({
    files: pushed(`a: {runs-on: x, environment: prod, steps: [{run: '${FLAKY}'}]}
b: {needs: a, runs-on: x, environment: prod, steps: [{run: echo}]}`)
  })
  expect(first.jobs.map(({ job }) => job.admitted)).toEqual([undefined, undefined])
  expect(second.jobs.map(({ job }) => [job.key, job.admitted])).toEqual([
    ['a', true],
    ['b', undefined]
  ])
})

test('Kept jobs appear in the new attempt under ids of their own, and only there [lab]', async () => {
  const { first, second, bench } = await twice({
    files: pushed(`a: {runs-on: x, steps: [{run: echo}]}\nb: {runs-on: x, steps: [{run: '${FLAKY}'}]}`)
  })
  const ids = [first, second].flatMap(({ jobs }) => jobs.map(({ job }) => job.id))
  expect(new Set(ids).size).toBe(4)
  expect(second.jobs.every(({ job }) => job.run.attempt === 2)).toBe(true)
  expect(bench.platform.history.filter((line) => line === 'job a completed success')).toHaveLength(2)
  expect(bench.platform.history.filter((line) => line === 'job a in_progress')).toHaveLength(1)
})

test('A third attempt keeps what either of the two before it did [docs: re-run-workflows-and-jobs]', async () => {
  const bench = await openBench({
    files: pushed(`a: {runs-on: x, steps: [{run: 'echo "A $GITHUB_RUN_ATTEMPT"'}]}
b: {runs-on: x, steps: [{run: 'echo "B $GITHUB_RUN_ATTEMPT"; ${FLAKY}'}]}
c: {runs-on: x, steps: [{run: 'echo "C $GITHUB_RUN_ATTEMPT"; test $GITHUB_RUN_ATTEMPT = 3'}]}`)
  })
  const [first] = await bench.trigger()
  const again = { runId: first?.run.id ?? 0, jobs: 'failed', actor: 'grace' } as const
  await bench.runner.rerun(again)
  const third = await bench.runner.rerun(again)
  expect(said(third).toSorted()).toEqual(['A 1', 'B 2', 'C 3'])
  await expect(bench.runner.rerun(again)).rejects.toThrow('has no failed jobs')
  await bench.close()
})

test('A run is run again fifty times, not more [docs: re-run-workflows-and-jobs]', async () => {
  const bench = await openBench({ files: pushed('a: {runs-on: x, if: false, steps: [{run: echo}]}') })
  const [first] = await bench.trigger()
  const again = { runId: first?.run.id ?? 0, jobs: 'all', actor: 'grace' } as const
  let last = 1
  while (last < 51) last = (await bench.runner.rerun(again)).run.attempt
  await expect(bench.runner.rerun(again)).rejects.toThrow('a run can be run again 50 times')
  await bench.close()
})

test('What runs, is not known, or never was a run is not repeated [docs: rest/actions/workflow-runs]', async () => {
  const refusals: Promise<unknown>[] = []
  const again = { jobs: 'failed', actor: 'grace' } as const
  const bench = await openBench({
    files: { ...pushed('a: {runs-on: x, steps: [{run: exit 1}]}'), '.github/workflows/z.yml': 'on: [push\n' },
    onEvent: (event, runner) => {
      if (event.kind !== 'job' || event.status !== 'in_progress') return
      refusals.push(runner.rerun({ ...again, runId: event.job.run.id }).catch(String))
    }
  })
  const [, broken] = await bench.trigger()
  const rerun = (runId: number): Promise<unknown> => bench.runner.rerun({ ...again, runId }).catch(String)
  expect([...(await Promise.all(refusals)), await rerun(7), await rerun(broken?.run.id ?? 0)]).toEqual([
    expect.stringContaining('it is already running'),
    expect.stringContaining('it is not known'),
    expect.stringContaining('its workflow file may be broken')
  ])
  await bench.close()
})
