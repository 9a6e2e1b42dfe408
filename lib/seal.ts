import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { UserError } from './errors.ts'
import type { PlanArguments } from './terraform/cli.ts'

/** What a sealed plan is bound to. It stands in clear before the plan and is authenticated with it. */
export type SealHeader = Readonly<{
  version: 2
  repositoryId: string
  stack: string
  /** Relative to the repository's root, with forward slashes; '.' for the root. */
  workingDirectory: string
  /** The commit that was checked out, 40 hex. */
  commit: string
  runId: number
  attempt: number
  /** Semantic digest of the plan, 64 hex. */
  digest: string
  terraformVersion: string
  /** SHA-256 of .terraform.lock.hcl, hex. */
  lockFileSha256: string
  /** Folder → hash of the files that the plan was made from. */
  tree: Readonly<Record<string, string>>
  arguments: PlanArguments
  pullRequest?: number
}>

/** A sealed plan that does not open: another key, a changed byte, or not a sealed plan at all. */
export class SealError extends UserError {
  override name = 'SealError'
}

const MAGIC = Buffer.from('caliber-seal-1\n')
const KEY_ID_BYTES = 8
const IV_BYTES = 12
const TAG_BYTES = 16
const LENGTH_BYTES = 4
const LONGEST_HEADER = 1024 * 1024

/** What is encrypted: a plan, and the JSON text of the variables that were given for it beside files, where there are any. */
export type Content = Readonly<{ plan: Buffer; variables?: string }>

/** The 32 bytes of a key written in base64. */
export function parseSealKey(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32 || key.toString('base64') !== text.trim()) {
    throw new UserError(
      "Input 'seal-key' is not the base64 of 32 bytes. Make one with 'openssl rand -base64 32' and keep it as a repository secret."
    )
  }
  return key
}

/** Encrypts a plan under `key` so that without the key it cannot be read, and neither it nor its header changed. */
export function sealPlan(parts: Content & Readonly<{ key: Buffer; header: SealHeader }>): Buffer {
  const iv = randomBytes(IV_BYTES)
  const clear = prologue(parts.key, parts.header)
  const cipher = createCipheriv('aes-256-gcm', derive(parts.key, 'caliber plan seal v1', 32), iv)
  cipher.setAAD(clear)
  const sealed = Buffer.concat([cipher.update(joinContent(parts)), cipher.final()])
  return Buffer.concat([clear, iv, cipher.getAuthTag(), sealed])
}

/** Opens what `sealPlan` made; a SealError says whether the key or the bytes are wrong. */
export function openSeal(
  parts: Readonly<{ key: Buffer; sealed: Buffer }>
): Content & Readonly<{ header: SealHeader }> {
  const { clear, keyId, headerText, rest } = split(parts.sealed)
  if (!keyId.equals(idOf(parts.key))) {
    throw new SealError(
      `The plan was sealed with another key (${keyId.toString('hex')}) than the one given (${idOf(parts.key).toString('hex')}). Give the plan and the apply job the same seal-key, and plan again after the secret was changed.`
    )
  }
  const decipher = createDecipheriv(
    'aes-256-gcm',
    derive(parts.key, 'caliber plan seal v1', 32),
    rest.subarray(0, IV_BYTES)
  )
  decipher.setAAD(clear)
  decipher.setAuthTag(rest.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const content = decrypt(decipher, rest.subarray(IV_BYTES + TAG_BYTES))
  return { header: parseHeader(headerText), ...splitContent(content) }
}

/** The variables' length, the variables, the plan. */
function joinContent({ plan, variables = '' }: Content): Buffer {
  const text = Buffer.from(variables)
  return Buffer.concat([lengthOf(text), text, plan])
}

/** Only called on authenticated bytes, of a header whose format was judged. */
function splitContent(content: Buffer): Content {
  const end = LENGTH_BYTES + content.readUInt32BE(0)
  const variables = content.toString('utf8', LENGTH_BYTES, end)
  return { plan: content.subarray(end), ...(variables === '' ? {} : { variables }) }
}

type Decipher = Readonly<{ update: (data: Buffer) => Buffer; final: () => Buffer }>

function decrypt(decipher: Decipher, sealed: Buffer): Buffer {
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  } catch (cause) {
    throw new SealError(
      'The sealed plan was changed after it was sealed: its authentication tag does not fit. Plan again and apply that run’s artifact.',
      { cause }
    )
  }
}

/** Magic, id of the key, length of the header, header: the part that is authenticated but not secret. */
function prologue(key: Buffer, header: SealHeader): Buffer {
  const text = Buffer.from(JSON.stringify(header))
  return Buffer.concat([MAGIC, idOf(key), lengthOf(text), text])
}

function lengthOf(text: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(text.length)
  return length
}

function split(sealed: Buffer): Readonly<{ clear: Buffer; keyId: Buffer; headerText: Buffer; rest: Buffer }> {
  const start = MAGIC.length + KEY_ID_BYTES + LENGTH_BYTES
  if (!sealed.subarray(0, MAGIC.length).equals(MAGIC) || sealed.length < start) {
    throw new SealError(
      'The file is not a sealed plan of this version. Make it with plan-comment of the same release.'
    )
  }
  const length = sealed.readUInt32BE(start - LENGTH_BYTES)
  if (length > LONGEST_HEADER || sealed.length < start + length + IV_BYTES + TAG_BYTES) {
    throw new SealError(
      'The sealed plan is cut short or its length was changed. Plan again and apply that run’s artifact.'
    )
  }
  return {
    clear: sealed.subarray(0, start + length),
    keyId: sealed.subarray(MAGIC.length, MAGIC.length + KEY_ID_BYTES),
    headerText: sealed.subarray(start, start + length),
    rest: sealed.subarray(start + length)
  }
}

/** Only called on authenticated bytes: whoever wrote them held the key. */
function parseHeader(text: Buffer): SealHeader {
  const header = JSON.parse(text.toString('utf8')) as SealHeader
  if (header.version === 2) return header
  throw new SealError(
    `The plan was sealed in format ${String(header.version)}; this release reads format 2. Use one release for plan and apply.`
  )
}

/** Tells two keys apart without telling anything about them. */
const idOf = (key: Buffer): Buffer => derive(key, 'caliber plan seal key id v1', KEY_ID_BYTES)

const derive = (key: Buffer, info: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, bytes))
