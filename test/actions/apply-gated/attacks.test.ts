import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { addVerdict, renderVerdict } from '../../../actions/apply-gated/src/comment.ts'
import { deliver } from '../../../actions/apply-gated/src/deliver.ts'
import { toReport } from '../../../actions/apply-gated/src/report.ts'
import { terraformCli } from '../../../lib/terraform/cli.ts'
import { applyWorld, NOTHING, planText, REVIEWED, type Scenario } from '../../fakes/apply-world.ts'
import { fakeExec, fakeLog } from '../../fakes/terraform-exec.ts'
import { holds } from '../../lib/properties/check.ts'
import { HOSTILE, hostileText } from '../../lib/properties/hostile-text.ts'
import { expectInert, expectPlain } from '../../lib/properties/inert.ts'

const OWN_LINKS = ['https://github.com/acme/infra/actions/runs/1234']
const RUN = { url: OWN_LINKS[0] ?? '', id: 1234, attempt: 1, commit: 'c'.repeat(40) }

async function told(
  scenario: Scenario
): Promise<Readonly<{ summary: string; comment: string; reason: string }>> {
  const { inputs, ports } = applyWorld(scenario)
  const delivery = await deliver(inputs, ports)
  const { summary, outputs } = toReport(inputs, delivery, RUN)
  const line = renderVerdict(inputs, delivery, RUN)
  return {
    summary,
    comment: addVerdict('<!-- caliber:plan:v1 -->\n\nbody', 'net', line),
    reason: outputs['reason'] ?? ''
  }
}

/** Everything that comes from others, hostile, in each way that an apply can end. */
const scenarios: readonly ((text: string) => Scenario)[] = [
  (text) => ({
    saved: planText({ name: `x["${text}"]` }),
    terraform: {
      output: () =>
        Promise.resolve(
          JSON.stringify({ [text]: { value: text }, [`${text}!`]: { value: 1, sensitive: true } })
        )
    }
  }),
  (text) => ({
    renewed: planText({ name: text }),
    terraform: { apply: () => Promise.resolve({ kind: 'failed', message: `${text}\n${text}` }) }
  }),
  (text) => ({
    renewed: planText({ name: text }),
    terraform: { apply: () => Promise.resolve({ kind: 'stale' }) }
  }),
  (text) => ({
    renewed: NOTHING,
    terraform: {
      apply: () =>
        Promise.resolve({
          kind: 'locked',
          lock: { id: text, who: text, operation: text, created: text, path: text }
        })
    }
  }),
  (text) => ({
    environment: {
      name: text,
      reviewers: [text],
      branchRule: { kind: 'policies', policies: [{ name: text, type: 'branch' }] }
    }
  }),
  (text) => ({ approvals: [{ user: text, comment: text }, { user: 'author' }] }),
  (text) => ({ approvals: [{ user: text, state: 'rejected', environments: [text] }] }),
  (text) => ({ saved: REVIEWED, header: { tree: { [text]: 'f'.repeat(64) }, stack: 'net' } }),
  (text) => ({ artifact: { name: text } }),
  (text) => ({ header: { workingDirectory: text } }),
  (text) => ({ files: { [text]: Buffer.from('x'), y: Buffer.from('y') } })
]

test('whatever comes from others, however the apply ends, acts neither in summary nor in comment', async () => {
  await holds(
    fc.tuple(hostileText, fc.constantFrom(...scenarios)),
    async ([text, scenario]) => {
      const { summary, comment } = await told(scenario(text.slice(0, 2000)))
      expectInert(summary, OWN_LINKS)
      expectInert(
        comment.replace(/ <!-- net -->$/m, '').replaceAll(/<!-- \/?caliber:applies -->/g, ''),
        OWN_LINKS
      )
    },
    60
  )
})

test('the scenarios above end in many ways', async () => {
  const reasons = await Promise.all(scenarios.map(async (scenario) => (await told(scenario('x'))).reason))
  expect(new Set(reasons).size).toBeGreaterThanOrEqual(6)
})

test('what Terraform says is no command to the runner', async () => {
  const { log, lines } = fakeLog()
  const said = HOSTILE.flatMap((text) => [
    text,
    JSON.stringify({ type: 'apply_start', '@message': text }),
    JSON.stringify({ type: 'diagnostic', diagnostic: { severity: 'error', summary: text, detail: text } })
  ])
  const { exec } = fakeExec({ apply: { code: 1, stdout: said.join('\n') } })
  const signal = new AbortController().signal
  await terraformCli({ cwd: '.', log, exec, signal, env: {} }).apply({ file: 'plan' })
  const [stop, ...rest] = lines
  const resume = rest.pop()
  expect(stop).toBe(`::stop-commands::${resume?.slice(2, -2)}`)
  expect(rest.length).toBeGreaterThan(HOSTILE.length)
  for (const line of rest) {
    expect(line).not.toMatch(/^\s*::/m)
    expect(line).not.toContain('##[')
    expectPlain(line.replaceAll('@', ''))
  }
})
