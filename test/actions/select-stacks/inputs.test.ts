import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/select-stacks/src/inputs.ts'
import { UserError } from '../../../lib/errors.ts'

type Given = Readonly<Record<string, string>>
const parse = (given: Given): ReturnType<typeof parseInputs> => parseInputs((name) => given[name] ?? '')
const stacks = (...items: readonly unknown[]): Given => ({ stacks: JSON.stringify(items) })

test.each<[string, Given, string]>([
  ['stacks that are no JSON', { stacks: 'web' }, "Input 'stacks' is no JSON"],
  ['stacks that are an object', { stacks: '{}' }, 'no JSON list'],
  ['a stack without a name', stacks({}), "whose 'stack' is no name"],
  ['a stack that is text', stacks('web'), 'has an entry (1)'],
  ['a stack with a slash', stacks({ stack: 'a/b' }), "whose 'stack' is no name"],
  ['a stack elsewhere', stacks({ stack: 'web', 'working-directory': '../x' }), "whose 'working-directory'"],
  [
    'a stack of the machine',
    stacks({ stack: 'web', 'working-directory': '/x' }),
    "whose 'working-directory'"
  ],
  ['variable files as a list', stacks({ stack: 'web', 'var-files': ['a'] }), "whose 'var-files'"],
  ['a wave of half a number', stacks({ stack: 'web', wave: 0.5 }), "whose 'wave'"],
  ['a wave too far', stacks({ stack: 'web', wave: 100 }), "whose 'wave'"],
  ['one name twice', stacks({ stack: 'web' }, { stack: 'web' }), "has 'web' twice"],
  ['tenants elsewhere', { 'tenants-folder': '../tenants' }, "Input 'tenants-folder'"],
  ['a stack of tenants elsewhere', { 'tenant-stack': '/stacks' }, "Input 'tenant-stack'"],
  ['staging', { environments: 'staging' }, 'none of dev, stg, prod'],
  ['a canary without environment', { canaries: 'acme' }, 'no tenant such as stg/acme'],
  ['shared paths elsewhere', { 'shared-paths': '../x' }, "Input 'shared-paths'"],
  ['shared paths that exclude', { 'shared-paths': '!x' }, "Input 'shared-paths'"],
  ['a branch for a commit', { base: 'main' }, 'not a commit'],
  ['all and a base', { all: 'true', base: 'a'.repeat(40) }, 'exclude each other'],
  ['waves of 257', { largest: '257' }, 'no whole number from 1 to 256'],
  ['waves of none', { largest: '0' }, 'no whole number from 1 to 256'],
  ['a flag of another language', { split: 'oui' }, 'none of false, true']
])('%s is refused in a sentence', (_name, given, sentence) => {
  expect(() => parse(given)).toThrow(UserError)
  expect(() => parse(given)).toThrow(sentence)
})

test('nothing given means the registry, compared as the event says', () => {
  expect(parse({})).toEqual({
    stacks: [],
    tenantsFolder: 'terraform/tenants',
    tenantStack: 'terraform/stacks/caliber',
    environments: [],
    canaries: [],
    sharedPaths: [],
    all: false,
    largest: 256,
    split: false
  })
})

test('a stack keeps what it was given, but for its wave', () => {
  const given = {
    stack: 'web',
    'working-directory': './infra/',
    'var-files': 'a.tfvars\n\n b.tfvars',
    targets: 'x.y'
  }
  expect(parse(stacks({ ...given, wave: 3 })).stacks).toEqual([
    { stack: 'web', folder: 'infra', varFiles: ['a.tfvars', 'b.tfvars'], wave: 3, given }
  ])
})
