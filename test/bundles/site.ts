/** A bucket behind a distribution, a build on disk, and the bundle of deploy-frontend as a job would run it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Aws, rootCredentials } from '../../lab/aws/aws.ts'
import type { Credentials } from '../../lab/aws/sign.ts'
import type { Moment } from '../chaos/gateway.ts'
import { openGateway } from '../chaos/gateway.ts'
import { type Ended, startStep } from '../chaos/step.ts'
import { send, signed } from '../emulator/start.ts'

export const BUCKET = 'site'
export type Files = Readonly<Record<string, string>>

/** A build of one page, one hashed chunk and two other files. */
export const buildOf = (version: string, more: Files = {}): Files => ({
  'index.html': `<!doctype html><title>${version}</title><script src="/assets/app-${hashOf(version)}.js"></script>`,
  [`assets/app-${hashOf(version)}.js`]: `console.log('${version}')`,
  'favicon.ico': 'icon',
  'robots.txt': 'User-agent: *',
  ...more
})

/** Eight characters as a bundler writes them. */
export const hashOf = (version: string): string => `${version}0Aa1Bb2Cc3`.slice(0, 8)

export type Deploying = Readonly<{
  files?: Files
  inputs?: Files
  run?: number
  attempt?: number
  identity?: Credentials
  /** The process is killed at this moment. */
  moment?: Moment
  /** Collects the names of the operations. */
  journal?: string[]
}>

/** One step; the workspace holds the build in `build/`. */
export async function deployTo(aws: Aws, deploying: Deploying): Promise<Ended> {
  const { files, inputs, moment } = deploying
  const folder = await mkdtemp(join(tmpdir(), 'deploy-frontend-'))
  const gateway = await openGateway({ github: aws.url, aws: aws.url })
  try {
    await mkdir(join(folder, 'workspace/build'), { recursive: true })
    for (const [path, text] of Object.entries(files ?? {}))
      await lay(join(folder, 'workspace/build', path), text)
    const step = await startStep({
      action: 'deploy-frontend',
      folder,
      inputs: { ...(files === undefined ? {} : { 'build-dir': 'build' }), bucket: BUCKET, ...inputs },
      env: envOf(gateway.aws, deploying)
    })
    if (moment !== undefined) gateway.arm(moment, step.kill)
    const ended = await step.ended
    deploying.journal?.push(...gateway.journal)
    if (moment !== undefined && !gateway.struck())
      throw new Error(`The run met no ${JSON.stringify(moment)}: ${ended.log}`)
    return ended
  } finally {
    await gateway.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function envOf(aws: string, { run = 1, attempt = 1, identity }: Deploying): Readonly<Record<string, string>> {
  const { accessKeyId, secretAccessKey }: Credentials = identity ?? rootCredentials
  return {
    AWS_ENDPOINT_URL: aws,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(identity?.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: identity.sessionToken }),
    GITHUB_REPOSITORY: 'acme/web',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_RUN_ID: String(run),
    GITHUB_RUN_ATTEMPT: String(attempt)
  }
}

async function lay(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** The bucket's objects by key: text, Cache-Control and Content-Type; what the action keeps there is left out. */
export async function siteOf(aws: Aws): Promise<Readonly<Record<string, readonly string[]>>> {
  const keys = (await keysOf(aws)).filter((key) => !key.includes('caliber-releases/'))
  const all = await Promise.all(keys.map(async (key) => [key, await read(aws, key)] as const))
  return Object.fromEntries(all)
}

/** Every key of the bucket. */
export async function keysOf(aws: Aws): Promise<readonly string[]> {
  const answer = await send(aws, signed('s3'), { path: `/${BUCKET}?list-type=2` })
  return [...(await answer.text()).matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key)
}

async function read(aws: Aws, key: string): Promise<readonly string[]> {
  const answer = await send(aws, signed('s3'), { path: `/${BUCKET}/${key}` })
  return [
    await answer.text(),
    answer.headers.get('cache-control') ?? '',
    answer.headers.get('content-type') ?? ''
  ]
}

/** Calls of S3 that wrote something, by the identity's journal. */
export async function writesOf(aws: Aws): Promise<readonly string[]> {
  const calls = await aws.journal()
  return calls
    .filter(({ service, action }) => service === 's3' && /^(?:Put|Copy|Delete)/.test(action))
    .map(({ action, path }) => `${action} ${path}`)
}
