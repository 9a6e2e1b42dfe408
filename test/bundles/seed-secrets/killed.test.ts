import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Aws, AwsCall } from '../../../lab/aws/aws.ts'
import { encodeUserinfo } from '../../../lib/secrets/documentdb-uri.ts'
import { openGateway, type Moment } from '../../chaos/gateway.ts'
import { startStep, type Ended } from '../../chaos/step.ts'
import {
  allow,
  ask,
  countVersions,
  CREATE,
  NAMES,
  openAccount,
  passwordOf,
  PATH,
  stepEnv,
  valueOf,
  type Account
} from './account.ts'

/** Some thirty processes on a busy machine. */
jest.setTimeout(300_000)

type Given = Readonly<Record<string, string>>
type Scenario = Readonly<{ name: string; inputs: Given; prepare: (aws: Aws) => Promise<void> }>

let account: Account
let folder: string
beforeAll(async () => {
  account = await openAccount()
  folder = await mkdtemp(join(tmpdir(), 'killed-seed-'))
  await mkdir(join(folder, 'workspace'))
})
afterAll(async () => {
  await account?.aws.close()
  await rm(folder, { recursive: true, force: true })
})

/** One attempt of run 100 (or another), which is killed at the moment, if there is one. */
async function seed(
  aws: Aws,
  inputs: Given,
  { run = 100, moment }: { run?: number; moment?: Moment } = {}
): Promise<Ended> {
  const gateway = await openGateway({ github: aws.url, aws: aws.url })
  const all = { client: 'acme', env: 'stg', outputs: JSON.stringify(account.outputs), ...inputs }
  const step = { action: 'seed-secrets', folder, inputs: all, env: stepEnv(gateway.aws, account.seeder, run) }
  const running = await startStep(step)
  if (moment !== undefined) gateway.arm(moment, running.kill)
  const ended = await running.ended
  await gateway.close()
  if (moment !== undefined && ended.code !== undefined)
    throw new Error(`The run met no ${JSON.stringify(moment)}: ${ended.log}`)
  return ended
}

/** All that a run leaves behind; random keys and right passwords look alike. */
async function stateOf(aws: Aws): Promise<readonly unknown[]> {
  const right = `:${encodeUserinfo(await passwordOf(account, aws))}@`
  const copies = NAMES.map(async (name) => {
    const value = (await valueOf(aws, `${PATH}${name}`)) ?? ''
    const told = value.replaceAll(/[\w-]{64}/g, 'key').replace(right, ':right@')
    return [name, told, await countVersions(aws, name)]
  })
  const asked = { SecretId: account.masterArn, IncludeDeprecated: true }
  const { Versions } = await ask(aws, 'secretsmanager.ListSecretVersionIds', asked)
  return [...(await Promise.all(copies)), ['master', (Versions as readonly unknown[]).length]]
}

/** The first read, the first write before and each write after AWS has done it, and the last read after all of them. */
function momentsOf(calls: readonly AwsCall[]): readonly Moment[] {
  const writes = calls.flatMap(({ action }, index) => (/^(?:Put|Create|Rotate)/.test(action) ? [index] : []))
  const at = (index: number, when: Moment['at']): Moment => {
    const operation = calls[index]?.action ?? ''
    return {
      operation,
      nth: calls.slice(0, index + 1).filter(({ action }) => action === operation).length,
      at: when
    }
  }
  return [
    at(0, 'asked'),
    ...writes.slice(0, 1).map((index) => at(index, 'asked')),
    ...writes.map((index) => at(index, 'answered')),
    at(calls.length - 1, 'asked')
  ]
}

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'rotates a key, and a database’s password ahead of AWS,',
    inputs: { rotate: 'django-secret-key', 'rotate-ahead': '6h' },
    prepare: async (aws) => {
      await seed(aws, {}, { run: 1 })
      const RotationRules = { ScheduleExpression: 'rate(4 hours)' }
      const later = { SecretId: account.masterArn, RotateImmediately: false, RotationRules }
      await ask(aws, 'secretsmanager.RotateSecret', later)
    }
  },
  {
    name: 'makes the containers',
    inputs: { 'create-containers': 'true' },
    prepare: async (aws) => {
      await allow(aws, CREATE)
      for (const name of NAMES)
        await ask(aws, 'secretsmanager.DeleteSecret', {
          SecretId: `${PATH}${name}`,
          ForceDeleteWithoutRecovery: true
        })
    }
  }
]

test.each(SCENARIOS)(
  'a run that $name is killed at any of its calls, and its next attempt completes it',
  async ({ inputs, prepare }) => {
    const prepared = await account.aws.fork()
    await prepare(prepared)
    const undisturbed = await prepared.fork()
    expect((await seed(undisturbed, inputs)).code).toBe(0)
    const moments = momentsOf(await undisturbed.journal())
    const wanted = { state: await stateOf(undisturbed), outputs: (await seed(undisturbed, inputs)).outputs }
    expect(await stateOf(undisturbed)).toEqual(wanted.state)
    expect(moments.length).toBeGreaterThanOrEqual(6)
    for (const moment of moments) {
      const aws = await prepared.fork()
      await seed(aws, inputs, { moment })
      const { code, outputs } = await seed(aws, inputs)
      expect([moment, code, await stateOf(aws)]).toEqual([moment, 0, wanted.state])
      expect([moment, listsOf(outputs)]).toEqual([moment, listsOf(wanted.outputs)])
      await aws.close()
    }
    await prepared.close()
  }
)

/** What the run tells to have done. A first key that an earlier attempt made, and what was stale, only that attempt knew. */
function listsOf({ created = '[]', updated = '[]', rotated = '[]', 'rollout-needed': rollout }: Given) {
  const known = (JSON.parse(created) as readonly string[]).filter((name) => name !== 'django-secret-key')
  return { known, updated, rotated, rollout }
}
