import { isIP } from 'node:net'
import { type Measure, daysLeft, judgeCertificate, warnOfCertificate } from './certificate.ts'
import { certificateCommand, connectCommand } from './commands.ts'
import { patienceMs, placeOf, subjectOf, type Visit, wait } from './context.ts'
import { describeFault } from './fault.ts'
import { type Fault, failed, type Finding, passed, skipped, warned } from './finding.ts'
import type { Connected, Handshake } from './ports.ts'

/** The runners of GitHub have no IPv6: then nothing is said against the address. */
const NO_WAY: ReadonlySet<string> = new Set(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EHOSTUNREACH'])

/** A connection, waited for. */
export async function checkTcp(visit: Visit, port: number): Promise<Finding> {
  const { course, address, ports } = visit
  const check = `port ${port} takes connections`
  let last: Connected | Fault | undefined
  await wait(async () => {
    last = await ports.net.connect({ host: course.host, address, port, timeoutMs: patienceMs(visit) })
    return last.kind === 'connected' || isNoWay(last, address) ? last : undefined
  }, visit)
  if (last?.kind === 'connected') {
    const sentence = `Connected in ${Math.round(last.ms)} ms.`
    return passed(subjectOf(visit), { layer: 'tcp', check, sentence })
  }
  if (last !== undefined && isNoWay(last, address)) {
    const sentence = `This machine has no IPv6, so ${address} cannot be asked from here.`
    return skipped(subjectOf(visit), { layer: 'tcp', check, sentence })
  }
  const why = last === undefined ? 'there was no time to ask' : describeFault(last)
  return failed(subjectOf(visit), check, {
    layer: 'tcp',
    sentence: `Port ${port} of ${address} takes no connection: ${why}. The load balancer has no such listener, or its security group or network ACL does not let this machine in.`,
    next: connectCommand({ course, address, port })
  })
}

const isNoWay = (last: Connected | Fault, address: string): boolean =>
  last.kind === 'fault' && isIP(address) === 6 && NO_WAY.has(last.code)

const CHECK = 'the certificate is right'

/** The certificate, as it is: one that is wrong does not mend itself. */
export async function checkTls(visit: Visit): Promise<Finding> {
  const { course, address, ports, inputs } = visit
  const place = placeOf(visit)
  const next = certificateCommand(place)
  let last: Handshake | Fault | undefined
  await wait(async () => {
    const { port } = place
    last = await ports.net.handshake({ host: course.host, address, port, timeoutMs: patienceMs(visit) })
    return last.kind === 'handshake' || isFinal(last) ? last : undefined
  }, visit)
  if (last?.kind !== 'handshake') {
    const why = last === undefined ? 'there was no time to ask' : describeFault(last)
    const sentence = `No TLS at port ${place.port}: ${why}. ${isFinal(last) ? 'What listens there speaks no TLS, or none that is common.' : ''}`
    return failed(subjectOf(visit), CHECK, { layer: 'tls', sentence: sentence.trim(), next })
  }
  const { 'warn-days': warnDays, 'fail-days': failDays } = inputs.checks.certificate
  const measure: Measure = { host: course.host, now: ports.clock.now(), warnDays, failDays, next }
  return conclude(visit, last, measure)
}

const isFinal = (last: Fault | undefined): boolean => last?.code.startsWith('ERR_SSL') === true

function conclude(visit: Visit, shown: Handshake, measure: Measure): Finding {
  const flaw = judgeCertificate(shown, measure)
  if (flaw !== undefined) return failed(subjectOf(visit), CHECK, flaw)
  const warning = warnOfCertificate(shown, measure)
  if (warning !== undefined) return warned(subjectOf(visit), CHECK, warning)
  const sentence = `${shown.protocol}, ${daysLeft(shown, measure.now)} days left, by ${shown.issuer}.`
  return passed(subjectOf(visit), { layer: 'tls', check: CHECK, sentence })
}
