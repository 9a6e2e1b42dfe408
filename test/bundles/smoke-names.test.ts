import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type NameServer, startNameServer } from '../actions/smoke/name-server.ts'
import { parseOutputs } from '../chaos/outputs.ts'
import { runBundle } from './run-bundle.ts'

let names: NameServer

beforeAll(async () => {
  names = await startNameServer({ 'empty.acme.test': [], 'alias.acme.test': ['lb.acme.test'] })
})
afterAll(() => names?.close())

test.each([
  ['nobody.acme.test', 'the name does not exist (NXDOMAIN)'],
  ['empty.acme.test', 'has neither an A nor an AAAA record'],
  ['alias.acme.test', 'it is another name for lb.acme.test']
])('dns: %s: %s', async (host, words) => {
  // What is waited for in vain: long enough for a busy machine to answer once.
  const inputs = { urls: `https://${host}`, resolver: names.address, timeout: '4s' }
  const step = await runBundle({ action: 'smoke', inputs })
  expect({ log: step.log, code: step.code }).toEqual({ log: expect.stringContaining(words), code: 1 })
  expect(parseOutputs(step.outputs)).toMatchObject({ passed: 'false', 'failed-layer': 'dns' })
})
