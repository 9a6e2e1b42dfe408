/** A throw-away certificate authority: certificates of any names and dates, made while the tests run. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'

/** Dates are milliseconds since the epoch; by default valid since yesterday and for 90 days. */
export type Wanted = Readonly<{ names: readonly string[]; from?: number; until?: number }>

/** What a server needs. */
export type Issued = Readonly<{ key: string; cert: string }>

export type Authority = Readonly<{ pem: string; issue: (wanted: Wanted) => Issued }>

const DAY_MS = 86_400_000

/** An authority of its own; nobody else trusts it. */
export function makeAuthority(name = 'Authority of a test'): Authority {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const lifetime = { from: Date.now() - DAY_MS, until: Date.now() + 3650 * DAY_MS }
  const certify = (subject: string, publicKey: KeyObject, about: Details): string =>
    toPem(certificate({ issuer: name, subject, publicKey, ...about }, own.privateKey))
  return {
    pem: certify(name, own.publicKey, { ...lifetime, extension: isAuthority }),
    issue: ({ names, from = lifetime.from, until = Date.now() + 90 * DAY_MS + 60_000 }) => {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const cert = certify(names[0] ?? 'nobody', publicKey, { from, until, extension: alternatives(names) })
      return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert }
    }
  }
}

type Details = Readonly<{ from: number; until: number; extension: Buffer }>
type Unsigned = Details & Readonly<{ issuer: string; subject: string; publicKey: KeyObject }>

/** X.509 in DER (RFC 5280), with the one extension that is asked for. */
function certificate(about: Unsigned, signer: KeyObject): Buffer {
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    named(about.issuer),
    sequence(time(about.from), time(about.until)),
    named(about.subject),
    about.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(about.extension))
  )
  const signature = sign('sha256', body, signer)
  return sequence(body, ECDSA_WITH_SHA256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])))
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts)
const identifier = (...bytes: readonly number[]): Buffer => tagged(0x06, Buffer.from(bytes))

const ECDSA_WITH_SHA256 = sequence(identifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))

const named = (name: string): Buffer =>
  sequence(tagged(0x31, sequence(identifier(0x55, 0x04, 0x03), tagged(0x0c, Buffer.from(name)))))

/** UTCTime: YYMMDDHHMMSSZ. */
const time = (ms: number): Buffer =>
  tagged(0x17, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replaceAll(/\D/g, '')}Z`))

const isAuthority = sequence(
  identifier(0x55, 0x1d, 0x13),
  tagged(0x04, sequence(tagged(0x01, Buffer.from([0xff]))))
)

const alternatives = (names: readonly string[]): Buffer =>
  sequence(
    identifier(0x55, 0x1d, 0x11),
    tagged(
      0x04,
      sequence(
        ...names.map((name) =>
          isIP(name) === 4
            ? tagged(0x87, Buffer.from(name.split('.').map(Number)))
            : tagged(0x82, Buffer.from(name))
        )
      )
    )
  )

const toPem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
