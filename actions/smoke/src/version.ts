import { parseJson, valueAt } from './answer.ts'
import type { Checks } from './checks.ts'
import { askAt, commandFor, patienceMs, subjectOf, type Visit, wait } from './context.ts'
import { describeFault } from './fault.ts'
import { type Fault, failed, type Finding, type Flaw, passed } from './finding.ts'
import type { Answer } from './ports.ts'

/** Version → how many answers of the last round told it. */
export type Tally = Readonly<Record<string, number>>

/** The version that an answer tells, or why it tells none. */
export function readVersion(
  answer: Answer | Fault,
  { json, header }: Checks['version']
): Readonly<{ version: string } | { fault: string }> {
  if (answer.kind === 'fault') return { fault: `no answer: ${describeFault(answer)}` }
  if (answer.status !== 200) return { fault: `status ${answer.status}` }
  if (header !== undefined) {
    const value = answer.headers[header.toLowerCase()]
    return value === undefined ? { fault: `no header ${header}` } : { version: value }
  }
  const body = parseJson(answer.body)
  const text = answer.body.trim()
  if (body === undefined)
    return /^[\x21-\x7E]{1,200}$/.test(text) ? { version: text } : { fault: 'no version' }
  const value = valueAt(body, json)
  if (typeof value === 'string' || typeof value === 'number') return { version: String(value) }
  return typeof body === 'object' ? { fault: `no '${json}' in its JSON` } : { version: text }
}

/** Why not all answers of a round tell the expected version; undefined when they do. */
export function judgeVersions(tally: Tally, expected: string): Flaw | undefined {
  const told = Object.keys(tally)
  if (told.length === 1 && told[0] === expected) return undefined
  const list = Object.entries(tally)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([version, count]) => `${version} (${count})`)
    .join(', ')
  const hasExpected = Object.hasOwn(tally, expected)
  const why = hasExpected
    ? 'Old and new tasks answer side by side: the deployment is not over, or does not get there.'
    : 'Nothing here runs what was deployed: the rollout went back, went elsewhere, or a cache answers.'
  return {
    layer: 'version',
    sentence: `Expected ${expected}, but the answers tell ${list}. ${why}`,
    byRelease: hasExpected
  }
}

/** Asks until a whole round tells the expected version. */
export async function checkVersion(visit: Visit, expected: string): Promise<Finding> {
  const { attempts, checks } = visit.inputs
  const { path } = checks.version
  const check = `the version is ${expected}`
  let tally: Record<string, number> = {}
  const next = commandFor(visit, path)
  const flawed = (): Flaw | undefined => judgeVersions(tally, expected)
  await wait(async () => {
    tally = {}
    for (let at = 0; at < attempts; at += 1) {
      const read = readVersion(await askAt(visit, { path, timeoutMs: patienceMs(visit) }), checks.version)
      const name = 'version' in read ? read.version : read.fault
      tally[name] = (tally[name] ?? 0) + 1
    }
    return flawed() === undefined ? tally : undefined
  }, visit)
  const flaw = flawed()
  if (flaw !== undefined) return failed(subjectOf(visit), check, { ...flaw, next })
  const sentence = `${attempts} answers in a row tell it.`
  return passed(subjectOf(visit), { layer: 'version', check, sentence })
}
