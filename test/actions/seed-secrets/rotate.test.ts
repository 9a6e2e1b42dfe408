import { beforeEach, expect, test } from '@jest/globals'
import { changesOf, complaintOf, HOUR, openTenant, PATH, type Tenant } from './tenant.ts'

const KEY = `${PATH}django-secret-key`
const EARLIER = `${PATH}django-secret-key-fallbacks`

let tenant: Tenant
beforeEach(() => {
  tenant = openTenant()
})

test('a rotation makes a new key and keeps the one before', async () => {
  await tenant.run()
  tenant.wait(HOUR)
  const outcome = await tenant.run({ rotate: 'django-secret-key' }, '7/101')
  expect(changesOf(outcome)).toEqual({
    'django-secret-key': 'rotated',
    'django-secret-key-fallbacks': 'updated'
  })
  expect(tenant.secrets.value(KEY)).toBe('key-2-of-48-bytes')
  expect(tenant.secrets.value(EARLIER)).toBe('["key-1-of-48-bytes"]')
})

test('no attempt of a run rotates a second time, and each says that the run rotated', async () => {
  await tenant.run()
  for (const attempt of [1, 2, 3]) {
    tenant.wait(attempt * HOUR)
    const outcome = await tenant.run({ rotate: `${PATH}django-secret-key` }, '7/101')
    expect(changesOf(outcome)['django-secret-key']).toBe('rotated')
  }
  expect(tenant.secrets.versions(KEY)).toBe(2)
  expect(tenant.secrets.versions(EARLIER)).toBe(2)
})

test('an attempt of an old run does not rotate when later runs have', async () => {
  await tenant.run()
  for (const run of ['7/101', '7/102', '7/103']) {
    tenant.wait(HOUR)
    await tenant.run({ rotate: 'django-secret-key' }, run)
  }
  const late = await tenant.run({ rotate: 'django-secret-key' }, '7/101')
  expect(late).toMatchObject({
    rows: [{ change: 'unchanged', reason: expect.stringContaining('rotated it earlier') }, {}, {}, {}]
  })
  expect(tenant.secrets.value(KEY)).toBe('key-4-of-48-bytes')
  expect(tenant.secrets.versions(KEY)).toBe(4)
})

test('two earlier keys are kept, and no more', async () => {
  await tenant.run()
  for (const run of ['7/101', '7/102', '7/103']) {
    tenant.wait(HOUR)
    await tenant.run({ rotate: 'django-secret-key' }, run)
  }
  expect(tenant.secrets.value(EARLIER)).toBe('["key-3-of-48-bytes","key-2-of-48-bytes"]')
})

test('a key that leaked leaves no earlier key behind', async () => {
  await tenant.run()
  tenant.wait(HOUR)
  const mapping = 'django-secret-key: {kind: random, fallbacks: django-secret-key-fallbacks, keep: 0}'
  await tenant.run({ rotate: 'django-secret-key', mapping }, '7/101')
  expect([tenant.secrets.value(KEY), tenant.secrets.value(EARLIER)]).toEqual(['key-2-of-48-bytes', '[]'])
})

test('a key that stands for none is replaced, a random one that looks odd is not', async () => {
  tenant.secrets.write(KEY, 'CHANGEME', 0)
  expect(changesOf(await tenant.run())['django-secret-key']).toBe('updated')
  tenant.secrets.write(KEY, '$(a<b>***${x}-django-insecure-0123456789', 0)
  tenant.wait(HOUR)
  expect(changesOf(await tenant.run({}, '7/101'))).toEqual({})
})

test('a list of earlier keys that is none is not overwritten', async () => {
  tenant.secrets.write(EARLIER, 'key-a,key-b', 0)
  expect(complaintOf(await tenant.run())).toContain(
    `${EARLIER} keeps earlier keys, but it holds no JSON list`
  )
})
