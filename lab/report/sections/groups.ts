/** Groups with the largest first, those of one size by name. */
export function largestFirst<T>(
  groups: ReadonlyMap<string, readonly T[]>
): readonly (readonly [string, readonly T[]])[] {
  return [...groups].toSorted(([a, left], [b, right]) => right.length - left.length || a.localeCompare(b))
}
