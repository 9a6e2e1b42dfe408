import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run, scanner, type Said } from '../workflows/scanners.ts'

const everything = ['lab', 'scripts', 'test'] as const

/** Runs ruff with the repository's settings and without a cache, which would be written into the checkout. */
const ruff = (command: readonly string[], paths: readonly string[]): Promise<Said> =>
  run(scanner('python'), ['-m', 'ruff', ...command, '--no-cache', '--config', 'lab/aws/ruff.toml', ...paths])

test('ruff finds nothing in the Python; exceptions stand beside their line, with a reason', async () => {
  const { code, text } = await ruff(['check', '--output-format', 'concise'], everything)
  expect({ code, text: text.trim() }).toEqual({ code: 0, text: 'All checks passed!' })
})

test('all Python is formatted by ruff', async () => {
  const { code, text } = await ruff(['format', '--check'], everything)
  expect({ code, text: code === 0 ? '' : text }).toEqual({ code: 0, text: '' })
})

test('ruff finds what is planted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ruff-'))
  try {
    writeFileSync(join(folder, 'planted.py'), 'import os\n')
    const { code, text } = await ruff(['check', '--output-format', 'concise'], [folder])
    expect(code).toBe(1)
    expect(text).toContain('F401')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
