import * as fc from 'fast-check'

/** Less than a test may take: what is not through by then is red, never green after a part of its runs. */
const LONGEST_MS = 50_000

/** Tries a property on so many values; what fails is told with its seed and made as small as it goes. */
export async function holds<T>(
  values: fc.Arbitrary<T>,
  property: (value: T) => Promise<void> | void,
  numRuns = 25
): Promise<void> {
  const check = fc.asyncProperty(values, async (value) => property(value))
  await fc.assert(check, { numRuns, interruptAfterTimeLimit: LONGEST_MS, markInterruptAsFailure: true })
}
