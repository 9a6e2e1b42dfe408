import type { CloudFront } from '../../../lib/aws/cloudfront.ts'
import type { S3Bucket } from '../../../lib/aws/s3.ts'
import type { Clock } from '../../../lib/clock.ts'
import type { Log } from '../../../lib/log.ts'
import type { FoundFile } from './site.ts'

/** The folder with the build. */
export type BuildPort = Readonly<{
  /** Every file below a folder of the workspace, by path. */
  listFiles: (folder: string) => Promise<readonly FoundFile[]>
  /** The MD5 of one of them. */
  hash: (folder: string, path: string) => Promise<string>
  /** Its bytes, as they were when it was hashed; throws when they are others. */
  read: (folder: string, path: string) => Promise<Uint8Array>
}>

/** Who deploys: `run` and `attempt` are GitHub's; `token` is of this process alone. */
export type Deployer = Readonly<{ run: string; attempt: number; token: string; source: string }>

export type Ports = Readonly<{
  bucket: S3Bucket
  /** The same bucket, for what has to be done after the job was cancelled. */
  afterwards: Pick<S3Bucket, 'remove'>
  cdn: CloudFront
  build: BuildPort
  deployer: Deployer
  clock: Clock
  log: Log
  signal: AbortSignal
}>
