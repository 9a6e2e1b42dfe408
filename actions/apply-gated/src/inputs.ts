import { parseBackendConfig } from '../../../lib/backend-config.ts'
import { UserError } from '../../../lib/errors.ts'
import {
  choice,
  duration,
  integer,
  matching,
  pathWithin,
  type ReadInput,
  required,
  requiredMatching
} from '../../../lib/input.ts'
import { plainDigest } from '../../../lib/github/artifact-digest.ts'
import { type GateInputs, parseGate } from '../../../lib/github/gate-inputs.ts'
import { parseSealKey } from '../../../lib/seal.ts'

/** What the workflow asks for, checked. */
export type Inputs = GateInputs &
  Readonly<{
    stack: string
    /** Semantic digest that was approved, 64 hex. */
    digest: string
    artifactId: number
    /** SHA-256 of the artifact's zip, 64 hex. */
    artifactDigest: string
    sealKey: Buffer
    /** Relative to the repository's root, with forward slashes. */
    workingDirectory: string
    backendConfig: readonly string[]
    gate: 'environment' | 'dispatch'
    confirmInput: string
    /** Whose change is applied, who therefore cannot approve it. */
    author: 'commit' | 'starter'
    onStale: 'replan' | 'refuse'
    /** Moment after which nothing is applied; undefined for never. */
    notAfter?: number
    /** As Terraform wants it: 90s. */
    lockTimeout: string
  }>

/** Reads and checks every input; the first fault is one sentence, before anything is done. */
export function parseInputs(read: ReadInput): Inputs {
  const notAfter = matching(read, 'not-after', MOMENT)
  return {
    stack: requiredMatching(read, 'stack', STACK),
    ...parseGate(read),
    digest: requiredMatching(read, 'digest', DIGEST),
    artifactId: parseArtifactId(read),
    artifactDigest: plainDigest(requiredMatching(read, 'artifact-digest', ARTIFACT_DIGEST)),
    sealKey: parseSealKey(required(read, 'seal-key')),
    workingDirectory: pathWithin(read, 'working-directory') ?? '.',
    backendConfig: parseBackendConfig(read),
    gate: choice(read, 'gate', ['environment', 'dispatch']),
    confirmInput: matching(read, 'confirm-input', INPUT_NAME) ?? 'confirm',
    author: parseAuthor(read),
    onStale: choice(read, 'on-stale', ['replan', 'refuse']),
    ...(notAfter === undefined ? {} : { notAfter: Date.parse(notAfter) }),
    lockTimeout: `${Math.ceil((duration(read, 'lock-timeout') ?? 300_000) / 1000)}s`
  }
}

const STACK = {
  pattern: /^(?!fragment-)[A-Za-z0-9._-]{1,80}$/,
  expected: "a stack's name: 1 to 80 of A-Z a-z 0-9 . _ - and not beginning with 'fragment-'"
}
const DIGEST = {
  pattern: /^[0-9a-f]{64}$/,
  expected: "a plan's whole digest, 64 hexadecimal digits (output 'digest' of plan-comment)"
}
const ARTIFACT_DIGEST = {
  pattern: /^(?:sha256:)?[0-9a-f]{64}$/,
  expected: "the SHA-256 of an artifact, 64 hexadecimal digits (output 'artifact-digest' of plan-comment)"
}
const MOMENT = {
  pattern:
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,3})?Z$/,
  expected: 'a time in UTC, such as 2026-01-31T16:00:00Z'
}
const INPUT_NAME = { pattern: /^[A-Za-z_][A-Za-z0-9_-]*$/, expected: 'the name of a workflow_dispatch input' }

function parseAuthor(read: ReadInput): Inputs['author'] {
  const author = choice(read, 'author', ['commit', 'starter'])
  if (author === 'commit' || choice(read, 'gate', ['environment', 'dispatch']) === 'environment')
    return author
  throw new UserError(
    "Inputs 'author: starter' and 'gate: dispatch' exclude each other: one says that who starts the run cannot approve, the other that they do. Leave one out."
  )
}

function parseArtifactId(read: ReadInput): number {
  required(read, 'artifact-id')
  return integer(read, 'artifact-id', { min: 1, max: Number.MAX_SAFE_INTEGER }) ?? 0
}
