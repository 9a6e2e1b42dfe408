/** Events that nobody delivers by hand: what requests cause, and what runs cause. */
import type { Run, WorkflowEvent } from '../runner/ports.ts'

/** Starts what the event starts; rejects when GitHub would refuse it. */
export type Listener = (event: WorkflowEvent) => Promise<readonly Run[]>

export type Raised = Readonly<{
  /** Resolves with the runs that start: none while nobody listens. */
  raise: (event: WorkflowEvent) => Promise<readonly Run[]>
  listen: (listener: Listener) => void
  /** Counts work that may raise something. */
  take: (work: Promise<unknown>) => void
  isHeard: () => boolean
  /** Resolves when everything that was raised has been taken in. */
  settled: () => Promise<void>
}>

/** Nobody listens yet. */
export function createRaised(): Raised {
  let hear: Listener | undefined
  const pending = new Set<Promise<unknown>>()
  const take = (work: Promise<unknown>): void => {
    const done = work.catch(() => undefined).finally(() => pending.delete(done))
    pending.add(done)
  }
  return {
    raise: (event) => {
      const heard = hear?.(event) ?? Promise.resolve([])
      take(heard)
      return heard
    },
    take,
    listen: (listener) => {
      hear = listener
    },
    isHeard: () => hear !== undefined,
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending)
    }
  }
}
