/** The API of a tenant, deployed from the application team's repository. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Application, startApplication } from './application.ts'
import { annotationsOf, conclusionsOf, jobsOf, summariesOf } from './results.ts'

const MINUTES = 60_000
let app: Application

beforeAll(async () => {
  app = await startApplication()
}, 10 * MINUTES)

afterAll(() => app?.close())

test(
  'secrets are seeded before anything is deployed',
  async () => {
    const runs = await app.start('secrets.yml')
    console.log(
      annotationsOf(runs),
      jobsOf(runs)
        .map((j) => j.log)
        .join('\n')
        .slice(-3000)
    )
    expect(conclusionsOf(runs)).toEqual(['success'])
  },
  3 * MINUTES
)

test(
  'a push builds, migrates, rolls out and is answered well',
  async () => {
    app.set({ DESIRED_COUNT: '2' })
    const runs = await app.deploy('First', { migrations: [{ app: 'tenants', name: '0001_initial' }] })
    console.log(
      annotationsOf(runs),
      jobsOf(runs)
        .map((j) => j.log)
        .join('\n')
        .slice(-9000)
    )
    expect(conclusionsOf(runs)).toEqual(['success'])
    console.log(summariesOf(runs))
  },
  3 * MINUTES
)
