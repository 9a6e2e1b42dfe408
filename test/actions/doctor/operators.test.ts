import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { OPERATORS, WORKFLOWS } from '../../../actions/doctor/src/roles.ts'
import { linesOf, PLANS, policy, PULLS, statement } from '../../fakes/doctor-world.ts'

const self = (name: string): string => `acme/infra/.github/workflows/${name}@refs/heads/main`
const operating = {
  'suite-repository': 'acme/infra',
  'suite-commits': '',
  tenants: '',
  roles: 'plan operate',
  'operated-environments': 'stg'
}
const inDeploy = { ref: 'refs/heads/main', environment: ['caliber-stg-deploy'] }
const subjects = (context: string): readonly string[] =>
  ['repo:acme/infra', 'repo:acme@7/infra@42'].map((prefix) => `${prefix}:${context}`)
const operators = (changed: Readonly<Record<string, unknown>> = {}) => ({
  'caliber-plan': policy(
    statement(PULLS),
    statement({ ...PLANS, job_workflow_ref: self('terraform-plan.yml') })
  ),
  'caliber-apply': policy(),
  ...Object.fromEntries(
    (['registry', 'inspect'] as const).map((role) => [
      `caliber-${role}`,
      policy(
        statement({
          ref: 'refs/heads/main',
          sub: subjects('ref:refs/heads/main'),
          job_workflow_ref: OPERATORS[role].map(self)
        })
      )
    ])
  ),
  ...Object.fromEntries(
    (['deploy', 'restore', 'seed'] as const).map((role) => [
      `caliber-${role}-stg`,
      policy(
        statement({
          ...inDeploy,
          sub: subjects('environment:caliber-stg-deploy'),
          job_workflow_ref: OPERATORS[role].map(self)
        })
      )
    ])
  ),
  ...changed
})
const text = 'uses: $/.github/workflows/terraform-plan.yml'
const own = { readWorkflows: async () => [{ path: 'ci.yml', text }] }

test('roles of who operates are good as the bootstrap stack writes them', async () => {
  expect(await linesOf({ inputs: operating, github: own, trust: operators() })).toEqual([])
})

test('one of them that trusts another file less, or jobs without an environment, is told', async () => {
  const claims = {
    sub: subjects('environment:caliber-stg-deploy'),
    job_workflow_ref: [self('restore-database.yml')]
  }
  const trust = operators({
    'caliber-restore-stg': policy(statement({ ...claims, ref: 'refs/heads/main' })),
    'caliber-registry': policy()
  })
  expect(await linesOf({ inputs: operating, github: own, trust })).toEqual([
    "fails trust-missing caliber-registry: no statement lets in jobs of main ('repo:acme/infra:ref:refs/heads/main')",
    "unsafe trust-claim caliber-restore-stg: jobs of environment caliber-stg-deploy are let in whatever 'environment' is: it should be 'caliber-stg-deploy'",
    "fails trust-commit caliber-restore-stg: 'job_workflow_ref' lacks 'acme/infra/.github/workflows/decommission-tenant.yml@refs/heads/main', which this repository calls"
  ])
})

const folder = join(import.meta.dirname, '../../../.github/workflows')

test('every file that a role trusts is there', () => {
  const trusted = [...Object.values(WORKFLOWS), ...Object.values(OPERATORS)].flat()
  expect(trusted.filter((file) => !readdirSync(folder).includes(file))).toEqual([])
})

test('every file whose own jobs take a role of who operates is trusted with it', () => {
  const taken = readdirSync(folder).flatMap((file) => {
    const found = readFileSync(join(folder, file), 'utf8').matchAll(
      /role-to-assume: .*AWS_ROLE_PREFIX.*?(registry|inspect|deploy|restore|seed)/g
    )
    return [...found].map(([, role = '']) => ({ role, file }))
  })
  expect(taken.length).toBeGreaterThan(3)
  const tables: Readonly<Record<string, readonly string[]>> = OPERATORS
  expect(taken.filter(({ role, file }) => !tables[role]?.includes(file))).toEqual([])
})
