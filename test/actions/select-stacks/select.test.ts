import { expect, test } from '@jest/globals'
import { chooseBase } from '../../../actions/select-stacks/src/base.ts'
import { parseInputs } from '../../../actions/select-stacks/src/inputs.ts'
import { observe, type Observed } from '../../../actions/select-stacks/src/observe.ts'
import { planSelection, type Plan } from '../../../actions/select-stacks/src/plan.ts'
import type { Event, Ports } from '../../../actions/select-stacks/src/ports.ts'
import { toReport } from '../../../actions/select-stacks/src/report.ts'
import { fileOf, renderTenant, type Tenant } from '../../../lib/tenants/tenant.ts'
import { silentLog } from '../../fakes/github-api.ts'

type Given = Readonly<Record<string, string>>
type World = Readonly<{
  changed?: readonly string[]
  tenants?: readonly Tenant[]
  before?: readonly string[]
  event?: Partial<Event>
  head?: string
}>

const SHA = 'a'.repeat(40)
const WEB = JSON.stringify([{ stack: 'web', 'working-directory': 'infra/web', 'var-files': 'web.tfvars' }])
const SOURCES: Readonly<Record<string, string>> = {
  'terraform/stacks/caliber/main.tf': `
    module "network" { source = "../../modules/network" }
    # module "gone" { source = "../../modules/gone" }
    /* module "dropped" {
      source = "../../modules/dropped" } */
    module "foreign" { source = "terraform-aws-modules/vpc/aws" }`,
  'terraform/modules/network/main.tf':
    'module "naming" {\n  source = "./naming"\n}\nmodule "loop" { source = "../network" }',
  'terraform/modules/network/naming/main.tf':
    'locals { x = file("${path.module}/../../../shared/names.txt") }',
  'infra/web/main.tf.json': '{"module":{"site":{"source":"../modules/site"}}}',
  'infra/modules/site/main.tf': ''
}

const tenant = (client: string, env: Tenant['env'] = 'stg', at = 1): Tenant => ({
  client,
  plan: client === 'SaaSShared' ? 'SaaS' : 'Dedicated',
  env,
  subdomain: `${client === 'SaaSShared' ? 'saas-api' : client}${env === 'prod' ? '' : `-${env}`}`,
  region: 'us-east-1',
  vpc_cidr: `10.${at}.0.0/16`,
  image: 'a:1'
})
const ACME = tenant('acme')
const GLOBEX = tenant('globex', 'prod', 2)

const portsOf = ({
  changed = [],
  tenants = [ACME, GLOBEX],
  before = [],
  event = {},
  head = SHA
}: World): Ports => ({
  head: async () => head,
  changedSince: async (commit) => (commit === '0'.repeat(39) + '1' ? undefined : changed),
  sourcesIn: async (folder) =>
    Object.entries(SOURCES)
      .filter(([path]) => path.slice(0, path.lastIndexOf('/')) === folder)
      .map(([path, text]) => ({ path, text })),
  readRegistry: async () => tenants.map((one) => ({ file: fileOf(one), text: renderTenant(one) })),
  registryAt: async () => before,
  event: { name: 'pull_request', sha: SHA, payload: {}, ...event },
  log: silentLog
})

async function select(given: Given, world: World): Promise<Readonly<{ plan: Plan; observed: Observed }>> {
  const inputs = parseInputs((name) => given[name] ?? '')
  const observed = await observe(inputs, portsOf(world))
  return { plan: planSelection(inputs, observed), observed }
}

/** Names of the selected stacks, wave by wave. */
async function wavesOf(given: Given, world: World): Promise<readonly (readonly string[])[]> {
  const { plan } = await select(given, world)
  return plan.kind === 'refused' ? [[plan.problem]] : plan.waves.map((wave) => wave.map(({ name }) => name))
}

const changing = (...changed: readonly string[]) => wavesOf({ stacks: WEB }, { changed })
const ACME_STG = 'caliber-acme-stg'
const GLOBEX_PROD = 'caliber-globex-prod'

