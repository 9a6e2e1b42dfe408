import { expect, test } from '@jest/globals'
import { pushed, run } from '../../fakes/runner-bench.ts'

const steps = (text: string): Record<string, string> =>
  pushed(`a:\n  runs-on: x\n  steps:\n${text.replaceAll(/^/gm, '    ')}`)

test('without a shell a failing pipe goes unnoticed; with shell: bash it does not [docs: workflow-syntax#jobsjob_idstepsshell]', async () => {
  const { conclusions } = await run({
    files: pushed(`a: {runs-on: x, steps: [{run: "false | true"}]}
b: {runs-on: x, steps: [{run: "false | true", shell: bash}]}
c: {runs-on: x, defaults: {run: {shell: bash}}, steps: [{run: "false | true"}]}`)
  })
  expect(conclusions).toEqual({ a: 'success', b: 'failure', c: 'failure' })
})

test('scripts run in the shell that they name [docs: workflow-syntax#jobsjob_idstepsshell]', async () => {
  const { log, result } = await run({
    files: steps(`- {shell: python, run: "print('py', 1 + 1)"}
- {shell: sh, run: 'echo "sh $0" | sed s/.*_temp.*/SH/'}
- {shell: "bash -c 'echo custom; cat $0' {0}", run: it is}`)
  })
  expect(result.conclusion).toBe('success')
  expect(log).toMatch(/^py 2$/m)
  expect(log).toMatch(/^SH$/m)
  expect(log).toMatch(/^custom\nit is$/m)
})

test('quotes survive beside expressions [docs: expressions#literals]', async () => {
  const { log } = await run({ files: steps(`- run: echo 'a''b' "\${{ github.ref_name }}" 'c' 'd'`) })
  expect(log).toMatch(/^ab main c d$/m)
})

test('lines beside expressions begin where the text does, and folded ones are one [docs: workflow-syntax#jobsjob_idstepsenv]', async () => {
  const { log } = await run({
    files: steps(`- env:
    LINES: |
      on \${{ github.ref_name }}:
        more
    FOLDED: >-
      on
      \${{ github.ref_name }}
  run: printf '%s\\n' "$LINES" "$FOLDED"`)
  })
  expect(log).toMatch(/^on main:\n {2}more\n\non main$/m)
})

test('what a step writes to the environment files is there for the next [docs: workflow-commands#environment-files]', async () => {
  const { result, job } = await run({
    files: steps(`- run: |
    echo "A=b=c" >> "$GITHUB_ENV"
    mkdir -p p && printf '#!/bin/sh\\necho tool' > p/mytool && chmod +x p/mytool && echo "$PWD/p" >> "$GITHUB_PATH"
    echo "# hi" >> "$GITHUB_STEP_SUMMARY"
    mkdir sub
- run: test "$A" = "b=c" && test "\${{ env.A }}" = "b=c" && mytool && pwd | grep sub
  working-directory: sub`)
  })
  expect(result.conclusion).toBe('success')
  expect(job('a').summary).toBe('# hi\n')
})

test('NODE_OPTIONS is refused, GITHUB_ variables stay as they are [docs: workflow-commands#setting-an-environment-variable]', async () => {
  const { result, messages } = await run({
    files: steps(`- run: printf 'NODE_OPTIONS=--x\\nGITHUB_SHA=mine\\n' >> $GITHUB_ENV
- run: test -z "$NODE_OPTIONS" && test "$GITHUB_SHA" != mine`)
  })
  expect(result.conclusion).toBe('success')
  expect(messages).toContain("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.")
})

test('nothing of this process leaks into a step [lab]', async () => {
  process.env['LEAKY_VALUE'] = 'leak'
  const { log, result } = await run({
    files: steps('- run: env; test "$GIVEN" = yes'),
    env: { GIVEN: 'yes' }
  })
  delete process.env['LEAKY_VALUE']
  expect(result.conclusion).toBe('success')
  expect(log).not.toContain('leak')
})

