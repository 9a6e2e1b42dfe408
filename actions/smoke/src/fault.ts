import type { Fault } from './finding.ts'

/** An error of Node or OpenSSL as a value. */
export function toFault(error: unknown): Fault {
  const { code, message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
  return { kind: 'fault', code: code ?? 'ERROR', words: code === 'ABORT_ERR' ? 'cancelled' : message }
}

/** Codes that a reader does not have to look up. */
const MEANINGS: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'there was no answer in time',
  ECONNREFUSED: 'the connection was refused: nothing listens there',
  ECONNRESET: 'the connection was closed without an answer',
  EPIPE: 'the connection was closed without an answer',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
  HPE_INVALID_CONSTANT: 'what came back is no HTTP',
  ENOTFOUND: 'the name does not exist (NXDOMAIN)',
  ENODATA: 'the name exists, but has neither an A nor an AAAA record',
  ESERVFAIL: 'the DNS server failed (SERVFAIL): often a broken delegation or DNSSEC',
  EREFUSED: 'the DNS server refused the question (REFUSED)',
  ETIMEOUT: 'the DNS server did not answer',
  EAI_AGAIN: 'the DNS server did not answer'
}

/** What a fault means, with its code. */
export function describeFault({ code, words }: Fault): string {
  const meaning = MEANINGS[code]
  return meaning === undefined ? words : `${meaning} (${code})`
}
