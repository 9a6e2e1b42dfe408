import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, jest, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { fails, sends, startMirror } from '../actions/setup-terraform-1.13.1/mirror.ts'
import { runBundle, type Step, type StepResult } from './run-bundle.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(60_000)

const TERRAFORM = process.env['CALIBER_TERRAFORM'] ?? 'terraform'

const run = (step: Omit<Step, 'action'>): Promise<StepResult> =>
  runBundle({ ...step, action: 'setup-terraform-1.13.1' })

test('the bundle refuses a zip with another digest and leaves PATH untouched', async () => {
  const mirror = await startMirror(sends(zipSync({ terraform: new TextEncoder().encode('#!/bin/sh\n') })))
  try {
    const step = await run({ inputs: { mirror: mirror.url } })
    expect(step.code).toBe(1)
    expect(step.path).toBe('')
    expect(step.outputs).toBe('')
    expect(step.log).toMatch(/::error::.* has SHA-256 [0-9a-f]{64} where [0-9a-f]{64} is expected/)
    expect(step.summary).toContain('[!CAUTION]')
    expect(mirror.requests).toEqual([
      expect.stringMatching(/^\/terraform\/1\.13\.1\/terraform_1\.13\.1_\w+\.zip$/)
    ])
  } finally {
    await mirror.close()
  }
})

test('the bundle uses an installed Terraform, says so loudly, and reports its version', async () => {
  const step = await run({ inputs: { binary: TERRAFORM } })
  expect(step.code).toBe(0)
  expect(step.log).toMatch(/::warning::Terraform \d+\.\d+\.\d+ at .*origin was not checked/)
  expect(step.outputs).toMatch(/version<<.*\n\d+\.\d+\.\d+\n/)
  expect(step.outputs).toMatch(/cache-hit<<.*\nfalse\n/)
  expect(step.summary).toContain('[!WARNING]')
})

test('the bundle refuses what contradicts the working directory before it asks any server', async () => {
  const mirror = await startMirror(sends(new Uint8Array(1)))
  try {
    const step = await run({ inputs: { mirror: mirror.url }, files: { '.terraform-version': '1.12.0\n' } })
    expect(step.code).toBe(1)
    expect(step.log).toContain(`.terraform-version says '1.12.0', but this step sets up Terraform 1.13.1`)
    expect(mirror.requests).toEqual([])
  } finally {
    await mirror.close()
  }
})

test('a program that is no Terraform is refused', async () => {
  const step = await run({ inputs: { binary: 'true' } })
  expect(step.code).toBe(1)
  expect(step.path).toBe('')
  expect(step.log).toMatch(/it is no Terraform/)
})

test('the bundle reaches a mirror through the proxy that the environment names', async () => {
  const mirror = await startMirror(fails(404))
  const asked: string[] = []
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    socket.pipe(connect(Number(new URL(mirror.url).port), '127.0.0.1')).pipe(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = proxy.address() as AddressInfo
    const env = { HTTP_PROXY: `http://127.0.0.1:${port}` }
    const step = await run({ inputs: { mirror: 'http://mirror.invalid' }, env })
    expect(asked).toEqual(['mirror.invalid:80'])
    expect(step.log).toContain('answered 404')
  } finally {
    proxy.close()
    proxy.closeAllConnections()
    await mirror.close()
  }
})
