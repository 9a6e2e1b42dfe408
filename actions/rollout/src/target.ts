import { isDenied } from '../../../lib/aws/denied.ts'
import { UserError } from '../../../lib/errors.ts'
import { resolveImage } from '../../../lib/ecs/image.ts'
import { compareRevision, planRevision, type RevisionPlan } from '../../../lib/ecs/register.ts'
import {
  chooseContainer,
  hasSameImages,
  type Revision,
  type TaskDefinition
} from '../../../lib/ecs/task-definition.ts'
import { isNewer, isOngoing, readHistory, successes, wasLeft } from './history.ts'
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
      return { target: existing(inputs, await newestAlike(situation, ports)), isRolledBack: false }
    case 'restart':
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

/**
 * The same images as they were defined last: what Terraform has registered since goes along, as with an image. A revision
 * that was deployed before, and is not what runs, failed or was gone back from.
 */
async function newestAlike({ live, history = [] }: Situation, { ecs }: Ports): Promise<Revision> {
  const newest = await ecs.describeDefinition(live.definition.family)
  if (newest === undefined || !isNewer(newest.arn, live.arn)) return live
  const wasDeployed = history.some(({ taskDefinition }) => taskDefinition === newest.arn)
  return !wasDeployed && hasSameImages(newest.definition, live.definition) ? newest : live
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
  if (await isUnderWay({ live, history }, ports))
    return { target: existing(inputs, live), isRolledBack: true }
  const last = (await candidate(live, history, ports)) ?? (await olderCandidate(inputs, live, ports))
  if (last !== undefined) return { target: existing(inputs, last), isRolledBack: false }
  throw new UserError(
    `Service '${inputs.service}' has no other revision that was deployed with success and is still active: there is nothing to go back to. Deploy an image that is good.`
  )
}

type Past = Readonly<{ live: Revision; history: readonly HistoryEntry[] }>

/**
 * Whether the newest deployment goes back already: to a revision older than one that succeeded. What was left is
 * deregistered at the end, where its images are others: while that is active, or the deployment in flight, the rollback
 * is not over.
 */
async function isUnderWay({ live, history }: Past, ports: Ports): Promise<boolean> {
  const [newest] = history
  if (newest === undefined) return false
  // ECS itself goes back from it, to what the service is set to by now.
  if (newest.taskDefinition !== live.arn) return newest.status === 'ROLLBACK_IN_PROGRESS'
  const left = successes(history).filter((arn) => isNewer(arn, live.arn))
  if (isOngoing(newest)) return left.length > 0
  const active = await activeOnes(ports, left.slice(0, AT_ONCE))
  return active.some((one) => !hasSameImages(one.definition, live.definition))
}

/** What succeeded last of all that is neither running nor was gone back from, and can still be deployed. */
async function candidate(
  live: Revision,
  history: readonly HistoryEntry[],
  ports: Ports
): Promise<Revision | undefined> {
  const others = successes(history).filter((arn) => arn !== live.arn && !wasLeft(arn, history))
  for (let at = 0; at < others.length; at += AT_ONCE) {
    const [last] = await activeOnes(ports, others.slice(at, at + AT_ONCE))
    if (last !== undefined) return last
  }
  return undefined
}

/** The first page of the history may be full of restarts, or of revisions that are gone. */
async function olderCandidate(inputs: Inputs, live: Revision, ports: Ports): Promise<Revision | undefined> {
  const whole = await readHistory(ports, inputs, MOST_PAGES)
  return whole === undefined ? undefined : candidate(live, whole, ports)
}

/** Those of these revisions that can still be deployed. */
async function activeOnes(
  { ecs }: Pick<Ports, 'ecs'>,
  arns: readonly string[]
): Promise<readonly Revision[]> {
  const found = await Promise.all(arns.map((arn) => ecs.describeDefinition(arn)))
  return found.filter((one): one is Revision => one?.isActive === true)
}

/** So many revisions are described at once, and so many pages of the history are read. */
const AT_ONCE = 5
const MOST_PAGES = 10
