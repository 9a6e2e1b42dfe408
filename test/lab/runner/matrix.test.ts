import { expect, test } from '@jest/globals'
import { expandMatrix, legName } from '../../../lab/runner/run/matrix.ts'

test('vectors multiply, exclude takes away, include extends or adds [docs: workflow-syntax#jobsjob_idstrategymatrixexclude]', () => {
  const legs = expandMatrix({
    t: ['a', 'b', 'c'],
    exclude: [{ t: 'b' }],
    include: [{ t: 'c', extra: 1 }, { t: 'z' }, { everywhere: true }]
  })
  expect(legs).toEqual([{ t: 'a', everywhere: true }, { t: 'c', extra: 1, everywhere: true }, { t: 'z' }])
})

test('includes follow the order of GitHub’s documentation [docs: workflow-syntax#jobsjob_idstrategymatrixinclude]', () => {
  const include = [
    { color: 'green' },
    { color: 'pink', animal: 'cat' },
    { fruit: 'apple', shape: 'circle' },
    { fruit: 'banana' },
    { fruit: 'banana', animal: 'cat' }
  ]
  expect(expandMatrix({ fruit: ['apple', 'pear'], animal: ['cat', 'dog'], include })).toEqual([
    { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
    { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
    { fruit: 'pear', animal: 'cat', color: 'pink' },
    { fruit: 'pear', animal: 'dog', color: 'green' },
    { fruit: 'banana' },
    { fruit: 'banana', animal: 'cat' }
  ])
})

test('no matrix is one leg without values [docs: workflow-syntax#jobsjob_idstrategymatrix]', () =>
  expect(expandMatrix(undefined)).toEqual([{}]))

test('a vector without values is refused [docs: workflow-syntax#jobsjob_idstrategymatrix]', () =>
  expect(() => expandMatrix({ t: [] })).toThrow("Matrix vector 't' does not contain any values"))

test('256 legs are the most [docs: workflow-syntax#jobsjob_idstrategymatrix]', () => {
  const sixteen = Array.from({ length: 16 }, (_, index) => index)
  expect(expandMatrix({ a: sixteen, b: sixteen })).toHaveLength(256)
  expect(() => expandMatrix({ a: sixteen, b: sixteen, include: [{ a: 99 }] })).toThrow('expands to 257 jobs')
})

test('a leg is named by its values, also those inside mappings [docs: workflow-syntax#jobsjob_idname]', () => {
  expect(legName('plan', { stack: { name: 'x', dir: 'y' }, n: 1 })).toBe('plan (x, y, 1)')
  expect(legName('plan', {})).toBe('plan')
})
