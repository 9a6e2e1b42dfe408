import type {
  DescribeSecretCommandOutput,
  RotationRulesType,
  SecretsManagerClient
} from '@aws-sdk/client-secrets-manager'
import { ask } from './secret-errors.ts'

/** When AWS rotates a secret by itself: at any time from `opensAt` to `endsAt`. Milliseconds since the epoch. */
export type Rotation = Readonly<{
  opensAt: number
  endsAt: number
  /** The last one; left out before the first. */
  lastAt?: number
}>

/** A rotation to be made now; the same token again is the same rotation. */
export type NewRotation = Readonly<{ id: string; token: string }>

const HOUR_MS = 3_600_000

/** The next rotation by AWS; undefined where rotation is off. */
export function rotationOf({
  RotationEnabled,
  NextRotationDate,
  LastRotatedDate,
  RotationRules
}: DescribeSecretCommandOutput): Rotation | undefined {
  if (RotationEnabled !== true || NextRotationDate === undefined) return undefined
  const endsAt = NextRotationDate.getTime()
  return {
    opensAt: endsAt - windowMs(RotationRules),
    endsAt,
    ...(LastRotatedDate === undefined ? {} : { lastAt: LastRotatedDate.getTime() })
  }
}

/** The next date is the end of a window: of an hour for schedules in hours, of a whole day (UTC) for others, unless it is given. */
function windowMs({ Duration = '', ScheduleExpression = '' }: RotationRulesType = {}): number {
  const hours = /^(\d+)h$/.exec(Duration)?.[1]
  if (hours !== undefined) return Number(hours) * HOUR_MS
  return /^rate\(\d+ hours?\)$/.test(ScheduleExpression) ? HOUR_MS : 24 * HOUR_MS
}

/** Has AWS begin a rotation; its version is AWSPENDING until the database has it, then AWSCURRENT. */
export async function rotateSecret(
  client: SecretsManagerClient,
  options: Readonly<{ abortSignal?: AbortSignal }>,
  { id, token }: NewRotation
): Promise<void> {
  const { RotateSecretCommand } = await import('@aws-sdk/client-secrets-manager')
  const command = new RotateSecretCommand({ SecretId: id, ClientRequestToken: token })
  await ask({ action: 'RotateSecret', on: id }, () => client.send(command, options))
}
