/** The doctor at a repository and an account that are as they should be, and with one setting broken at a time. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { SUITE } from '../seeds/callers.ts'
import { seeded } from '../seeds/seeded.ts'
import { askDoctor, complaints, lines, type Told } from './ask-doctor.ts'
import { annotationsOf, conclusionsOf, summariesOf } from './results.ts'
import { ENVIRONMENT, REPOSITORY, REVIEWED, startSuite, type SuiteLab } from './suite.ts'

const MINUTES = 60_000
let suite: SuiteLab

beforeAll(async () => {
  suite = await startSuite(await seeded('account'))
}, 10 * MINUTES)

afterAll(() => suite.close())

const ask = (...flags: readonly string[]): Promise<Told> => askDoctor(suite, ...flags)

test(
  'a repository and an account as the bootstrap leaves them are good, also tenants’ roles',
  async () => {
    const told = await ask('--tenants', 'acme/stg')
    expect({ code: told.code, lines: lines(told) }).toEqual({ code: 0, lines: [] })
    expect(told.findings.map(({ about }) => about)).toEqual(
      expect.arrayContaining([
        'caliber-plan',
        'caliber-apply',
        'caliber-deploy-acme-stg',
        'caliber-seed-acme-stg'
      ])
    )
  },
  2 * MINUTES
)

test(
  'the workflow finds the same, and what a real token says',
  async () => {
    const runs = await suite.start('doctor.yml')
    expect(annotationsOf(runs)).not.toContain('error')
    expect(conclusionsOf(runs)).toEqual(['success'])
    const summary = summariesOf(runs)
    expect(summary).toContain("this job's token has the subject 'repo:caliber/actions:ref:refs/heads/main'")
    expect(summary).toContain('trusts what the bootstrap stack would, and no more')
    // The plan role may read everything that is looked at.
    expect(summary).not.toContain('not checked')
  },
  3 * MINUTES
)

/** Changes a setting for one question; everything is as it should be before the next. */
async function askWhile(breaking: () => void, mending: () => void): Promise<Told> {
  breaking()
  try {
    return await ask()
  } finally {
    mending()
  }
}

test(
  'an environment that any branch may deploy to, and one that nobody reviews',
  async () => {
    const { protect } = suite
    const { branches: _branches, ...anyBranch } = REVIEWED
    const open = await askWhile(() => protect(ENVIRONMENT, anyBranch), protect)
    expect({ code: open.code, lines: lines(open) }).toEqual({
      code: 1,
      lines: [`fails environment-branches ${ENVIRONMENT}`]
    })
    expect(complaints(open)[0]?.fix?.say).toContain("with the one branch 'main'")

    const { reviewers: _reviewers, ...nobody } = REVIEWED
    const unreviewed = await askWhile(() => protect(ENVIRONMENT, nobody), protect)
    expect(lines(unreviewed)).toEqual([`fails environment-reviewers ${ENVIRONMENT}`])
    expect(complaints(unreviewed)[0]?.fix?.say).toContain("tick 'Required reviewers'")
  },
  2 * MINUTES
)

test(
  'a repository whose tokens take on the other form is served by the same roles, for they trust both',
  async () => {
    const { people } = suite.lab.github
    const told = await askWhile(
      () => people.setOidcSubject(REPOSITORY, { form: 'immutable' }),
      () => people.setOidcSubject(REPOSITORY, { form: 'classic' })
    )
    expect({ code: told.code, lines: lines(told) }).toEqual({ code: 0, lines: [] })
    expect(told.findings[0]?.says).toContain(`repo:caliber@${SUITE.ownerId}/actions@${SUITE.id}`)
  },
  2 * MINUTES
)

test(
  'subjects of claims that no role trusts',
  async () => {
    const { people } = suite.lab.github
    const told = await askWhile(
      () => people.setOidcSubject(REPOSITORY, { form: 'classic', claims: ['repository_owner'] }),
      () => people.setOidcSubject(REPOSITORY, { form: 'classic' })
    )
    expect(lines(told)).toEqual([`fails oidc-subject ${REPOSITORY}`])
    expect(complaints(told)[0]?.fix?.run).toBe(
      `gh api --method PUT repos/${REPOSITORY}/actions/oidc/customization/sub -F use_default=true`
    )
  },
  2 * MINUTES
)

test(
  'a commit of the suite that no role trusts yet, before it is used',
  async () => {
    const told = await ask('--suite-commits', 'f'.repeat(40))
    expect({ code: told.code, lines: lines(told) }).toEqual({
      code: 1,
      lines: ['plan', 'apply', 'registry', 'inspect', 'deploy-stg', 'restore-stg', 'seed-stg'].map(
        (role) => `fails trust-commit caliber-${role}`
      )
    })
    expect(complaints(told)[0]?.fix?.say).toContain(`"suite_commits":["${'f'.repeat(40)}"]`)
  },
  2 * MINUTES
)

test(
  'an account that has no room for so many more tenants',
  async () => {
    const told = await ask('--new-tenants', '6')
    expect(lines(told)).toEqual([
      'fails quota-vpcs VPCs in us-east-1',
      'fails quota-addresses Elastic IP addresses in us-east-1'
    ])
    expect(complaints(told)[0]?.fix?.run).toContain(
      'aws service-quotas request-service-quota-increase --region us-east-1'
    )
  },
  2 * MINUTES
)
