import { expect, test } from '@jest/globals'
import { openBench, pushed, run, WORKFLOW } from '../../fakes/runner-bench.ts'

test('a failed job skips its dependents; failure() and always() run [docs: workflow-syntax#jobsjob_idneeds]', async () => {
  const { conclusions, log, result } = await run({
    files: pushed(`a: {runs-on: x, steps: [{run: exit 1}]}
b: {needs: a, runs-on: x, steps: [{run: echo b}]}
c: {needs: b, if: failure(), runs-on: x, steps: [{run: echo c}]}
d:
  needs: [a, b]
  if: always()
  runs-on: x
  steps: [{run: "echo \${{ needs.a.result }}-\${{ needs.b.result }}"}]
e: {needs: d, runs-on: x, steps: [{run: echo e}]}`)
  })
  // success() asks all ancestors, so `e` is skipped although `d` succeeded.
  expect(conclusions).toEqual({ a: 'failure', b: 'skipped', c: 'success', d: 'success', e: 'skipped' })
  expect(log).toContain('failure-skipped')
  expect(result.conclusion).toBe('failure')
})

test('outputs reach the jobs that need them, and only those [docs: workflow-syntax#jobsjob_idoutputs]', async () => {
  const { log } = await run({
    files: pushed(`a:
  runs-on: x
  outputs: {o: "\${{ steps.s.outputs.o }}"}
  steps:
    - id: s
      run: |
        { echo 'o<<EOF'; echo l1; echo l2; echo EOF; } >> "$GITHUB_OUTPUT"
b:
  needs: a
  runs-on: x
  steps: [{run: 'echo "[$O]"', env: {O: "\${{ toJSON(needs) }}"}}]`)
  })
  expect(log).toContain('"o": "l1\\nl2"')
})

test('a matrix may come from an expression [docs: expressions#fromjson]', async () => {
  const { conclusions, log } = await run(
    {
      files: {
        [WORKFLOW]: `on: {workflow_dispatch: {inputs: {plans: {type: string}}}}
jobs:
  apply:
    name: apply (\${{ matrix.plan.stack }})
    runs-on: x
    strategy: {max-parallel: 1, matrix: {plan: "\${{ fromJSON(inputs.plans).* }}"}}
    steps: [{run: 'echo "\${{ matrix.plan.digest }} \${{ strategy.job-index }}/\${{ strategy.job-total }}"'}]`
      }
    },
    {
      name: 'workflow_dispatch',
      workflow: WORKFLOW,
      inputs: {
        plans: JSON.stringify({ one: { stack: 'one', digest: 'd1' }, two: { stack: 'two', digest: 'd2' } })
      }
    }
  )
  expect(conclusions).toEqual({ 'apply (one)': 'success', 'apply (two)': 'success' })
  expect(log).toContain('d1 0/2')
  expect(log).toContain('d2 1/2')
})

test('a failed leg cancels the legs that have not run [docs: workflow-syntax#jobsjob_idstrategyfail-fast]', async () => {
  const { conclusions, result } = await run({
    files: pushed(`a:
  runs-on: x
  strategy: {max-parallel: 1, matrix: {n: [1, 2]}}
  steps: [{run: "exit \${{ matrix.n }}"}]`)
  })
  expect(conclusions).toEqual({ 'a (1)': 'failure', 'a (2)': 'cancelled' })
  expect(result.conclusion).toBe('failure')
})

test('with fail-fast: false every leg runs, and an ignored failure fails nothing [docs: workflow-syntax#jobsjob_idcontinue-on-error]', async () => {
  const { conclusions, result } = await run({
    files: pushed(`a:
  runs-on: x
  continue-on-error: \${{ matrix.n == 1 }}
  strategy: {fail-fast: false, matrix: {n: [1, 0]}}
  steps: [{run: "exit \${{ matrix.n }}"}]
b: {needs: a, runs-on: x, steps: [{run: "test \${{ needs.a.result }} = success"}]}`)
  })
  expect(conclusions).toEqual({ 'a (1)': 'failure', 'a (0)': 'success', b: 'success' })
  expect(result.conclusion).toBe('success')
})

