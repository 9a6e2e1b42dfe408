/** The faults that one server is to show: which call meets which, and what has been met so far. */
import type { Fault, FaultEffect, FaultMatch, Service } from './fault.ts'

/** A call as it arrives. `path` has no query. */
export type ArrivingCall = Readonly<{ method: string; path: string; action?: string }>

/** A fault with the number of calls that matched it, and how often it came about. */
export type FaultReport = Readonly<{ fault: Fault; matched: number; met: number }>

export type FaultPlan = Readonly<{
  add: (fault: Fault) => void
  /** Counts the call against every fault, and returns the effect of the first that is due. */
  meet: (call: ArrivingCall) => FaultEffect | undefined
  report: () => readonly FaultReport[]
}>

/** A plan of the faults of one service; those of others are passed over. */
export function createFaultPlan(service: Service, faults: readonly Fault[] = []): FaultPlan {
  const kept: { fault: Fault; matched: number; met: number }[] = []
  const add = (fault: Fault): void => {
    if (fault.service === service) kept.push({ fault, matched: 0, met: 0 })
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
