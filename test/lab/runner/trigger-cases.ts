import { expect, test } from '@jest/globals'
import type { WorkflowEvent } from '../../../lab/runner/ports.ts'
import { readWorkflowText } from '../../../lab/runner/workflow/grammar.ts'
import { child } from '../../../lab/runner/workflow/token.ts'
import { isTriggeredBy } from '../../../lab/runner/workflow/triggers.ts'
import { pushEvent } from '../../fakes/runner-bench.ts'

/** What is shown, `on`, how the event differs from a push to main, and whether it starts the workflow. */
export type Case = readonly [title: string, on: string, event: Partial<WorkflowEvent>, expected: boolean]

function starts(on: string, event: Partial<WorkflowEvent>): boolean {
  const { root, faults } = readWorkflowText(
    'w.yml',
    `on: ${on}\njobs: {a: {runs-on: x, steps: [{run: echo}]}}`
  )
  expect(faults).toEqual([])
  return isTriggeredBy(child(root, 'on'), pushEvent(event))
}

/** A test for each case. */
export const testTriggers = (cases: readonly Case[]): void =>
  test.each([...cases])('%s', (...[, on, event, expected]) => {
    expect(starts(on, event)).toBe(expected)
  })
