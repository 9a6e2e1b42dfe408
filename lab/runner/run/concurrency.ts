/** Concurrency groups: one runs, others wait or give way. Shared by all runs of a runner. */

/** A wish for a place in a group. */
export type GroupRequest = Readonly<{
  /** Unique to the repository, compared without case. */
  group: string
  queue: 'single' | 'max'
  cancelInProgress: boolean
  /** Ends the holder when another is to take its place. */
  cancel: () => void
}>

/** The place in a group; `release` lets the next one in. */
export type Slot = Readonly<{ release: () => void }>
/** All groups of a runner. */
export type Groups = Readonly<{
  /** Resolves when the group is free, with undefined when the request gave way or `signal` ended the wait. */
  enter: (request: GroupRequest, signal: AbortSignal) => Promise<Slot | undefined>
}>

/** Waiting requests that `queue: max` keeps. */
const LONGEST_QUEUE = 100

type Waiter = Readonly<{ request: GroupRequest; resolve: (slot: Slot | undefined) => void }>
type Group = { holder: GroupRequest | undefined; waiting: Waiter[] }

/** Groups with nobody in them. */
export function createGroups(): Groups {
  const groups = new Map<string, Group>()
  return {
    enter: (request, signal) => {
      const name = request.group.toLowerCase()
      const group = groups.get(name) ?? { holder: undefined, waiting: [] }
      groups.set(name, group)
      if (group.holder === undefined) return Promise.resolve(hold(group, request))
      const isFull = request.queue === 'max' && group.waiting.length >= LONGEST_QUEUE
      return isFull ? Promise.resolve(undefined) : wait(group, request, signal)
    }
  }
}

function hold(group: Group, request: GroupRequest): Slot {
  group.holder = request
  return {
    release: () => {
      if (group.holder !== request) return
      group.holder = undefined
      const next = group.waiting.shift()
      if (next !== undefined) next.resolve(hold(group, next.request))
    }
  }
}

function wait(group: Group, request: GroupRequest, signal: AbortSignal): Promise<Slot | undefined> {
  makeRoom(group, request)
  return new Promise((resolve) => {
    const leave = (): void => {
      group.waiting = group.waiting.filter((other) => other !== waiter)
      resolve(undefined)
    }
    const waiter: Waiter = {
      request,
      resolve: (slot) => {
        signal.removeEventListener('abort', leave)
        resolve(slot)
      }
    }
    group.waiting.push(waiter)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
}

/** A newcomer drives out whoever waits; a queue keeps them instead. */
function makeRoom(group: Group, request: GroupRequest): void {
  if (request.queue === 'max') return
  for (const waiter of group.waiting.splice(0)) waiter.resolve(undefined)
  if (request.cancelInProgress) group.holder?.cancel()
}