test.each<[string, readonly string[], readonly (readonly string[])[]]>([
  ['its own file', ['terraform/tenants/stg/acme.tfvars.json'], [[ACME_STG]]],
  ['the stack', ['terraform/stacks/caliber/main.tf'], [[ACME_STG], [GLOBEX_PROD]]],
  ['the stack’s lock file', ['terraform/stacks/caliber/.terraform.lock.hcl'], [[ACME_STG], [GLOBEX_PROD]]],
  ['a module', ['terraform/modules/network/policy.json'], [[ACME_STG], [GLOBEX_PROD]]],
  ['a module’s module', ['terraform/modules/network/naming/main.tf'], [[ACME_STG], [GLOBEX_PROD]]],
  ['a file that a module reads elsewhere', ['terraform/shared/names.txt'], [[ACME_STG], [GLOBEX_PROD]]],
  ['a module of another stack', ['infra/modules/site/main.tf'], [['web']]],
  ['a variable file', ['infra/web/web.tfvars'], [['web']]],
  [
    'a module that is commented out',
    ['terraform/modules/gone/main.tf', 'terraform/modules/dropped/x.tf'],
    []
  ],
  [
    'a module’s tests, examples and page',
    [
      'terraform/modules/network/tests/a.tftest.hcl',
      'terraform/modules/network/examples/x/main.tf',
      'terraform/stacks/caliber/README.md'
    ],
    []
  ],
  ['a folder that only begins alike', ['terraform/stacks/caliber-two/main.tf', 'infra/webs/x'], []],
  ['anything else', ['README.md', 'src/index.ts'], []],
  ['nothing', [], []]
])('a stack is selected for %s', async (_what, changed, wanted) => {
  expect(await changing(...changed)).toEqual(wanted)
})

test('shared paths select everything', async () => {
  const given = { stacks: WEB, 'shared-paths': '.terraform-version\nscripts/**' }
  for (const path of ['.terraform-version', 'scripts/a/b.sh'])
    expect(await wavesOf(given, { changed: [path] })).toEqual([['web'], [ACME_STG], [GLOBEX_PROD]])
})

test('an entry is what the plan workflow takes', async () => {
  const { plan, observed } = await select(
    { stacks: WEB },
    { changed: ['terraform/modules/network/main.tf', 'infra/web/a.tf'] }
  )
  const { outputs } = toReport(plan, observed)
  expect(JSON.parse(outputs['stacks'] ?? '')).toEqual([
    { stack: 'web', 'working-directory': 'infra/web', 'var-files': 'web.tfvars' },
    {
      stack: ACME_STG,
      'working-directory': 'terraform/stacks/caliber',
      'var-files': '../../tenants/stg/acme.tfvars.json',
      'backend-config': 'key=caliber/acme/stg/terraform.tfstate',
      tenant: 'stg/acme',
      env: 'stg'
    },
    expect.objectContaining({ stack: GLOBEX_PROD, env: 'prod' })
  ])
  expect(outputs).toMatchObject({ count: '3', 'has-stacks': 'true', removed: '[]' })
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({
    outcome: 'selected',
    known: 3,
    reasons: { web: 'infra/web/a.tf changed', [ACME_STG]: 'terraform/modules/network/main.tf changed' }
  })
})

test('waves: stacks by number, then environments, in each SaaSShared, canaries, the rest', async () => {
  const stacks = JSON.stringify([
    { stack: 'late', 'working-directory': 'infra/web', wave: 10 },
    { stack: 'early', 'working-directory': 'infra/web', wave: 2 }
  ])
  const names = ['zeta', 'SaaSShared', 'beta', 'alpha']
  const tenants = names.flatMap((name, at) => [tenant(name, 'prod', at), tenant(name, 'dev', at + 10)])
  expect(await wavesOf({ stacks, all: 'true', canaries: 'prod/zeta' }, { tenants })).toEqual([
    ['early'],
    ['late'],
    ['caliber-saasshared-dev'],
    ['caliber-alpha-dev', 'caliber-beta-dev', 'caliber-zeta-dev'],
    ['caliber-saasshared-prod'],
    ['caliber-zeta-prod'],
    ['caliber-alpha-prod', 'caliber-beta-prod']
  ])
  expect(await wavesOf({ all: 'true', environments: 'prod' }, { tenants })).toHaveLength(2)
  const { plan, observed } = await select({ stacks, all: 'true' }, { tenants: tenants.slice(2, 4) })
  const told = JSON.parse(toReport(plan, observed).outputs['waves-by-env'] ?? '') as object
  const alone = (one: string): readonly object[] => [[expect.objectContaining({ tenant: one })]]
  expect(told).toEqual({ dev: alone('dev/saasshared'), prod: alone('prod/saasshared') })
})

