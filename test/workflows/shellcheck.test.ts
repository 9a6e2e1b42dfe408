import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { jobs, root, tracked } from './files.ts'
import { run, scanner } from './scanners.ts'

const OF_THE_RUNNER = [
  'GITHUB_OUTPUT',
  'GITHUB_REPOSITORY',
  'GITHUB_SERVER_URL',
  'GITHUB_SHA',
  'GITHUB_STEP_SUMMARY'
]

const shellcheck = (script: string) =>
  run(scanner('shellcheck'), ['--shell=bash', '--enable=all', '--exclude=SC2250,SC2312', '-'], script)

/** Every script, and the variables that its step, job and workflow give it. */
const steps = jobs.flatMap(({ where, job, workflow }) =>
  (job.steps ?? []).flatMap(({ name, run: script, env }) => {
    const variables = Object.keys({ ...workflow.env, ...job.env, ...env })
    return script === undefined
      ? []
      : [[`${where}: ${name}`, script, [...variables, ...OF_THE_RUNNER]] as const]
  })
)
const files = tracked.filter((file) => {
  const text = /(?:^\.ci\/|^scripts\/|^\.github\/|\.sh$)/.test(file)
    ? readFileSync(join(root, file), 'utf8')
    : ''
  return /^#!.*\b(?:ba|da)?sh\b/.test(text)
})

test.each(steps)('shellcheck passes %s', async (_where, script, variables) => {
  expect(script).not.toContain('${{') // values reach a script through env, where they cannot become code
  const given = variables.map((name) => `export ${name}=''; `).join('')
  expect((await shellcheck(`${given}\n${script}`)).text).toBe('')
})

test('shellcheck finds a variable that nobody gives a script', async () => {
  expect((await shellcheck('echo "$BUCKET"\n')).text).toContain('SC2154')
})

test.each(files)('shellcheck passes %s', async (file) => {
  expect((await shellcheck(readFileSync(join(root, file), 'utf8'))).text).toBe('')
})

test('shellcheck finds what is planted', async () => {
  const { code, text } = await shellcheck('rm -rf $folder/*\n')
  expect(code).not.toBe(0)
  expect(text).toContain('SC2086')
})
