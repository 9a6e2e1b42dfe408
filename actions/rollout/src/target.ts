import { isDenied } from '../../../lib/aws/denied.ts'
import { UserError } from '../../../lib/errors.ts'
import { resolveImage } from '../../../lib/ecs/image.ts'
import { compareRevision, planRevision, type RevisionPlan } from '../../../lib/ecs/register.ts'
import { chooseContainer, type Revision, type TaskDefinition } from '../../../lib/ecs/task-definition.ts'
import { isNewer, isOngoing, successes } from './history.ts'
import { type Change, type Inputs, LAST_SUCCESSFUL } from './inputs.ts'
import type { HistoryEntry, Target } from './observed.ts'
import type { Ports } from './ports.ts'

/** What the target is chosen from. */
export type Situation = Readonly<{ live: Revision; history?: readonly HistoryEntry[] }>
type Chosen = Readonly<{ target: Target; isRolledBack: boolean }>

/** What the inputs ask to deploy; refuses what is not there. */
export async function chooseTarget(inputs: Inputs, situation: Situation, ports: Ports): Promise<Chosen> {
  const { change } = inputs
  switch (change.kind) {
    case 'images':
      return { target: await imagesTarget(inputs, { change, situation, ports }), isRolledBack: false }
    case 'file':
      return { target: await fileTarget(inputs, change.path, { situation, ports }), isRolledBack: false }
    case 'revision':
      return { target: existing(inputs, await activeRevision(ports, change.name)), isRolledBack: false }
    case 'force':
    case 'scale':
      return { target: existing(inputs, situation.live), isRolledBack: false }
    case 'rollback':
      return rollbackTarget(inputs, change.to, { situation, ports })
  }
}

type ImagesChange = Extract<Change, { kind: 'images' }>

async function imagesTarget(
  inputs: Inputs,
  { change, situation, ports }: Readonly<{ change: ImagesChange; situation: Situation; ports: Ports }>
): Promise<Target> {
  const images: Record<string, string> = {}
  for (const [name, image] of Object.entries(change.images)) {
    const container = name === '' ? chooseContainer(situation.live.definition, inputs.container).name : name
    const resolved = await resolveImage(image, { digestOf: ports.digestOf, isDenied })
    if (resolved.note !== undefined) ports.log.warning(resolved.note)
    images[container] = resolved.image
  }
  const plan = await planRevision(ports.ecs, situation.live.definition.family, images)
  const [only, ...others] = Object.keys(images)
  const container = others.length === 0 ? only : inputs.container
  return toTarget(plan, { situation, images, ...(container === undefined ? {} : { container }) })
}

async function fileTarget(
  inputs: Inputs,
  path: string,
  { situation, ports }: Readonly<{ situation: Situation; ports: Ports }>
): Promise<Target> {
  const wanted = parseDefinition(path, await ports.readText(path))
  const newest = await ports.ecs.describeDefinition(wanted.family)
  const images = Object.fromEntries(wanted.containerDefinitions.map(({ name, image }) => [name, image]))
  if (newest === undefined) return { definition: wanted, isOwn: true, ...containerOf(inputs, wanted) }
  return toTarget(compareRevision(newest, wanted), { situation, images, ...containerOf(inputs, wanted) })
}

