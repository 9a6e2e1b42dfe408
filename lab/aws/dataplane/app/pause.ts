import type { Control } from './control.ts'

/** Lets so many of AWS's seconds pass. */
export function pause({ order }: Pick<Control, 'order'>, seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, (seconds / order.speed) * 1000))
}
