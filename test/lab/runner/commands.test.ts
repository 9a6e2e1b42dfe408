import { expect, test } from '@jest/globals'
import { pushed, run } from '../../fakes/runner-bench.ts'

const steps = (text: string): Record<string, string> =>
  pushed(`a:\n  runs-on: x\n  steps:\n${text.replaceAll(/^/gm, '    ')}`)

test('groups and debug lines, the latter only when ACTIONS_STEP_DEBUG is true [docs: workflow-commands#setting-a-debug-message]', async () => {
  const files = steps(`- run: echo "::group::all of it"; echo "::debug::looking"; echo "::endgroup::"
- run: echo "RUNNER_DEBUG=$RUNNER_DEBUG."`)
  const quiet = await run({ files })
  expect(quiet.log).toMatch(/^##\[group\]all of it\n##\[endgroup\]$/m)
  expect(quiet.log).toMatch(/^RUNNER_DEBUG=\.$/m)
  const loud = await run({ files, variables: { ACTIONS_STEP_DEBUG: 'true' } })
  expect(loud.log).toMatch(/^##\[group\]all of it\n##\[debug\]looking\n##\[endgroup\]$/m)
  expect(loud.log).toMatch(/^RUNNER_DEBUG=1\.$/m)
})

test('set-output and save-state still work and are told to be deprecated [runner: ActionCommandManager.cs]', async () => {
  const { log, messages } = await run({
    files: steps(`- {id: s, run: 'echo "::set-output name=o::old"'}
- run: echo "GOT \${{ steps.s.outputs.o }}"`)
  })
  expect(log).toMatch(/^GOT old$/m)
  expect(messages).toContain('The `set-output` command is deprecated')
})

test('echo shows commands that would not show themselves, and refuses other words [docs: workflow-commands#echoing-command-outputs]', async () => {
  const { log, result, messages } = await run({
    files:
      steps(`- run: echo "::set-output name=a::1"; echo "::echo::on"; echo "::set-output name=b::2"; echo "::echo::off"; echo "::set-output name=c::3"
- run: echo "::echo::loud"`)
  })
  expect(log.match(/^::set-output.*$/gm)).toEqual(['::set-output name=b::2'])
  expect(messages).toContain("Invalid echo command value. Possible values can be: 'on', 'off'")
  expect(result.conclusion).toBe('failure')
})

test('stopped commands are text until their token, which takes any case [docs: workflow-commands#stopping-and-starting-workflow-commands]', async () => {
  const { annotations } = await run({
    files: steps(
      `- run: echo "::stop-commands::Tok-9"; echo "::error::text"; echo "::other::"; echo "::TOK-9::"; echo "::notice::heard"`
    )
  })
  expect(annotations).toEqual([{ level: 'notice', message: 'heard' }])
})

test('problem matchers are taken and do nothing [docs: workflow-commands; different: no annotations from patterns]', async () => {
  const { result, annotations } = await run({
    files: steps(
      '- run: echo "::add-matcher::none.json"; echo "error TS1 in a.ts"; echo "::remove-matcher owner=x::"'
    )
  })
  expect([result.conclusion, annotations]).toEqual(['success', []])
})

test('what a step sets is there for the next step, not for itself; the last path comes first [docs: workflow-commands#adding-a-system-path]', async () => {
  const { log } = await run({
    files: steps(`- run: |
    mkdir -p one two
    for at in one two; do printf '#!/bin/sh\\necho %s\\n' $at > $at/which-one; chmod +x $at/which-one; echo "$PWD/$at" >> "$GITHUB_PATH"; done
    { echo 'MULTI<<END'; echo 'l=1'; echo; echo l2; echo END; echo 'PLAIN=<<x'; } >> "$GITHUB_ENV"
    echo "NOW [$PLAIN] $(which-one 2> /dev/null || echo none)"
- run: echo "THEN [$PLAIN] $(echo "$MULTI" | tr '\\n' '/') $(which-one)"; echo "$PWD/one" >> "$GITHUB_PATH"
- run: echo "LAST $(which-one) $(echo "$PATH" | tr ':' '\\n' | grep -c "$PWD/one")"
- {run: 'echo "OWN $PLAIN"', env: {PLAIN: nearest}}`)
  })
  expect(log.match(/^(NOW|THEN|LAST|OWN) .*$/gm)).toEqual([
    'NOW [] none',
    'THEN [<<x] l=1//l2/ two',
    'LAST one 1',
    'OWN nearest'
  ])
})

test('a malformed environment file fails its step, whatever its code; what stands before the mistake counts [runner: FileCommandManager.cs]', async () => {
  const { job, messages } = await run({
    files: steps(`- run: echo "no separator" >> "$GITHUB_OUTPUT"
- {if: always(), continue-on-error: true, run: printf 'KEPT=yes\\na<<X\\nnever ends' >> "$GITHUB_ENV"}
- {if: always(), run: test "$KEPT" = yes}`)
  })
  expect(job('a').steps.map(({ outcome, conclusion }) => `${outcome}/${conclusion}`)).toEqual([
    'failure/failure',
    'failure/success',
    'success/success'
  ])
  expect(messages).toContain("Unable to process file command 'output' successfully.")
  expect(messages).toContain("Invalid value. Matching delimiter not found 'X'")
})

test('every step has a summary of its own: one over 1 MiB is dropped alone, with an error that fails nothing [runner: FileCommandManager.cs]', async () => {
  const { job, bench, result } = await run({
    secrets: { S: 'topsecret1' },
    files: steps(`- run: echo "# one $S" >> "$GITHUB_STEP_SUMMARY"
  env: {S: "\${{ secrets.S }}"}
- run: head -c 1048577 /dev/zero | tr '\\0' x >> "$GITHUB_STEP_SUMMARY"
- run: head -c 1048576 /dev/zero | tr '\\0' y > "$GITHUB_STEP_SUMMARY"
- {name: last, run: 'test ! -s "$GITHUB_STEP_SUMMARY"; echo old > "$GITHUB_STEP_SUMMARY"; echo "## last" > "$GITHUB_STEP_SUMMARY"'}`)
  })
  const { summary } = job('a')
  expect([summary.slice(0, 9), summary.length, summary.includes('x')]).toEqual(['# one ***', 1048596, false])
  expect(result.conclusion).toBe('success')
  const told = bench.events.filter(({ kind }) => kind === 'summary')
  expect(told.at(-1)).toMatchObject({ step: 'last', markdown: '## last\n' })
  expect(told).toHaveLength(3)
})

test('a step has ten annotations of a level and a job fifty; the rest is in the log [docs: github.com/actions/toolkit, problem-matchers.md]', async () => {
  const { annotations, log } = await run({
    files: steps(
      Array.from(
        { length: 3 },
        (_, step) =>
          `- run: for i in $(seq 12); do for l in error warning notice; do echo "::$l::s${String(step)} $l $i"; done; done`
      ).join('\n')
    )
  })
  const of = (step: number, level: string): number =>
    annotations.filter(({ message }) => message.startsWith(`s${String(step)} ${level}`)).length
  expect([of(0, 'error'), of(0, 'warning'), of(0, 'notice')]).toEqual([10, 10, 10])
  expect(annotations).toHaveLength(50)
  expect(log).toContain('##[error]s0 error 12')
  expect(log).toContain('##[notice]s2 notice 12')
})

test('an annotation has 4,096 characters at most [runner: ExecutionContext.cs]', async () => {
  const { annotations } = await run({
    files: steps(`- run: 'echo "::error::$(head -c 5000 /dev/zero | tr "\\0" x)"'`)
  })
  expect(annotations.map(({ message }) => message.length)).toEqual([4096])
})

test('a job shows twenty summaries [docs: workflow-commands#step-isolation-and-limits]', async () => {
  const one = (_: unknown, index: number): string =>
    `- run: echo "${String(index + 1)}." >> "$GITHUB_STEP_SUMMARY"`
  const { job } = await run({ files: steps(Array.from({ length: 21 }, one).join('\n')) })
  expect(job('a').summary.match(/\d+/g)?.at(-1)).toBe('20')
})
