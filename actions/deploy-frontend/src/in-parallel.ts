/** Works on all items, so many at once; after the first fault none is begun any more, and it is thrown when all have ended. */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>
): Promise<void> {
  const left = items.values()
  const faults: unknown[] = []
  const lane = async (): Promise<void> => {
    for (const item of left) {
      if (faults.length > 0) return
      try {
        await work(item)
      } catch (error) {
        faults.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane))
  if (faults.length > 0) throw faults[0]
}
