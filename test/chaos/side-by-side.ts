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

/** What was found of each item of a course: several that are tried one after the other, in one place. */
export type Found<Item, Traces> = ReadonlyMap<readonly Item[], ReadonlyMap<Item, Traces> | Error>

/** What was found of one item; throws what kept it from being tried. */
export function foundOf<Item, Traces>(found: Found<Item, Traces>, item: Item): Traces {
  const [, course] = [...found].find(([items]) => items.includes(item)) ?? []
  const traces = course instanceof Error ? course : course?.get(item)
  if (traces === undefined || traces instanceof Error) throw traces ?? new Error('It was not run.')
  return traces
}

/** All that was found. */
export const allFound = <Item, Traces>(found: Found<Item, Traces>): readonly (readonly [Item, Traces])[] =>
  [...found.values()].flatMap((course) => (course instanceof Error ? [] : [...course]))
