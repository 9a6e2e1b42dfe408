import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A program that brings a build into a bucket. */
export type Tool = Readonly<{
  name: string
  file: string
  args: readonly string[]
  env: Readonly<Record<string, string>>
}>

/** Where the bucket is, the folder to work in, and the build within it. */
export type Ground = Readonly<{ url: string; folder: string; build: string }>

const CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1'
}

/** The AWS CLI's. */
export const syncBy =
  (file: string) =>
  ({ url, build }: Ground): Tool => ({
    name: 'aws s3 sync',
    file,
    args: ['s3', 'sync', build, 's3://site', '--delete', '--only-show-errors', '--endpoint-url', url],
    env: CREDENTIALS
  })

/** Ours, as a runner would start it. */
export const deployFrontend = ({ url, build, folder }: Ground): Tool => ({
  name: 'deploy-frontend',
  file: process.execPath,
  args: [join(root, 'dist/deploy-frontend/index.js')],
  env: {
    ...CREDENTIALS,
    AWS_ENDPOINT_URL: url,
    GITHUB_WORKSPACE: join(build, '..'),
    RUNNER_TEMP: folder,
    'INPUT_BUILD-DIR': 'build',
    INPUT_BUCKET: 'site'
  }
})

/** The floor. */
export const bare = ({ url, build }: Ground): Tool => ({
  name: 'bare PUTs',
  file: process.execPath,
  args: [join(import.meta.dirname, 'bare-put.ts'), build, `${url}/site`],
  env: {}
})
