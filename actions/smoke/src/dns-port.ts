import { lookup, Resolver } from 'node:dns/promises'
import { toFault } from './fault.ts'
import type { Fault } from './finding.ts'
import type { DnsPort, Found } from './ports.ts'

const POLICY = { timeout: 2000, tries: 2 }

/** DNS by Node's own means. */
export const dnsPort: DnsPort = {
  system: async (host) => {
    try {
      const found = await lookup(host, { all: true })
      return toFound(found.map(({ address }) => address))
    } catch (error) {
      return toFault(error)
    }
  },
  ask: async (host, server) => {
    const resolver = new Resolver(POLICY)
    resolver.setServers([server])
    const four = resolver.resolve4(host)
    const six = resolver.resolve6(host)
    const answers = await Promise.allSettled([four, six])
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    if (addresses.length > 0) return toFound(addresses)
    const faults = answers.flatMap((answer) => (answer.status === 'rejected' ? [toFault(answer.reason)] : []))
    const [name] = faults.every(isNoData) ? await resolver.resolveCname(host).catch(() => []) : []
    return name === undefined ? worst(faults) : { kind: 'alias', name }
  },
  authorities
}

const toFound = (addresses: readonly string[]): Found => ({
  kind: 'addresses',
  addresses: [...new Set(addresses)]
})

const isNoData = ({ code }: Fault): boolean => code === 'ENODATA'

/** That there is no record of one type says less than any other fault. */
function worst(faults: readonly Fault[]): Fault {
  const [first] = faults
  return faults.find((one) => !isNoData(one)) ?? first ?? toFault(new Error('no answer'))
}

/** Up the labels to the zone that names its servers: all of them. */
async function authorities(host: string): Promise<readonly string[]> {
  const labels = host.split('.')
  const resolver = new Resolver(POLICY)
  for (let at = 0; at < labels.length - 1; at += 1) {
    const names = await resolver.resolveNs(labels.slice(at).join('.')).catch(() => [])
    const found = await Promise.all(names.map((name) => resolver.resolve4(name).catch(() => [])))
    if (names.length > 0)
      return found.flatMap(([address]) => (address === undefined ? [] : [`${address}:53`]))
  }
  return []
}
