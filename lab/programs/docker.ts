/** The commands of Docker that the suite's workflows call. A build is no build: the manifest holds how the image behaves. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { manifestOf } from './manifest.ts'
import { askRegistry } from './registry.ts'

/** Where real ones keep who is logged in as well. */
const LOGINS = join(homedir(), '.docker')
const IMAGE = /^(?<registry>[^/]+)\/(?<repository>[^:@]+):(?<tag>[\w.-]+)$/

type Image = Readonly<{ registry: string; repository: string; tag: string }>
type Command = (words: readonly string[]) => Promise<void> | void

const COMMANDS: Readonly<Record<string, Command>> = {
  login: logIn,
  logout: ([registry = '']) => rmSync(loginOf(registry), { force: true }),
  'buildx build': build,
  'buildx imagetools inspect': inspect
}

const loginOf = (registry: string): string => join(LOGINS, encodeURIComponent(registry))

function logIn(words: readonly string[]): void {
  const options = { username: { type: 'string' }, 'password-stdin': { type: 'boolean' } } as const
  const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true })
  const password = readFileSync(0, 'utf8').trim()
  if (values.username !== 'AWS' || password === '') throw new Error('login attempt failed: 401 Unauthorized')
  mkdirSync(LOGINS, { recursive: true })
  writeFileSync(loginOf(positionals[0] ?? ''), password, { mode: 0o600 })
  console.log('Login Succeeded')
}

function parseImage(text: string): Image {
  const groups = IMAGE.exec(text)?.groups
  if (groups === undefined) throw new Error(`invalid reference format: ${text}`)
  const image = groups as Image
  try {
    readFileSync(loginOf(image.registry))
  } catch {
    throw new Error(`failed to authorize: ${image.registry}: no basic auth credentials`)
  }
  return image
}

async function build(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...words], options: BUILD, allowPositionals: true })
  const dockerfile = readFileSync(values.file ?? join(positionals[0] ?? '.', 'Dockerfile'), 'utf8')
  const image = parseImage(values.tag ?? '')
  await push(image, manifestOf(dockerfile, { version: image.tag, arguments: values['build-arg'] ?? [] }))
}

const BUILD = {
  push: { type: 'boolean' },
  provenance: { type: 'string' },
  platform: { type: 'string' },
  file: { type: 'string' },
  target: { type: 'string' },
  label: { type: 'string', multiple: true },
  'build-arg': { type: 'string', multiple: true },
  tag: { type: 'string' }
} as const

/** The calls that a push makes, in their order: layers that the registry lacks, then the manifest. */
async function push({ repository, tag }: Image, manifest: string): Promise<void> {
  const { layers, mediaType } = JSON.parse(manifest) as {
    layers: readonly { digest: string; size: number }[]
    mediaType: string
  }
  const about = { repositoryName: repository }
  for (const { digest } of layers) {
    const known = await askRegistry('BatchCheckLayerAvailability', { ...about, layerDigests: [digest] })
    const [{ layerAvailability }] = known['layers'] as readonly [{ layerAvailability: string }]
    if (layerAvailability === 'AVAILABLE') continue
    const { uploadId } = await askRegistry('InitiateLayerUpload', about)
    const part = { partFirstByte: 0, partLastByte: 3, layerPartBlob: Buffer.from('none').toString('base64') }
    await askRegistry('UploadLayerPart', { ...about, uploadId, ...part })
    await askRegistry('CompleteLayerUpload', { ...about, uploadId, layerDigests: [digest] })
  }
  const image = { imageManifest: manifest, imageManifestMediaType: mediaType, imageTag: tag }
  await askRegistry('PutImage', { ...about, ...image })
  console.log(`pushing manifest for ${repository}:${tag}@${digestOf(manifest)}`)
}

async function inspect(words: readonly string[]): Promise<void> {
  const options = { format: { type: 'string' } } as const
  const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true })
  if (values.format !== '{{.Manifest.Digest}}')
    throw new Error(`the lab's docker knows no format ${values.format}`)
  const { repository, tag } = parseImage(positionals[0] ?? '')
  const request = { repositoryName: repository, imageIds: [{ imageTag: tag }] }
  const { images } = await askRegistry('BatchGetImage', request)
  const [image] = images as readonly { imageManifest: string }[]
  if (image === undefined) throw new Error(`${positionals[0]}: not found`)
  console.log(digestOf(image.imageManifest))
}

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

const words = process.argv.slice(2)
const name = Object.keys(COMMANDS).find((one) => words.join(' ').startsWith(one))
try {
  if (name === undefined) throw new Error(`the lab's docker knows no 'docker ${words.slice(0, 2).join(' ')}'`)
  await COMMANDS[name]?.(words.slice(name.split(' ').length))
} catch (error) {
  console.error(`ERROR: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
