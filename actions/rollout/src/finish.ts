import { describeError } from '../../../lib/errors.ts'
import { hasSameImages, type Revision } from '../../../lib/ecs/task-definition.ts'
import { isNewer } from './history.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import type { Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'
import type { Ports } from './ports.ts'
import { tellEvents, type Trail } from './trail.ts'

/** What the end of a rollout works on. */
export type Finished = Readonly<{
  inputs: Inputs
  observed: Observed
  plan: Plan
  revision: Revision
  trail?: Trail
}>
type Done = Readonly<{ notes: readonly string[]; problems: readonly string[] }>

/** Leaves parameter and revisions as they belong after this outcome; what cannot be done is a problem, not an exception. */
export async function finish(outcome: Outcome, finished: Finished, ports: Ports): Promise<Done> {
  const problems: string[] = []
  const attempt = async (work: () => Promise<readonly string[]>): Promise<readonly string[]> => {
    try {
      return await work()
    } catch (error) {
      ports.signal.throwIfAborted()
      problems.push(describeError(error))
      return []
    }
  }
  const notes = [...(await attempt(() => settle(outcome, finished, ports)))]
  if (SUCCESSES.has(outcome.kind) && finished.plan.retires)
    notes.push(...(await attempt(() => retireNewer(finished.revision, ports))))
  for (const note of notes) ports.log.info(note)
  return { notes, problems }
}

const SUCCESSES: ReadonlySet<string> = new Set(['success', 'scaled-to-zero'])
const FAILURES: ReadonlySet<string> = new Set(['rolled-back', 'failed', 'stopped'])

async function settle({ kind }: Outcome, finished: Finished, ports: Ports): Promise<readonly string[]> {
  if (SUCCESSES.has(kind)) return writeParameter(finished, ports)
  return FAILURES.has(kind) ? retireOwn(finished, ports) : []
}

async function writeParameter(
  { inputs: { imageParameter }, plan: { parameterValue } }: Finished,
  { parameters }: Ports
): Promise<readonly string[]> {
  if (imageParameter === undefined || parameterValue === undefined) return []
  await parameters.writeParameter(imageParameter, parameterValue)
  return [`Parameter ${imageParameter} says ${parameterValue} now.`]
}

/** Takes a revision away that a rollout made and that failed, so that Terraform finds no newer one than what runs. */
export async function retireOwn(
  { inputs, observed, revision, trail }: Finished,
  ports: Ports
): Promise<readonly string[]> {
  if (!observed.target.isOwn) return []
  const service = await ports.ecs.describeService(inputs)
  if (service !== undefined && trail !== undefined) tellEvents(trail, service, ports)
  if (service?.taskDefinition === revision.arn) {
    return [
      `${revision.revision} stays registered: the service is still set to it, since there was nothing to go back to.`
    ]
  }
  await ports.ecs.deregisterDefinition(revision.arn)
  return [`${revision.revision} was deregistered: it failed, and nothing runs it.`]
}

/** More than these are not looked for. */
const MOST_RETIRED = 20

/** After a rollback, the family's newest active revision is to run the images that the service runs. */
async function retireNewer(target: Revision, { ecs }: Ports): Promise<readonly string[]> {
  const retired: string[] = []
  for (let count = 0; count < MOST_RETIRED; count += 1) {
    const newest = await ecs.describeDefinition(target.definition.family)
    if (newest === undefined || !isNewer(newest.arn, target.arn)) break
    if (hasSameImages(newest.definition, target.definition)) break
    await ecs.deregisterDefinition(newest.arn)
    retired.push(`${newest.revision} was deregistered: the service went back from it.`)
  }
  return retired
}
