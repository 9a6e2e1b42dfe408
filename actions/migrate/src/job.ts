import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import type { Plan } from './plan.ts'

/** What a migration works on; `began` is milliseconds since the epoch. */
export type Job = Readonly<{ inputs: Inputs; observed: Observed; plan: Plan; began: number }>
