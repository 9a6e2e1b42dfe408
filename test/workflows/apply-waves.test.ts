import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { pushed, run, type Seen } from '../fakes/runner-bench.ts'
import { root } from './files.ts'

const FOLDER = '.github/workflows'
const WAVES = `${FOLDER}/apply-waves.yml`

/** Says what it would plan, and that it is to be applied. */
const PLAN = `on:
  workflow_call:
    inputs: {stacks: {type: string}, backend-config: {type: string}, aws-role: {type: string}, aws-region: {type: string}, terraform-binary: {type: string}}
    secrets: {seal-key: {required: false}}
    outputs: {plans: {value: '{}'}, has-changes: {value: 'true'}}
jobs: {plan: {name: plan, runs-on: x, steps: [{run: "echo 'PLANNED \${{ join(fromJSON(inputs.stacks)) }}'"}]}}`
const APPLY = `on:
  workflow_call:
    inputs: {plans: {type: string}, environment: {type: string}, aws-role: {type: string}, aws-region: {type: string}, terraform-binary: {type: string}}
    secrets: {seal-key: {required: false}}
jobs: {apply: {name: apply, runs-on: x, steps: [{run: echo APPLIED}]}}`

/** The workflow is called with these waves; plans and applies are told and not made. */
const callWith = (waves: readonly (readonly string[])[]): Promise<Seen> =>
  run({
    files: {
      ...pushed(`c:
  permissions: write-all
  uses: ./${WAVES}
  with: {waves: '${JSON.stringify(waves)}', environment: e}
  secrets: {seal-key: sealed}`),
      [WAVES]: readFileSync(join(root, WAVES), 'utf8'),
      [`${FOLDER}/terraform-plan.yml`]: PLAN,
      [`${FOLDER}/terraform-apply.yml`]: APPLY
    }
  })

const told = ({ log }: Seen): readonly string[] => log.match(/^(?:PLANNED .*|APPLIED)$/gm) ?? []

test('each wave is planned when the one before is applied', async () => {
  const done = await callWith([['shared'], ['one', 'two']])
  expect([done.result.conclusion, done.conclusions['c / refuse']]).toEqual(['success', 'skipped'])
  expect(told(done)).toEqual(['PLANNED shared', 'APPLIED', 'PLANNED one,two', 'APPLIED'])
})

test('a third wave is refused before anything is planned', async () => {
  const done = await callWith([['shared'], ['canary'], ['rest']])
  expect(done.result.conclusion).toBe('failure')
  expect(done.messages).toContain("Input 'waves' has more than two lists, and this workflow takes two")
  expect(told(done)).toEqual([])
})
