import type { Verdict } from './verdict.ts'
import type { Walked } from './walk.ts'

/** How a smoke test ends. */
export type Outcome =
  | Readonly<{ kind: 'planned'; steps: readonly string[] }>
  | Readonly<{ kind: 'judged'; verdict: Verdict; walked: readonly Walked[]; elapsedMs: number }>
  | Readonly<{ kind: 'cancelled' }>