test('jobs of one group run one after the other; the one that waited longer gives way [docs: workflow-syntax#jobsjob_idconcurrency]', async () => {
  const job = (key: string): string => `${key}: {runs-on: x, concurrency: g, steps: [{run: sleep 0.1}]}`
  const { conclusions, messages, result } = await run({ files: pushed(['a', 'b', 'c'].map(job).join('\n')) })
  expect(conclusions).toEqual({ a: 'success', b: 'cancelled', c: 'success' })
  expect(messages).toContain("Canceling since a higher priority waiting request for 'g' exists")
  expect(result.conclusion).toBe('cancelled')
})

test('two runs share a group; with queue: max both come to their turn [docs: workflow-syntax#jobsjob_idconcurrency]', async () => {
  const bench = await openBench({
    files: pushed(`a:
  runs-on: x
  concurrency: {group: stack, queue: max}
  steps: [{run: sleep 0.1}]`)
  })
  const runs = await Promise.all([bench.trigger(), bench.trigger(), bench.trigger()])
  await bench.close()
  expect(runs.flat().map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'success'])
  const spans = runs
    .flat()
    .flatMap(({ jobs }) => jobs)
    .map(({ steps: [step] }) => [step?.startedAt, step?.finishedAt])
  const sorted = spans.toSorted(([a = 0], [b = 0]) => a - b)
  for (const [index, [start = 0]] of sorted.entries())
    expect(start).toBeGreaterThanOrEqual(sorted[index - 1]?.[1] ?? 0)
})

test('a job cannot wait for the group of its own workflow [docs: workflow-syntax#concurrency]', async () => {
  const { messages } = await run({
    files: pushed('a: {runs-on: x, concurrency: g, steps: [{run: echo}]}', 'on: push\nconcurrency: g')
  })
  expect(messages).toContain("deadlock for concurrency group 'g'")
})

test('an input of workflow_dispatch has its type, and text in the event [docs: workflow-syntax#onworkflow_dispatchinputs]', async () => {
  const { log, result } = await run(
    {
      files: {
        [WORKFLOW]: `on:
  workflow_dispatch:
    inputs: {t: {type: choice, options: [a, b]}, f: {type: boolean, default: false}, n: {type: number, default: 3}}
run-name: deploy \${{ inputs.t }}
jobs: {j: {runs-on: x, if: "\${{ !inputs.f && inputs.n == 3 }}", steps: [{run: "echo \${{ inputs.t }}-\${{ github.event.inputs.f }}"}]}}`
      }
    },
    { name: 'workflow_dispatch', workflow: 'w.yml', inputs: { t: 'a' } }
  )
  expect(log).toContain('a-false')
  expect(result.jobs[0]?.job.run.title).toBe('deploy a')
})

test('the github context tells of the event, the run and the file [docs: contexts#github-context]', async () => {
  const { log } = await run(
    {
      files: pushed(
        `a:
  runs-on: x
  steps: [{run: 'echo "$GITHUB_REF_NAME|$GITHUB_HEAD_REF|\${{ github.event.pull_request.number }}|$GITHUB_WORKFLOW_REF|$(jq -r .action < $GITHUB_EVENT_PATH)|\${{ job.workflow_sha }}|$GITHUB_ACTOR_ID|\${{ github.ref_protected && github.actor_id }}|$RUNNER_ENVIRONMENT"'}]`,
        'on: pull_request'
      )
    },
    {
      name: 'pull_request',
      ref: 'refs/pull/12/merge',
      headRef: 'topic',
      baseRef: 'main',
      payload: { action: 'opened', pull_request: { number: 12 } }
    }
  )
  expect(log).toContain(
    `12/merge|topic|12|o/r/${WORKFLOW}@refs/pull/12/merge|opened|${'a'.repeat(40)}|7|7|github-hosted`
  )
})
