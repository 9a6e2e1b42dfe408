import { chmod, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { describeError } from '../../../lib/errors.ts'
import { type Answer, fails, hangsUp, type Mirror, sends, stalls, startMirror } from './mirror.ts'
import { leftovers, type Machine, startMachine, ZIP } from './set-up.ts'

let machine: Machine
let mirror: Mirror

beforeEach(async () => {
  machine = await startMachine()
})

afterEach(async () => {
  await mirror.close()
  await machine.close()
})

const serve = async (...answers: Answer[]): Promise<void> => {
  mirror = await startMirror(...answers)
}

test('a release is downloaded from where the release server keeps it, unpacked and put on PATH', async () => {
  await serve(sends(ZIP))
  const outcome = await machine.install(mirror.url)
  expect(mirror.requests).toEqual(['/terraform/1.13.1/terraform_1.13.1_linux_amd64.zip'])
  expect(outcome).toMatchObject({ from: 'download', version: '1.13.1' })
  expect(await readFile(outcome.path, 'utf8')).toContain('echo 1.13.1')
  expect(machine.paths).toEqual([join(outcome.path, '..')])
  expect(await leftovers(machine)).toEqual([])
})

/** What a refused installation says; nothing of it may be left. */
async function refusal(): Promise<string> {
  const error: unknown = await machine.install(mirror.url, 5000).catch((fault: unknown) => fault)
  const traces = [...machine.paths, machine.cache.find('1.13.1'), ...(await leftovers(machine))]
  const left = traces.filter((one) => one !== '')
  return left.length === 0 ? describeError(error) : `It left ${left.join(', ')}`
}

test('a zip with another digest is refused at once and leaves nothing behind', async () => {
  await serve(sends(zipSync({ terraform: new Uint8Array(5) })))
  expect(await refusal()).toMatch(
    /has SHA-256 [0-9a-f]{64} where [0-9a-f]{64} is expected.*Nothing was installed/
  )
  expect(mirror.requests).toHaveLength(1)
})

test('a zip that the mirror holds only in part is refused', async () => {
  await serve(sends(ZIP.subarray(0, 50)))
  expect(await refusal()).toMatch(/or not all of it/)
})

test('a 404 is final and points at the input', async () => {
  await serve(fails(404))
  expect(await refusal()).toMatch(/answered 404. Check 'mirror'/)
  expect(mirror.requests).toHaveLength(1)
})

test('a 403 is final too', async () => {
  await serve(fails(403))
  expect(await refusal()).toMatch(/answered 403/)
  expect(mirror.requests).toHaveLength(1)
})

test('a 503 that passes is retried', async () => {
  await serve(fails(503), sends(ZIP))
  expect(await machine.install(mirror.url)).toMatchObject({ from: 'download' })
  expect(machine.lines.join('\n')).toMatch(/Attempt 1 of 4: .* answered 503/)
})

test('a 503 that stays is given up after four attempts', async () => {
  await serve(fails(503))
  expect(await refusal()).toMatch(/could not be downloaded in 4 attempts.*answered 503/)
  expect(mirror.requests).toHaveLength(4)
})

test('a connection that breaks in the middle is retried', async () => {
  await serve(hangsUp(ZIP), hangsUp(ZIP), sends(ZIP))
  expect(await machine.install(mirror.url)).toMatchObject({ from: 'download' })
  expect(mirror.requests).toHaveLength(3)
})

test('a server that stalls is given up after the timeout and tried again', async () => {
  await serve(stalls(), sends(ZIP))
  expect(await machine.install(mirror.url, 300)).toMatchObject({ from: 'download' })
  expect(machine.lines.join('\n')).toMatch(/not complete after 300 ms/)
})

test('a server that always stalls is named with the way out', async () => {
  await serve(stalls())
  await expect(machine.install(mirror.url, 50)).rejects.toThrow(/raise 'timeout'/)
  expect(machine.paths).toEqual([])
})

test('a cancelled job ends its download, tries no more and leaves nothing behind', async () => {
  await serve((response) => {
    stalls()(response)
    machine.cancel()
  })
  expect(await refusal()).toBe('The job was cancelled.')
  expect(mirror.requests).toHaveLength(1)
})

test('a second job finds the first one’s Terraform in the tool cache and asks no server', async () => {
  await serve(sends(ZIP), fails(500))
  const first = await machine.install(mirror.url)
  expect(await machine.install(mirror.url)).toEqual({ ...first, from: 'cache' })
  expect(mirror.requests).toHaveLength(1)
})

const cached = (name: string): string => join(machine.cache.find('1.13.1'), name)
const BINARY = 'terraform'
const ARCHIVE = 'terraform_1.13.1_linux_amd64.zip'

const tamperings: readonly [string, RegExp, () => Promise<void>][] = [
  ['binary', /not the one in the zip/, () => writeFile(cached(BINARY), '#!/bin/sh\necho evil\n')],
  ['missing binary', /binary is missing/, () => rm(cached(BINARY))],
  ['binary that cannot run', /cannot be executed/, () => chmod(cached(BINARY), 0o644)],
  ['zip', /another digest/, () => writeFile(cached(ARCHIVE), zipSync({ terraform: new Uint8Array(3) }))],
  ['missing zip', /zip is missing/, () => rm(cached(ARCHIVE))],
  [
    'link in the binary’s place',
    /binary is missing/,
    async () => {
      await rm(cached(BINARY))
      await symlink('/bin/sh', cached(BINARY))
    }
  ]
]

test.each(tamperings)(
  'a tool cache with a tampered %s is replaced with a warning',
  async (_what, why, tamper) => {
    await serve(sends(ZIP))
    const { path } = await machine.install(mirror.url)
    const original = await readFile(path, 'utf8')
    await tamper()
    expect(await machine.install(mirror.url)).toMatchObject({ from: 'download' })
    expect(await readFile(path, 'utf8')).toBe(original)
    expect(machine.lines.filter((line) => line.startsWith('warning:')).join()).toMatch(why)
  }
)

test('a tampered tool cache that cannot be replaced never reaches PATH', async () => {
  await serve(sends(ZIP), fails(404))
  await machine.install(mirror.url)
  await writeFile(cached(BINARY), 'evil')
  machine.paths.length = 0
  await expect(machine.install(mirror.url)).rejects.toThrow(/404/)
  expect(machine.paths).toEqual([])
})
