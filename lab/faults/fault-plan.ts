/** The faults that one server is to show: which call meets which, and what has been met so far. */
import { checkFault } from './check-fault.ts'
import type { Fault, FaultEffect, FaultMatch, Service } from './fault.ts'

/** A call as it arrives. `path` has no query. */
export type ArrivingCall = Readonly<{ method: string; path: string; action?: string }>

/** A fault with the number of calls that matched it, and how often it came about. */
export type FaultReport = Readonly<{ fault: Fault; matched: number; met: number }>

export type FaultPlan = Readonly<{
  /** Throws a sentence for a fault that could never come about. */
  add: (fault: Fault) => void
  /** Counts the call against every fault, and returns the effect of the first that is due. */
  meet: (call: ArrivingCall) => FaultEffect | undefined
  report: () => readonly FaultReport[]
}>

/** What a server answers: methods and paths, where `*` stands for what differs. */
export type Served = readonly Readonly<{ method: string; path: string }>[]

/** A plan of the faults of one service; those of others are passed over. */
export function createFaultPlan(service: Service, faults: readonly Fault[] = [], served?: Served): FaultPlan {
  const kept: { fault: Fault; matched: number; met: number }[] = []
  const add = (fault: Fault): void => {
    if (checkFault(fault).service !== service) return
    if (served?.some((one) => canMeet(fault.match, one)) === false)
      throw new Error(`The fault '${JSON.stringify(fault)}' is about a call that ${service} does not answer.`)
    kept.push({ fault, matched: 0, met: 0 })
  }
  faults.forEach(add)
  return {
    add,
    meet: (call) => {
      let due: (typeof kept)[number] | undefined
      for (const one of kept) {
        if (!matches(one.fault.match, call)) continue
        one.matched += 1
        if (one.fault.nth === 'all' || one.fault.nth === one.matched) due ??= one
      }
      if (due === undefined) return undefined
      due.met += 1
      return due.fault.effect
    },
    report: () => kept.map((one) => ({ ...one }))
  }
}

function matches(match: FaultMatch, call: ArrivingCall): boolean {
  const { method, path, action } = match
  if (method !== undefined && method !== call.method) return false
  if (path !== undefined && !glob(path).test(call.path)) return false
  return action === undefined || (call.action !== undefined && glob(action).test(call.action))
}

const glob = (pattern: string): RegExp =>
  new RegExp(`^${RegExp.escape(pattern).replaceAll('\\*', '.*')}$`, 's')

const canMeet = ({ method, path }: FaultMatch, served: Served[number]): boolean =>
  (method === undefined || served.method === '*' || method === served.method) &&
  (path === undefined || canBothMatch(path, served.path))

/** Whether some text matches both patterns. */
export function canBothMatch(one: string, other: string): boolean {
  const seen = new Set<string>()
  const from = (i: number, j: number): boolean => {
    if (i > one.length || j > other.length || seen.has(`${i} ${j}`)) return false
    seen.add(`${i} ${j}`)
    // A star stands for nothing, or takes what the other pattern has there.
    if (one[i] === '*' || other[j] === '*') return from(i + 1, j) || from(i, j + 1)
    return i === one.length && j === other.length ? true : one[i] === other[j] && from(i + 1, j + 1)
  }
  return from(0, 0)
}
