import { expect, test } from '@jest/globals'
import { pushed, run } from '../../fakes/runner-bench.ts'

test('a secret that does not exist is the empty text, and names have no case [docs: reference/security/secrets#naming-your-secrets]', async () => {
  const { result } = await run({
    secrets: { SEAL_KEY: 'topsecret1' },
    variables: { REGION: 'eu' },
    files: pushed(`a:
  runs-on: x
  steps:
    - run: test -z "$NONE" && test -n "$KEY" && test "\${{ vars.region }}" = eu && test -z "\${{ vars.none }}"
      env: {NONE: "\${{ secrets.NONE }}", KEY: "\${{ secrets.seal_key }}"}
    - {if: "\${{ env.KEY == '' }}", run: exit 1, env: {KEY: "\${{ secrets.SEAL_KEY }}"}}`)
  })
  expect(result.conclusion).toBe('success')
})

test('variables come by the vars context alone: any case, the environment’s first, the rest empty [docs: contexts#vars-context]', async () => {
  const { conclusions, log } = await run({
    variables: { REGION: 'eu', PLAN: 'small' },
    environments: { prod: { variables: { REGION: 'us' } } },
    files: pushed(`a:
  if: vars.region == 'eu'
  runs-on: x
  environment: prod
  env: {PLACE: "\${{ vars.REGION }}"}
  steps:
    - run: echo "[$PLACE|\${{ vars.plan }}|\${{ vars.NONE }}|\${REGION-unset}]"
b: {if: vars.REGION == 'us', runs-on: x, environment: prod, steps: [{run: echo}]}`)
  })
  expect(log).toContain('[us|small||unset]')
  expect(conclusions).toEqual({ a: 'success', b: 'skipped' })
})

test('a secret of several lines is hidden line by line, and the token always [runner: Worker.cs]', async () => {
  const { log } = await run({
    secrets: { KEY: '-----BEGIN-----\nfirstline11\nsecondline2\n' },
    files: pushed(`a:
  runs-on: x
  steps:
    - {run: 'echo "$KEY" | tac; echo "token $TOKEN"', env: {KEY: "\${{ secrets.KEY }}", TOKEN: "\${{ github.token }}"}}`)
  })
  expect(log).not.toMatch(/firstline11|secondline2|ghs_token/)
  expect(log).toMatch(/^\*\*\*\n\*\*\*\n\*\*\*$/m)
  expect(log).toMatch(/^token \*\*\*$/m)
})

test('add-mask hides each line of its value from then on, in its own job only [docs: workflow-commands#masking-a-value-in-a-log]', async () => {
  const { log, messages } = await run({
    files: pushed(`a:
  runs-on: x
  steps:
    - run: echo "before-value1"; echo "::add-mask::before-value1%0Aother-value2"; echo "other-value2"
    - run: echo "later before-value1"; echo "::add-mask::"
b: {needs: a, runs-on: x, steps: [{run: echo "elsewhere before-value1"}]}`)
  })
  expect(log).toMatch(/^before-value1\n\*\*\*$/m)
  expect(log).toMatch(/^later \*\*\*$/m)
  expect(log).toMatch(/^elsewhere before-value1$/m)
  expect(messages).toContain("Can't add secret mask for empty string")
})

test('an output of a step may hold a secret, an output of its job may not [runner: JobExtension.cs]', async () => {
  const { log, job, messages } = await run({
    secrets: { S: 'p4ss&word' },
    files: pushed(`a:
  runs-on: x
  outputs: {url: "\${{ steps.s.outputs.url }}", encoded: "\${{ steps.s.outputs.b64 }}", plain: fine}
  steps:
    - {id: s, run: 'echo "url=x?p4ss%26word" >> $GITHUB_OUTPUT; echo "b64=$(printf %s "$S" | base64)" >> $GITHUB_OUTPUT', env: {S: "\${{ secrets.S }}"}}
    - {run: 'test "\${{ steps.s.outputs.url }}" = "x?p4ss%26word" && echo SAME'}`)
  })
  expect(log).toMatch(/^SAME$/m)
  expect(job('a').outputs).toEqual({ plain: 'fine' })
  expect(messages).toBe(
    "Skip output 'url' since it may contain secret.\nSkip output 'encoded' since it may contain secret."
  )
})
