import { DeniedError } from '../../../lib/aws/secret-errors.ts'
import type { Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'
import type { Source } from './sources.ts'
import type { Step } from './step.ts'

/** A step that was sent to AWS, and whether AWS took it. */
export type Written = Readonly<{ step: Step; how: 'written' | 'taken' }>

/** One run of the action. */
export type Course = Readonly<{
  inputs: Inputs
  sources: readonly Source[]
  /** What was sent to AWS, by name. */
  done: Map<string, Written>
  kmsKey?: string
}>

/** Writes one secret after the other, in the plan's order; what somebody else was faster at is left to the next round. */
export async function write(steps: readonly Step[], course: Course, ports: Ports): Promise<void> {
  for (const step of steps) {
    ports.signal.throwIfAborted()
    const how = await send(step, course, ports)
    course.done.set(step.name, { step, how })
    ports.log.info(
      how === 'written'
        ? `${step.change}: ${step.full} (${step.reason})`
        : `${step.full} was changed by somebody else meanwhile; it is read again.`
    )
  }
}

async function send(
  step: Step,
  { inputs: { tenant }, kmsKey }: Course,
  { secrets, random, hide }: Ports
): Promise<Written['how']> {
  const { full, value, token } = step
  const text = 'text' in value ? value.text : random(value.bytes)
  // An endpoint is no secret; everything else was masked when it was read.
  if (!('text' in value) || text.startsWith('mongodb:')) hide(text)
  if (!step.isMissing) return secrets.put({ name: full, text, token })
  const made = secrets.create({
    name: full,
    text,
    token,
    description: `Written by seed-secrets: ${step.reason}`,
    tags: { Project: 'Caliber', Client: tenant.client, Env: tenant.env, ManagedBy: 'seed-secrets' },
    ...(kmsKey === undefined ? {} : { kmsKeyArn: kmsKey })
  })
  return made.catch(tellWayOut)
}

const WAY_OUT =
  "The bootstrap's seed role may not make secrets, which takes secretsmanager:CreateSecret and secretsmanager:TagResource: apply the tenant's stack, which makes them, and leave create-containers out, or run this with a role that may."

/** Who may write values need not be able to make what holds them. */
function tellWayOut(error: unknown): never {
  if (!(error instanceof DeniedError)) throw error
  throw new DeniedError(`${error.message} ${WAY_OUT}`, { cause: error })
}
