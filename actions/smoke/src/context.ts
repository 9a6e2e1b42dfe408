import { poll } from '../../../lib/poll.ts'
import { curlCommand, type Place } from './commands.ts'
import type { Fault, Subject } from './finding.ts'
import type { Inputs } from './inputs.ts'
import type { Course } from './plan.ts'
import type { Answer, Ports } from './ports.ts'

/** What every check of one course has at hand. */
export type Context = Readonly<{ course: Course; inputs: Inputs; ports: Ports }>

/** One address of a course. `deadline`, in milliseconds since the epoch, ends what is waited for there. */
export type Visit = Context & Readonly<{ address: string; deadline: number }>

/** No single request takes longer, in milliseconds. */
const LONGEST_REQUEST_MS = 10_000
/** Mean milliseconds between two rounds of what is waited for. */
const EVERY_MS = 1000

/** Whom a finding is about. */
export const subjectOf = ({ course, address }: Visit): Subject => ({ url: course.url, address })

/** Where TLS is spoken at this address. */
export const placeOf = ({ course, address }: Visit): Place => ({
  course,
  address,
  port: course.secure?.port ?? 443
})

/** Milliseconds that a request may still take; never nothing, so that the last one is asked. */
export const patienceMs = ({ ports, deadline }: Visit): number =>
  Math.min(LONGEST_REQUEST_MS, Math.max(250, deadline - ports.clock.now()))

/** Asks again and again until there is an answer or the deadline is there: then undefined. */
export function wait<T>(
  look: () => Promise<T | undefined>,
  { ports, deadline }: Pick<Visit, 'ports' | 'deadline'>
): Promise<T | undefined> {
  const { clock, signal } = ports
  return poll(look, {
    clock,
    signal,
    everyMs: EVERY_MS,
    deadlineMs: deadline - clock.now(),
    // Nothing of AWS is asked, so nothing has to be spared.
    requests: () => 0
  })
}

type Request = Readonly<{ path: string; method?: 'GET' | 'HEAD'; hostHeader?: string; timeoutMs?: number }>

/** One request over TLS to this address, over a connection of its own. */
export function askAt(visit: Visit, request: Request): Promise<Answer | Fault> {
  const { method = 'GET', path, hostHeader, timeoutMs = LONGEST_REQUEST_MS } = request
  const { host, address, port } = { ...placeOf(visit), host: visit.course.host }
  return visit.ports.net.ask({
    host,
    address,
    port,
    timeoutMs,
    secure: true,
    method,
    path,
    ...(hostHeader === undefined ? {} : { hostHeader })
  })
}

/** The request by hand. */
export const commandFor = (visit: Visit, path: string, hostHeader?: string): string =>
  curlCommand(placeOf(visit), { path, ...(hostHeader === undefined ? {} : { hostHeader }) })
