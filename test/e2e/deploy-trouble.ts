/** Migrations and rollouts that fail, hang, are overtaken or cancelled: what the run says, and what runs afterwards. */
import { expect, test } from '@jest/globals'
import { CLUSTER, SERVICE } from './application.ts'
import {
  ask,
  asOwner,
  deployJob,
  ECS,
  halt,
  imageOf,
  serviceOf,
  stepsOf,
  type Story,
  untilSaid,
  writesOf
} from './deployed.ts'
import { DATABASE_URI } from './markers.ts'
import { annotationsOf, conclusionsOf } from './results.ts'

const FIRST = {
  app: 'tenants',
  name: '0001_initial',
  operations: ['Create model Tenant']
}

/** Registers the scenarios; the API answers before and after each of them. */
export function troubles({ app, keep }: Story): void {
  test('tasks that die are taken back: the version before answers, the reason and the log are told', async () => {
    const before = { image: await imageOf(app()), ...(await ask(app())) }
    const stderr = [`could not connect to ${DATABASE_URI}`, 'ModuleNotFoundError: No module named ledger']
    const deployed = keep(await app().release('broken', { crash: { code: 1, stderr } }))
    expect(conclusionsOf(deployed)).toEqual(['failure'])
    expect(deployJob(deployed)?.outputs).toMatchObject({ outcome: 'rolled-back', 'returned-to': '' })
    expect(deployJob(deployed)?.summary).toContain('ModuleNotFoundError')
    expect(stepsOf(deployJob(deployed))).toMatchObject({ 'Ask the API': 'skipped' })
    expect(await ask(app())).toMatchObject({ status: 200, version: before.version })
    expect(await imageOf(app())).toBe(before.image)
  })

  test('a rollout that somebody else’s overtakes is red and says so', async () => {
    const { taskDefinition } = await serviceOf(app())
    const since = app().lab.events.length
    const deploying = app().release('slow', { startDelay: 900 })
    await untilSaid(app(), /Rolling out /, since)
    const other = { cluster: CLUSTER, service: SERVICE, taskDefinition, forceNewDeployment: true }
    await asOwner(app(), `${ECS}.UpdateService`, other)
    const deployed = keep(await deploying)
    expect(conclusionsOf(deployed)).toEqual(['failure'])
    expect(deployJob(deployed)?.outputs).toMatchObject({ outcome: 'superseded' })
    expect(await serviceOf(app())).toMatchObject({ taskDefinition })
  })

  test('a rollout that is not there in time is left alone where the caller wants that', async () => {
    app().set({ TIMEOUT: '20s', ON_TIMEOUT: 'fail' })
    const deployed = keep(await app().release('too-slow', { startDelay: 900 }))
    expect(conclusionsOf(deployed)).toEqual(['failure'])
    expect(deployJob(deployed)?.outputs).toMatchObject({ outcome: 'timeout' })
  })

  test('else it is taken back', async () => {
    app().set({ TIMEOUT: '20s', ON_TIMEOUT: '' })
    const deployed = keep(await app().release('slower-still', { startDelay: 900 }))
    app().set({ TIMEOUT: '' })
    expect(conclusionsOf(deployed)).toEqual(['failure'])
    expect(deployJob(deployed)?.outputs).toMatchObject({ outcome: 'rolled-back' })
    expect(await ask(app())).toMatchObject({ status: 200 })
  })

  test('a run that is cancelled amid a rollout stops watching; run again, it follows what AWS went on with', async () => {
    const since = app().lab.events.length
    const calls = (await app().lab.aws.journal()).length
    const deploying = app().release('followed', { migrations: [FIRST], startDelay: 20 })
    await untilSaid(app(), /Rolling out /, since)
    app().cancel()
    const [cancelled] = keep(await deploying)
    expect(cancelled?.conclusion).toBe('cancelled')
    const again = await app().repeat(cancelled?.run, 'failed')
    keep([again])
    expect(annotationsOf([again])).not.toContain('error:')
    expect(again.conclusion).toBe('success')
    const writes = await writesOf(app(), calls)
    expect(writes.filter((action) => action === 'UpdateService')).toHaveLength(1)
    expect(await ask(app())).toMatchObject({ status: 200, version: 'followed' })
  })

  test('a migration that fails is told in the database’s words, and nothing is rolled out', async () => {
    const before = { ...(await ask(app())), ...(await serviceOf(app())) }
    const fails = 'django.db.utils.ProgrammingError: relation "ledger_entry" does not exist'
    const migrations = [FIRST, { app: 'ledger', name: '0002_entry', operations: ['Add field'], fails }]
    const deployed = keep(await app().release('migrates-badly', { migrations }))
    expect(conclusionsOf(deployed)).toEqual(['failure'])
    expect(annotationsOf(deployed)).toContain('ledger_entry')
    expect(stepsOf(deployJob(deployed))).toMatchObject({ Migrate: 'failure', 'Roll out': 'skipped' })
    expect(await serviceOf(app())).toMatchObject({ taskDefinition: before.taskDefinition })
    expect(await ask(app())).toMatchObject({ status: 200, version: before.version })
  })

  test('a run that is cancelled while it looks what is pending leaves no task behind', async () => {
    const since = app().lab.events.length
    const migrations = [
      FIRST,
      { app: 'ledger', name: '0003_slow', operations: ['Add field'], seconds: 1_200 }
    ]
    const deploying = app().release('migrates-for-long', { migrations })
    // The look takes AWS longer than the cancellation its way.
    await app().lab.aws.setClock({ speed: 3 })
    await untilSaid(app(), /Looking by task /, since)
    app().cancel()
    await app().lab.aws.setClock({ speed: 60 })
    const [cancelled] = keep(await deploying)
    expect(cancelled?.conclusion).toBe('cancelled')
    const tasks = (await app().lab.aws.containers()).map(({ task }) => task)
    expect(new Set(tasks).size).toBe(2)
  })

  test('a migration that takes too long goes on; run again, the run follows that task to its end', async () => {
    const { run } = app().lab.events.findLast((event) => event.kind === 'run') ?? {}
    const events = app().lab.events.length
    app().set({ MIGRATE_TIMEOUT: '2m' })
    const running = app().repeat(run, 'failed')
    await untilSaid(app(), /Running migrations/, events)
    const goOn = await halt(app(), /Migrating by task \S+\/(\w+)\./)
    try {
      const late = await running
      app().set({ MIGRATE_TIMEOUT: '' })
      keep([late])
      expect(late.conclusion).toBe('failure')
      expect(stepsOf(deployJob([late]))).toMatchObject({ Migrate: 'failure', 'Roll out': 'skipped' })
      const since = (await app().lab.aws.journal()).length
      const following = app().repeat(late.run, 'failed')
      await untilSaid(app(), /it is followed, no second one is started/, events)
      goOn()
      const again = await following
      keep([again])
      expect(again.conclusion).toBe('success')
      expect(await writesOf(app(), since)).not.toContain('RunTask')
    } finally {
      goOn()
    }
    expect(Object.values(await app().lab.aws.databases()).flat()).toContain('ledger.0003_slow')
    expect(await ask(app())).toMatchObject({ status: 200, version: 'migrates-for-long' })
  })
}
