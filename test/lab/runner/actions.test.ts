import { expect, test } from '@jest/globals'
import { pushed, run } from '../../fakes/runner-bench.ts'

const steps = (text: string): Record<string, string> =>
  pushed(`a:\n  runs-on: x\n  steps:\n${text.replaceAll(/^/gm, '    ')}`)
const node = (rest: string): string => `name: p\ndescription: p\n${rest}`

/** An action that says each of its phases with its input and state. */
const phases = {
  'p/action.yml': node(`inputs: {n: {description: n, default: "\${{ github.ref_name }}"}}
runs: {using: node24, pre: say.mjs, main: say.mjs, post: say.mjs, post-if: "success() || failure()"}`),
  'p/say.mjs': `import { appendFileSync } from 'node:fs'
const phase = process.env.STATE_phase === undefined ? 'PRE' : process.env.STATE_phase
console.log(phase, process.env.INPUT_N)
appendFileSync(process.env.GITHUB_STATE, 'phase=' + { PRE: 'MAIN', MAIN: 'POST' }[phase] + '\\n')`
}
const said = (log: string): string[] => log.match(/^(PRE|MAIN|POST) \w+$/gm) ?? []

test('every pre runs before the first step, every post after the last, the last one first [docs: metadata-syntax#runspre]', async () => {
  const { log, job } = await run({
    files: {
      ...phases,
      ...steps(`- run: echo MAIN step
- {uses: $/p, with: {n: 1}}
- {uses: $/p, name: second}
- run: exit 1`)
    }
  })
  expect(said(log)).toEqual(['PRE 1', 'PRE main', 'MAIN step', 'MAIN 1', 'MAIN main', 'POST main', 'POST 1'])
  expect(job('a').steps.map(({ name }) => name)).toEqual([
    'Pre Run $/p',
    'Pre second',
    'Run echo MAIN step',
    'Run $/p',
    'second',
    'Run exit 1',
    'Post second',
    'Post Run $/p'
  ])
})

test('a composite runs its steps with its own inputs, steps and repository, and gives outputs [docs: metadata-syntax#runs-for-composite-actions]', async () => {
  const { log, job, result } = await run({
    files: steps(`- {id: s, uses: o/tools/outer@v1, with: {who: you}, env: {SEEN: inside}}
- run: test "\${{ steps.s.outputs.o }}" = "hello you" && test -z "\${{ steps.inner.outputs.x }}"`),
    repositories: {
      'o/tools': {
        ...phases,
        'outer/action.yml': node(`inputs: {who: {description: w}}
outputs: {o: {description: o, value: "\${{ steps.inner.outputs.x }}"}}
runs:
  using: composite
  steps:
    - {id: inner, shell: bash, run: 'echo "x=hello \${{ inputs.who }}" >> $GITHUB_OUTPUT; echo "$SEEN $(basename $GITHUB_ACTION_PATH) \${{ github.action_repository }}"'}
    - uses: $/deeper
    - {uses: $/p, with: {n: 9}}`),
        'deeper/action.yml': node(`runs: {using: composite, steps: [{run: echo DEEP, shell: sh}]}`)
      }
    }
  })
  expect(result.conclusion).toBe('success')
  expect(log).toMatch(/^inside outer o\/tools$/m)
  expect(log).toMatch(/^DEEP$/m)
  expect(said(log)).toEqual(['PRE 9', 'MAIN 9', 'POST 9'])
  expect(job('a').steps.map(({ name }) => name)).toEqual([
    'Pre Run $/p',
    'Run o/tools/outer@v1',
    expect.stringContaining('Run test'),
    'Post Run $/p'
  ])
})

test('inside a composite only its own steps count for success and failure [runner: CompositeActionHandler.cs]', async () => {
  const { log, result } = await run({
    files: {
      ...steps(`- run: exit 1
- {if: always(), uses: $/c}`),
      'c/action.yml': node(
        `runs: {using: composite, steps: [{run: echo ONE, shell: sh}, {run: exit 2, shell: sh}, {run: echo TWO, shell: sh}, {if: failure(), run: 'echo THREE \${{ github.action_status }}', shell: sh}]}`
      )
    }
  })
  expect(log.match(/^(ONE|TWO|THREE.*)$/gm)).toEqual(['ONE', 'THREE failure'])
  expect(result.conclusion).toBe('failure')
})

test('an action that is not checked out is not found, in GitHub’s words [runner: ActionManager.cs]', async () => {
  const { messages, result } = await run({
    files: { ...steps('- uses: ./p'), ...phases }
  })
  expect(result.conclusion).toBe('failure')
  expect(messages).toContain('Did you forget to run actions/checkout before running your local action?')
})

