/** Secrets Manager in memory: versions that never change, labels that move, tokens that make a repetition harmless. */
import { randomUUID } from 'node:crypto'
import type { Rotation } from '../../lib/aws/secret-rotation.ts'
import type { SecretsManager } from '../../lib/aws/secrets-manager.ts'

type Version = { text: string; createdAt: number; labels: string[] }
type Pending = { token: string; readyAt: number }
type Secret = {
  arn: string
  versions: Map<string, Version>
  deletedAt?: Date
  rotation?: Rotation
  pending?: Pending
}
type Port = Pick<SecretsManager, 'describe' | 'read' | 'put' | 'create' | 'rotate' | 'versionTimes'>

export type FakeSecrets = Port &
  Readonly<{
    /** Everything that was asked: `put caliber/acme/stg/docdb-uri`. */
    calls: readonly string[]
    /** A container, with a value or without. */
    add: (name: string, text?: string, createdAt?: number) => void
    /** Somebody else writes a value. */
    write: (name: string, text: string, createdAt?: number) => void
    /** Somebody moves AWSCURRENT back to the version before. */
    moveBack: (name: string) => void
    schedule: (name: string, deletedAt: Date) => void
    /** When AWS rotates it by itself, and how long a rotation takes. */
    rotates: (name: string, rotation: Rotation) => void
    takes: (ms: number) => void
    remove: (name: string) => void
    value: (name: string, label?: string) => string | undefined
    /** How many versions there are, without a label too. */
    versions: (name: string) => number
    /** Called before each call is answered; what it throws is the answer. */
    before: (hook: (call: string) => void) => void
    /** Called after each call is done; what it throws is the answer. */
    after: (hook: (call: string) => void) => void
  }>

const PERIOD_MS = 30 * 86_400_000

const arnOf = (name: string): string =>
  name.startsWith('arn:') ? name : `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}-AbCdEf`

export function fakeSecrets(now: () => number): FakeSecrets {
  const secrets = new Map<string, Secret>()
  const calls: string[] = []
  const hooks = { before: (_call: string): void => {}, after: (_call: string): void => {} }
  let rotationMs = 30_000
  const label = (secret: Secret, id: string): void => {
    for (const version of secret.versions.values()) {
      const was = version.labels.includes('AWSCURRENT')
      version.labels = was ? ['AWSPREVIOUS'] : []
    }
    const version = secret.versions.get(id)
    if (version !== undefined) version.labels = ['AWSCURRENT']
  }
  const store = (name: string, { text, token, at }: { text: string; token: string; at: number }): void => {
    const secret = secrets.get(name) ?? { arn: arnOf(name), versions: new Map<string, Version>() }
    secrets.set(name, secret)
    secret.versions.set(token, { text, createdAt: at, labels: [] })
    label(secret, token)
  }
  /** AWS goes on by itself: the pending version becomes the current one. */
  const settle = (secret: Secret): void => {
    const { pending, rotation } = secret
    if (pending === undefined || now() < pending.readyAt) return
    label(secret, pending.token)
    delete secret.pending
    const { opensAt = 0, endsAt = 0 } = rotation ?? {}
    secret.rotation = { opensAt: opensAt + PERIOD_MS, endsAt: endsAt + PERIOD_MS, lastAt: pending.readyAt }
  }
  const rotate = (secret: Secret | undefined, token: string): void => {
    if (secret === undefined || secret.versions.has(token)) return
    if (secret.pending !== undefined) throw new Error('A previous rotation is still in progress.')
    const { text = '{}' } = versionWith(secret, 'AWSCURRENT')?.[1] ?? {}
    const password = `rotated-${secret.versions.size}`
    const rotated = JSON.stringify({ ...(JSON.parse(text) as object), password })
    const readyAt = now() + rotationMs
    secret.versions.set(token, { text: rotated, createdAt: now(), labels: ['AWSPENDING'] })
    secret.pending = { token, readyAt }
  }
  const serve = async <T>(call: string, work: () => T): Promise<T> => {
    calls.push(call)
    hooks.before(call)
    const answer = work()
    hooks.after(call)
    return answer
  }
  const put = (name: string, text: string, token: string): 'written' | 'taken' => {
    const secret = secrets.get(name)
    if (secret === undefined || secret.deletedAt !== undefined) return 'taken'
    const same = secret.versions.get(token)
    if (same !== undefined) return same.text === text ? 'written' : 'taken'
    store(name, { text, token, at: now() })
    return 'written'
  }
  return {
    calls,
    add: (name, text, at = 0) => {
      secrets.set(name, { arn: arnOf(name), versions: new Map() })
      if (text !== undefined) store(name, { text, token: randomUUID(), at })
    },
    write: (name, text, at = now()) => store(name, { text, token: randomUUID(), at }),
    moveBack: (name) => {
      const [id] = versionWith(secrets.get(name), 'AWSPREVIOUS') ?? []
      const secret = secrets.get(name)
      if (secret !== undefined && id !== undefined) label(secret, id)
    },
    schedule: (name, deletedAt) => Object.assign(secrets.get(name) ?? {}, { deletedAt }),
    rotates: (name, rotation) => Object.assign(secrets.get(name) ?? {}, { rotation }),
    takes: (ms) => void (rotationMs = ms),
    remove: (name) => void secrets.delete(name),
    value: (name, wanted = 'AWSCURRENT') => versionWith(secrets.get(name), wanted)?.[1].text,
    versions: (name) => secrets.get(name)?.versions.size ?? 0,
    before: (hook) => void (hooks.before = hook),
    after: (hook) => void (hooks.after = hook),
    describe: (name) =>
      serve(`describe ${name}`, () => {
        const secret = secrets.get(name)
        if (secret === undefined) return undefined
        settle(secret)
        const { arn, versions, deletedAt, rotation } = secret
        const labelled = [...versions].filter(([, { labels }]) => labels.length > 0)
        return {
          arn,
          versions: Object.fromEntries(labelled.map(([id, { labels }]) => [id, [...labels]])),
          ...(deletedAt === undefined ? {} : { deletedAt }),
          ...(rotation === undefined ? {} : { rotation })
        }
      }),
    read: (name, wanted = 'AWSCURRENT') =>
      serve(`read ${name} ${wanted}`, () => {
        const [id, version] = versionWith(secrets.get(name), wanted) ?? []
        return version === undefined || id === undefined
          ? undefined
          : { id, text: version.text, createdAt: version.createdAt }
      }),
    put: ({ name, text, token }) => serve(`put ${name}`, () => put(name, text, token)),
    create: ({ name, text, token }) =>
      serve(`create ${name}`, () => {
        if (secrets.has(name))
          return secrets.get(name)?.versions.get(token)?.text === text ? 'written' : 'taken'
        store(name, { text, token, at: now() })
        return 'written'
      }),
    rotate: ({ id, token }) => serve(`rotate ${id}`, () => rotate(secrets.get(id), token)),
    versionTimes: (name) =>
      serve(`versionTimes ${name}`, () =>
        [...(secrets.get(name)?.versions.values() ?? [])].map(({ createdAt }) => createdAt)
      )
  }
}

const versionWith = (secret: Secret | undefined, wanted: string): [string, Version] | undefined =>
  [...(secret?.versions ?? [])].find(([, { labels }]) => labels.includes(wanted))