function parseDefinition(path: string, text: string): TaskDefinition {
  const value = parseJson(text) as Partial<TaskDefinition> | undefined
  const containers = value?.containerDefinitions
  if (typeof value?.family === 'string' && Array.isArray(containers) && containers.length > 0)
    return value as TaskDefinition
  throw new UserError(
    `'${path}' is no task definition: it needs 'family' and 'containerDefinitions'. Write what 'aws ecs describe-task-definition' shows under 'taskDefinition'.`
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A new revision; or the family's newest, which a rollout has made when it runs an image that the service does not. */
function toTarget(
  { newest, wanted, isNew }: RevisionPlan,
  about: Readonly<{ situation: Situation; images: Readonly<Record<string, string>>; container?: string }>
): Target {
  const { situation, images, container } = about
  const named = container === undefined ? {} : { container }
  if (isNew) return { definition: wanted, isOwn: true, ...named }
  const running = Object.fromEntries(
    situation.live.definition.containerDefinitions.map(({ name, image }) => [name, image])
  )
  const isOther = Object.entries(images).some(([name, image]) => running[name] !== image)
  const isOwn = isOther && isNewer(newest.arn, situation.live.arn) && !hasSucceeded(newest.arn, situation)
  return { revision: newest, definition: newest.definition, isOwn, ...named }
}

const hasSucceeded = (arn: string, { history = [] }: Situation): boolean => successes(history).includes(arn)

const existing = (inputs: Inputs, revision: Revision): Target => ({
  revision,
  definition: revision.definition,
  isOwn: false,
  ...containerOf(inputs, revision.definition)
})

/** Only the parameter needs to know which container is meant. */
const containerOf = (inputs: Inputs, definition: TaskDefinition): Readonly<{ container?: string }> =>
  inputs.imageParameter === undefined ? {} : { container: chooseContainer(definition, inputs.container).name }

async function activeRevision({ ecs }: Pick<Ports, 'ecs'>, name: string): Promise<Revision> {
  const found = await ecs.describeDefinition(name)
  if (found?.isActive === true) return found
  throw new UserError(
    `Task definition '${name}' ${found === undefined ? 'does not exist' : 'was deregistered, so nothing can be started from it'}. Name an active revision, or deploy its image.`
  )
}

async function rollbackTarget(
  inputs: Inputs,
  to: string,
  { situation, ports }: Readonly<{ situation: Situation; ports: Ports }>
): Promise<Chosen> {
  if (to !== LAST_SUCCESSFUL) {
    const name = /^\d+$/.test(to) ? `${situation.live.definition.family}:${to}` : to
    return { target: existing(inputs, await activeRevision(ports, name)), isRolledBack: false }
  }
  const { live, history } = situation
  if (history === undefined) {
    throw new UserError(
      "Which revision was deployed last with success is not known without ecs:ListServiceDeployments and ecs:DescribeServiceRevisions on the service. Allow them, or name the revision in 'rollback-to'."
    )
  }
  const others = successes(history).filter((arn) => arn !== live.arn)
  const active = await activeOnes(ports, others)
  if (isUnderWay({ live, history }, { others, active }))
    return { target: existing(inputs, live), isRolledBack: true }
  const [last] = active
  if (last !== undefined) return { target: existing(inputs, last), isRolledBack: false }
  throw new UserError(
    `Service '${inputs.service}' has no other revision that was deployed with success and is still active: there is nothing to go back to. Deploy an image that is good.`
  )
}

/**
 * Whether the newest deployment goes back already: to a revision older than one that succeeded. What was left is
 * deregistered at the end: while it is active, or the deployment in flight, that rollback is not over.
 */
function isUnderWay(
  { live, history }: Readonly<{ live: Revision; history: readonly HistoryEntry[] }>,
  { others, active }: Readonly<{ others: readonly string[]; active: readonly Revision[] }>
): boolean {
  const [newest] = history
  if (newest === undefined) return false
  // ECS itself goes back from it, to what the service is set to by now.
  if (newest.taskDefinition !== live.arn) return newest.status === 'ROLLBACK_IN_PROGRESS'
  const left = isOngoing(newest) ? others : active.map(({ arn }) => arn)
  return left.some((arn) => isNewer(arn, live.arn))
}

/** The first few of these revisions that can still be deployed. */
async function activeOnes(
  { ecs }: Pick<Ports, 'ecs'>,
  arns: readonly string[]
): Promise<readonly Revision[]> {
  const found = await Promise.all(arns.slice(0, MOST_CANDIDATES).map((arn) => ecs.describeDefinition(arn)))
  return found.filter((one): one is Revision => one?.isActive === true)
}

const MOST_CANDIDATES = 5
