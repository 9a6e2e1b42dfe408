import { expect, test } from '@jest/globals'
import { pushed, run, WORKFLOW } from '../../fakes/runner-bench.ts'

test.each([
  [
    'a container for a job [docs: workflow-syntax#jobsjob_idcontainer; refused]',
    'container: node:24',
    "Job 'a' uses 'container', which this runner does not support."
  ],
  [
    'services for a job [docs: workflow-syntax#jobsjob_idservices; refused]',
    'services: {db: {image: postgres}}',
    "Job 'a' uses 'services'"
  ],
  [
    'a step that runs an image [docs: workflow-syntax#jobsjob_idstepsuses; refused]',
    'steps: [{uses: "docker://alpine"}]',
    "Job 'a', step 1 uses a Docker image"
  ],
  [
    'a Docker action [docs: metadata-syntax#runs-for-docker-container-actions; refused]',
    'steps: [{uses: $/docker}]',
    "is an action for 'docker', which this runner does not run"
  ],
  [
    'a step in the background [docs: workflow-syntax#jobsjob_idsteps; refused]',
    'steps: [{run: echo, background: true}]',
    "Unexpected value 'background'"
  ],
  [
    'another system [docs: workflow-syntax#jobsjob_idruns-on; refused]',
    'runs-on: windows-latest',
    "Job 'a' runs on 'windows-latest', which this machine is not."
  ],
  [
    'an unknown key is refused [docs: workflow-syntax]',
    'timeoutminutes: 3',
    "Unexpected value 'timeoutminutes'"
  ],
  [
    'an unknown function is refused [docs: expressions#functions]',
    'env: {A: "${{ nofn() }}"}',
    "Unrecognized function: 'nofn'"
  ],
  [
    'a condition that is none is refused [docs: workflow-syntax#jobsjob_idif]',
    'if: needs.z.result ==',
    'Unexpected'
  ],
  [
    'an id used twice is refused [docs: workflow-syntax#jobsjob_idstepsid]',
    'steps: [{id: s, run: echo}, {id: s, run: echo}]',
    "'s' may not be used more than once"
  ],
  [
    'a context out of place is refused [docs: contexts#context-availability]',
    'if: "${{ secrets.S }}"',
    "Unrecognized named-value: 'secrets'"
  ],
  [
    'an action of nowhere is refused before anything runs [runner: ActionManager.cs]',
    'steps: [{uses: no/where@v1}]',
    "Unable to resolve action 'no/where@v1'"
  ],
  [
    'a queue that is also cancelled is refused [docs: workflow-syntax#concurrency]',
    'concurrency: {group: g, queue: max, cancel-in-progress: true}',
    "cannot combine 'queue: max'"
  ]
])('%s', async (_, line, message) => {
  const rest = ['runs-on: x', 'steps: [{run: echo}]'].filter(
    (other) => !line.startsWith(other.split(':')[0] ?? '')
  )
  const { result, messages } = await run({
    files: {
      ...pushed(`a:\n${[line, ...rest].map((text) => `  ${text}`).join('\n')}`),
      'docker/action.yml': 'name: d\ndescription: d\nruns: {using: docker, image: Dockerfile}'
    }
  })
  expect(result).toMatchObject({ conclusion: 'failure', jobs: [] })
  expect(messages).toContain(message)
})

test.each(['branches', 'tags', 'paths'])(
  'an event takes one of two opposite filters: %s [docs: workflow-syntax#on]',
  async (kind) => {
    const { result, messages } = await run(
      {
        files: pushed(
          'a: {runs-on: x, steps: [{run: echo}]}',
          `on: {push: {${kind}: ["**"], ${kind}-ignore: [other]}}`
        )
      },
      kind === 'tags' ? { ref: 'refs/tags/v1' } : {}
    )
    expect(result).toMatchObject({ conclusion: 'failure', jobs: [] })
    expect(messages).toContain(`you may only define one of '${kind}' and '${kind}-ignore'`)
  }
)

