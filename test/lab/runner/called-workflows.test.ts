import { expect, test } from '@jest/globals'
import { pushed, run } from '../../fakes/runner-bench.ts'

const SUITE = '.github/workflows/x.yml'
const suite = (text: string): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  'o/suite': { [SUITE]: text }
})
const CALL = `c: {uses: o/suite/${SUITE}@v1}`

test('inputs reach a called workflow, the env of its caller does not [docs: reusing-workflow-configurations#limitations-of-reusable-workflows]', async () => {
  const { result, conclusions } = await run({
    files: pushed(`c: {uses: o/suite/${SUITE}@v1, with: {a: v, n: 2, b: true}}`, 'on: push\nenv: {E: leak}'),
    repositories:
      suite(`on: {workflow_call: {inputs: {a: {type: string}, n: {type: number}, b: {type: boolean}, d: {type: string, default: "\${{ github.ref_name }}"}}}}
jobs: {j: {runs-on: x, steps: [{run: 'test -z "$E" && test "\${{ inputs.a }}-\${{ inputs.n }}-\${{ inputs.b }}-\${{ inputs.d }}" = v-2-true-main'}]}}`)
  })
  expect(result.conclusion).toBe('success')
  expect(conclusions).toEqual({ 'c / j': 'success' })
})

test('inputs of a call have their type, or its empty value [docs: workflow-syntax#onworkflow_callinputsinput_idtype]', async () => {
  const called = (given: string): ReturnType<typeof run> =>
    run({
      files: pushed(`c: {uses: o/suite/${SUITE}@v1, with: {${given}}}`),
      repositories:
        suite(`on: {workflow_call: {inputs: {s: {type: string}, n: {type: number}, b: {type: boolean}}}}
jobs: {j: {runs-on: x, steps: [{run: 'echo "GOT [\${{ inputs.s }}] \${{ inputs.n }} \${{ inputs.b == false }}"'}]}}`)
    })
  expect((await called('')).log).toMatch(/^GOT \[\] 0 true$/m)
  expect((await called('s: 2, n: 3, b: true')).log).toMatch(/^GOT \[2\] 3 false$/m)
  const wrong = await called(`n: "\${{ github.ref_name }}"`)
  expect(wrong.result.conclusion).toBe('failure')
  expect(wrong.messages).toContain("Unexpected value 'main' for input 'n': expected number")
})

test('outputs come back through three levels [docs: workflow-syntax#onworkflow_calloutputs]', async () => {
  const { result } = await run({
    files: {
      ...pushed(`c: {uses: ./.github/workflows/l1.yml}
d: {needs: c, runs-on: x, steps: [{run: 'test "\${{ needs.c.outputs.o }}" = deep'}]}`),
      '.github/workflows/l1.yml': `on: {workflow_call: {outputs: {o: {value: "\${{ jobs.k.outputs.o }}"}}}}
jobs: {k: {uses: $/.github/workflows/l2.yml}}`,
      '.github/workflows/l2.yml': `on: {workflow_call: {outputs: {o: {value: "\${{ jobs.m.outputs.o }}"}}}}
jobs: {m: {runs-on: x, outputs: {o: "\${{ steps.s.outputs.o }}"}, steps: [{id: s, run: echo o=deep >> $GITHUB_OUTPUT}]}}`
    }
  })
  expect(result.conclusion).toBe('success')
})

test.each([
  [
    'an unknown input',
    'with: {nope: 1}',
    'on: workflow_call',
    'nope is not defined in the referenced workflow'
  ],
  [
    'a missing input',
    '',
    'on: {workflow_call: {inputs: {a: {type: string, required: true}}}}',
    'Input a is required'
  ],
  [
    'a missing secret',
    '',
    'on: {workflow_call: {secrets: {S: {required: true}}}}',
    'Secret S is required, but not provided while calling.'
  ],
  [
    'a written value of another type',
    "with: {a: 'yes'}",
    'on: {workflow_call: {inputs: {a: {type: boolean}}}}',
    "Unexpected value 'yes' for input 'a': expected boolean"
  ],
  ['a workflow that cannot be called', '', 'on: push', "missing a 'on.workflow_call' trigger"]
])(
  'a call with a mistake is refused before anything runs: %s [docs: workflow-syntax#onworkflow_call]',
  async (...[, call, on, message]) => {
    const { result, messages } = await run({
      files: pushed(`before: {runs-on: x, steps: [{run: echo}]}\nc:\n  uses: o/suite/${SUITE}@v1\n  ${call}`),
      repositories: suite(`${on}\njobs: {j: {runs-on: x, steps: [{run: echo}]}}`)
    })
    expect(result).toMatchObject({ conclusion: 'failure', jobs: [] })
    expect(messages).toContain(message)
  }
)

test('what lies deeper than .github/workflows, or elsewhere, cannot be called [docs: reuse-workflows#creating-a-reusable-workflow]', async () => {
  const called = 'on: workflow_call\njobs: {j: {runs-on: x, steps: [{run: echo}]}}'
  for (const path of ['.github/workflows/deep/x.yml', 'x.yml']) {
    const { result, messages } = await run({ files: { ...pushed(`c: {uses: ./${path}}`), [path]: called } })
    expect(result).toMatchObject({ conclusion: 'failure', jobs: [] })
    expect(messages).toContain('must be defined at the top level of the .github/workflows/ directory')
  }
})

