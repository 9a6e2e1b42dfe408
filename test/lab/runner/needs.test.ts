import { expect, test } from '@jest/globals'
import { pushed, run } from '../../fakes/runner-bench.ts'

/** Jobs in one line each: key, needs, condition, exit code; each prints the results that it needs. */
const jobs = (
  ...lines: readonly (readonly [key: string, needs: string, condition: string, code: number])[]
) =>
  pushed(
    lines
      .map(
        ([key, needs, condition, code]) =>
          `${key}: {runs-on: x, needs: [${needs}], ${condition === '' ? '' : `if: "${condition}", `}steps: [{run: 'echo "${key.toUpperCase()} \${{ join(needs.*.result) }}"; exit ${String(code)}'}]}`
      )
      .join('\n')
  )

test('a skipped job skips what needs it, unless a status function or its result says otherwise [docs: workflow-syntax#jobsjob_idneeds]', async () => {
  const { conclusions, log, result } = await run({
    files: jobs(
      ['off', '', 'false', 0],
      ['plain', 'off', '', 0],
      ['asks', 'off', "needs.off.result == 'skipped'", 0],
      ['still', 'off', "!failure() && needs.off.result == 'skipped'", 0],
      ['deep', 'still', '', 0],
      ['last', 'plain', 'always()', 0]
    )
  })
  expect(conclusions).toEqual({
    off: 'skipped',
    plain: 'skipped',
    // A condition without a status function also asks for success().
    asks: 'skipped',
    still: 'success',
    // success() asks every ancestor, and one of them was skipped.
    deep: 'skipped',
    last: 'success'
  })
  expect(log).toMatch(/^LAST skipped$/m)
  expect(result.conclusion).toBe('success')
})

test('after a failure failure() holds for every descendant, !cancelled() runs on, success() does not [docs: expressions#status-check-functions]', async () => {
  const { conclusions, log, result } = await run({
    files: jobs(
      ['bad', '', '', 1],
      ['good', '', '', 0],
      ['mixed', 'bad, good', 'failure()', 0],
      ['on', 'bad, good', '!cancelled()', 0],
      ['far', 'on', "failure() && needs.on.result == 'success'", 0],
      ['ok', 'good', 'success()', 0],
      ['never', 'bad', 'success() || cancelled()', 0]
    )
  })
  expect(conclusions).toEqual({
    bad: 'failure',
    good: 'success',
    mixed: 'success',
    on: 'success',
    far: 'success',
    ok: 'success',
    never: 'skipped'
  })
  expect(log).toMatch(/^MIXED failure,success$/m)
  expect(result.conclusion).toBe('failure')
})

test('status functions of steps see the steps before them [docs: expressions#status-check-functions]', async () => {
  const { log, job } = await run({
    files: pushed(`a:
  runs-on: x
  steps:
    - {if: failure(), run: echo NO-1}
    - {run: 'echo "STATUS \${{ job.status }}"'}
    - {id: bad, run: exit 2}
    - {run: echo NO-2}
    - {if: "failure() && steps.bad.conclusion == 'failure'", run: 'echo "STATUS \${{ job.status }}"'}
    - {if: "success() || always()", run: 'echo "SEEN \${{ steps.bad.outcome }} \${{ steps.none.outcome }}."'}
    - {if: "\${{ !cancelled() }}", run: echo ON}
    - {if: cancelled(), run: echo NO-3}`)
  })
  expect(log.match(/^(NO|STATUS|SEEN|ON).*$/gm)).toEqual([
    'STATUS success',
    'STATUS failure',
    'SEEN failure .',
    'ON'
  ])
  expect(job('a').conclusion).toBe('failure')
})

test('a condition needs no braces, and with text beside them it always holds [docs: workflow-syntax#jobsjob_idif]', async () => {
  const { conclusions } = await run({
    files: pushed(`bare: {runs-on: x, if: github.ref_name == 'other', steps: [{run: echo}]}
beside: {runs-on: x, if: "\${{ github.ref_name == 'other' }} && true", steps: [{run: echo}]}
braces: {runs-on: x, if: "\${{ github.ref_name == 'other' }}", steps: [{run: echo}]}
negated: {runs-on: x, if: "\${{ ! (github.ref_name == 'other') }}", steps: [{run: echo}]}`)
  })
  expect(conclusions).toEqual({ bare: 'skipped', beside: 'success', braces: 'skipped', negated: 'success' })
})

test('never more legs than max-parallel run at once, and strategy tells their number [docs: workflow-syntax#jobsjob_idstrategymax-parallel]', async () => {
  let [running, most] = [0, 0]
  const { log } = await run({
    onEvent: (event) => {
      if (event.kind !== 'job') return
      if (event.status === 'in_progress') running += 1
      if (event.status === 'completed') running -= 1
      most = Math.max(most, running)
    },
    files: pushed(`a:
  runs-on: x
  strategy: {max-parallel: "\${{ fromJSON('2') }}", matrix: {n: [1, 2, 3, 4]}}
  steps: [{run: 'echo "LEG \${{ strategy.job-index }} of \${{ strategy.job-total }}, \${{ strategy.max-parallel }} at once"'}]`)
  })
  expect(most).toBe(2)
  expect(log).toContain('LEG 3 of 4, 2 at once')
})

test('a matrix may be includes alone, and outputs of its legs join [docs: workflow-syntax#jobsjob_idstrategymatrixinclude]', async () => {
  const { log, conclusions } = await run({
    files: pushed(`a:
  runs-on: x
  strategy: {max-parallel: 1, matrix: {include: [{s: one, v: x}, {s: two, v: y}]}}
  outputs: {one: "\${{ steps.o.outputs.one }}", two: "\${{ steps.o.outputs.two }}"}
  steps: [{id: o, run: 'echo "\${{ matrix.s }}=\${{ matrix.v }}" >> $GITHUB_OUTPUT'}]
b: {needs: a, runs-on: x, steps: [{run: 'echo "JOINED \${{ needs.a.outputs.one }}\${{ needs.a.outputs.two }}"'}]}`)
  })
  expect(conclusions).toEqual({ 'a (one, x)': 'success', 'a (two, y)': 'success', b: 'success' })
  expect(log).toMatch(/^JOINED xy$/m)
})

test('fail-fast may be an expression, and an empty matrix fails its job [docs: workflow-syntax#jobsjob_idstrategyfail-fast]', async () => {
  const { conclusions, messages } = await run({
    files: pushed(`a:
  runs-on: x
  strategy: {fail-fast: "\${{ github.ref_name != 'main' }}", max-parallel: 1, matrix: {n: [1, 0]}}
  steps: [{run: "exit \${{ matrix.n }}"}]
b: {runs-on: x, strategy: {matrix: {n: "\${{ fromJSON('[]') }}"}}, steps: [{run: echo}]}`)
  })
  expect(conclusions).toEqual({ 'a (1)': 'failure', 'a (0)': 'success', b: 'failure' })
  expect(messages).toContain("Matrix vector 'n' does not contain any values")
})
