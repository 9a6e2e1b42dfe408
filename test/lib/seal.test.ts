import { randomBytes } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { openSeal, parseSealKey, SealError, sealPlan, type SealHeader } from '../../lib/seal.ts'

const key = Buffer.alloc(32, 7)
const plan = Buffer.from('PK\u0003\u0004 a plan with password hunter2hunter2')
const header: SealHeader = {
  version: 2,
  repositoryId: '42',
  stack: 'caliber-acme-stg',
  workingDirectory: 'terraform/stacks/caliber',
  commit: 'c'.repeat(40),
  runId: 1234,
  attempt: 1,
  digest: 'd'.repeat(64),
  terraformVersion: '1.13.1',
  lockFileSha256: 'e'.repeat(64),
  tree: { 'terraform/stacks/caliber': 'f'.repeat(64) },
  arguments: {
    varFiles: ['../acme.tfvars.json'],
    targets: [],
    replace: [],
    refreshOnly: false,
    destroy: false
  },
  pullRequest: 12
}
const sealed = sealPlan({ key, header, plan })

test('a sealed plan opens to the same bytes and header', () => {
  expect(openSeal({ key, sealed })).toEqual({ header, plan })
})

test('variables are sealed with their plan, to the letter, and stand nowhere in clear', () => {
  const variables = '{ "subdomain": "acme-größe", "count": 1.0 }'
  const whole = sealPlan({ key, header, plan, variables })
  expect(openSeal({ key, sealed: whole })).toEqual({ header, plan, variables })
  expect(whole.includes('subdomain')).toBe(false)
})

test('an empty plan file survives the seal', () => {
  expect(openSeal({ key, sealed: sealPlan({ key, header, plan: Buffer.alloc(0) }) }).plan).toHaveLength(0)
})

test('the header stands in clear, the plan does not', () => {
  expect(sealed.includes('caliber-acme-stg')).toBe(true)
  expect(sealed.includes('hunter2')).toBe(false)
})

test('the same plan is sealed to other bytes each time', () => {
  expect(sealPlan({ key, header, plan }).equals(sealed)).toBe(false)
})

test('another key is named as such, by ids that tell nothing of the keys', () => {
  const open = (): unknown => openSeal({ key: Buffer.alloc(32, 8), sealed })
  expect(open).toThrow(SealError)
  expect(open).toThrow(/sealed with another key \([0-9a-f]{16}\) than the one given \([0-9a-f]{16}\)/)
})

test('every single flipped byte is noticed', () => {
  const opened = [...sealed.keys()].filter((at) => {
    const flipped = Buffer.from(sealed)
    flipped[at] = (flipped[at] ?? 0) ^ 1
    return opens(flipped)
  })
  expect(opened).toEqual([])
})

test.each(Object.keys(header))('a changed %s in the header is noticed', (field) => {
  const text = JSON.stringify(header)
  const other = JSON.stringify({ ...header, [field]: changed(header[field as keyof SealHeader]) })
  expect(Buffer.byteLength(other)).toBe(Buffer.byteLength(text))
  expect(() => openSeal({ key, sealed: replaceText(sealed, text, other) })).toThrow(
    /was changed after it was sealed/
  )
})

test('the header of one plan does not open with the content of another', () => {
  const other = sealPlan({ key, header, plan: randomBytes(plan.length) })
  const headerEnd = sealed.length - plan.length - 4 - 28
  expect(opens(Buffer.concat([sealed.subarray(0, headerEnd), other.subarray(headerEnd)]))).toBe(true)
  const renamed = sealPlan({ key, header: { ...header, attempt: 2 }, plan })
  expect(opens(Buffer.concat([renamed.subarray(0, headerEnd), sealed.subarray(headerEnd)]))).toBe(false)
})

test.each([
  ['nothing', Buffer.alloc(0), /not a sealed plan/],
  ['a plan that was never sealed', plan, /not a sealed plan/],
  ['the magic alone', sealed.subarray(0, 15), /not a sealed plan/],
  ['half of it', sealed.subarray(0, 200), /cut short/],
  ['all but the last byte', sealed.subarray(0, -1), /was changed/],
  ['one byte more', Buffer.concat([sealed, Buffer.alloc(1)]), /was changed/]
])('%s is refused in one sentence', (_what, bytes, message) => {
  expect(() => openSeal({ key, sealed: bytes })).toThrow(message)
})

test('a seal of another format is refused by its number', () => {
  const later = sealPlan({ key, header: { ...header, version: 3 } as unknown as SealHeader, plan })
  expect(() => openSeal({ key, sealed: later })).toThrow(/format 3/)
})

test('a key is the base64 of 32 bytes, with or without white space around it', () => {
  expect(parseSealKey(` ${key.toString('base64')}\n`)).toEqual(key)
})

test.each([
  '',
  'hunter2',
  Buffer.alloc(31).toString('base64'),
  Buffer.alloc(33).toString('base64'),
  'A'.repeat(64),
  key.toString('hex')
])('a seal key %p is refused with the command that makes one, and not repeated', (text) => {
  expect(() => parseSealKey(text)).toThrow(/openssl rand -base64 32/)
  expect(() => parseSealKey(`${text}!unlikely!`)).not.toThrow(/unlikely/)
})

function opens(bytes: Buffer): boolean {
  try {
    openSeal({ key, sealed: bytes })
    return true
  } catch (error) {
    if (error instanceof SealError) return false
    throw error
  }
}

/** Another value of the same length when written as JSON. */
function changed(value: unknown): unknown {
  const text = JSON.stringify(value)
  const next = text.replace(/[0-9]|[a-z](?=[^a-z"]*")/, (found) =>
    /\d/.test(found) ? String((Number(found) + 1) % 10) : 'x'
  )
  return JSON.parse(next === text ? text.replace('false', 'null ') : next)
}

function replaceText(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.indexOf(from)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(to), bytes.subarray(at + Buffer.byteLength(from))])
}
