import { expect, test } from '@jest/globals'
import type { RunResult, WorkflowEvent } from '../../../lab/runner/ports.ts'
import { openBench, pushed, WORKFLOW } from '../../fakes/runner-bench.ts'

const JOB = 'jobs: {j: {if: false, runs-on: x, steps: [{run: echo}]}}'
const byHand = (inputs: string): Record<string, string> => ({
  [WORKFLOW]: `on: {workflow_dispatch: {inputs: ${inputs}}}\n${JOB}`
})
const dispatch: Partial<WorkflowEvent> = { name: 'workflow_dispatch', workflow: WORKFLOW }

/** What starts, of files at the event's commit and others on the default branch. */
async function start(
  files: Readonly<Record<string, string>>,
  event: Partial<WorkflowEvent>,
  onMain: Readonly<Record<string, string>> = files
): Promise<readonly RunResult[]> {
  const bench = await openBench({ files, refs: { main: onMain } })
  try {
    return await bench.trigger(event)
  } finally {
    await bench.close()
  }
}

test.each([
  [{ t: 'z' }, "Provided value 'z' for input 't' not in the list of allowed values"],
  [{}, "Required input 't' not provided"],
  [{ t: 'a', n: 'many' }, "Provided value 'many' for input 'n' is not a number"],
  [{ t: 'a', other: 'x' }, 'Unexpected inputs provided: ["other"]'],
  [{ t: 'a', s: 'x'.repeat(65_535) }, 'inputs are too large.']
])(
  'inputs of a manual start are refused, and no run comes of it: %j [docs: workflow-syntax#onworkflow_dispatchinputs]',
  async (inputs, message) => {
    const files = byHand(
      '{t: {type: choice, options: [a, b], required: true}, n: {type: number}, s: {type: string}}'
    )
    await expect(start(files, { ...dispatch, inputs })).rejects.toThrow(message)
  }
)

test('a manual start has 25 inputs at most [docs: workflow-syntax#onworkflow_dispatchinputs]', async () => {
  const inputs = (count: number): string =>
    `{${Array.from({ length: count }, (_, index) => `i${String(index)}: {type: string}`).join(', ')}}`
  const [most] = await start(byHand(inputs(25)), dispatch)
  const [tooMany] = await start(byHand(inputs(26)), dispatch)
  expect([most?.conclusion, tooMany?.conclusion]).toEqual(['skipped', 'failure'])
  expect(tooMany?.annotations[0]?.message).toContain('you may only define up to 25 `inputs`')
})

test('a workflow can be started by hand only when it is on the default branch, too [docs: events-that-trigger-workflows#workflow_dispatch]', async () => {
  const files = byHand('{}')
  const event = { ...dispatch, ref: 'refs/heads/topic' }
  await expect(start(files, event, {})).rejects.toThrow("it is not on the default branch 'main' of o/r")
  await expect(start(files, event)).resolves.toHaveLength(1)
})

test.each([
  ['schedule', '{schedule: [{cron: "0 3 * * *"}]}', { schedule: '0 3 * * *' }],
  [
    'workflow_run',
    '{workflow_run: {workflows: [CI]}}',
    { action: 'completed', workflow_run: { name: 'CI', head_branch: 'topic' } }
  ],
  ['repository_dispatch', '{repository_dispatch: {}}', { action: 'released' }]
] as const)(
  'what is of no ref runs on the default branch only: %s [docs: events-that-trigger-workflows]',
  async (name, on, payload) => {
    const files = { [WORKFLOW]: `on: ${on}\n${JOB}` }
    await expect(start(files, { name, payload })).resolves.toHaveLength(1)
    await expect(start(files, { name, payload, ref: 'refs/heads/topic' })).resolves.toEqual([])
  }
)

test('only the named workflow starts, and only when its triggers match [docs: events-that-trigger-workflows#workflow_dispatch]', async () => {
  const other = '.github/workflows/other.yml'
  const bench = await openBench({
    files: {
      ...pushed('a: {runs-on: x, steps: [{run: echo}]}'),
      [other]: 'on: workflow_dispatch\njobs: {b: {runs-on: x, steps: [{run: echo}]}}'
    }
  })
  const started = async (event: Parameters<typeof bench.trigger>[0]): Promise<string[]> =>
    (await bench.trigger(event)).map(({ run: { workflow } }) => workflow)
  await expect(started({})).resolves.toEqual([WORKFLOW])
  await expect(started({ workflow: other })).resolves.toEqual([])
  await expect(started({ workflow: other, name: 'workflow_dispatch' })).resolves.toEqual([other])
  await expect(started({ workflow: WORKFLOW, name: 'workflow_dispatch' })).rejects.toThrow(
    "does not have 'workflow_dispatch' trigger"
  )
  await expect(started({ workflow: 'none.yml' })).rejects.toThrow('does not exist in o/r')
  await bench.close()
})
