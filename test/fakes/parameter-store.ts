/** Parameters of Systems Manager in memory: a claim is taken once, and every call can be met by something. */
import type { ParameterClaims } from '../../lib/aws/parameter-claims.ts'
import type { Parameters } from '../../lib/aws/parameters.ts'

export type FakeStore = ParameterClaims &
  Parameters &
  Readonly<{
    /** Everything that was asked: `claim /caliber-registry/names/acme.hicaliber.net`. */
    calls: readonly string[]
    /** What there is. */
    content: Map<string, string>
    /** Called before each call is answered; what it throws is the answer. */
    before: (hook: (call: string) => void | Promise<void>) => void
    /** Called after each call is done; what it throws is the answer. */
    after: (hook: (call: string) => void | Promise<void>) => void
  }>

export function fakeStore(content = new Map<string, string>()): FakeStore {
  const calls: string[] = []
  type Hook = (call: string) => void | Promise<void>
  const hooks: { before: Hook; after: Hook } = { before: () => undefined, after: () => undefined }
  const serve = async <T>(call: string, work: () => T): Promise<T> => {
    calls.push(call)
    await hooks.before(call)
    const answer = work()
    await hooks.after(call)
    return answer
  }
  return {
    calls,
    content,
    before: (hook) => void (hooks.before = hook),
    after: (hook) => void (hooks.after = hook),
    claim: (name, value) =>
      serve(`claim ${name}`, () => {
        if (content.has(name)) return 'taken'
        content.set(name, value)
        return 'claimed'
      }),
    list: (path) =>
      serve(`list ${path}`, () => new Map([...content].filter(([name]) => name.startsWith(`${path}/`)))),
    remove: (name) => serve(`remove ${name}`, () => void content.delete(name)),
    readParameter: (name) => serve(`read ${name}`, () => content.get(name)),
    writeParameter: (name, value) => serve(`write ${name}`, () => void content.set(name, value))
  }
}
