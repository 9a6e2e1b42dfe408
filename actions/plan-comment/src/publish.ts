import type { Fragment } from '../../../lib/fragment.ts'
import { CommentTooLongError, type UpsertedComment } from '../../../lib/github/comments.ts'
import { headSha, runUrl } from '../../../lib/github/context.ts'
import { UserError } from '../../../lib/errors.ts'
import { checkFragment, newestFragments, type FragmentArtifact } from '../../../lib/run-fragments.ts'
import { holdsAll, planCharacters, renderComment, runOf, type Run } from './comment.ts'
import type { Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'

/** As often as jobs with an older view may overwrite this one's comment, before it is no accident any more. */
const MOST_IDLE_ROUNDS = 20

/** Finds the newest fragment of every stack in this run, checked; each is read once, however often this is asked. */
export function fragmentCollector(ports: Ports): () => Promise<readonly Fragment[]> {
  const read = new Map<number, Promise<Fragment>>()
  return async () => {
    const newest = newestFragments(await ports.github.listArtifacts('plan-fragment-'))
    for (const one of newest) if (!read.has(one.id)) read.set(one.id, readFragment(ports, one))
    return Promise.all(newest.map(({ id }) => read.get(id) as Promise<Fragment>))
  }
}

const readFragment = async ({ github, context }: Ports, found: FragmentArtifact): Promise<Fragment> =>
  checkFragment(await github.readArtifact(found.id, 'fragment.json'), found, context.sha)

/** The pull request to comment on: the one named, else the run's own. */
export function commentTarget(inputs: Inputs, { context }: Ports): number | undefined {
  return inputs.prNumber ?? context.pullRequest?.number
}

/**
 * Writes the comment from what `collect` finds, and looks again until there is nothing new: of several jobs that do so
 * at once the last one to write has seen every part. Undefined when a newer run has already commented.
 */
export async function publish(
  ports: Ports,
  issueNumber: number,
  collect: () => Promise<readonly Fragment[]>
): Promise<UpsertedComment | undefined> {
  let fragments = await collect()
  for (let idle = 0; idle < MOST_IDLE_ROUNDS; idle += 1) {
    const written = await write(ports, issueNumber, fragments)
    if (written === undefined) return undefined
    const now = await collect()
    const hasGrown = now.length > fragments.length
    if (!hasGrown && (await isKept(ports, issueNumber, fragments))) return written
    if (hasGrown) idle = -1
    fragments = now
  }
  throw new Error(
    `The comment of #${issueNumber} was overwritten ${MOST_IDLE_ROUNDS} times while no plan was added`
  )
}

/** Another job's older view may have replaced ours between our writing and our looking again. */
async function isKept(ports: Ports, issueNumber: number, fragments: readonly Fragment[]): Promise<boolean> {
  const body = await ports.github.readComment(issueNumber)
  if (body === undefined) {
    // Writing once more would only leave one more comment.
    throw new UserError(
      `The comment of #${issueNumber} was written and is not found again: it was deleted, or 'github-token' writes under another name than its own. Use the job's token or an app's, and run again.`
    )
  }
  return runOf(body) !== ports.context.runId || holdsAll(body, fragments)
}

async function write(
  ports: Ports,
  issueNumber: number,
  fragments: readonly Fragment[]
): Promise<UpsertedComment | undefined> {
  const { context, github, log } = ports
  const earlier = runOf((await github.readComment(issueNumber)) ?? '')
  if (earlier !== undefined && earlier > context.runId) {
    log.info(`The comment of #${issueNumber} is of the newer run ${earlier}: it is left as it is.`)
    return undefined
  }
  const run = describeRun(ports)
  for (let budget = planCharacters(fragments.length); ; budget = Math.floor(budget / 2)) {
    try {
      return await github.writeComment(issueNumber, renderComment(fragments, run, budget))
    } catch (error) {
      if (!(error instanceof CommentTooLongError) || budget < 4096) throw error
      log.info(`GitHub did not take a comment of ${budget} characters: trying half of it.`)
    }
  }
}

/** The run that writes, as its comment and summary tell it. */
export function describeRun({ context }: Ports): Run {
  return { url: runUrl(context), id: context.runId, attempt: context.runAttempt, headSha: headSha(context) }
}

/** Leaves each plan's digest at the pull request's head, for the plan that follows the merge. */
export async function recordDigests(ports: Ports, fragments: readonly Fragment[]): Promise<void> {
  const { pullRequest } = ports.context
  if (pullRequest === undefined) return
  for (const { fingerprint, stack } of fragments) {
    if (fingerprint === undefined) continue
    await ports.github.recordDigest({
      headSha: pullRequest.headSha,
      stack,
      fingerprint,
      pullRequest: pullRequest.number
    })
  }
}