test('a called workflow may ask for less than its caller has, not for more [docs: reusing-workflow-configurations#access-and-permissions-for-nested-workflows]', async () => {
  const job = 'jobs: {j: {runs-on: x, permissions: {id-token: write}, steps: [{run: echo}]}}'
  const refused = await run({
    files: pushed(`c: {permissions: {contents: read}, uses: o/suite/${SUITE}@v1}`),
    repositories: suite(`on: workflow_call\n${job}`)
  })
  expect(refused.messages).toBe(
    `Error calling workflow 'o/suite/${SUITE}@v1'. The nested job 'j' is requesting 'id-token: write', but is only allowed 'id-token: none'.`
  )
  const granted = await run({
    files: pushed(`c: {permissions: {contents: read, id-token: write}, uses: o/suite/${SUITE}@v1}`),
    repositories: suite(`on: workflow_call\n${job}`),
    oidcUrl: 'http://oidc.test'
  })
  expect(granted.bench.platform.credited[0]?.permissions).toMatchObject({
    'id-token': 'write',
    contents: 'none'
  })
})

test('a secret passes by name or with inherit, one level at a time [docs: workflow-syntax#jobsjob_idsecretsinherit]', async () => {
  const { conclusions } = await run({
    secrets: { S: 'topsecret1' },
    files: pushed(`named: {uses: o/suite/${SUITE}@v1, secrets: {S: "\${{ secrets.S }}"}}
inherited: {uses: o/suite/${SUITE}@v1, secrets: inherit}
token: {uses: o/suite/${SUITE}@v1, secrets: {S: "\${{ secrets.GITHUB_TOKEN }}"}}
none: {uses: o/suite/${SUITE}@v1}`),
    repositories: suite(`on: {workflow_call: {secrets: {S: {required: false}}}}
jobs: {j: {runs-on: x, steps: [{run: 'test -n "$S"', env: {S: "\${{ secrets.S }}"}}]}}`)
  })
  expect(conclusions).toEqual({
    'named / j': 'success',
    'inherited / j': 'success',
    'token / j': 'success',
    'none / j': 'failure'
  })
})

test('an environment’s secrets reach a called workflow only with inherit or by name [docs: workflow-syntax#onworkflow_callsecrets]', async () => {
  const { conclusions } = await run({
    environments: { prod: { secrets: { E: 'envvalue1' } } },
    files: pushed(`c: {uses: o/suite/${SUITE}@v1, with: {want: ""}}
d: {uses: o/suite/${SUITE}@v1, with: {want: yes}, secrets: inherit}`),
    repositories: suite(`on: {workflow_call: {inputs: {want: {type: string}}}}
jobs: {j: {runs-on: x, environment: prod, steps: [{run: 'test "\${E:+yes}" = "\${{ inputs.want }}"', env: {E: "\${{ secrets.E }}"}}]}}`)
  })
  expect(conclusions).toEqual({ 'c / j': 'success', 'd / j': 'success' })
})

test('./ in a called workflow is the caller’s checkout, $/ the called one’s own repository [runner: ActionManager.cs]', async () => {
  const action = (text: string): string =>
    `name: x\ndescription: x\nruns: {using: composite, steps: [{run: echo ${text}, shell: bash}]}`
  const { log, bench, job } = await run({
    files: { ...pushed(CALL), 'actions/x/action.yml': action('FROM-CALLER') },
    repositories: {
      'o/suite': {
        [SUITE]: `on: workflow_call
jobs:
  j:
    runs-on: x
    steps: [{run: mkdir -p actions/x && printf "$A" > actions/x/action.yml, env: {A: ${JSON.stringify(action('FROM-CALLER'))}}}, {uses: ./actions/x}, {uses: $/actions/x}]`,
        'actions/x/action.yml': action('FROM-SUITE')
      }
    }
  })
  expect(log.match(/^FROM-\w+$/gm)).toEqual(['FROM-CALLER', 'FROM-SUITE'])
  expect(job('c / j').job.workflowRef).toBe(`o/suite/${SUITE}@v1`)
  expect(bench.platform.history).toContain('revoke c / j')
})

test('a workflow that calls itself is refused [docs: reuse-workflows#nesting-reusable-workflows]', async () => {
  const { messages } = await run({
    files: {
      ...pushed('c: {uses: ./.github/workflows/l.yml}'),
      '.github/workflows/l.yml': 'on: workflow_call\njobs: {k: {uses: ./.github/workflows/l.yml}}'
    }
  })
  expect(messages).toContain('calls itself')
})

test('the fifty-first call of a run is refused before anything runs [docs: reusing-workflow-configurations#limitations-of-reusable-workflows]', async () => {
  const calls = Array.from({ length: 51 }, (_, index) => `c${String(index)}: {uses: o/suite/${SUITE}@v1}`)
  const { result, messages } = await run({
    files: pushed(calls.join('\n')),
    repositories: suite('on: workflow_call\njobs: {j: {runs-on: x, steps: [{run: echo}]}}')
  })
  expect(result).toMatchObject({ conclusion: 'failure', jobs: [] })
  expect(messages).toContain('The run calls more than 50 workflows.')
})

test('the tenth level is called, the eleventh is not [docs: reusing-workflow-configurations#limitations-of-reusable-workflows]', async () => {
  const level = (n: number): [string, string] => [
    `.github/workflows/l${String(n)}.yml`,
    `on: workflow_call\njobs: {k: ${n === 10 ? '{runs-on: x, steps: [{run: echo}]}' : `{uses: ./.github/workflows/l${String(n + 1)}.yml}`}}`
  ]
  const levels = Object.fromEntries(Array.from({ length: 10 }, (_, index) => level(index + 1)))
  const start = (n: number): Promise<string> =>
    run({ files: { ...pushed(`c: {uses: ./.github/workflows/l${String(n)}.yml}`), ...levels } }).then(
      ({ result }) => result.conclusion
    )
  await expect(start(2)).resolves.toBe('success')
  await expect(start(1)).resolves.toBe('failure')
})
