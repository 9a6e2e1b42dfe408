import type { Control } from './control.ts'
import { pause } from './pause.ts'

/** Ends that nobody asked for: the exit code of a crash at the start; a later one, or one for memory, comes by itself. */
export async function crash(control: Control): Promise<number | undefined> {
  const { crash: planned, outOfMemoryAfter } = control.order.behaviour
  if (outOfMemoryAfter !== undefined)
    void pause(control, outOfMemoryAfter).then(() => runOutOfMemory(control))
  if (planned === undefined) return undefined
  const fall = (): number => {
    for (const line of planned.stderr ?? []) process.stderr.write(`${line}\n`)
    return planned.code
  }
  if ((planned.after ?? 0) === 0) return fall()
  void pause(control, planned.after ?? 0).then(() => process.exit(fall()))
  return undefined
}

/** The system kills a container that takes more memory than it has; the lab does, and says why. */
export function runOutOfMemory(control: Control): void {
  control.tell({ kind: 'out of memory' })
}
