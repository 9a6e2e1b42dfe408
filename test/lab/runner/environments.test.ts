import { expect, test } from '@jest/globals'
import { pushed, run } from '../../fakes/runner-bench.ts'

test('an environment’s secrets and variables win, once it lets the job in [docs: deployments-and-environments#environment-secrets]', async () => {
  const { result, bench } = await run({
    secrets: { S: 'repository-value' },
    variables: { V: 'repository' },
    environments: { prod: { secrets: { S: 'environment-value' }, variables: { V: 'prod' } } },
    files: pushed(`a:
  runs-on: x
  environment: {name: "\${{ github.ref_name == 'main' && 'prod' }}", url: "https://\${{ steps.s.outputs.host }}"}
  steps:
    - id: s
      run: test "$S" = environment-value && test "\${{ vars.V }}" = prod && echo host=h.test >> $GITHUB_OUTPUT
      env: {S: "\${{ secrets.S }}"}`)
  })
  expect(result.conclusion).toBe('success')
  expect(Object.fromEntries(bench.platform.urls)).toEqual({ a: 'https://h.test' })
  expect(bench.platform.credited[0]?.environment).toBe('prod')
  expect(bench.platform.history).toEqual([
    'run .github/workflows/w.yml queued',
    'run .github/workflows/w.yml in_progress',
    'job a queued',
    'job a in_progress',
    'revoke a',
    'job a completed success',
    'run .github/workflows/w.yml completed success'
  ])
})

test('a job that waits for its approval is seen to wait, and its run with it [docs: deployments-and-environments#required-reviewers]', async () => {
  const { bench } = await run({
    decide: () => new Promise((resolve) => setTimeout(() => resolve({ approved: true }), 5)),
    files: pushed('a: {runs-on: x, environment: prod, steps: [{run: echo}]}', 'name: w\non: push')
  })
  expect(bench.platform.history).toEqual([
    'run w queued',
    'run w in_progress',
    'job a queued',
    'job a waiting',
    'run w waiting',
    'run w in_progress',
    'job a in_progress',
    'revoke a',
    'job a completed success',
    'run w completed success'
  ])
})

test('a refused job fails with the reason, without a step and without credentials [docs: deployments-and-environments#required-reviewers]', async () => {
  const { job, messages, bench } = await run({
    decide: () => Promise.resolve({ approved: false, reason: 'grace rejected the deployment: not today' }),
    files: pushed('a: {runs-on: x, environment: prod, steps: [{run: echo never}]}')
  })
  expect(job('a')).toMatchObject({ conclusion: 'failure', steps: [] })
  expect(messages).toBe('grace rejected the deployment: not today')
  expect(bench.platform.credited).toEqual([])
})

test('a run that is cancelled while it waits for approval ends [docs: workflow-cancellation]', async () => {
  const { result, conclusions } = await run({
    decide: () => new Promise(() => undefined),
    onEvent: (event, runner) => {
      if (event.kind === 'job' && event.status === 'waiting') runner.cancel(event.job.run.id)
    },
    files: pushed('a: {runs-on: x, environment: prod, steps: [{run: echo never}]}')
  })
  expect(result.conclusion).toBe('cancelled')
  expect(conclusions).toEqual({ a: 'cancelled' })
})

test('deployment: false protects without a record [docs: workflow-syntax#jobsjob_idenvironment]', async () => {
  const { bench } = await run({
    files: pushed('a: {runs-on: x, environment: {name: prod, deployment: false}, steps: [{run: echo}]}')
  })
  expect(bench.platform.credited[0]).toMatchObject({ environment: 'prod', deployment: false })
})

test('a URL that holds a secret is not told [runner: JobExtension.cs]', async () => {
  const { bench, messages } = await run({
    secrets: { S: 'topsecret1' },
    files: pushed(`a:
  runs-on: x
  environment: {name: prod, url: "https://h.test/\${{ steps.s.outputs.o }}"}
  steps: [{id: s, run: 'echo "o=$S" >> $GITHUB_OUTPUT', env: {S: "\${{ secrets.S }}"}}]`)
  })
  expect([...bench.platform.urls]).toEqual([])
  expect(messages).toBe("Skip setting environment url as environment 'prod' may contain secret.")
})
