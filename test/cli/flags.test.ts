import { expect, test } from '@jest/globals'
import { COMMANDS } from '../../cli/commands/all.ts'
import { FLAGS, type FlagName } from '../../cli/flags.ts'
import { fakeLaptop } from './fake-laptop.ts'

const GOOD: Readonly<Partial<Record<FlagName, string>>> = {
  client: 'Acme',
  plan: 'Dedicated',
  env: 'stg',
  subdomain: 'acme-stg',
  'build-dir': '.'
}

/** A line of a script with everything that it needs, but for one flag. */
const lineWithout = (script: string, required: readonly FlagName[], missing?: FlagName): string =>
  [
    script.replace('.sh', ''),
    ...required.filter((name) => name !== missing).map((name) => `--${name} ${GOOD[name]}`)
  ].join(' ')

/** What a refusal must be: before anything, one sentence or two on one line, about that flag, with a way out. */
async function expectRefusal(line: string, ...words: readonly string[]): Promise<void> {
  await using laptop = await fakeLaptop()
  const { code, out, err } = await laptop.type(line)
  expect({ line, code, out }).toEqual({ line, code: 2, out: '' })
  expect(err).toMatch(/^Error: [^\n]+[.?)]$/)
  for (const word of words) expect(err).toContain(word)
  expect([laptop.steps, laptop.terraform]).toEqual([[], []])
}

const missing = COMMANDS.flatMap(({ script, required }) =>
  required.map((name) => [`${script} without --${name}`, lineWithout(script, required, name), name] as const)
)

test('every flag that is needed is asked for', () => {
  expect(missing.length).toBeGreaterThan(20)
})

test.each(missing)('%s is refused', (_name, line, flag) =>
  expectRefusal(line, `--${flag} is missing. Give it, as --${flag} `)
)

const PLAN = 'plan --client Acme --plan Dedicated --env stg --subdomain acme-stg'

test.each([
  ['client', 'A'],
  ['client', '-acme'],
  ['client', 'acme--corp'],
  ['client', 'averyveryverylongname'],
  ['client', '9lives'],
  ['plan', 'dedicated'],
  ['plan', 'Shared'],
  ['env', 'staging'],
  ['env', 'production'],
  ['env', 'PROD'],
  ['subdomain', 'acme.stg'],
  ['subdomain', 'Acme'],
  ['subdomain', 'acme_stg'],
  ['saas-docdb-uri', 'postgres://host/'],
  ['saas-docdb-secret-arn', 'caliber/acme/docdb'],
  ['saas-rds-endpoint', 'https://host:5432'],
  ['saas-rds-endpoint', 'host'],
  ['saas-api-lb-dns', 'https://lb.elb.amazonaws.com'],
  ['saas-api-lb-zone', 'hicaliber.net'],
  ['region', 'Frankfurt'],
  ['region', 'us-east'],
  ['image', 'caliber/api:latest'],
  ['image', 'caliber/api']
] as const)('--%s %s is refused with what it should be', (flag, value) =>
  expectRefusal(`${PLAN} --${flag} ${value}`, `--${flag}`, FLAGS[flag].expected ?? '', FLAGS[flag].example)
)

test.each(
  COMMANDS.flatMap(({ script, required }) => [
    [
      `${script} with a flag that nobody has`,
      `${lineWithout(script, required)} --clint Acme`,
      '--clint'
    ] as const,
    [`${script} with a word too many`, `${lineWithout(script, required)} now`, '--help'] as const
  ])
)('%s is refused', (_name, line, word) => expectRefusal(line, word, '--help shows what there is'))

test.each(
  Object.keys(FLAGS).flatMap((flag) => {
    const command = COMMANDS.find(({ required, optional }) =>
      [...required, ...optional].includes(flag as FlagName)
    )
    return command === undefined ? [] : [[command.script, flag] as const]
  })
)('%s refuses --%s without its value', (script, flag) =>
  expectRefusal(`${script.replace('.sh', '')} --${flag}`, `--${flag}`, 'argument missing')
)

test('a password in --saas-docdb-uri is refused and not repeated', async () => {
  await using laptop = await fakeLaptop()
  const line = 'apply --client Newco --plan SaaS --env stg --subdomain newco-stg --saas-docdb-uri'
  const { code, err } = await laptop.type(`${line} mongodb://admin:planted-word@host:27017/`)
  expect(code).toBe(2)
  expect(err).toContain('--saas-docdb-secret-arn')
  expect(err).not.toContain('planted-word')
})

test.each([
  [
    'plan --client Acme --plan Dedicated --env stg --subdomain acme-stg --saas-rds-endpoint host:5432',
    'for SaaS tenants'
  ],
  [
    'plan --client SaaSShared --plan SaaS --env prod --subdomain saas-api --saas-rds-endpoint host:5432',
    'for SaaS tenants'
  ],
  [
    'plan --client Newco --plan SaaS --env prod --subdomain newco --saas-api-lb-dns lb.example.net',
    'are a pair'
  ],
  ['plan --client Newco --plan SaaS --env prod --subdomain newco --saas-api-lb-zone Z123', 'are a pair'],
  ['init --state-region us-east-1', '--state-region is given without --state-bucket'],
  ['smoke-test', '--subdomain is missing'],
  ['smoke-test --subdomain acme --url https://acme.test', '--url and --subdomain'],
  ['deploy-frontend --client Acme --plan Dedicated --env stg --build-dir ./nowhere', 'no folder from here'],
  ['destroy --client Acme --plan Dedicated --env prod --subdomain acme', '--force is missing'],
  ['destroy --client Acme --plan Dedicated --env stg --subdomain acme-stg', 'Nobody can be asked here'],
  [
    'destroy --client Acme --plan Dedicated --env prod --subdomain acme --force --yes',
    'Name the tenant, as --yes prod/acme'
  ],
  ['seed-secrets --client Acme --env stg', 'no tenant of this checkout'],
  ['migrate --client Acme --plan Dedicated --env stg', 'no tenant of this checkout'],
  ['plan --client Acme --plan Dedicated --env stg --subdomain acme-stg', '--image is missing'],
  ['launch', 'There is no launch.sh'],
  ['', 'Nothing is named to run']
])('%s is refused: %s', (line, words) => expectRefusal(line, words))
