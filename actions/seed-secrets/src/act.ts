import { describeError, UserError } from '../../../lib/errors.ts'
import type { Inputs } from './inputs.ts'
import { observe } from './observe.ts'
import { newestOf, type Observed } from './observed.ts'
import type { Ended, Outcome, Row } from './outcome.ts'
import { planSeeding, type Plan } from './plan.ts'
import type { Ports } from './ports.ts'
import { rotateAhead, type Ahead } from './rotate-ahead.ts'
import type { StackOutputs } from '../../../lib/secrets/stack-outputs.ts'
import { checkTenant, namesOf, resolveSources, type Source } from './sources.ts'
import { ROUNDS, type Step, type Wish } from './step.ts'
import { checkWriteRate } from './write-rate.ts'
import { write, type Course, type Written } from './write.ts'

type Ready = Extract<Plan, { kind: 'ready' }>

/** Reads, compares, writes and reads again, until every secret's AWSCURRENT is what it should be. */
export async function seed(inputs: Inputs, outputs: StackOutputs, ports: Ports): Promise<Outcome> {
  const { tenant, mapping } = inputs
  checkTenant(outputs, tenant, ports.region)
  const sources = resolveSources(mapping, outputs)
  const kmsKey = outputs.get('kms_key_arn')?.value
  const done = new Map<string, Written>()
  const course: Course = { inputs, sources, done, ...(typeof kmsKey === 'string' ? { kmsKey } : {}) }
  let ahead: readonly Ahead[] = []
  try {
    ahead = await goAhead(course, ports)
    return { ...(await rounds(course, ports)), ahead }
  } catch (error) {
    const cause: unknown = ports.signal.aborted ? ports.signal.reason : error
    // Before the first write a fault is a fault and nothing more.
    if (!hasWritten(done) && !ahead.some(({ kind }) => kind === 'rotated')) throw cause
    return { kind: 'failed', sentence: describeError(cause), rows: rowsAfter(sources, done), ahead }
  }
}

/** Rotates what AWS is about to rotate; nothing whose copy could not be written afterwards. */
async function goAhead(course: Course, ports: Ports): Promise<readonly Ahead[]> {
  const { inputs, sources } = course
  if (inputs.rotateAhead === undefined) return []
  const observed = await observe(sources, inputs.tenant.path, ports)
  const plan = planSeeding(sources, observed, { ...wishOf(course, ports), round: 1 })
  return plan.kind === 'refused' ? [] : rotateAhead(sources, { ...inputs, within: inputs.rotateAhead }, ports)
}

async function rounds(course: Course, ports: Ports): Promise<Ended> {
  const { inputs, sources, done } = course
  const { path } = inputs.tenant
  for (let round = 1; round <= ROUNDS; round += 1) {
    const observed = await observe(sources, path, ports)
    const plan = planSeeding(sources, observed, { ...wishOf(course, ports), round })
    if (plan.kind === 'refused') return refuse(plan.problems, course)
    if (inputs.dryRun) return { kind: 'planned', rows: rowsOf(plan, new Map(), observed) }
    if (plan.steps.length === 0)
      return { kind: 'seeded', rows: rowsOf(plan, done, observed), newestAt: newestOf(observed) }
    const problems = await checkWriteRate(plan.steps, ports)
    if (problems.length > 0) return refuse(problems, course)
    await write(plan.steps, course, ports)
  }
  throw new UserError(
    `Somebody else writes other values into ${path} at the same time: after ${ROUNDS} rounds AWSCURRENT is still not what it should be. End the other run, then run this again.`
  )
}

const hasWritten = (done: ReadonlyMap<string, Written>): boolean =>
  [...done.values()].some(({ how }) => how === 'written')

/** A refusal after something was written is a failure: the outputs tell what was. */
function refuse(problems: readonly string[], { sources, done }: Course): Ended {
  if (!hasWritten(done)) return { kind: 'refused', problems }
  return { kind: 'failed', sentence: problems.join('\n'), rows: rowsAfter(sources, done) }
}

function wishOf({ inputs, done }: Course, { run }: Ports): Omit<Wish, 'round'> {
  // AWS said that this run's rotation is a version already, if one without a label: it is not tried again.
  const isSettled = (name: string): boolean => done.get(name)?.step.change === 'rotated'
  return {
    path: inputs.tenant.path,
    run,
    rotate: inputs.rotate.filter((name) => !isSettled(name)),
    createContainers: inputs.createContainers
  }
}

/** What was done in this attempt comes before what is told by the versions' ids. */
function rowsOf(plan: Ready, done: ReadonlyMap<string, Written>, observed: Observed): readonly Row[] {
  const rows = [
    ...plan.steps.map(rowOf),
    ...plan.kept.map(({ name, change, reason }): Row => {
      const written = done.get(name)
      const container = observed.containers.get(name)
      const isCurrent = container?.kind === 'filled' && container.id === written?.step.token
      if (written !== undefined && (written.how === 'written' || isCurrent)) return rowOf(written.step)
      return { name, change, isStale: false, reason: isLate(written, change) ? LATE : reason }
    })
  ]
  return rows.toSorted((left, right) => (left.name < right.name ? -1 : 1))
}

const LATE = 'this run rotated it earlier, and other runs have since'
const isLate = (written: Written | undefined, change: Row['change']): boolean =>
  written?.step.change === 'rotated' && change === 'unchanged'

const rowOf = ({ name, change, isStale, reason }: Step): Row => ({ name, change, isStale, reason })

function rowsAfter(sources: readonly Source[], done: ReadonlyMap<string, Written>): readonly Row[] {
  return sources.flatMap(namesOf).map((name) => {
    const written = done.get(name)
    if (written?.how === 'written') return rowOf(written.step)
    return { name, change: 'pending', isStale: false, reason: 'not reached, or not known to be right' }
  })
}
