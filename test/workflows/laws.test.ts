import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { evaluate, untroubled } from '../../lab/runner/expression/evaluate.ts'
import { textOf } from '../../lab/runner/expression/value.ts'
import { namesOf } from '../../lib/tenants/names.ts'
import type { Tenant } from '../../lib/tenants/tenant.ts'
import { jobs, root, tracked, workflows } from './files.ts'

const called = jobs.filter(({ job }) => job.uses !== undefined)
const running = jobs.filter(({ job }) => job.steps !== undefined)
const SELF = /^\$\/(?:actions\/[a-z0-9.-]+|\.github\/workflows\/[a-z-]+\.yml)$/

test('every workflow starts from no permissions and a strict shell', () => {
  for (const { file, permissions, defaults } of workflows) {
    expect({ file, permissions, shell: defaults?.run?.shell }).toEqual({
      file,
      permissions: {},
      shell: 'bash'
    })
  }
})

test('every job states its permissions, and what each is for beside it', () => {
  for (const { where, job } of jobs)
    expect({ where, has: job.permissions !== undefined }).toEqual({ where, has: true })
  for (const { file, text } of workflows) {
    const grants = text.split('\n').filter((line) => /^ {6}[a-z-]+: (?:read|write)\b/.test(line))
    for (const grant of grants) expect(`${file} ${grant}`).toMatch(/ # \S/)
  }
})

test('every job that runs steps has a timeout', () => {
  for (const { where, job } of running)
    expect({ where, minutes: job['timeout-minutes'] }).toEqual({ where, minutes: expect.any(Number) })
})

/** Jobs that outlive a session of their role, and why they may. */
const RENEWING: Readonly<Record<string, string>> = {
  '.github/workflows/deploy-api.yml deploy': 'takes a new session before the rollout and before going back'
}

test('a job that takes a role has no more time than its session', () => {
  const outliving = running.filter(({ job }) => {
    const sessions = (job.steps ?? [])
      .filter(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'))
      .map(({ with: inputs }) => Number(inputs?.['role-duration-seconds'] ?? 3600))
    return sessions.some((seconds) => (job['timeout-minutes'] ?? Infinity) * 60 > seconds)
  })
  expect(outliving.map(({ where }) => where)).toEqual(Object.keys(RENEWING))
})

/** Jobs that run however some of those ended that they need. */
const ANYHOW: Readonly<Record<string, readonly string[]>> = {
  'drift.yml report': ['select', 'plan'],
  'reseed.yml restart': ['seed'],
  'rollback.yml frontend': ['outputs'],
  'terraform-plan.yml comment': ['plan'],
  'verify-in-your-account.yml plan-the-end': ['prove'],
  'verify-in-your-account.yml destroy': ['plan-the-end']
}

test('a job that runs after skipped ones says of each that it needs how it must have ended', () => {
  // `!failure()` would do for a job whose time was up, which is cancelled.
  for (const { where, job } of jobs.filter(({ job: one }) =>
    /failure\(\)|!cancelled\(\)/.test(one.if ?? '')
  )) {
    const name = where.replace('.github/workflows/', '')
    const needed = [job.needs ?? []].flat().filter((need) => !ANYHOW[name]?.includes(need))
    const unsaid = needed.filter((need) => !job.if?.includes(`needs.${need}.result`))
    expect({ where, unsaid, if: job.if }).toEqual({
      where,
      unsaid: [],
      if: expect.not.stringContaining('failure()')
    })
  }
})

test('whatever builds, restores or takes down a tenant waits for the one before', () => {
  for (const name of ['onboard-tenant.yml', 'restore-database.yml', 'decommission-tenant.yml']) {
    expect(workflows.find(({ file }) => file.endsWith(`/${name}`))?.concurrency).toEqual({
      group: 'tenant-${{ inputs.client }}-${{ inputs.env }}',
      'cancel-in-progress': false,
      queue: 'max'
    })
  }
})

test('our own actions and workflows are used by $/, everything else by a commit with its version beside it', () => {
  const uses = tracked
    .filter(
      (file) =>
        /^(?:\.github\/.*|actions\/.*action|lab\/.*)\.ya?ml$/.test(file) && !file.includes('/fixtures/')
    )
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .map((line) => ({ file, line }))
    )
    .filter(({ line }) => /^\s*(?:- )?uses:/.test(line))
  expect(uses.length).toBeGreaterThan(10)
  for (const { file, line } of uses) {
    const what = line.replace(/^\s*(?:- )?uses:\s*/, '')
    expect(
      `${file} ${what} ${SELF.test(what) || /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what)}`
    ).toMatch(/ true$/)
  }
})

test('one third-party action is pinned to one commit everywhere', () => {
  const pins = new Map<string, Set<string>>()
  for (const { job } of running) {
    for (const { uses } of job.steps ?? []) {
      const [name, commit] = (uses ?? '').split('@')
      if (name !== undefined && commit !== undefined)
        pins.set(name, (pins.get(name) ?? new Set()).add(commit))
    }
  }
  for (const [name, commits] of pins) expect({ name, commits: commits.size }).toEqual({ name, commits: 1 })
})

test('no checkout leaves its token behind', () => {
  const checkouts = running.flatMap(({ job }) =>
    (job.steps ?? []).filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  )
  expect(checkouts.length).toBeGreaterThan(3)
  for (const { with: inputs } of checkouts) expect(inputs).toMatchObject({ 'persist-credentials': false })
})

test('no job inherits secrets', () => {
  for (const { job, where } of called)
    expect({ where, secrets: 'secrets' in job && job.secrets === 'inherit' }).toEqual({
      where,
      secrets: false
    })
})

test('what a deployment checks before it changes anything is what it does and asks afterwards', () => {
  const deploying = running.filter(({ where }) => where.includes('/deploy-'))
  const checked = deploying.flatMap(({ where, job: { steps = [] } }) =>
    steps.flatMap((step, at) =>
      step.with?.['dry-run'] === 'true' ? [{ where, step, later: steps.slice(at + 1) }] : []
    )
  )
  expect(checked.map(({ step }) => step.uses)).toContain('$/actions/rollout')
  for (const { where, step, later } of checked) {
    const done = later.find(({ uses }) => uses === step.uses)
    // The migration has found the image's digest meanwhile.
    const { image, ...asked } = done?.with ?? {}
    const told = image === undefined ? asked : { ...asked, image: step.with?.['image'] }
    expect({ where, ...step.with }).toEqual({ where, ...told, 'dry-run': 'true' })
  }
})

test('the required check waits for every other job of ci-plan.yml', () => {
  const plan = workflows.find(({ file }) => file.endsWith('/ci-plan.yml'))
  const { terraform, ...others } = plan?.jobs ?? {}
  expect(terraform?.needs).toEqual(Object.keys(others))
})

const fileNamed = (name: string) => workflows.find(({ file }) => file.endsWith(`/${name}`))
const GOOD_ENOUGH = 'contains(fromJSON(\'["success", "skipped"]\'), needs.'

test('what is planned on a pull request is what is planned on main, there wave by wave', () => {
  const { stacks, ...planned } = fileNamed('ci-plan.yml')?.jobs['plan']?.with ?? {}
  expect(stacks).toBe('${{ needs.select.outputs.stacks }}')
  const { jobs: waves = {} } = fileNamed('apply-waves.yml') ?? {}
  for (const [at, name] of ['plan', 'then-plan'].entries())
    expect(waves[name]?.with).toEqual({ stacks: `\${{ toJSON(fromJSON(inputs.waves)[${at}]) }}`, ...planned })
})

test('an environment is applied after those before it, and no tenant is named', () => {
  const file = fileNamed('ci-apply.yml')
  const { select, ...environments } = file?.jobs ?? {}
  // With `canaries` or `split` there would be more waves than apply-waves.yml has.
  expect(select?.steps?.find(({ uses }) => uses === '$/actions/select-stacks')?.with).toBeUndefined()
  expect(Object.keys(environments)).toEqual(['dev', 'stg', 'prod'])
  Object.entries(environments).forEach(([env, job], at) => {
    expect(job).toMatchObject({
      uses: '$/.github/workflows/apply-waves.yml',
      with: {
        waves: `\${{ toJSON(fromJSON(needs.select.outputs.waves).${env}) }}`,
        environment: `caliber-${env}`
      }
    })
    const before = Object.keys(environments).slice(0, at)
    expect([job.needs].flat()).toEqual(['select', ...before])
    for (const one of before) expect(job.if).toContain(`${GOOD_ENOUGH}${one}.result)`)
  })
  expect(file?.text).not.toMatch(/acme/i)
})

test('who lives on SaaSShared is planned after its apply, and nobody after an apply that failed', () => {
  const { jobs: waves = {} } = fileNamed('apply-waves.yml') ?? {}
  const needs = Object.entries(waves).map(([name, job]) => [name, job.needs])
  expect(needs).toEqual([
    ['refuse', undefined],
    ['plan', 'refuse'],
    ['apply', 'plan'],
    ['then-plan', ['plan', 'apply']],
    ['then-apply', 'then-plan']
  ])
  expect(waves['then-plan']?.if).toContain(`${GOOD_ENOUGH}apply.result)`)
  for (const [name, of] of [
    ['apply', 'plan'],
    ['then-apply', 'then-plan']
  ] as const)
    expect(waves[name]?.with?.['plans']).toBe(`\${{ needs.${of}.outputs.plans }}`)
})

test.each([
  ['Dedicated', 'acme'],
  ['SaaS', 'saasshared'],
  ['SaaS', 'customer1']
] as const)(
  'what deploy-api.yml takes for the service of a %s tenant is what the registry calls it',
  (plan, client) => {
    const tenant: Tenant = { client, plan, env: 'stg', subdomain: `${client}-stg`, region: 'us-east-1' }
    const { env = {} } = fileNamed('deploy-api.yml') ?? {}
    const [OWNER, CLUSTER] = [env['OWNER'], env['CLUSTER']].map((text) => {
      const [, expression = ''] = /^\$\{\{(.*)\}\}$/.exec(String(text)) ?? []
      const contexts = { inputs: { client, plan, env: 'stg' } }
      return textOf(evaluate(expression, ['inputs'], { contexts, status: untroubled }))
    })
    const { cluster, service, imageParameter } = namesOf(tenant)
    expect([CLUSTER, `${CLUSTER}-api`, `/caliber/${OWNER}/stg/api-image`]).toEqual([
      cluster,
      service,
      imageParameter
    ])
    const used = fileNamed('deploy-api.yml')?.jobs['deploy']?.steps?.flatMap(({ with: given }) =>
      given?.['service'] === undefined ? [] : [[given['service'], given['cluster']]]
    )
    expect(new Set(used?.map(String))).toEqual(new Set(['${{ env.CLUSTER }}-api,${{ env.CLUSTER }}']))
  }
)
