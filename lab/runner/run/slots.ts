/** How many jobs the machine works on at once; GitHub has a runner for each, this machine has its cores. */
export type Slots = Readonly<{
  /** Does the work when a slot is free; resolves to undefined when `signal` ends the wait first. */
  use: <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T | undefined>
}>

/** Slots that are handed out in the order in which they are asked for. */
export function createSlots(count: number): Slots {
  let free = count
  const waiting: (() => void)[] = []
  const take = (signal: AbortSignal): Promise<boolean> => {
    if (signal.aborted) return Promise.resolve(false)
    if (free > 0) {
      free -= 1
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const enter = (): void => {
        signal.removeEventListener('abort', leave)
        resolve(true)
      }
      const leave = (): void => {
        waiting.splice(waiting.indexOf(enter), 1)
        resolve(false)
      }
      waiting.push(enter)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
  const give = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return {
    use: async (work, signal) => ((await take(signal)) ? work().finally(give) : undefined)
  }
}
