import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run, scanner } from '../workflows/scanners.ts'
import { has, read, tracked } from './repository.ts'

type Report = Readonly<{
  results?: Readonly<{ failed_checks: readonly Readonly<{ check_id: string; resource: string }>[] }>
  summary?: Readonly<{ passed: number; parsing_errors: number }>
}>

async function checkov(
  folder: string,
  framework: string
): Promise<{ failed: string[]; passed: number; broken: number }> {
  const args = [
    '-m',
    'checkov.main',
    '-d',
    folder,
    '--framework',
    framework,
    '--skip-download',
    '--quiet',
    '-o',
    'json'
  ]
  // Its warnings, on the other stream, are no JSON.
  const { out } = await run(scanner('python'), args)
  const { results, summary } = JSON.parse(out.slice(out.indexOf('{'))) as Report
  const failed = (results?.failed_checks ?? []).map(({ check_id, resource }) => `${check_id} ${resource}`)
  return { failed, passed: summary?.passed ?? 0, broken: summary?.parsing_errors ?? 0 }
}

/** Exceptions whose reason is not at least four words. */
const unexplained = (text: string): string[] =>
  [...text.matchAll(/#\s*checkov:skip=(.*)/g)]
    .map(([, exception = '']) => exception)
    .filter((exception) => !/^CKV\w*:\S+( \S+){3}/.test(exception))

test('every exception says why in at least four words', () => {
  const files = tracked.filter((file) => /\.(?:tf|ya?ml)$/.test(file) && has(file))
  const texts = files.map(read)
  expect(texts.join('\n').match(/checkov:skip=/g)?.length).toBeGreaterThan(30)
  expect(texts.flatMap(unexplained)).toEqual([])
})

test.each(['CKV_AWS_18', 'CKV_AWS_18:', 'CKV2_AWS_18:Not now please', ':Nobody waits for a log file.'])(
  'an exception without a reason is found: %s',
  (exception) => {
    expect(unexplained(`  #checkov:skip=${exception}\n`)).toEqual([exception])
  }
)

test('checkov finds nothing in the Terraform; exceptions stand beside their line', async () => {
  const { failed, passed, broken } = await checkov('terraform', 'terraform')
  expect({ failed, broken }).toEqual({ failed: [], broken: 0 })
  expect(passed).toBeGreaterThan(50)
}, 180_000)

test('checkov finds nothing in the workflows', async () => {
  const { failed, passed } = await checkov('.github', 'github_actions')
  expect(failed).toEqual([])
  expect(passed).toBeGreaterThan(50)
}, 180_000)

test('checkov finds what is planted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'checkov-'))
  try {
    writeFileSync(
      join(folder, 'main.tf'),
      'resource "aws_db_instance" "open" {\n  publicly_accessible = true\n}\n'
    )
    expect((await checkov(folder, 'terraform')).failed).toContain('CKV_AWS_17 aws_db_instance.open')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 180_000)
