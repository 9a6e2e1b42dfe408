import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readPlan, renderGolden } from '../../fixtures/plans/golden.ts'
import { fingerprintPlan } from '../../../lib/terraform/digest.ts'

const folder = join(import.meta.dirname, '../../fixtures/plans')
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []))

test.each(names)('renders the plan %s as its golden file says', (name) => {
  expect(renderGolden(name)).toBe(readFileSync(join(folder, `${name}.md`), 'utf8'))
})

test.each(names)(
  'shows no planted secret of the plan %s, neither rendered nor in its fingerprint',
  (name) => {
    const fingerprint = JSON.stringify(fingerprintPlan(readPlan(name), Buffer.alloc(32, 7)))
    expect(`${renderGolden(name)}${fingerprint}`).not.toMatch(/marker/)
  }
)

test('has a case for every kind of change', () => {
  const all = names.map((name) => readFileSync(join(folder, `${name}.md`), 'utf8')).join('\n')
  for (const words of [
    'to create',
    'to update',
    'to replace',
    'to delete',
    'to import',
    'to move',
    'to forget'
  ])
    expect(all).toContain(words)
  for (const words of [
    'to read',
    'action to invoke|actions to invoke',
    'deferred',
    'deposed',
    'outside of Terraform',
    'open'
  ]) {
    expect(all).toMatch(new RegExp(words))
  }
})
