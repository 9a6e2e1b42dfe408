import { describeError, UserError } from '../../../lib/errors.ts'
import type { GitHubContext, PullRequest } from '../../../lib/github/context.ts'
import { isRefusal } from '../../../lib/github/gate.ts'
import { isTyped, observeGate, type Sought } from '../../../lib/github/gate-facts.ts'
import { ArtifactError } from '../../../lib/github/zip.ts'
import { openSeal, SealError, type Content, type SealHeader } from '../../../lib/seal.ts'
import { applyGated } from './act.ts'
import { checkArtifact, checkDownload, checkHeader, missingArtifact, SEALED_FILE } from './artifact.ts'
import { attestGate } from './gate.ts'
import type { Inputs } from './inputs.ts'
import { refuse, type Delivery, type Refusal } from './outcome.ts'
import type { Ports } from './ports.ts'

/** From the artifact's number to the applied plan; every step is judged before the next begins. */
export async function deliver(inputs: Inputs, ports: Ports): Promise<Delivery> {
  const { log, signal } = ports
  const seen: Seen = {}
  try {
    const opened = await log.group('Open the sealed plan', () => openPlan(inputs, ports))
    if ('kind' in opened) return { outcome: opened }
    seen.header = opened.header
    const pullRequest = isOfStarter(inputs, ports.context) ? undefined : await findPullRequest(ports)
    if (pullRequest !== undefined) seen.pullRequest = pullRequest.number
    const gate = await log.group('Look at the gate from inside', () =>
      observeGate(soughtFor(inputs, ports.context, pullRequest), ports)
    )
    seen.gate = gate
    const { header } = opened
    const attestation = attestGate({ inputs, header, context: ports.context, facts: gate })
    if (isRefusal(attestation)) return { outcome: attestation, ...seen }
    seen.attestation = attestation
    log.info(`Approved by ${attestation.approvedBy.join(', ')} through gate '${attestation.gate}'.`)
    return { outcome: await applyGated({ inputs, attestation, ...opened }, ports), ...seen }
  } catch (error) {
    if (signal.aborted)
      return { outcome: { kind: 'cancelled', sentence: cancelled(signal), inFlight: [] }, ...seen }
    if (error instanceof Error && !(error instanceof UserError)) log.debug(error.stack ?? '')
    return { outcome: { kind: 'error', sentence: describeError(error) }, ...seen }
  }
}

/** An approval may take weeks, and what was looked at before the plan does not hold that long. */
function checkTime({ notAfter }: Inputs, { clock }: Ports): Refusal | undefined {
  if (notAfter === undefined || clock.now() <= notAfter) return undefined
  return refuse(
    'too-late',
    `What was checked before the plan held until ${new Date(notAfter).toISOString()}, which has passed, so nothing is applied. Run the workflow anew, not only this job: it checks and plans again.`
  )
}

const cancelled = (signal: AbortSignal): string =>
  `${describeError(signal.reason)} Nothing had been changed yet. Run the job again when it may go on.`

/** What is known so far, however it ends. */
type Seen = { -readonly [name in keyof Omit<Delivery, 'outcome'>]: Delivery[name] }

type Opened = Content & Readonly<{ header: SealHeader }>

async function openPlan(inputs: Inputs, ports: Ports): Promise<Opened | Refusal> {
  const late = checkTime(inputs, ports)
  if (late !== undefined) return late
  const { context, github, log } = ports
  const artifact = await github.describeArtifact(inputs.artifactId)
  if (artifact === undefined) return missingArtifact(inputs.artifactId)
  const unfit = checkArtifact({ inputs, context, artifact })
  if (unfit !== undefined) return unfit
  const download = await github.downloadArtifact(artifact.id).catch(refuseContent)
  if ('kind' in download) return download
  const wrong = checkDownload(inputs, download)
  if (wrong !== undefined) return wrong
  const opened = unseal(inputs.sealKey, download.files[SEALED_FILE] ?? Buffer.alloc(0))
  if ('kind' in opened) return opened
  log.info(
    `Artifact '${artifact.name}' holds the plan of ${opened.header.commit} with digest ${opened.header.digest}.`
  )
  return checkHeader({ inputs, context, artifact, header: opened.header }) ?? opened
}

function refuseContent(error: unknown): Refusal {
  if (error instanceof ArtifactError) return refuse('artifact-mismatch', error.message)
  throw error
}

function unseal(key: Buffer, sealed: Buffer): Opened | Refusal {
  try {
    return openSeal({ key, sealed })
  } catch (error) {
    if (error instanceof SealError) return refuse('seal-mismatch', error.message)
    throw error
  }
}

const findPullRequest = async ({ context, github }: Ports): Promise<PullRequest | undefined> =>
  context.pullRequest ?? (await github.pullRequestOf(context.sha))

/** Whoever started such a run typed what is changed; of a bot's run the commit counts, too. */
const isOfStarter = ({ author }: Inputs, context: GitHubContext): boolean =>
  author === 'starter' && isTyped(context)

const soughtFor = (inputs: Inputs, context: GitHubContext, pullRequest: PullRequest | undefined): Sought => ({
  environment: inputs.environment,
  isOfStarter: isOfStarter(inputs, context),
  byReview: inputs.gate === 'environment',
  pullRequestAuthor: pullRequest?.author
})
