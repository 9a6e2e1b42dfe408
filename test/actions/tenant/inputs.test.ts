import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/tenant/src/inputs.ts'
import { UserError } from '../../../lib/errors.ts'
import { GLOBEX, type Given } from './office.ts'

const parse = (given: Given): ReturnType<typeof parseInputs> => {
  const all: Given = { ...GLOBEX, ...given }
  return parseInputs((name) => all[name] ?? '')
}

const AMEND: Given = { mode: 'amend', 'github-token': 'x' }

test.each<[string, Given, string]>([
  ['no mode', { mode: '' }, "Input 'mode' is required"],
  [
    'an unknown mode',
    { mode: 'delete' },
    'none of validate, reserve, register, show, amend, retire, release, list'
  ],
  ['no client', { client: ' ' }, "Input 'client' is required"],
  ['a client with a slash', { client: 'a/b' }, "not a tenant's name"],
  ['a client of 14 letters', { client: 'a'.repeat(14) }, "not a tenant's name"],
  ['a client that ends in a hyphen', { client: 'acme-' }, "not a tenant's name"],
  ['no environment', { env: '' }, "Input 'env' is required"],
  ['staging', { env: 'staging' }, 'none of dev, stg, prod'],
  ['no plan', { plan: '' }, "Input 'plan' is required"],
  ['a plan in small letters', { plan: 'saas' }, 'none of Dedicated, SaaS'],
  ['a subdomain with a dot', { subdomain: 'a.b' }, 'not one DNS label'],
  ['a subdomain in capitals', { subdomain: 'Acme' }, 'not one DNS label'],
  ['no subdomain', { subdomain: '' }, "Input 'subdomain' is required"],
  ['no region', { region: '' }, "Input 'region' is required"],
  ['a zone for a region', { region: 'us-east-1a' }, 'not an AWS region'],
  ['a domain of one label', { domain: 'localhost' }, 'not a DNS zone'],
  ['addresses with bits behind the prefix', { 'vpc-cidr': '10.20.1.0/16' }, 'no range between /16 and /22'],
  ['addresses too many', { 'vpc-cidr': '10.0.0.0/8' }, 'no range between /16 and /22'],
  ['addresses that are none', { 'vpc-cidr': '10.20.0.300/16' }, 'no range between /16 and /22'],
  ['a pool that is none', { 'cidr-pool': 'ten' }, 'no range of addresses'],
  ['a pool smaller than a block', { 'cidr-pool': '10.0.0.0/20' }, 'smaller than a block of /16'],
  ['a block too small', { 'cidr-size': '24' }, 'no whole number from 16 to 22'],
  ['settings that are no JSON', { settings: 'image=x' }, "Input 'settings' is no JSON"],
  ['settings that are a list', { settings: '[]' }, 'no JSON object'],
  ['settings that say the plan', { settings: '{"plan":"SaaS"}' }, "which is input 'plan'"],
  [
    'settings that say the addresses',
    { settings: '{"vpc_cidr":"10.0.0.0/16"}' },
    "which is input 'vpc-cidr'"
  ],
  ['settings too long to reserve', { settings: JSON.stringify({ image: 'x'.repeat(3000) }) }, 'longer than'],
  ['a folder elsewhere', { folder: '../x' }, 'which is outside the repository'],
  ['a folder of the machine', { folder: '/etc' }, 'which is outside the repository'],
  ['a confirmation of nothing', { confirm: 'stg/globex' }, "only for modes 'release' and 'show'"],
  ['a look at another', { mode: 'show', confirm: 'prod/globex' }, "is not 'stg/globex'"],
  ['a look that is confirmed with a space', { mode: 'show', confirm: ' ' }, "Input 'confirm' is required"],
  ['a look at nobody', { mode: 'show', client: '' }, "Input 'client' is required"],
  [
    'an amendment without token',
    { mode: 'amend', settings: '{"cpu":512}' },
    "Input 'github-token' is required"
  ],
  ['an amendment of nothing', { ...AMEND, settings: '' }, "Input 'settings' is required"],
  ['an amendment by nothing', { ...AMEND, settings: '{}' }, 'nothing would change'],
  ['an amendment by a list', { ...AMEND, settings: '[1]' }, 'no JSON object'],
  ['another plan', { ...AMEND, settings: '{"plan":"SaaS"}' }, "has 'plan', which never changes"],
  ['another region', { ...AMEND, settings: '{"region":"eu-west-1"}' }, "has 'region', which never changes"],
  [
    'no addresses any more',
    { ...AMEND, settings: '{"vpc_cidr":null}' },
    "has 'vpc_cidr', which never changes"
  ],
  ['another name', { ...AMEND, settings: '{"subdomain":"x-stg"}' }, "has 'subdomain', which is reserved"],
  ['a retirement without token', { mode: 'retire' }, "Input 'github-token' is required"],
  ['a release without confirmation', { mode: 'release', 'github-token': 'x' }, "Input 'confirm' is required"],
  [
    'a release of another',
    { mode: 'release', 'github-token': 'x', confirm: 'prod/globex' },
    "is not 'stg/globex'"
  ],
  ['a registration without token', { mode: 'register' }, "Input 'github-token' is required"],
  ['a release without token', { mode: 'release', confirm: 'stg/globex' }, "Input 'github-token' is required"],
  ['a registry in no region', { 'registry-region': 'here' }, 'not an AWS region'],
  ['a flag of another language', { 'dry-run': 'ja' }, 'none of false, true']
])('%s is refused in a sentence', (_name, given, sentence) => {
  expect(() => parse(given)).toThrow(UserError)
  expect(() => parse(given)).toThrow(sentence)
})

test('a form becomes a wish', () => {
  expect(parse({ domain: 'caliber.example', folder: 'tenants/' })).toMatchObject({
    folder: 'tenants',
    dryRun: false,
    task: {
      mode: 'reserve',
      name: { client: 'Globex', env: 'stg', key: 'stg/globex' },
      wish: {
        tenant: { client: 'Globex', plan: 'Dedicated', subdomain: 'globex-stg', domain: 'caliber.example' },
        pool: { bits: 16 }
      }
    }
  })
})
