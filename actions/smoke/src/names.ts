import { isIP } from 'node:net'
import { digCommand } from './commands.ts'
import { type Context, wait } from './context.ts'
import { describeFault } from './fault.ts'
import { type Fault, failed, type Finding, type Flaw, passed, warned } from './finding.ts'
import type { Alias, Found } from './ports.ts'

/** What DNS says: the runner's own resolver, and the servers of the zone, which forget nothing. */
export type Seen = Readonly<{ own: Said; authorities: readonly Said[] }>
type Said = Found | Alias | Fault

/** Every address of the host, and what there is to say about its name. */
export type Addresses = Readonly<{ addresses: readonly string[]; finding: Finding }>

const CHECK = 'the name leads to addresses'

/** Looks the host up, waiting for a name that is new. */
export async function lookUp(context: Context): Promise<Addresses> {
  const { course, inputs, ports } = context
  const about = { url: course.url }
  if (isIP(course.host) !== 0) {
    const sentence = `${course.host} is an address itself.`
    return { addresses: [course.host], finding: passed(about, { layer: 'dns', check: CHECK, sentence }) }
  }
  const deadline = ports.clock.now() + inputs.timeoutMs
  let seen = await ask(context)
  await wait(
    async () => {
      if (seen.own.kind === 'addresses') return seen
      ports.log.debug(`${course.host}: ${describeSaid(seen.own)}`)
      seen = await ask(context)
      return seen.own.kind === 'addresses' ? seen : undefined
    },
    { ports, deadline }
  )
  return toAddresses(context, seen)
}

async function ask({ course: { host }, inputs: { resolver }, ports: { dns } }: Context): Promise<Seen> {
  if (resolver !== undefined) return { own: await dns.ask(host, resolver), authorities: [] }
  const own = await dns.system(host)
  // A name of one label, or one for this machine alone, is in no zone.
  if (!/\.(?!localhost$|local$|internal$|test$)[^.]+$/.test(host)) return { own, authorities: [] }
  const servers = await dns.authorities(host)
  return { own, authorities: await Promise.all(servers.map((server) => dns.ask(host, server))) }
}

function toAddresses({ course, inputs }: Context, seen: Seen): Addresses {
  const about = { url: course.url }
  const { flaw, warning } = judgeNames(course.host, seen)
  const next = digCommand(course, inputs.resolver)
  if (flaw !== undefined) return { addresses: [], finding: failed(about, CHECK, { ...flaw, next }) }
  const addresses = addressesOf(seen)
  if (warning !== undefined)
    return { addresses, finding: warned(about, CHECK, { layer: 'dns', sentence: warning, next }) }
  const sentence = `${course.host} is ${addresses.join(', ')}.`
  return { addresses, finding: passed(about, { layer: 'dns', check: CHECK, sentence }) }
}

/** All that anybody gave, each once: load balancers and CloudFront give each asker some of theirs. */
export function addressesOf({ own, authorities }: Seen): readonly string[] {
  const all = [own, ...authorities].flatMap((found) => (found.kind === 'addresses' ? found.addresses : []))
  return [...new Set(all)]
}

/** What is wrong with a name, and what is only odd. */
export function judgeNames(host: string, seen: Seen): Readonly<{ flaw?: Flaw; warning?: string }> {
  const { own, authorities } = seen
  const isKnown = authorities.some(({ kind }) => kind !== 'fault')
  const refusal = authorities.find((found): found is Fault => found.kind === 'fault' && isDenial(found))
  if (own.kind !== 'addresses') {
    const rest = explain(authorities, refusal)
    return { flaw: { layer: 'dns', sentence: `${host}: ${describeSaid(own)}.${rest}` } }
  }
  if (!isKnown && refusal !== undefined) {
    return {
      warning: `${host} leads to ${own.addresses.join(', ')} here, but the servers of its zone do not know it: ${describeFault(refusal)}. Either it was deleted and is remembered here, or it is known only here.`
    }
  }
  return {}
}

/** What the servers of the zone say to a name that leads nowhere here. */
function explain(authorities: readonly Said[], refusal: Fault | undefined): string {
  const alias = authorities.find((said): said is Alias => said.kind === 'alias')
  if (alias !== undefined)
    return ` The servers of its zone say that it is another name for ${alias.name}: look that one up.`
  if (authorities.some(({ kind }) => kind === 'addresses'))
    return ' The servers of its zone know it, so somebody on the way remembers that it was not there: wait for the negative TTL of the zone.'
  return refusal === undefined ? '' : ' So say the servers of its zone: the record is missing.'
}

function describeSaid(said: Alias | Fault): string {
  return said.kind === 'fault'
    ? describeFault(said)
    : `it is another name for ${said.name}, which the server that was asked does not look up`
}

const isDenial = ({ code }: Fault): boolean => code === 'ENOTFOUND' || code === 'ENODATA'
