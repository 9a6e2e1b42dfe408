/**
 * Works on all items, so many at once, and gives the results in their order; after the first fault none is begun any more,
 * and it is thrown when all have ended.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>
): Promise<readonly R[]> {
  const left = items.entries()
  const results: R[] = []
  const faults: unknown[] = []
  const lane = async (): Promise<void> => {
    for (const [at, item] of left) {
      if (faults.length > 0) return
      try {
        results[at] = await work(item)
      } catch (error) {
        faults.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane))
  if (faults.length > 0) throw faults[0]
  return results
}
