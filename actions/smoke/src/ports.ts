import type { Clock } from '../../../lib/clock.ts'
import type { Log } from '../../../lib/log.ts'
import type { Fault } from './finding.ts'

export type Found = Readonly<{ kind: 'addresses'; addresses: readonly string[] }>

/** Another name, which a server that answers for this one alone does not look up. */
export type Alias = Readonly<{ kind: 'alias'; name: string }>

export type DnsPort = Readonly<{
  /** As every program of this machine looks a host up. */
  system: (host: string) => Promise<Found | Fault>
  /** From one server, `address:port`. */
  ask: (host: string, server: string) => Promise<Found | Alias | Fault>
  /** Servers that answer for the host's zone, as `address:port`; none where nobody tells. */
  authorities: (host: string) => Promise<readonly string[]>
}>

/** A port of one address. */
export type Spot = Readonly<{ host: string; address: string; port: number; timeoutMs: number }>

export type Connected = Readonly<{ kind: 'connected'; ms: number }>

/** What a server shows of itself; times are milliseconds since the epoch. */
export type Handshake = Readonly<{
  kind: 'handshake'
  protocol: string
  /** Why the chain is not trusted, as OpenSSL names it; '' when it is. */
  mistrust: string
  names: readonly string[]
  issuer: string
  /** Whether one of the names is the host. */
  isNamed: boolean
  validFrom: number
  validTo: number
}>

export type Ask = Spot &
  Readonly<{
    secure: boolean
    method: 'GET' | 'HEAD'
    path: string
    /** Value of the header Host, when it is another than the URL's. */
    hostHeader?: string
  }>

/** Headers have lower-case names; a body of more than 2 MiB is cut. */
export type Answer = Readonly<{
  kind: 'answer'
  status: number
  headers: Readonly<Record<string, string>>
  body: string
  ms: number
}>

/** What is asked of the network; every request has a connection of its own, to the address that it names. */
export type NetPort = Readonly<{
  connect: (spot: Spot) => Promise<Connected | Fault>
  handshake: (spot: Spot) => Promise<Handshake | Fault>
  ask: (ask: Ask) => Promise<Answer | Fault>
}>

export type Ports = Readonly<{
  dns: DnsPort
  net: NetPort
  /** Writes a file of the workspace. */
  writeText: (path: string, text: string) => Promise<void>
  /** A few letters that nobody can guess. */
  random: () => string
  clock: Clock
  log: Log
  signal: AbortSignal
}>
