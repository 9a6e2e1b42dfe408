/** A step with the bundle of rollout, on the service `api` of a platform of the lab. */
import { rootCredentials } from '../../lab/aws/aws.ts'
import { parseOutputs } from '../chaos/outputs.ts'
import type { Platform } from '../emulator/dataplane/platform.ts'
import type { Credentials } from '../../lab/aws/sign.ts'
import { runBundle, type StepResult } from './run-bundle.ts'

export type RolloutStep = Readonly<{
  inputs: Readonly<Record<string, string>>
  /** The account's owner, unless somebody else is named. */
  identity?: Credentials
  cancelAt?: string
}>

/** Rolls out as a job would. */
export function rollOutOn(
  { aws }: Pick<Platform, 'aws'>,
  { inputs, identity = rootCredentials, cancelAt }: RolloutStep
): Promise<StepResult> {
  const { accessKeyId, secretAccessKey, sessionToken } = identity
  return runBundle({
    action: 'rollout',
    speed: 10,
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
}

/** The step's outputs by name. */
export const outputsOf = ({ outputs }: StepResult): Readonly<Record<string, string>> => parseOutputs(outputs)
