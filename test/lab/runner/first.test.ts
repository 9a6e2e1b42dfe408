import { expect, test } from '@jest/globals'
import { pushed, run } from '../../fakes/runner-bench.ts'

test('a push runs a job with a run step, an action, a called workflow and an environment', async () => {
  const { result, log, messages } = await run({
    files: {
      'act/action.yml':
        'name: a\ndescription: a\ninputs: {n: {description: n}}\nruns: {using: node24, main: m.mjs}',
      'act/m.mjs': 'console.log("OWN-ACT", process.env.INPUT_N)',
      ...pushed(`a:
  runs-on: x
  outputs: {o: "\${{ steps.s.outputs.o }}"}
  steps:
    - id: s
      run: echo "o=v1" >> "$GITHUB_OUTPUT"; env
    - uses: $/act
      with: {n: 5}
b:
  needs: a
  uses: o/suite/.github/workflows/x.yml@v1
  with: {v: "\${{ needs.a.outputs.o }}"}`)
    },
    repositories: {
      'o/suite': {
        '.github/workflows/x.yml': `on: {workflow_call: {inputs: {v: {type: string}}}}
jobs:
  j:
    runs-on: x
    environment: {name: prod, url: "http://u/\${{ inputs.v }}"}
    steps: [{run: "echo got \${{ inputs.v }}"},{uses: $/act}]`,
        'act/action.yml':
          'name: a\ndescription: a\ninputs: {n: {description: n, default: d}}\nruns: {using: node24, main: m.mjs, post: p.mjs}',
        'act/m.mjs': 'console.log("SUITE-ACT", process.env.INPUT_N)',
        'act/p.mjs': 'console.log("SUITE-POST", process.env.INPUT_N)'
      }
    }
  })
  console.log(log, messages, result.conclusion)
  expect(result.conclusion).toBe('success')
})
