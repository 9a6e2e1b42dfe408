import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { jobs, root, tracked } from './files.ts'
import { run, scanner } from './scanners.ts'

const shellcheck = (script: string) =>
  run(scanner('shellcheck'), ['--shell=bash', '--enable=all', '--exclude=SC2250,SC2312', '-'], script)

const steps = jobs.flatMap(({ where, job }) =>
  (job.steps ?? []).flatMap(({ name, run: script }) =>
    script === undefined ? [] : [[`${where}: ${name}`, script] as const]
  )
)
const files = tracked.filter((file) => {
  const text = /(?:^\.ci\/|^scripts\/|^\.github\/|\.sh$)/.test(file)
    ? readFileSync(join(root, file), 'utf8')
    : ''
  return /^#!.*\b(?:ba|da)?sh\b/.test(text)
})

test.each(steps)('shellcheck passes %s', async (_where, script) => {
  expect(script).not.toContain('${{') // values reach a script through env, where they cannot become code
  expect((await shellcheck(script)).text).toBe('')
})

test.each(files)('shellcheck passes %s', async (file) => {
  expect((await shellcheck(readFileSync(join(root, file), 'utf8'))).text).toBe('')
})

test('shellcheck finds what is planted', async () => {
  const { code, text } = await shellcheck('rm -rf $folder/*\n')
  expect(code).not.toBe(0)
  expect(text).toContain('SC2086')
})
