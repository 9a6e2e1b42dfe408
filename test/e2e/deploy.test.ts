/** A tenant that another repository deploys, from its first secret on: one lab, one scenario after the other. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { findUnexplained } from '../terraform/bootstrap/used-actions.ts'
import { type Application, REPOSITORY, startApplication } from './application.ts'
import { deployments } from './deploy-api.ts'
import { frontends } from './deploy-frontend.ts'
import { troubles } from './deploy-trouble.ts'
import { isOfTenant, type Runs, secretsOf, type Story } from './deployed.ts'
import { findMarkers, URI_PASSWORD } from './markers.ts'
import { writingsInArtifacts, writingsOfRuns, writingsToGitHub } from './writings.ts'

/** Bounds against hanging: a busy machine is slow, not wrong. */
const MINUTES = 60_000
jest.setTimeout(10 * MINUTES)

let app: Application
const runs: Runs[number][] = []
const story: Story = {
  app: () => app,
  keep: (some) => {
    runs.push(...some)
    return some
  },
  last: () => runs.at(-1)
}

beforeAll(async () => {
  app = await startApplication()
}, 15 * MINUTES)

afterAll(() => app?.close())

describe('the API', () => {
  deployments(story)
})
describe('the frontend', () => {
  frontends(story)
})
describe('what goes wrong', () => {
  troubles(story)
})

describe('all of it', () => {
  test('was done by the two roles of the tenant, which were refused nothing', async () => {
    const calls = await app.lab.aws.journal()
    expect(calls.filter(isOfTenant).filter(({ decision }) => decision !== 'allowed')).toEqual([])
    const others = calls.filter((call) => !isOfTenant(call) && !call.principal.endsWith(':root'))
    expect([...new Set(others.map(({ action }) => action))]).toEqual(['AssumeRoleWithWebIdentity'])
  })

  test('used everything that the deploy role is allowed, or there is a reason', async () => {
    expect(await findUnexplained(app.lab.aws, 'deploy')).toEqual([])
  })

  test('shows no secret anywhere', async () => {
    const { lab } = app
    const written = {
      ...writingsOfRuns(lab, runs),
      ...writingsToGitHub(lab),
      ...writingsInArtifacts(lab, REPOSITORY)
    }
    const secrets = await secretsOf(app)
    expect(Object.keys(secrets).length).toBeGreaterThan(5)
    expect(findMarkers(written, { ...secrets, URI_PASSWORD })).toEqual([])
  })
})
