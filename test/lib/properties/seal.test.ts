import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { openSeal, SealError, sealPlan, type SealHeader } from '../../../lib/seal.ts'
import { holds } from './check.ts'
import { hostileText } from './hostile-text.ts'

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((one) => Buffer.from(one))

const header: fc.Arbitrary<SealHeader> = fc.record({
  version: fc.constant(2 as const),
  repositoryId: hostileText,
  stack: hostileText,
  workingDirectory: hostileText,
  commit: hostileText,
  runId: fc.nat(),
  attempt: fc.nat(),
  digest: hostileText,
  terraformVersion: hostileText,
  lockFileSha256: hostileText,
  tree: fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
  arguments: fc.record({
    varFiles: fc.array(hostileText, { maxLength: 2 }),
    targets: fc.array(hostileText, { maxLength: 2 }),
    replace: fc.constant([]),
    refreshOnly: fc.boolean(),
    destroy: fc.boolean()
  })
})

const sealing = fc.record({
  key: bytes(32),
  header,
  plan: fc.uint8Array({ maxLength: 300 }).map((one) => Buffer.from(one)),
  variables: fc.json()
})

/** Where each region of a sealed plan begins: magic, key id, length, header, IV, tag, content. */
function regions(sealed: Buffer): readonly number[] {
  const headerEnd = 27 + sealed.readUInt32BE(23)
  return [0, 15, 23, 27, headerEnd, headerEnd + 12, headerEnd + 28, sealed.length]
}

test('what is sealed opens as it was', async () => {
  await holds(sealing, (parts) => {
    const opened = openSeal({ key: parts.key, sealed: sealPlan(parts) })
    expect(opened.plan.equals(parts.plan)).toBe(true)
    expect(opened.variables).toBe(parts.variables)
    expect(opened.header).toEqual(JSON.parse(JSON.stringify(parts.header)))
  })
})

test('one flipped bit is refused in every region', async () => {
  await holds(fc.tuple(sealing, fc.nat(), fc.nat(7)), ([parts, at, bit]) => {
    const sealed = sealPlan(parts)
    const starts = regions(sealed)
    starts.slice(0, -1).forEach((start, region) => {
      const length = (starts[region + 1] ?? start) - start
      if (length === 0) return
      const changed = Buffer.from(sealed)
      const place = start + (at % length)
      changed[place] = (changed[place] ?? 0) ^ (1 << bit)
      expect(() => openSeal({ key: parts.key, sealed: changed })).toThrow(SealError)
    })
  })
})

test('a header of the same length with one field changed is refused', async () => {
  await holds(fc.tuple(sealing, fc.nat()), ([parts, at]) => {
    const sealed = sealPlan({ ...parts, header: { ...parts.header, stack: 'aaaa', digest: '00', runId: 1 } })
    const fields = [
      ['"stack":"aaaa"', '"stack":"aaab"'],
      ['"digest":"00"', '"digest":"01"'],
      ['"runId":1', '"runId":2']
    ] as const
    const [from, to] = fields[at % fields.length] ?? fields[0]
    const place = sealed.indexOf(from)
    const changed = Buffer.concat([
      sealed.subarray(0, place),
      Buffer.from(to),
      sealed.subarray(place + to.length)
    ])
    expect(() => openSeal({ key: parts.key, sealed: changed })).toThrow(SealError)
  })
})

test('what is cut, longer, glued from two seals or mere noise is refused', async () => {
  await holds(
    fc.tuple(sealing, sealing, fc.nat(), fc.uint8Array({ maxLength: 200 })),
    ([one, two, at, noise]) => {
      const sealed = sealPlan(one)
      const other = sealPlan({ ...two, key: one.key })
      const [start, end] = [regions(sealed)[4] ?? 0, regions(other)[4] ?? 0]
      const forged = [
        sealed.subarray(0, at % sealed.length),
        Buffer.concat([sealed, Buffer.from([at % 256])]),
        Buffer.concat([sealed.subarray(0, start), other.subarray(end)]),
        Buffer.from(noise),
        Buffer.concat([sealed.subarray(0, 15), Buffer.from(noise)])
      ]
      for (const bad of forged) expect(() => openSeal({ key: one.key, sealed: bad })).toThrow(SealError)
    }
  )
})

test('another key opens nothing', async () => {
  await holds(fc.tuple(sealing, bytes(32)), ([parts, key]) => {
    fc.pre(!key.equals(parts.key))
    expect(() => openSeal({ key, sealed: sealPlan(parts) })).toThrow(SealError)
  })
})
