import type { SecretsManager } from '../../../lib/aws/secrets-manager.ts'
import type { Clock } from '../../../lib/clock.ts'
import type { Log } from '../../../lib/log.ts'
import type { Terraform } from '../../../lib/terraform/cli.ts'

export type SecretsPort = Pick<
  SecretsManager,
  'describe' | 'read' | 'put' | 'create' | 'rotate' | 'versionTimes'
>

export type Ports = Readonly<{
  secrets: SecretsPort
  /** The text of a file; relative to the repository's root. */
  readText: (path: string) => Promise<string>
  /** Terraform in a folder of the repository; refuses one that is not there. */
  terraformIn: (folder: string) => Promise<Terraform>
  /** Hides a value in all later lines of the job. */
  hide: (text: string) => void
  /** So many random bytes, as base64url. */
  random: (bytes: number) => string
  /** The workflow run, the same for all its attempts; outside of GitHub one of its own for each call. */
  run: string
  region: string
  clock: Clock
  log: Log
  signal: AbortSignal
}>
