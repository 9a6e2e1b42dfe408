import { expect, test } from '@jest/globals'
import {
  aheadToken,
  firstKeyToken,
  rotationToken,
  writeToken
} from '../../../actions/seed-secrets/src/tokens.ts'

const write = { run: '7/1', round: 1 }
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/

test('a write has a token of its own for each run, secret, version before it and round', () => {
  const tokens = [
    writeToken(write, 'a', undefined),
    writeToken(write, 'a', 'v1'),
    writeToken(write, 'b', 'v1'),
    writeToken({ ...write, run: '7/2' }, 'a', 'v1'),
    writeToken({ ...write, round: 2 }, 'a', 'v1'),
    rotationToken('7/1', 'a'),
    rotationToken('7/2', 'a'),
    firstKeyToken('a', 'arn:1'),
    firstKeyToken('a', 'arn:2'),
    aheadToken('arn:1', 1),
    aheadToken('arn:1', 2),
    aheadToken('arn:2', 1)
  ]
  expect(new Set(tokens).size).toBe(tokens.length)
  for (const token of tokens) expect(token).toMatch(UUID)
})

test('the same write has the same token, whatever the value and whenever it is', () => {
  expect(writeToken(write, 'a', 'v1')).toBe(writeToken({ ...write }, 'a', 'v1'))
  expect(rotationToken('7/1', 'a')).toBe(rotationToken('7/1', 'a'))
})
