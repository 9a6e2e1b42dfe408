/** Of some milliseconds the one that a share of them does not exceed (nearest rank); 0 of none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** With a budget at least so many requests are measured. */
const MEASURED = 20

/** How many good answers in a row are asked for. */
export const streakLength = (attempts: number, budgetMs: number | undefined): number =>
  budgetMs === undefined ? attempts : Math.max(attempts, MEASURED)
