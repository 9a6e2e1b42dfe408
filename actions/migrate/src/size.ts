import { UserError } from '../../../lib/errors.ts'
import type { TaskDefinition } from '../../../lib/ecs/task-definition.ts'
import type { Inputs } from './inputs.ts'

type Range = Readonly<{ from: number; to: number; step: number }>

/** MiB that Fargate has for each number of CPU units. */
const SIZES: ReadonlyMap<number, Range> = new Map([
  [256, { from: 512, to: 2048, step: 512 }],
  [512, { from: 1024, to: 4096, step: 1024 }],
  [1024, { from: 2048, to: 8192, step: 1024 }],
  [2048, { from: 4096, to: 16_384, step: 1024 }],
  [4096, { from: 8192, to: 30_720, step: 1024 }],
  [8192, { from: 16_384, to: 61_440, step: 4096 }],
  [16_384, { from: 32_768, to: 122_880, step: 8192 }]
])

/** Refuses a size that Fargate does not have, before a task is started in vain. */
export function checkSize({ cpu, memory }: Inputs, definition: TaskDefinition): void {
  if (cpu === undefined && memory === undefined) return
  const units = cpu ?? Number(definition['cpu'])
  const mebibytes = memory ?? Number(definition['memory'])
  const range = SIZES.get(units)
  // A task definition may say '1 vCPU': then ECS is the judge.
  if (range === undefined || Number.isNaN(mebibytes) || hasSize(range, units, mebibytes)) return
  throw new UserError(
    `Fargate has no task of ${units} CPU units with ${mebibytes} MiB: it has ${range.from} to ${range.to} MiB for them, in steps of ${range.step}. Correct 'cpu' or 'memory'.`
  )
}

/** 256 CPU units have three sizes, of which 1536 is none. */
const hasSize = ({ from, to, step }: Range, units: number, mebibytes: number): boolean =>
  mebibytes >= from &&
  mebibytes <= to &&
  (mebibytes - from) % step === 0 &&
  !(units === 256 && mebibytes === 1536)
