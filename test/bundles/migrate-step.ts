/** A step with the bundle of migrate, on the service `api` of a platform of the lab. */
import { rootCredentials } from '../../lab/aws/aws.ts'
import type { Credentials } from '../../lab/aws/sign.ts'
import type { Platform } from '../emulator/dataplane/platform.ts'
import { parseOutputs } from '../chaos/outputs.ts'
import { runBundle, type StepResult } from './run-bundle.ts'

export type MigrateStep = Readonly<{
  inputs?: Readonly<Record<string, string>>
  /** The account's owner, unless somebody else is named. */
  identity?: Credentials
  cancelAt?: string
}>

/** The step, its outputs by name, and what `result` says. */
export type Migrated = StepResult &
  Readonly<{ said: Readonly<Record<string, string>>; result: Readonly<Record<string, unknown>> }>

/** The lab's AWS is faster still: a pause of half a second of ours, on a busy machine, is no quiet log yet. */
const SPEED = 10

/** Migrates as a job would. */
export async function migrateOn(
  { aws }: Platform,
  { inputs = {}, identity = rootCredentials, cancelAt }: MigrateStep = {}
): Promise<Migrated> {
  const { accessKeyId, secretAccessKey, sessionToken } = identity
  const step = await runBundle({
    action: 'migrate',
    speed: SPEED,
    ...(cancelAt === undefined ? {} : { cancelAt }),
    inputs: { cluster: 'main', service: 'api', ...inputs },
    env: {
      AWS_ENDPOINT_URL: aws.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken })
    }
  })
  const said = parseOutputs(step.outputs)
  return { ...step, said, result: JSON.parse(said['result'] ?? '{}') as Record<string, unknown> }
}
