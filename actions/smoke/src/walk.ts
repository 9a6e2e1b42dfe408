import { inParallel } from '../../../lib/in-parallel.ts'
import { judgeAnswer } from './answer.ts'
import type { FurtherRequest } from './checks.ts'
import { askAt, type Context, commandFor, placeOf, subjectOf, type Visit } from './context.ts'
import { checkAssets } from './crawl.ts'
import { failed, type Finding, judged, LAYERS, type Layer, passed, skipped, warned } from './finding.ts'
import { checkHealth, type Latency } from './health.ts'
import { checkStranger } from './isolation.ts'
import { lookUp } from './names.ts'
import type { Answer } from './ports.ts'
import { checkTcp, checkTls } from './reach.ts'
import { checkRedirect } from './redirect.ts'
import { judgeSecurityHeaders } from './security-headers.ts'
import { checkVersion } from './version.ts'

/** What one URL came to: everything that was found at all its addresses. */
export type Walked = Readonly<{
  url: string
  addresses: readonly string[]
  findings: readonly Finding[]
  latencies: readonly (Latency & Readonly<{ address: string }>)[]
}>

type Found = Readonly<{ findings: readonly Finding[]; latency?: Latency }>

/** Nobody has as many addresses; with more, those that wait share the deadline. */
const AT_ONCE = 64

/** Goes through all layers, at every address. */
export async function walkCourse(context: Context): Promise<Walked> {
  const { course, inputs, ports } = context
  const { addresses, finding } = await lookUp(context)
  const deadline = ports.clock.now() + inputs.timeoutMs
  const found = await inParallel(addresses, AT_ONCE, (address) => walk({ ...context, address, deadline }))
  const latencies = found.flatMap(({ latency }, at) =>
    latency === undefined ? [] : [{ address: addresses[at] ?? '', ...latency }]
  )
  const findings = [finding, ...found.flatMap((one) => one.findings)]
  return {
    url: course.url,
    addresses,
    latencies,
    findings: [...findings, ...unreached(context, findings), ...upper(context, addresses)]
  }
}

/** Without any address that could be asked nothing is proven. */
function unreached({ course }: Context, findings: readonly Finding[]): readonly Finding[] {
  const reached = findings.filter(({ layer }) => layer === 'tcp')
  if (reached.length === 0 || reached.some(({ state }) => state !== 'skipped')) return []
  const sentence = `${course.host} has IPv6 addresses only, and this machine has no IPv6: nothing could be asked.`
  return [failed({ url: course.url }, 'some address can be asked', { layer: 'tcp', sentence })]
}

const upper = ({ course }: Context, addresses: readonly string[]): readonly Finding[] =>
  addresses.length > 0 ? [] : above('dns').map((layer) => notAsked({ url: course.url }, layer, 'dns'))

const above = (layer: Layer): readonly Layer[] => LAYERS.slice(LAYERS.indexOf(layer) + 1)

const notAsked = (about: Readonly<{ url: string; address?: string }>, layer: Layer, broken: Layer): Finding =>
  skipped(about, { layer, check: layer, sentence: `Not asked, since ${broken} is broken.` })

async function walk(visit: Visit): Promise<Found> {
  const { secure, plainPort = 80 } = visit.course
  const tcp = await checkTcp(visit, secure?.port ?? plainPort)
  if (tcp.state === 'skipped') return { findings: [tcp] }
  if (tcp.state === 'failed') return { findings: [tcp, ...notAskedAbove('tcp', visit)] }
  if (secure === undefined) return { findings: [tcp, await checkRedirect(visit, plainPort)] }
  const rest = await walkSecure(visit, secure.path)
  return { ...rest, findings: [tcp, ...rest.findings] }
}

const notAskedAbove = (broken: Layer, visit: Visit): readonly Finding[] =>
  above(broken === 'tls' ? 'redirect' : broken).map((layer) => notAsked(subjectOf(visit), layer, broken))

async function walkSecure(visit: Visit, path: string): Promise<Found> {
  const { plainPort } = visit.course
  const [tls, redirect] = await Promise.all([
    checkTls(visit),
    plainPort === undefined ? Promise.resolve(undefined) : checkRedirect(visit, plainPort)
  ])
  const lower = redirect === undefined ? [tls] : [tls, redirect]
  if (tls.state === 'failed') return { findings: [...lower, ...notAskedAbove('tls', visit)] }
  const { findings, answer, latency } = await checkHealth(visit, path)
  if (answer === undefined || latency === undefined) {
    const broken = findings.at(-1)?.layer ?? 'http'
    return { findings: [...lower, ...findings, ...notAskedAbove(broken, visit)] }
  }
  return { findings: [...lower, ...findings, ...(await checkRest(visit, path, answer))], latency }
}

/** What is asked of an application that is well. */
async function checkRest(visit: Visit, path: string, answer: Answer): Promise<readonly Finding[]> {
  const { expectedVersion, checks } = visit.inputs
  const all = await Promise.all([
    ...checks.requests.map((request) => checkRequest(visit, request)),
    ...(expectedVersion === undefined ? [] : [checkVersion(visit, expectedVersion)]),
    checkAssets(visit, path, answer),
    ...visit.course.strangers.map((stranger) => checkStranger(visit, stranger, path))
  ])
  return [...checkHeaders(visit, path, answer), ...all.flat()]
}

function checkHeaders(visit: Visit, path: string, answer: Answer): readonly Finding[] {
  const mode = visit.inputs.checks['security-headers']
  if (mode === 'off') return []
  const { missing, advice } = judgeSecurityHeaders(answer)
  const about = subjectOf(visit)
  const check = 'security headers are set'
  const tell = (words: string) =>
    ({ layer: 'health', sentence: `${path} ${words}.`, next: commandFor(visit, path) }) as const
  const found = [
    ...missing.map((words) => (mode === 'fail' ? failed : warned)(about, check, tell(words))),
    ...advice.map((words) => warned(about, check, tell(words)))
  ]
  return found.length > 0
    ? found
    : [passed(about, { layer: 'health', check, sentence: 'They are all there.' })]
}

async function checkRequest(visit: Visit, request: FurtherRequest): Promise<Finding> {
  const { method, path, status } = request
  const answer = await askAt(visit, { method, path })
  const flaw = judgeAnswer(answer, request, { place: placeOf(visit), path })
  const words = { layer: 'health', check: `${method} ${path} is ${status}`, sentence: 'It is.' } as const
  return judged(subjectOf(visit), words, flaw)
}
