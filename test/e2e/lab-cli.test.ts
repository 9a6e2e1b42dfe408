/** `npm run lab -- run …` as somebody types it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const WORKFLOW = `
name: hello
on:
  push:
  workflow_dispatch:
    inputs:
      who: { type: string, required: true }
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-latest
    environment: \${{ inputs.who && 'prod' || 'stage' }}
    steps:
      - run: |
          echo "hello \${{ inputs.who || github.event_name }}"
          echo "# Greeted" >> "$GITHUB_STEP_SUMMARY"
      - run: test "\${{ secrets.TOKEN }}" != "" && echo "token \${{ secrets.TOKEN }}"
`
const MEET = `
on: push
permissions:
  contents: read
jobs:
  meet:
    runs-on: ubuntu-latest
    env:
      REPOSITORY: \${{ github.api_url }}/repos/\${{ github.repository }}
      TOKEN: \${{ github.token }}
    steps:
      - run: |
          ask() { curl -s -o /dev/null -w '%{http_code}' "$@"; }
          github() { ask -H "authorization: Bearer $TOKEN" "$REPOSITORY"; }
          echo "GitHub $(github), then $(github)"
          echo "AWS $(ask "$AWS_ENDPOINT_URL/bucket")"
`
const UNKNOWN = `
on: push
permissions: {}
jobs:
  ask:
    runs-on: ubuntu-latest
    steps:
      - run: curl -sf -d 'Action=AssumeRoleWithSAML&Version=2011-06-15' "$AWS_ENDPOINT_URL/" || true
`
let folder: string
let file: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-cli-'))
  execFileSync('git', ['init', '-q', folder])
  mkdirSync(join(folder, '.github/workflows'), { recursive: true })
  file = join(folder, '.github/workflows/hello.yml')
  writeFileSync(file, WORKFLOW)
})

afterAll(() => rmSync(folder, { recursive: true }))

const lab = (...args: readonly string[]): Promise<Readonly<{ code: number; output: string }>> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['lab/cli.ts', ...args], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr })
    })
  })

test('runs a workflow on a push, with secrets masked and the summary shown', async () => {
  const { code, output } = await lab('run', file, '--secret', 'TOKEN=swordfish-42')
  expect(output).toContain('hello push')
  expect(output).toContain('# Greeted')
  expect(output).not.toContain('swordfish-42')
  expect(code).toBe(0)
}, 60_000)

test('runs a workflow by hand with inputs, and lets a reviewer approve', async () => {
  const options = ['--event', 'workflow_dispatch', '--input', 'who=Ada', '--secret', 'TOKEN=swordfish-42']
  const { code, output } = await lab('run', file, ...options, '--environment', 'prod', '--approve', 'grace')
  expect(output).toContain('hello Ada')
  expect(output).toContain('waiting')
  expect(code).toBe(0)
}, 60_000)

test('faults come about in the run and are told at its end', async () => {
  const meetAws = join(folder, '.github/workflows/meet.yml')
  writeFileSync(meetAws, MEET)
  const faults = [
    'github:GET /repos/*:1:fail=502',
    'github:/rate_limit:all:cut',
    'aws:GET /*:1:fail=503,SlowDown'
  ]
  const { code, output } = await lab('run', meetAws, ...faults.flatMap((fault) => ['--fault', fault]))
  expect(output).toContain('GitHub 502, then 200')
  expect(output).toContain('AWS 503')
  expect(output).toContain('Fault github:GET /repos/*:1:fail came about once; 2 calls matched it.')
  expect(output).toContain('Fault github:/rate_limit:all:cut never came about; 0 calls matched it.')
  expect(output).toContain('Fault aws:GET /*:1:fail came about once')
  expect(code).toBe(0)
}, 60_000)

test('a green run that met what the lab cannot answer shows nothing, and ends with exit code 1', async () => {
  const asks = join(folder, '.github/workflows/unknown.yml')
  writeFileSync(asks, UNKNOWN)
  const { code, output } = await lab('run', asks)
  expect(output).toContain('✓')
  expect(output).toContain(
    'The run shows nothing. AWS of the lab could not answer sts:AssumeRoleWithSAML (once)'
  )
  expect(code).toBe(1)
}, 60_000)

test('a failed run ends with exit code 1', async () => {
  const { code, output } = await lab('run', file, '--quiet')
  expect(output).toContain('✗')
  expect(code).toBe(1)
}, 60_000)

test.each([
  ['a missing file', ['run', 'nowhere.yml'], 'There is no workflow file nowhere.yml'],
  ['an unknown event', ['run', '__FILE__', '--event', 'tea'], "--event is 'tea'"],
  [
    'an input that is no pair',
    ['run', '__FILE__', '--event', 'workflow_dispatch', '--input', 'who'],
    "--input is 'who'"
  ],
  [
    'a fault that is none',
    ['run', '__FILE__', '--fault', 'github:tea'],
    "The fault 'github:tea' does not read as"
  ],
  ['a missing required input', ['run', '__FILE__', '--event', 'workflow_dispatch'], "'who'"]
])(
  'refuses %s in one sentence',
  async (_name, args, sentence) => {
    const { code, output } = await lab(...args.map((arg) => arg.replace('__FILE__', file)))
    expect(output).toContain(sentence)
    expect(output).not.toContain('    at ')
    expect(code).toBe(1)
  },
  60_000
)
