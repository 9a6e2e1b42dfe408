/** The scripts as they are typed: Node is found, Ctrl-C arrives once, exit codes pass. */
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { exec } from '../../../lib/process.ts'

const ROOT = join(import.meta.dirname, '../../..')
const SCRIPTS = 'terraform/stacks/caliber/scripts'

/** A checkout in a folder whose name has a space, with nothing installed in it. */
let checkout = ''

beforeAll(() => {
  checkout = join(mkdtempSync(join(tmpdir(), 'scripts-')), 'a clone')
  for (const part of [
    SCRIPTS,
    'terraform/stacks/caliber/tests/smoke-test.sh',
    'dist/cli',
    'dist/smoke',
    'package.json'
  ])
    cpSync(join(ROOT, part), join(checkout, part), { recursive: true })
})

afterAll(() => rmSync(dirname(checkout), { recursive: true, force: true }))

const NODE_24 = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter)

function type(script: string, args: readonly string[], path = NODE_24) {
  const place = { cwd: tmpdir(), env: { PATH: path, HOME: tmpdir() }, signal: AbortSignal.timeout(60_000) }
  return exec('/bin/sh', [join(checkout, script), ...args], place)
}

function program(name: string, text: string): string {
  const folder = join(checkout, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'node'), `#!/bin/sh\n${text}\n`)
  chmodSync(join(folder, 'node'), 0o755)
  return folder
}

test('a script runs from any folder, and of a clone in any', async () => {
  const { code, stdout } = await type(`${SCRIPTS}/plan.sh`, ['--help'])
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Usage: plan.sh [options]') })
})

test('words with spaces and signs reach the command as they were typed', async () => {
  const { code, stderr } = await type(`${SCRIPTS}/plan.sh`, ['--client', 'a b;$(x)'])
  expect({ code, stderr }).toMatchObject({ code: 2 })
  expect(
    (await type(`${SCRIPTS}/seed-secrets.sh`, ['--client', 'a b;$(x)', '--env', 'stg'])).stderr
  ).toContain("'a b;$(x)'")
})

test('an old Node is passed over for the one that npm installed, and without any it is said how to get one', async () => {
  const old = [program('old', 'echo 20.20.2'), '/usr/bin', '/bin'].join(delimiter)
  const missing = await type(
    `${SCRIPTS}/init.sh`,
    ['--help'],
    [program('broken', 'exit 1'), '/bin'].join(delimiter)
  )
  const without = await type(`${SCRIPTS}/init.sh`, ['--help'], old)
  for (const { code, stderr } of [missing, without])
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('no Node 24 on PATH') })
  program(
    'node_modules/node-any/bin',
    `if [ "$1" = -p ]; then echo 24.1.0; else exec "${process.execPath}" "$@"; fi`
  )
  expect(await type(`${SCRIPTS}/init.sh`, ['--help'], old)).toMatchObject({ code: 0 })
  rmSync(join(checkout, 'node_modules'), { recursive: true })
})

test('Ctrl-C of a terminal reaches the action once, which ends in its own words', async () => {
  const child = spawn(
    '/bin/sh',
    [join(checkout, 'terraform/stacks/caliber/tests/smoke-test.sh'), '--url', 'https://127.0.0.1:9'],
    {
      cwd: tmpdir(),
      env: { PATH: NODE_24, HOME: tmpdir() },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe']
    }
  )
  let said = ''
  const hear = (chunk: Buffer): void => {
    said += chunk.toString()
    // A terminal interrupts the whole group.
    if (!isSent && said.includes('\n')) {
      isSent = true
      process.kill(-(child.pid ?? 0), 'SIGINT')
    }
  }
  let isSent = false
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, said }).toMatchObject({ code: 130 })
  expect(said).toContain('Interrupted.')
})

test('every script is one line beside its comment', () => {
  const text = readFileSync(join(ROOT, SCRIPTS, 'apply.sh'), 'utf8')
  expect(
    text
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('#'))
  ).toHaveLength(1)
})
