import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root, workflows } from './files.ts'
import { actionlint } from './scanners.ts'

function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'actionlint-'))
  mkdirSync(join(folder, '.git'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

test('actionlint finds nothing in the workflows', async () => {
  const findings = await actionlint(
    root,
    workflows.map(({ file }) => file)
  )
  expect(findings).toEqual([])
}, 60_000)

test('actionlint sees inputs that our own actions and workflows do not have', async () => {
  const folder = project({
    '.github/workflows/caller.yml': `on: push
jobs:
  steps:
    runs-on: ubuntu-latest
    steps:
      - uses: $/actions/setup-terraform-1.13.1
        with: { mirorr: x }
      - run: echo "\${{ steps.none.outputs.x }}"
  call:
    uses: $/.github/workflows/terraform-plan.yml
    with: { stack: '[]' }
`
  })
  try {
    for (const part of ['actions', '.github/workflows']) {
      cpSync(join(root, part), join(folder, part), { recursive: true })
    }
    const messages = (await actionlint(folder, ['.github/workflows/caller.yml']))
      .map(({ message }) => message)
      .join('\n')
    expect(messages).toContain('"mirorr" is not defined')
    expect(messages).toContain('property "none" is not defined')
    expect(messages).toContain('input "stack" is not defined')
    expect(messages).toContain('input "stacks" is required')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)

test('actionlint finds nothing in the workflow that the README shows', async () => {
  const yaml = /```yaml\n(?<yaml>name: terraform\n[^`]*)```/.exec(
    readFileSync(join(root, 'README.md'), 'utf8')
  )?.groups?.['yaml']
  const text = (yaml ?? '').replaceAll('your-org/caliber-actions/', '$/').replaceAll('@<commit> # v0.1.0', '')
  expect(text.match(/uses: \$\/\.github\/workflows\/terraform-(?:plan|apply)\.yml\n/g)).toHaveLength(2)
  expect(text.split('\n').length).toBeLessThan(32)
  const folder = project({ '.github/workflows/readme.yml': text })
  try {
    for (const part of ['actions', '.github/workflows'])
      cpSync(join(root, part), join(folder, part), { recursive: true })
    expect(await actionlint(folder, ['.github/workflows/readme.yml'])).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
