/** A network that tests describe: who answers what, by address; the clock moves by itself. */
import type { Checks } from '../../../actions/smoke/src/checks.ts'
import type { Fault } from '../../../actions/smoke/src/finding.ts'
import { parseInputs } from '../../../actions/smoke/src/inputs.ts'
import type { Alias, Answer, Ask, Found, Handshake, Ports } from '../../../actions/smoke/src/ports.ts'
import { smoke } from '../../../actions/smoke/src/smoke.ts'
import type { Report } from '../../../lib/runner.ts'
import { type FakeClock, fakeClock } from '../../fakes/clock.ts'
import { SAFE } from './site.ts'

export const NOW = Date.UTC(2026, 0, 1)
const DAY_MS = 86_400_000

export const fault = (code: string): Fault => ({ kind: 'fault', code, words: `it said ${code}` })
export const found = (...addresses: readonly string[]): Found => ({ kind: 'addresses', addresses })

/** An answer; 12 ms, and the headers that a good one carries. */
export const answer = (
  status: number,
  { headers = {}, body = '', ms = 12 }: Partial<Omit<Answer, 'kind' | 'status'>> = {}
): Answer => ({ kind: 'answer', status, headers: { ...SAFE, ...headers }, body, ms })

/** A certificate as it should be. */
export const shown = (about: Partial<Handshake> = {}): Handshake => ({
  kind: 'handshake',
  protocol: 'TLSv1.3',
  mistrust: '',
  names: ['api.acme.net'],
  issuer: 'Amazon RSA 2048 M02',
  isNamed: true,
  validFrom: NOW - DAY_MS,
  validTo: NOW + 200 * DAY_MS,
  ...about
})

/** Whatever is left out is as it should be. `asks` counts from 0, by address. */
export type World = Readonly<{
  inputs?: Readonly<Record<string, string>>
  system?: Found | Fault
  /** What the server says that input `resolver` names, where it is another thing than the machine's own. */
  resolved?: Alias
  authorities?: readonly (Found | Alias | Fault)[]
  connect?: (address: string, now: number) => Fault | undefined
  handshake?: (address: string) => Handshake | Fault
  answer?: (ask: Ask, asks: number) => Answer | Fault | undefined
  signal?: AbortSignal
}>

/** What came of it. */
export type Ran = Readonly<{
  report: Report
  result: Readonly<Record<string, unknown>>
  asked: readonly Ask[]
  files: Readonly<Record<string, string>>
  clock: FakeClock
  lines: readonly string[]
}>

const TICK_MS = 10

/** A smoke test of `https://api.acme.net` in this world. */
export async function run(world: World): Promise<Ran> {
  const inputs = { urls: 'https://api.acme.net', ...world.inputs }
  const clock = fakeClock(NOW)
  const asked: Ask[] = []
  const files: Record<string, string> = {}
  const lines: string[] = []
  const say = (line: string): void => void lines.push(line)
  const ports: Ports = {
    dns: {
      system: async () => world.system ?? found('192.0.2.1'),
      ask: async (_host, server) =>
        world.authorities?.[Number(server)] ?? world.resolved ?? world.system ?? found('192.0.2.1'),
      authorities: async () => (world.authorities ?? []).map((_, at) => String(at))
    },
    net: {
      connect: async ({ address }) => world.connect?.(address, clock.now()) ?? { kind: 'connected', ms: 3 },
      handshake: async ({ address }) => world.handshake?.(address) ?? shown(),
      ask: async (ask) => {
        world.signal?.throwIfAborted()
        clock.move(TICK_MS)
        const before = asked.filter(({ address }) => address === ask.address).length
        asked.push(ask)
        return world.answer?.(ask, before) ?? usual(ask)
      }
    },
    writeText: async (path, text) => {
      files[path] = text
    },
    random: () => 'abc123',
    clock,
    log: { info: say, debug: say, warning: say, error: say, group: (_title, work) => work() },
    signal: world.signal ?? new AbortController().signal
  }
  const report = await smoke(
    await parseInputs((name) => (inputs as Record<string, string>)[name] ?? ''),
    ports
  )
  const result = JSON.parse(report.outputs['result'] ?? '{}') as Record<string, unknown>
  return { report, result, asked, files, clock, lines }
}

/** What a healthy API answers. */
function usual({ secure, host, hostHeader, path }: Ask): Answer {
  if (!secure) return answer(301, { headers: { location: `https://${host}:443/` } })
  if (hostHeader !== undefined) return answer(404, { body: 'Not found' })
  if (path === '/version') return answer(200, { body: '{"version":"v2"}' })
  return answer(200, { headers: { 'content-type': 'application/json' }, body: '{"status":"ok"}' })
}

/** Input `checks` from a value. */
export const checks = (some: Partial<Checks> | object): Readonly<Record<string, string>> => ({
  checks: JSON.stringify(some)
})
