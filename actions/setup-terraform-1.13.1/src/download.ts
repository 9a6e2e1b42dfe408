import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { describeError, UserError } from '../../../lib/errors.ts'
import type { Log } from '../../../lib/log.ts'
import { retry } from '../../../lib/retry.ts'

/** One file to fetch: from where, what it must be, where to, and how long one attempt may last. */
export type Order = Readonly<{ url: string; digest: string; file: string; timeoutMs: number }>

export type DownloadPorts = Readonly<{
  log: Log
  signal: AbortSignal
  /** Longest wait between two attempts, in milliseconds. */
  maxWaitMs: number
}>

/** Several times the size of any release of Terraform: a server that never stops must not fill the disk. */
const LARGEST_BYTES = 256 * 1024 * 1024
const ATTEMPTS = 4

/** A fault of the way, not of the file: worth another attempt. */
class PassingFault extends Error {}

/** Fetches a file and checks its SHA-256; whatever goes wrong, no file is left behind. */
export async function download(order: Order, ports: DownloadPorts): Promise<void> {
  try {
    const actual = await fetchWithRetries(order, ports)
    if (actual !== order.digest) throw mismatch(order, actual)
  } catch (error) {
    await rm(order.file, { force: true })
    throw error
  }
}

function mismatch({ url, digest }: Order, actual: string): UserError {
  return new UserError(
    `${url} has SHA-256 ${actual} where ${digest} is expected: it is not the release that HashiCorp signed, or not all of it. Nothing was installed. Mend the mirror, or leave 'mirror' out.`
  )
}

async function fetchWithRetries(order: Order, { log, signal, maxWaitMs }: DownloadPorts): Promise<string> {
  const attempt = async (number: number): Promise<string> => {
    try {
      return await fetchOnce(order, signal)
    } catch (error) {
      if (error instanceof PassingFault) log.info(`Attempt ${number} of ${ATTEMPTS}: ${describeError(error)}`)
      throw error
    }
  }
  const deadlineMs = ATTEMPTS * (order.timeoutMs + maxWaitMs)
  const isTransient = (error: Error): boolean => error instanceof PassingFault
  try {
    return await retry(attempt, { attempts: ATTEMPTS, maxWaitMs, deadlineMs, isTransient, signal })
  } catch (error) {
    if (!(error instanceof PassingFault)) throw error
    throw new UserError(
      `Terraform could not be downloaded in ${ATTEMPTS} attempts: ${describeError(error)}. Check that the runner reaches the server, raise 'timeout', or set 'mirror' or 'binary'.`,
      { cause: error }
    )
  }
}

/** One attempt; answers the SHA-256 of what came. */
async function fetchOnce(order: Order, signal: AbortSignal): Promise<string> {
  const timeout = AbortSignal.timeout(order.timeoutMs)
  try {
    const response = await fetch(order.url, { signal: AbortSignal.any([signal, timeout]) })
    return await save(checkStatus(response, order.url), order)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof UserError || error instanceof PassingFault) throw error
    if (timeout.aborted)
      throw new PassingFault(`${order.url} was not complete after ${order.timeoutMs} ms`, { cause: error })
    throw new PassingFault(`${order.url} could not be read`, { cause: error })
  }
}

function checkStatus(response: Response, url: string): ReadableStream<Uint8Array> {
  const { status, body } = response
  if (response.ok && body !== null) return body
  if (status >= 500 || status === 408 || status === 429) throw new PassingFault(`${url} answered ${status}`)
  throw new UserError(
    `${url} answered ${status}. Check 'mirror': it must be laid out as https://releases.hashicorp.com is.`
  )
}

async function save(body: ReadableStream<Uint8Array>, { file, url }: Order): Promise<string> {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (bytes > LARGEST_BYTES)
          throw new UserError(`${url} is larger than any Terraform release. Check 'mirror'.`)
        hash.update(chunk)
        yield chunk
      }
    },
    createWriteStream(file)
  )
  return hash.digest('hex')
}
