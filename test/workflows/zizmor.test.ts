import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run, scanner } from './scanners.ts'

const zizmor = (...paths: string[]) =>
  run(scanner('zizmor'), ['--offline', '--no-progress', '--persona', 'auditor', ...paths])

test('zizmor finds nothing in the workflows and actions, as its strictest persona', async () => {
  const { code, text } = await zizmor('.github', 'actions')
  expect(text).toContain('No findings to report')
  expect(code).toBe(0)
}, 60_000)

test('zizmor finds what is planted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zizmor-'))
  try {
    const file = join(folder, 'planted.yml')
    writeFileSync(
      file,
      [
        'on: pull_request_target',
        'jobs:',
        '  a:',
        '    runs-on: ubuntu-latest',
        '    steps:',
        '      - uses: actions/checkout@v4',
        '      - run: echo ${{ github.event.pull_request.title }}',
        ''
      ].join('\n')
    )
    const { code, text } = await zizmor(file)
    expect(code).not.toBe(0)
    for (const audit of [
      'dangerous-triggers',
      'unpinned-uses',
      'template-injection',
      'excessive-permissions'
    ]) {
      expect(text).toContain(audit)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
