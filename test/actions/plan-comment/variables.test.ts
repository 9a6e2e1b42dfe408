import { expect, test } from '@jest/globals'
import { UserError } from '../../../lib/errors.ts'
import { openSeal } from '../../../lib/seal.ts'
import { inputsOf, newWorld, planOf, runJob } from '../../fakes/terraform-plan-world.ts'

const KEY = Buffer.alloc(32, 5)
const SEALED = { 'seal-key': KEY.toString('base64') }
const GIVEN = '{"client": "acme", "env": "stg", "ranges": {"vpc": "10.1.0.0/16"}}'
const DECLARED = { variables: { client: { value: 'acme' }, env: { value: 'stg' }, ranges: {} } }
const CHANGING = { json: planOf('y', DECLARED) }

test.each<[string, string, string]>([
  ['words', 'client=umbrella', 'is no JSON object'],
  ['a list', '["umbrella"]', 'is no JSON object'],
  ['null', 'null', 'is no JSON object'],
  ['a text that holds no object', '"umbrella"', 'is no JSON object'],
  ['a text within a text', JSON.stringify(JSON.stringify('{}')), 'is no JSON object'],
  ['an object cut short', '{"client": "umbrella"', 'is no JSON object'],
  ['a name with a dot', '{"client": "umbrella", "a.b": 1}', 'a name (the 2. of the object)'],
  ['an empty name', '{"": "x"}', 'a name (the 1. of the object)'],
  ['a flag for a name', '{"-destroy": "x"}', 'a name (the 1. of the object)'],
  ['more than a process can be given', `{"a": "${'x'.repeat(65_536)}"}`, 'more than 65536 bytes']
])('refuses %s, and repeats nothing of it', (_what, variables, why) => {
  expect(() => inputsOf({ variables })).toThrow(UserError)
  expect(() => inputsOf({ variables })).toThrow(why)
  expect(() => inputsOf({ variables })).not.toThrow(/umbrella|-destroy/)
})

test.each([
  ['a plan file', { 'plan-file': 'p' }, "'plan-file' and 'variables' exclude each other"],
  ['the JSON of a plan', { 'plan-json': 'j' }, "'plan-json' and 'variables' exclude each other"]
])('refuses variables beside %s, which has its own', (_what, given, why) => {
  expect(() => inputsOf({ variables: GIVEN, ...given })).toThrow(why)
})

test.each([
  ['as an object', GIVEN],
  ['as the JSON text of one', JSON.stringify(GIVEN)]
])('takes variables %s, to the letter', (_how, variables) => {
  expect(inputsOf({ variables }).variables).toBe(GIVEN)
})

test('plans with the variables after all files, and seals them with the plan', async () => {
  const world = newWorld()
  const { calls, report } = await runJob(
    world,
    { terraform: CHANGING, files: { 'a.tfvars': '' } },
    { ...SEALED, 'var-files': 'a.tfvars', variables: GIVEN }
  )
  expect(report.failure).toBeUndefined()
  const command = calls.find((call) => call.startsWith('plan ')) ?? ''
  expect(JSON.parse(command.slice(5))).toMatchObject({ varFiles: ['a.tfvars', `file of ${GIVEN}`] })
  const sealed = world.artifacts.find(({ name }) => name === 'plan-web-1')?.files['plan.sealed'] as Buffer
  const { header, variables } = openSeal({ key: KEY, sealed })
  expect(variables).toBe(GIVEN)
  expect(header.arguments.varFiles).toEqual(['a.tfvars'])
  expect(Object.keys(header.tree)).toEqual(['stack', 'a.tfvars'])
})

test('a value without a variable of the stack fails the plan by its name', async () => {
  const variables = '{"client": "acme", "subdomian": "acme-stg"}'
  const { report } = await runJob(newWorld(), { terraform: CHANGING }, { ...SEALED, variables })
  expect(report.failure).toContain("Input 'variables' names 'subdomian', which 'web' does not declare")
  expect(report.outputs).toMatchObject({ plans: '{}', 'artifact-id': '' })
})