test('an unknown input is a warning, and reaches the action all the same [runner: ActionRunner.cs]', async () => {
  const { messages, log } = await run({
    files: {
      ...steps('- {uses: $/i, with: {other: 1}}'),
      'i/action.yml': node(
        'inputs: {Some Name: {description: n, default: d}}\nruns: {using: node24, main: m.mjs}'
      ),
      'i/m.mjs': 'console.log(process.env.INPUT_OTHER, process.env.INPUT_SOME_NAME)'
    }
  })
  expect(messages).toBe("Unexpected input(s) 'other', valid inputs are ['Some Name']")
  expect(log).toMatch(/^1 d$/m)
})

test('only JavaScript actions get the runtime token; the OIDC variables need id-token: write [runner: NodeScriptActionHandler.cs]', async () => {
  const script = 'env | grep -c -e ACTIONS_RUNTIME -e ACTIONS_ID_TOKEN || true'
  const { log } = await run({
    oidcUrl: 'http://oidc.test',
    files: {
      ...pushed(`a: {runs-on: x, steps: [{run: '${script}'}, {uses: $/i}]}
b: {needs: a, runs-on: x, permissions: {id-token: write}, steps: [{run: '${script}'}]}`),
      'i/action.yml': node('runs: {using: node24, main: m.mjs}'),
      'i/m.mjs': 'console.log(Object.keys(process.env).filter((k) => k.startsWith("ACTIONS_")).join())'
    }
  })
  expect(log.match(/^\d$|^ACTIONS.*$/gm)).toEqual(['0', 'ACTIONS_RUNTIME_TOKEN,ACTIONS_RESULTS_URL', '2'])
})

test('an action that fails, or whose file is missing, fails the job [docs: metadata-syntax#runsmain]', async () => {
  const { messages, conclusions } = await run({
    files: {
      ...pushed(`a: {runs-on: x, steps: [{uses: $/i}]}\nb: {runs-on: x, steps: [{uses: $/j}]}`),
      'i/action.yml': node('runs: {using: node24, main: m.mjs}'),
      'i/m.mjs': 'console.log("::error::it broke"); process.exitCode = 1',
      'j/action.yml': node('runs: {using: node24, main: gone.mjs}')
    }
  })
  expect(conclusions).toEqual({ a: 'failure', b: 'failure' })
  expect(messages).toContain('it broke')
  expect(messages).toMatch(/File not found: '.*gone.mjs'/)
})

test('an action for node20 runs on the Node 24 of this machine [docs: metadata-syntax#runsusing-for-javascript-actions; different: always on Node 24]', async () => {
  const { log } = await run({
    files: {
      ...steps('- uses: $/n'),
      'n/action.yml': node('runs: {using: node20, main: m.mjs}'),
      'n/m.mjs': 'console.log("RUNS", process.version.split(".")[0])'
    }
  })
  expect(log).toMatch(/^RUNS v24$/m)
})

test.each(['node16', 'docker'])(
  'an action that cannot run here is refused before anything runs: %s [docs: metadata-syntax#runs; refused]',
  async (using) => {
    const { result, messages } = await run({
      files: {
        ...steps('- run: echo\n- uses: $/n'),
        'n/action.yml': node(
          `runs: {using: ${using}, ${using === 'docker' ? 'image: Dockerfile' : 'main: m.mjs'}}`
        )
      }
    })
    expect(result).toMatchObject({ conclusion: 'failure', jobs: [] })
    expect(messages).toContain(`is an action for '${using}'`)
  }
)

test('a stand-in takes the place of an action, and refuses what it does not honour [lab]', async () => {
  const standIns = {
    'acme/tool/action.yml': node('inputs: {n: {description: n}}\nruns: {using: node24, main: m.mjs}'),
    'acme/tool/m.mjs': 'console.log("STAND-IN", process.env.INPUT_N, process.env.GITHUB_ACTION_REPOSITORY)'
  }
  const { log } = await run({ files: steps('- {uses: acme/tool@v3, with: {n: 1}}'), standIns })
  expect(log).toMatch(/^STAND-IN 1 acme\/tool$/m)
  const refused = await run({
    files: steps('- run: echo\n- {uses: acme/tool@v3, with: {deep: 1}}'),
    standIns
  })
  expect(refused.result).toMatchObject({ conclusion: 'failure', jobs: [] })
  expect(refused.messages).toContain("does not honour 'deep'; it knows n")
})
