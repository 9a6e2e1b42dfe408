/** Re-derives the digests of Terraform that setup-terraform carries from HashiCorp's signed list, and compares. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PLATFORMS, RELEASE } from '../actions/setup-terraform-1.13.1/src/release.ts'
import { describeError } from '../lib/errors.ts'
import { HASHICORP_FINGERPRINT, verifySignature } from './digests/signature.ts'
import { compareTables, parseSums } from './digests/sums.ts'

const USAGE =
  'npm run terraform:digests [-- --version 1.13.1] [--folder <folder with SHA256SUMS and .sig> | --server <url>]'

type Options = Readonly<{ version: string; folder?: string; server: string }>

function readOptions(): Options {
  const options = {
    version: { type: 'string', default: RELEASE.version },
    folder: { type: 'string' },
    server: { type: 'string', default: 'https://releases.hashicorp.com' }
  } as const
  return parseArgs({ options }).values
}

/** Reads one file of the release from the folder, or from the server. */
async function readReleaseFile(name: string, { folder, server, version }: Options): Promise<Uint8Array> {
  if (folder !== undefined) return readFile(join(folder, name))
  const url = `${server}/terraform/${version}/${name}`
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch((cause: unknown) => {
    throw new Error(`${url} could not be read. Fetch it elsewhere and name its folder with --folder.`, {
      cause
    })
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
  return new Uint8Array(await response.arrayBuffer())
}

async function derive(options: Options): Promise<Readonly<Record<string, string>>> {
  const list = `terraform_${options.version}_SHA256SUMS`
  const content = await readReleaseFile(list, options)
  const signer = await verifySignature({
    content,
    signature: await readReleaseFile(`${list}.sig`, options),
    key: await readFile(join(import.meta.dirname, 'digests/hashicorp.asc'), 'utf8'),
    fingerprint: HASHICORP_FINGERPRINT
  })
  console.log(`${list}: signed by HashiCorp (${signer.subkey}) at ${signer.signedAt.toISOString()}`)
  const wanted = { product: 'terraform', version: options.version, platforms: PLATFORMS }
  return parseSums(new TextDecoder().decode(content), wanted)
}

/** Prints the table, and whether the action carries the same when it is of the action's version. */
async function main(options: Options): Promise<void> {
  const table = await derive(options)
  for (const [platform, digest] of Object.entries(table)) console.log(`${digest}  ${platform}`)
  if (options.version !== RELEASE.version) return
  const differences = compareTables(RELEASE.digests, table)
  if (differences.length > 0)
    throw new Error(`The action differs from the signed list:\n${differences.join('\n')}`)
  console.log('The action carries the same.')
}

try {
  await main(readOptions())
} catch (error) {
  console.error(`${describeError(error)}\nUsage: ${USAGE}`)
  process.exitCode = 1
}
