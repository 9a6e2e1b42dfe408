import { createHash } from 'node:crypto'

/** The run, and the round in it, that a version is written in. */
type Writing = Readonly<{ run: string; round: number }>

/**
 * Tokens of requests, which become ids of versions. A write's holds the run and the version that it replaces: the same
 * write twice is one version, A→B→A is three, and the attempts of a run know each other's writes. It holds the round where
 * an earlier one was no use: whoever moves AWSCURRENT back leaves a version that the same token would only repeat. None
 * holds the value, since ids can be read by people who may not read values.
 */
export function writeToken({ run, round }: Writing, secret: string, replaced: string | undefined): string {
  return uuid(['write', run, secret, replaced ?? 'nothing', ...(round === 1 ? [] : [String(round)])])
}

/** The same for a run's every attempt, whatever the key is by then: a run rotates a key once. */
export function rotationToken(run: string, secret: string): string {
  return uuid(['rotate', run, secret])
}

/** The same for every run, so that of two first keys AWS takes one; `arn` differs when Terraform makes the secret anew. */
export function firstKeyToken(secret: string, arn: string): string {
  return uuid(['first', secret, arn])
}

/** The same for every run before the same date of AWS's: whoever asks again, asks for the same rotation. */
export function aheadToken(arn: string, endsAt: number): string {
  return uuid(['ahead', arn, String(endsAt)])
}

/** A UUID of version 8 (RFC 9562: of one's own making). */
function uuid(parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32)
  ].join('-')
}
