import { createHash } from 'node:crypto'
import type { Artifact, Download } from '../../../lib/github/artifacts.ts'
import { headSha, type GitHubContext } from '../../../lib/github/context.ts'
import type { SealHeader } from '../../../lib/seal.ts'
import type { Inputs } from './inputs.ts'
import { refuse, type Refusal } from './outcome.ts'

/** The one file of a sealed plan's artifact. */
export const SEALED_FILE = 'plan.sealed'

type Recorded = Readonly<{ inputs: Inputs; context: GitHubContext; artifact: Artifact }>

/** Judges by GitHub's own record whether the artifact can be this run's plan of this stack. */
export const checkArtifact = (recorded: Recorded): Refusal | undefined =>
  checkRun(recorded) ?? checkOrigin(recorded) ?? checkContent(recorded)

/** What is said of an artifact that is not there. */
export const missingArtifact = (id: number): Refusal =>
  mismatch(`Artifact ${id} does not exist in this repository`)

function checkRun({ inputs, context, artifact: { name, runId } }: Recorded): Refusal | undefined {
  const attempt = attemptOf(name, inputs.stack)
  if (attempt === undefined) return mismatch(`Artifact '${name}' is no plan of stack '${inputs.stack}'`)
  if (runId === context.runId) {
    return attempt > context.runAttempt
      ? mismatch(`Artifact '${name}' is of an attempt that has not been`)
      : undefined
  }
  return inputs.gate === 'dispatch'
    ? undefined
    : mismatch(`Artifact '${name}' is of run ${runId}, not of this run`)
}

function checkOrigin({ context, artifact }: Recorded): Refusal | undefined {
  const { repositoryId, headRepositoryId } = artifact
  if (repositoryId !== context.repository.id || headRepositoryId !== context.repository.id) {
    return mismatch(`Artifact '${artifact.name}' was made from another repository (a fork)`)
  }
  return artifact.headSha === headSha(context) ? undefined : otherCommit(artifact.headSha, headSha(context))
}

function checkContent({ inputs, artifact: { name, expired, digest } }: Recorded): Refusal | undefined {
  if (expired) return mismatch(`Artifact '${name}' has expired`)
  if (digest === inputs.artifactDigest || digest === '') return undefined
  return mismatch(
    `Artifact '${name}' has digest ${short(digest)}, not ${short(inputs.artifactDigest)} as approved`
  )
}

/** Judges what was downloaded: the very bytes that were approved, holding one sealed plan. */
export function checkDownload(inputs: Inputs, { zip, files }: Download): Refusal | undefined {
  const digest = createHash('sha256').update(zip).digest('hex')
  if (digest !== inputs.artifactDigest) {
    return mismatch(
      `The downloaded artifact has digest ${short(digest)}, not ${short(inputs.artifactDigest)} as approved`
    )
  }
  const names = Object.keys(files)
  if (names.length === 1 && names[0] === SEALED_FILE) return undefined
  return mismatch(`The artifact holds ${names.join(', ') || 'nothing'} where ${SEALED_FILE} is expected`)
}

type Sealed = Recorded & Readonly<{ header: SealHeader }>

/** Judges whether the plan was sealed for this repository, stack, commit, run and digest. */
export function checkHeader({ inputs, context, artifact, header }: Sealed): Refusal | undefined {
  if (header.commit !== context.sha) return otherCommit(header.commit, context.sha)
  if (header.digest !== inputs.digest) {
    return refuse(
      'plan-changed',
      `The sealed plan's digest is ${short(header.digest)}, and ${short(inputs.digest)} was approved. Pass digest and artifact of one and the same plan.`
    )
  }
  const facts: readonly (readonly [string, string | number, string | number])[] = [
    ['repository', header.repositoryId, context.repository.id],
    ['stack', header.stack, inputs.stack],
    ['working directory', header.workingDirectory, inputs.workingDirectory],
    ['run', header.runId, artifact.runId],
    ['attempt', header.attempt, attemptOf(artifact.name, inputs.stack) ?? 0]
  ]
  const wrong = facts.find(([, sealed, expected]) => sealed !== expected)
  return wrong && mismatch(`The plan was sealed for ${wrong[0]} '${wrong[1]}', and this is '${wrong[2]}'`)
}

function attemptOf(name: string, stack: string): number | undefined {
  const prefix = `plan-${stack}-`
  const attempt = name.startsWith(prefix) ? name.slice(prefix.length) : ''
  return /^[1-9]\d{0,5}$/.test(attempt) ? Number(attempt) : undefined
}

const mismatch = (fact: string): Refusal =>
  refuse(
    'artifact-mismatch',
    `${fact}. Pass artifact-id and artifact-digest as this run's plan-comment gave them; plan again if the artifact is gone.`
  )

const otherCommit = (planned: string, current: string): Refusal =>
  refuse(
    'commit-mismatch',
    `The plan is of commit ${planned.slice(0, 12)}, and this job runs on ${current.slice(0, 12)}. Plan this commit and apply that plan.`
  )

const short = (digest: string): string => `${digest.slice(0, 12)}…`