test.each([
  ['a: {uses: ./.github/workflows/x.yml, runs-on: x}', "'runs-on'"],
  ['a: {uses: ./.github/workflows/x.yml, env: {A: b}}', "'env'"],
  ['a: {uses: ./.github/workflows/x.yml, environment: prod}', "'environment'"],
  ['a: {runs-on: x, permissions: {id-token: read}, steps: [{run: echo}]}', "'read'"],
  ['1a: {runs-on: x, steps: [{run: echo}]}', "identifier '1a' is invalid"],
  ['a: {runs-on: x, steps: [{run: echo, uses: b/c@v1}]}', "'uses'"]
])(
  'what a job may not say is refused before anything runs: %s [docs: workflow-syntax#jobs]',
  async (jobs, message) => {
    const { result, messages } = await run({ files: pushed(jobs) })
    expect(result).toMatchObject({ conclusion: 'failure', jobs: [] })
    expect(messages).toContain(message)
  }
)

test.each([
  [
    'an unknown job',
    'a: {needs: z, runs-on: x, steps: [{run: echo}]}',
    "Job 'a' depends on unknown job 'z'."
  ],
  [
    'each other',
    'a: {needs: b, runs-on: x, steps: [{run: echo}]}\nb: {needs: a, runs-on: x, steps: [{run: echo}]}',
    'which creates a cycle in the dependency graph'
  ]
])(
  'needs that lead nowhere or in circles are refused: %s [docs: workflow-syntax#jobsjob_idneeds]',
  async (_, jobs, message) => {
    const { result, messages } = await run({
      files: pushed(`free: {runs-on: x, steps: [{run: echo}]}\n${jobs}`)
    })
    expect(result).toMatchObject({ conclusion: 'failure', jobs: [] })
    expect(messages).toContain(message)
  }
)

test('a file that cannot be read is a failed run of a push [docs: workflow-run-statuses]', async () => {
  const { result, messages } = await run({ files: { [WORKFLOW]: 'on: [push\n' } })
  expect(result.conclusion).toBe('failure')
  expect(messages).toContain('Invalid workflow file')
})

test('a system that a matrix or a group asks for is refused, as is none at all [docs: workflow-syntax#jobsjob_idruns-on; refused]', async () => {
  const { conclusions, messages } = await run({
    files: pushed(`m:
  strategy: {fail-fast: false, matrix: {os: [ubuntu-latest, windows-latest]}}
  runs-on: \${{ matrix.os }}
  steps: [{run: echo}]
none: {runs-on: "\${{ vars.NONE }}", steps: [{run: echo}]}`)
  })
  expect(conclusions).toEqual({
    'm (ubuntu-latest)': 'success',
    'm (windows-latest)': 'failure',
    none: 'failure'
  })
  expect(messages).toContain("Job 'm' runs on 'windows-latest', which this machine is not.")
  expect(messages).toContain("Error when evaluating 'runs-on' for job 'none'. Unexpected value ''")
  const group = await run({
    files: pushed('g: {runs-on: {group: big, labels: [macos-15]}, steps: [{run: echo}]}')
  })
  expect(group.messages).toContain("Job 'g' runs on 'macos-15', which this machine is not.")
  expect(group.result.jobs).toEqual([])
})

test.each([
  ['timeout-minutes', 'timeout-minutes: "${{ vars.T }}"', '3'],
  ['continue-on-error', 'continue-on-error: "${{ vars.B }}"', 'true'],
  ['fail-fast', 'strategy: {fail-fast: "${{ vars.B }}", matrix: {a: [1]}}', 'true'],
  ['max-parallel', 'strategy: {max-parallel: "${{ vars.T }}", matrix: {a: [1]}}', '3'],
  ['cancel-in-progress', 'concurrency: {group: g, cancel-in-progress: "${{ vars.B }}"}', 'true']
])(
  'a number or a truth that an expression gives as text is refused: %s [docs: expressions#fromjson]',
  async (_, key, value) => {
    const { result, messages } = await run({
      files: pushed(`a:\n  runs-on: x\n  ${key}\n  steps: [{run: echo}]`),
      variables: { T: '3', B: 'true' }
    })
    expect(result.conclusion).toBe('failure')
    expect(messages).toBe(`The template is not valid. Unexpected value '${value}'`)
  }
)

test('a script of more than 21,000 characters is refused before anything runs [docs: workflow-syntax#jobsjob_idstepsrun]', async () => {
  for (const text of ['echo', 'echo ${{ github.ref }}']) {
    const { result, messages } = await run({
      files: pushed(`a: {runs-on: x, steps: [{run: '${text} ${'x'.repeat(21_000)}'}]}`)
    })
    expect(result).toMatchObject({ conclusion: 'failure', jobs: [] })
    expect(messages).toContain("'run' exceeds 21000 characters")
  }
})
