import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, jest, test } from '@jest/globals'
import { runBundle, type StepResult } from './run-bundle.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(60_000)

/** One step of a pull request's run, and what it asked of GitHub and its artifact service. */
async function runCounted(
  inputs: Readonly<Record<string, string>>
): Promise<StepResult & Readonly<{ requests: readonly string[] }>> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const step = await runBundle({
      action: 'plan-comment',
      inputs: { stack: 'web', 'github-token': 'token', ...inputs },
      files: { 'broken.json': '{"format_version":"1.2","resource_changes":[],"output_changes":{"a":null}}' },
      env: {
        GITHUB_API_URL: url,
        GITHUB_SERVER_URL: url,
        ACTIONS_RESULTS_URL: url,
        ACTIONS_RUNTIME_TOKEN: 'token',
        GITHUB_REPOSITORY: 'acme/infra',
        GITHUB_REPOSITORY_ID: '42',
        GITHUB_SHA: '01'.repeat(20),
        GITHUB_REF: 'refs/heads/main',
        GITHUB_RUN_ID: '1',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_EVENT_NAME: 'push',
        GITHUB_ACTOR: 'mona',
        GITHUB_TRIGGERING_ACTOR: 'mona',
        GITHUB_JOB: 'plan',
        GITHUB_WORKFLOW: 'ci-plan'
      }
    })
    return { ...step, requests }
  } finally {
    server.close()
  }
}

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['no stack', { stack: '' }, "Input 'stack' is required"],
  ['a target that is none', { targets: 'not an address!' }, "Input 'targets' names 'not an address!'"],
  [
    'a folder outside of the repository',
    { 'working-directory': '../x' },
    "Input 'working-directory' is '../x'"
  ],
  ['a folder that is not there', { 'working-directory': 'gone' }, "Input 'working-directory' is 'gone'"],
  ['a credential for the backend', { 'backend-config': 'secret_key=x' }, 'a credential'],
  ['a short key', { 'seal-key': 'c2hvcnQ=' }, "Input 'seal-key'"],
  ['a plan that is none', { 'plan-json': 'broken.json' }, "its 'output_changes' is not what Terraform writes"]
])('the bundle refuses %s in one sentence and asks nobody', async (_what, inputs, why) => {
  const step = await runCounted(inputs)
  expect(step.code).toBe(1)
  const errors = step.log.split('\n').filter((line) => line.startsWith('::error'))
  expect(errors).toHaveLength(1)
  expect(errors[0]).toContain(why)
  expect(step.log).not.toMatch(/\n\s+at /)
  expect([step.requests, step.outputs, step.path]).toEqual([[], '', ''])
})
