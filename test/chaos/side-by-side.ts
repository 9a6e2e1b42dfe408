/** Runs the work for every item, so many at the same time; the results by item, an error where it failed. */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>
): Promise<ReadonlyMap<Item, Result | Error>> {
  const results = new Map<Item, Result | Error>()
  const left = [...items]
  const next = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      const failed = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
      results.set(item, await work(item).catch(failed))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return results
}
