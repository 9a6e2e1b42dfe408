/** The API of a tenant as it should go, and two ways back. */
import { expect, test } from '@jest/globals'
import {
  ask,
  asOwner,
  deployJob,
  imageOf,
  probe,
  type Runs,
  serviceOf,
  stepsOf,
  type Story,
  writesOf
} from './deployed.ts'
import { annotationsOf, conclusionsOf, jobsOf } from './results.ts'

const FIRST = {
  migrations: [{ app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] }]
}

const versionOf = (runs: Runs): string => runs[0]?.run.event.sha ?? ''

/** Registers the scenarios; they build on each other. */
export function deployments({ app, keep, last }: Story): void {
  test('before the first deployment secrets are seeded, and nobody is asked where no task was wanted', async () => {
    const seeded = keep(await app().start('secrets.yml'))
    expect(annotationsOf(seeded)).not.toContain('error:')
    expect(conclusionsOf(seeded)).toEqual(['success'])
    expect(deployJob(seeded)?.outputs).toMatchObject({ outcome: 'scaled-to-zero' })
    expect(stepsOf(deployJob(seeded))).toMatchObject({ 'Ask the API': 'skipped' })
  })

  test('a push builds the image, migrates, rolls out and is answered well', async () => {
    app().set({ DESIRED_COUNT: '2' })
    const deployed = keep(await app().deploy('First', FIRST))
    app().set({ DESIRED_COUNT: '' })
    expect(annotationsOf(deployed)).not.toContain('error:')
    expect(conclusionsOf(deployed)).toEqual(['success'])
    const { outputs } = deployJob(deployed) ?? {}
    expect(outputs).toMatchObject({ outcome: 'success', 'failed-layer': '', 'returned-to': '' })
    expect(await ask(app())).toMatchObject({ status: 200, version: versionOf(deployed) })
    const built = jobsOf(deployed).map((job) => job.outputs['image'] ?? '')
    expect(built).toContainEqual(expect.stringMatching(/\/caliber\/api@sha256:[0-9a-f]{64}$/))
    expect(built).toContain(await imageOf(app()))
    expect(Object.values(await app().lab.aws.databases()).flat()).toContain('tenants.0001_initial')
  })

  test('the same run again builds, migrates and rolls out nothing', async () => {
    const since = (await app().lab.aws.journal()).length
    const again = await app().repeat(last()?.run, 'all')
    expect(conclusionsOf([again])).toEqual(['success'])
    expect(deployJob([again])?.log).toContain('Nothing is pending.')
    // A task looks what is pending.
    expect(new Set(await writesOf(app(), since))).toEqual(new Set(['RunTask']))
  })

  test('while a rollout replaces all tasks no request through the load balancer fails', async () => {
    const { version: before } = await ask(app())
    const asking = await probe(app())
    const deployed = keep(await app().deploy('Second', { ...FIRST, startDelay: 20, drain: 5 }))
    const answers = await asking.stop()
    expect(conclusionsOf(deployed)).toEqual(['success'])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect([...new Set(answers.map(({ version }) => version))]).toEqual([before, versionOf(deployed)])
    expect(answers.length).toBeGreaterThan(20)
  })

  test('an API that does not answer well is taken back, and the run is red all the same', async () => {
    const good = { image: await imageOf(app()), ...(await serviceOf(app())), ...(await ask(app())) }
    app().set({ CHECKS: 'requests: [{ path: /, status: 200 }]', SMOKE_TIMEOUT: '20s' })
    const deployed = keep(await app().deploy('Forget the host', { ...FIRST, allowedHosts: ['nobody.test'] }))
    app().set({ CHECKS: '', SMOKE_TIMEOUT: '' })
    expect(conclusionsOf(deployed)).toEqual(['failure'])
    const { outputs } = deployJob(deployed) ?? {}
    const ended = { outcome: 'success', 'failed-layer': 'health', 'returned-to': good.taskDefinition }
    expect(outputs).toMatchObject(ended)
    expect(await ask(app())).toMatchObject({ status: 200, version: good.version })
    expect(await imageOf(app())).toBe(good.image)
    const { taskDefinition } = good
    expect(await serviceOf(app())).toMatchObject({ taskDefinition, desiredCount: 2 })
  })

  test('somebody goes back by hand', async () => {
    const { taskDefinition } = await serviceOf(app())
    app().set({ ROLLBACK_TO: 'last-successful' })
    const went = keep(await app().start('operate.yml'))
    app().set({ ROLLBACK_TO: '' })
    expect(annotationsOf(went)).not.toContain('error:')
    expect(conclusionsOf(went)).toEqual(['success'])
    expect(stepsOf(deployJob(went))).toMatchObject({ Migrate: 'skipped', 'Ask the API': 'success' })
    expect((await serviceOf(app())).taskDefinition).not.toBe(taskDefinition)
  })

  test('a password that AWS has rotated makes the URI stale: it is named, written anew, and the tasks are replaced', async () => {
    const { value: SecretId } = app().outputs['documentdb_master_secret_arn'] ?? {}
    const { text: before } = await ask(app(), '/environment/DOCDB_URI')
    await asOwner(app(), 'secretsmanager.RotateSecret', { SecretId })
    const rotated = keep(await app().start('secrets.yml'))
    expect(annotationsOf(rotated)).not.toContain('error:')
    expect(conclusionsOf(rotated)).toEqual(['success'])
    const [seed] = jobsOf(rotated)
    expect(seed?.outputs).toMatchObject({ stale: '["docdb-uri"]', 'rollout-needed': 'true' })
    expect(deployJob(rotated)?.outputs).toMatchObject({ outcome: 'success' })
    expect((await ask(app(), '/environment/DOCDB_URI')).text).not.toBe(before)
    const again = keep(await app().start('secrets.yml'))
    expect(jobsOf(again).map(({ conclusion }) => conclusion)).toEqual(['success', 'skipped'])
  })
}
