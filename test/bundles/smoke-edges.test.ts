import { afterAll, beforeAll, beforeEach, afterEach, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import { type NameServer, startNameServer } from '../actions/smoke/name-server.ts'
import { parseOutputs } from '../chaos/outputs.ts'
import { createSite, enterSite, host, type Site } from '../emulator/dataplane/site.ts'
import { startForTests } from '../emulator/start.ts'
import { runBundle, type StepResult } from './run-bundle.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(120_000)

let seeded: Aws
let names: NameServer
let id: string
let site: Site

const IMMUTABLE = {
  'content-type': 'text/javascript',
  'cache-control': 'public, max-age=31536000, immutable'
}

beforeAll(async () => {
  seeded = await startForTests()
  const first = await createSite(seeded)
  id = first.id
  await first.put(
    'index.html',
    '<!doctype html><html><script src="/assets/app-4f3d9c2b.js"></script></html>',
    {
      'content-type': 'text/html',
      'cache-control': 'no-cache'
    }
  )
  await first.put('assets/app-4f3d9c2b.js', 'export {}', IMMUTABLE)
  names = await startNameServer({ [host]: ['127.0.0.1'] })
})
afterAll(async () => {
  await names?.close()
  await seeded?.close()
})
beforeEach(async () => {
  site = enterSite(await seeded.fork(), id)
})
afterEach(() => site?.aws.close())

/** The step, at wherever the distribution listens. */
async function smoke(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  const { ca, hosts } = await site.aws.edges()
  const { ports = {} } = hosts[host] ?? {}
  return runBundle({
    action: 'smoke',
    inputs: {
      urls: `https://${host}:${ports['443']}/\nhttp://${host}:${ports['80']}`,
      resolver: names.address,
      'ca-file': 'ca.pem',
      timeout: '20s',
      ...inputs
    },
    files: { 'ca.pem': ca }
  })
}

test('a distribution with a build in its bucket passes', async () => {
  const step = await smoke({ checks: 'assets: required' })
  expect({ code: step.code, log: step.log }).toMatchObject({ code: 0 })
  expect(parseOutputs(step.outputs)).toMatchObject({ passed: 'true', 'failed-layer': '' })
})

test('a chunk that is gone breaks the assets', async () => {
  await site.remove('assets/app-4f3d9c2b.js')
  const step = await smoke()
  expect({ code: step.code, log: step.log }).toEqual({
    code: 1,
    log: expect.stringContaining('/assets/app-4f3d9c2b.js is 40')
  })
  expect(parseOutputs(step.outputs)).toMatchObject({ 'failed-layer': 'assets' })
})
