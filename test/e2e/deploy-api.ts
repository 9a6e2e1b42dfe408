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
  untilAsked,
  writesOf
} from './deployed.ts'
import { annotationsOf, conclusionsOf, jobsOf } from './results.ts'

const FIRST = {
  migrations: [{ app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] }]
}

const ROLLING_OUT = /Rolling out /

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
    expect(outputs).toMatchObject({ pending: '["tenants.0001_initial"]', destructive: '[]' })
    expect(stepsOf(deployJob(deployed))).toMatchObject({
      'Assume the deploy role for the rollout': 'success'
    })
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

  test('an API that does not answer well is taken back, even after its session, and the run is red all the same', async () => {
    const good = { image: await imageOf(app()), ...(await serviceOf(app())), ...(await ask(app())) }
    const since = app().lab.events.length
    // Long enough for the session to end meanwhile.
    app().set({ CHECKS: 'requests: [{ path: /, status: 200 }]', SMOKE_TIMEOUT: '60s' })
    const deploying = app().deploy('Forget the host', { ...FIRST, allowedHosts: ['nobody.test'] })
    await untilAsked(app(), ROLLING_OUT, since)
    await app().lab.aws.endSessions()
    const deployed = keep(await deploying)
    expect(conclusionsOf(deployed)).toEqual(['failure'])
    const { outputs } = deployJob(deployed) ?? {}
    const ended = { outcome: 'success', 'failed-layer': 'health', 'returned-to': good.taskDefinition }
    expect(outputs).toMatchObject(ended)
    expect(await ask(app())).toMatchObject({ status: 200, version: good.version })
    expect(await imageOf(app())).toBe(good.image)
    const { taskDefinition } = good
    expect(await serviceOf(app())).toMatchObject({ taskDefinition, desiredCount: 2 })
  })

  test('a run that ends before the API is asked takes back what it deployed when it is run again', async () => {
    const good = { image: await imageOf(app()), ...(await serviceOf(app())), ...(await ask(app())) }
    const since = app().lab.events.length
    const again = app().repeat(last()?.run, 'failed')
    await untilAsked(app(), ROLLING_OUT, since)
    app().cancel()
    const cancelled = await again
    keep([cancelled])
    expect(cancelled.conclusion).toBe('cancelled')
    expect((await ask(app())).version).not.toBe(good.version)
    app().set({ SMOKE_TIMEOUT: '20s' })
    const third = await app().repeat(cancelled.run, 'failed')
    keep([third])
    app().set({ CHECKS: '', SMOKE_TIMEOUT: '' })
    expect(third.conclusion).toBe('failure')
    expect(deployJob([third])?.outputs).toMatchObject({ 'returned-to': good.taskDefinition })
    expect(await ask(app())).toMatchObject({ status: 200, version: good.version })
    expect(await imageOf(app())).toBe(good.image)
  })

  test('what another run has deployed is never taken back, however often a run finds it does not answer well', async () => {
    const { taskDefinition } = await serviceOf(app())
    app().set({
      IMAGE: await imageOf(app()),
      CHECKS: 'requests: [{ path: /, status: 418 }]',
      SMOKE_TIMEOUT: '20s'
    })
    const red = keep(await app().start('operate.yml'))
    const again = await app().repeat(red[0]?.run, 'failed')
    keep([again])
    app().set({ IMAGE: '', CHECKS: '', SMOKE_TIMEOUT: '' })
    expect(conclusionsOf([...red, again])).toEqual(['failure', 'failure'])
    for (const runs of [red, [again]])
      expect(deployJob(runs)?.outputs).toMatchObject({ 'failed-layer': 'health', 'returned-to': '' })
    expect((await serviceOf(app())).taskDefinition).toBe(taskDefinition)
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

  test('an order that says nothing, or two things, is refused before anything is done', async () => {
    const since = (await app().lab.aws.journal()).length
    const nothing = keep(await app().start('operate.yml'))
    expect(annotationsOf(nothing)).toContain('error: Nothing says what to deploy')
    app().set({ IMAGE: await imageOf(app()), ROLLBACK_TO: 'last-successful' })
    const both = keep(await app().start('operate.yml'))
    app().set({ IMAGE: '', ROLLBACK_TO: '' })
    expect(annotationsOf(both)).toContain("Inputs 'image' and 'rollback-to' are both set")
    expect(stepsOf(deployJob(both))).toMatchObject({ Migrate: 'skipped', 'Roll out': 'skipped' })
    expect(conclusionsOf([...nothing, ...both])).toEqual(['failure', 'failure'])
    expect(await writesOf(app(), since)).toEqual([])
  })

  test('a password that AWS has rotated makes the URI stale: it is named, written anew, and the tasks are replaced', async () => {
    const { value: SecretId } = app().outputs['documentdb_master_secret_arn'] ?? {}
    const { text: before } = await ask(app(), '/environment/DOCDB_URI')
    await asOwner(app(), 'secretsmanager.RotateSecret', { SecretId })
    // Tasks that are made within the two seconds of a secret's date that clocks may be apart are replaced once more.
    const match = { action: 'ecs:UpdateService' }
    const effect = { kind: 'delay', ms: 3000 } as const
    await app().lab.aws.setFaults([{ service: 'aws', match, nth: 1, effect }])
    const rotated = keep(await app().start('secrets.yml'))
    expect(annotationsOf(rotated)).not.toContain('error:')
    expect(conclusionsOf(rotated)).toEqual(['success'])
    const [seed] = jobsOf(rotated)
    expect(seed?.outputs).toMatchObject({ stale: '["docdb-uri"]', 'rollout-needed': 'true' })
    expect(deployJob(rotated)?.outputs).toMatchObject({ outcome: 'success' })
    expect((await ask(app(), '/environment/DOCDB_URI')).text).not.toBe(before)
    await app().lab.aws.setFaults([])
    const since = (await app().lab.aws.journal()).length
    const atRest = keep(await app().start('secrets.yml'))
    expect(conclusionsOf(atRest)).toEqual(['success'])
    expect(jobsOf(atRest)[0]?.outputs).toMatchObject({ 'rollout-needed': 'false' })
    expect(deployJob(atRest)?.summary).toContain('so nothing was restarted')
    expect(await writesOf(app(), since)).toEqual([])
  })

  test('what a seeding has written before it failed is read by new tasks, and the run is red all the same', async () => {
    const effect = { kind: 'fail', status: 400, code: 'EncryptionFailure', after: true } as const
    const match = { action: 'secretsmanager:PutSecretValue' }
    await app().lab.aws.setFaults([{ service: 'aws', match, nth: 2, effect }])
    app().set({ ROTATE: 'django-secret-key' })
    const failed = keep(await app().start('secrets.yml'))
    app().set({ ROTATE: '' })
    await app().lab.aws.setFaults([])
    expect(conclusionsOf(failed)).toEqual(['failure'])
    expect(jobsOf(failed).map(({ conclusion }) => conclusion)).toEqual(['failure', 'success'])
    expect(jobsOf(failed)[0]?.outputs).toMatchObject({ 'rollout-needed': 'true' })
    expect(deployJob(failed)?.outputs).toMatchObject({ outcome: 'success' })
  })
}
