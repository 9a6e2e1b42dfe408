import type { Flaw } from './finding.ts'
import type { Handshake } from './ports.ts'

/** What a certificate is held against; `now` is milliseconds since the epoch. */
export type Measure = Readonly<{
  host: string
  now: number
  warnDays: number
  failDays: number
  next: string
}>

const DAY_MS = 86_400_000

/** OpenSSL's words for a chain that is not trusted. */
const MISTRUST: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it signed itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its chain ends in an authority that nobody here trusts',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the server does not send the certificates between it and its authority',
  UNABLE_TO_GET_ISSUER_CERT: 'its chain is not whole',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is not trusted here, or its chain is not whole'
}

/** Whole days until it ends; negative when it has ended. */
export const daysLeft = ({ validTo }: Handshake, now: number): number => Math.floor((validTo - now) / DAY_MS)

/** What is wrong with a certificate: the name first, for a wrong one says nothing by its date. */
export function judgeCertificate(shown: Handshake, measure: Measure): Flaw | undefined {
  const { host, now, failDays, next } = measure
  const flaw = (sentence: string): Flaw => ({ layer: 'tls', sentence, next })
  if (!shown.isNamed) {
    const names = shown.names.length === 0 ? 'nothing' : shown.names.slice(0, 5).join(', ')
    return flaw(
      `The certificate is for ${names}, not for ${host}: the listener has another certificate, or the name leads to another load balancer.`
    )
  }
  if (now < shown.validFrom) return flaw(`The certificate is not valid before ${date(shown.validFrom)}.`)
  const days = daysLeft(shown, now)
  if (days < 0) return flaw(`The certificate has ended on ${date(shown.validTo)}. ${RENEW}`)
  if (shown.mistrust !== '') {
    const why = MISTRUST[shown.mistrust] ?? 'its chain is not trusted'
    return flaw(`The certificate of ${shown.issuer} is not trusted: ${why} (${shown.mistrust}).`)
  }
  if (!/^TLSv1\.[23]$/.test(shown.protocol))
    return flaw(
      `The server speaks ${shown.protocol}, which is older than TLS 1.2. Raise the listener's policy.`
    )
  if (days < failDays)
    return flaw(`The certificate ends in ${days} days, on ${date(shown.validTo)}. ${RENEW}`)
  return undefined
}

/** What is wrong soon. */
export function warnOfCertificate(shown: Handshake, { now, warnDays, next }: Measure): Flaw | undefined {
  const days = daysLeft(shown, now)
  if (days >= warnDays) return undefined
  return {
    layer: 'tls',
    sentence: `The certificate ends in ${days} days, on ${date(shown.validTo)}. ${RENEW}`,
    next
  }
}

const RENEW =
  'ACM renews 60 days before the end, as long as the validation record is in DNS and it is in use.'

const date = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