test('a step may fail without failing its job, and conditions see it [docs: workflow-syntax#jobsjob_idstepscontinue-on-error]', async () => {
  const { job } = await run({
    files: steps(`- {id: s, run: exit 3, continue-on-error: true}
- {if: failure(), run: echo no}
- {run: "test \${{ steps.s.outcome }}-\${{ steps.s.conclusion }} = failure-success"}
- {run: exit 1}
- {name: skipped, run: echo no}
- {name: always, if: always(), run: echo yes}`)
  })
  expect(job('a').steps.map(({ outcome, conclusion }) => `${outcome}/${conclusion}`)).toEqual([
    'failure/success',
    'skipped/skipped',
    'success/success',
    'failure/failure',
    'skipped/skipped',
    'success/success'
  ])
})

test('annotations carry title, file and line [docs: workflow-commands#setting-an-error-message]', async () => {
  const { annotations, log } = await run({
    files: steps(`- run: |
    echo "::warning title=T,file=a.tf,line=7::careful"
    echo "::stop-commands::tok-1"; echo "::error::not one"; echo "::tok-1::"
    echo "::notice::fine"; echo "::debug::hidden"`)
  })
  expect(annotations).toEqual([
    { level: 'warning', message: 'careful', title: 'T', file: 'a.tf', line: 7 },
    { level: 'notice', message: 'fine' }
  ])
  expect(log).toMatch(/^::error::not one$/m)
  expect(log).not.toMatch(/^##\[debug\]/m)
})

test.each([
  ['::set-env name=A::b', 'The `set-env` command is disabled'],
  ['::stop-commands::add-mask', "Invalid stop token 'add-mask'"]
])('a command fails its step: %s [runner: ActionCommandManager.cs]', async (command, message) => {
  const { result, messages } = await run({ files: steps(`- run: echo "${command}"`) })
  expect(result.conclusion).toBe('failure')
  expect(messages).toContain(message)
})

test('a summary over 1 MiB is dropped [docs: workflow-commands#step-isolation-and-limits]', async () => {
  const { job, messages } = await run({
    files: steps(`- run: head -c 1100000 /dev/zero | tr '\\0' x >> "$GITHUB_STEP_SUMMARY"`)
  })
  expect(job('a').summary).toBe('')
  expect(messages).toContain(
    '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 1074k.'
  )
})

test('secrets are hidden from log, annotations, names and summary, and keep outputs back [runner: JobExtension.cs]', async () => {
  const { result, bench, job, messages } = await run({
    secrets: { S: 'topsecret1' },
    files: pushed(`a:
  runs-on: x
  outputs: {o: "\${{ steps.s.outputs.o }}", p: fine}
  steps:
    - id: s
      name: step \${{ secrets.S }}
      run: |
        echo "v=$S"; echo -n "$S" | base64; echo "::add-mask::abc"; echo abcdef
        echo "o=$S-x" >> $GITHUB_OUTPUT; echo "s $S" >> $GITHUB_STEP_SUMMARY; echo "::error::$S"
      env: {S: "\${{ secrets.S }}"}`)
  })
  expect(JSON.stringify([result.jobs, result.annotations, bench.events])).not.toMatch(/topsecret1|dG9wc2Vj/)
  expect(job('a').log).toMatch(/^\*\*\*def$/m)
  expect(job('a').outputs).toEqual({ p: 'fine' })
  expect(messages).toContain("Skip output 'o' since it may contain secret.")
})

test('what a pull request says is pasted into scripts, as on GitHub [docs: contexts#github-context]', async () => {
  const { log } = await run(
    {
      files: pushed(
        'a: {runs-on: x, steps: [{run: "echo ${{ github.event.pull_request.title }}"}]}',
        'on: pull_request'
      )
    },
    { name: 'pull_request', payload: { action: 'opened', pull_request: { title: 'x; echo PWNED' } } }
  )
  expect(log).toMatch(/^PWNED$/m)
})

test('hashFiles reads the workspace [docs: expressions#hashfiles]', async () => {
  const { result } = await run({
    files: steps(`- run: mkdir d && echo 1 > d/x.lock
- run: test -n "\${{ hashFiles('**/*.lock') }}" && test -z "\${{ hashFiles('**/*.none') }}"`)
  })
  expect(result.conclusion).toBe('success')
})