test('more than a matrix takes is refused, or split into waves', async () => {
  const stacks = JSON.stringify(
    Array.from({ length: 257 }, (_, at) => ({ stack: `s${at}`, 'working-directory': 'infra/web' }))
  )
  const world = { tenants: [] }
  expect(await wavesOf({ stacks, all: 'true' }, world)).toEqual([
    [expect.stringContaining('257 stacks are selected, and a matrix takes 256. Set ')]
  ])
  const { plan, observed } = await select({ stacks, all: 'true', split: 'true' }, world)
  const { outputs, failure } = toReport(plan, observed)
  const waves = JSON.parse(outputs['waves'] ?? '') as readonly (readonly unknown[])[]
  expect(waves.map((wave) => wave.length)).toEqual([256, 1])
  expect([outputs['stacks'], outputs['count'], failure]).toEqual(['[]', '257', undefined])
  const small = { stacks, all: 'true', split: 'true', largest: '100' }
  expect((await wavesOf(small, world)).map((wave) => wave.length)).toEqual([100, 100, 57])
  const refused = toReport({ kind: 'refused', problem: 'No.' }, observed)
  expect([refused.failure, refused.outputs['has-stacks']]).toEqual(['No.', 'false'])
})

test('a tenant whose file is gone is told, and not selected', async () => {
  const world = {
    tenants: [ACME],
    before: ['stg/acme.tfvars.json', 'prod/globex.tfvars.json', 'tenant.schema.json'],
    changed: ['terraform/tenants/prod/globex.tfvars.json']
  }
  const { plan, observed } = await select({}, world)
  const { outputs, summary } = toReport(plan, observed)
  expect([outputs['removed'], outputs['has-stacks']]).toEqual(['["prod/globex"]', 'false'])
  expect(summary).toContain('No longer in the registry: prod/globex.')
})

test.each<[string, World, string]>([
  [
    'a registry out of order',
    { tenants: [ACME, { ...ACME, client: 'twin' }] },
    'The registry is not in order: stg/twin'
  ],
  ['a checkout of another commit', { head: 'b'.repeat(40) }, 'The checkout is at bbbb'],
  [
    'a checkout too shallow',
    { event: { name: 'push', payload: { before: '0'.repeat(39) + '1' } } },
    "'fetch-depth: 0'"
  ]
])('%s is refused in a sentence', async (_what, world, sentence) => {
  await expect(select({}, world)).rejects.toThrow(sentence)
})

test('a folder without Terraform is refused, and so is one name for two', async () => {
  const empty = JSON.stringify([{ stack: 'x', 'working-directory': 'nowhere' }])
  await expect(select({ stacks: empty }, {})).rejects.toThrow("Folder 'nowhere' has no Terraform")
  const twin = JSON.stringify([{ stack: ACME_STG, 'working-directory': 'infra/web' }])
  expect(await wavesOf({ stacks: twin }, {})).toEqual([
    [expect.stringContaining("both called 'caliber-acme-stg'")]
  ])
})

test.each<[string, Partial<Event>, object]>([
  ['a pull request: the merge’s first parent', {}, { kind: 'commit', commit: `${SHA}^1` }],
  [
    'a push: the commit before',
    { name: 'push', payload: { before: 'c'.repeat(40) } },
    { kind: 'commit', commit: 'c'.repeat(40) }
  ],
  [
    'a new branch: nothing',
    { name: 'push', payload: { before: '0'.repeat(40) } },
    { kind: 'everything', why: 'the branch is new' }
  ],
  [
    'a merge group: its base',
    { name: 'merge_group', payload: { merge_group: { base_sha: 'd'.repeat(40) } } },
    { kind: 'commit', commit: 'd'.repeat(40) }
  ],
  [
    'a schedule: nothing',
    { name: 'schedule' },
    { kind: 'everything', why: "a run of 'schedule' has nothing to compare with" }
  ]
])('compared is %s', (_what, event, wanted) => {
  const inputs = parseInputs(() => '')
  expect(chooseBase(inputs, { name: 'pull_request', sha: SHA, payload: {}, ...event }, SHA)).toEqual(wanted)
})
