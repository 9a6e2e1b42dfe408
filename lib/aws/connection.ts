import { UserError } from '../errors.ts'

/** How an AWS client is reached. Credentials come from the environment, as the SDK finds them there. */
export type AwsConnection = Readonly<{
  region: string
  /** Address that every service is asked at instead of its own (AWS_ENDPOINT_URL). */
  endpoint?: string
  signal?: AbortSignal
}>

/** Reads region and endpoint from the environment that aws-actions/configure-aws-credentials leaves. */
export function readConnection(
  env: Readonly<Record<string, string | undefined>>,
  signal?: AbortSignal
): AwsConnection {
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION']
  if (region === undefined || region === '') {
    throw new UserError('AWS_REGION is not set. Run aws-actions/configure-aws-credentials before this step.')
  }
  const endpoint = env['AWS_ENDPOINT_URL']
  return {
    region,
    ...(endpoint === undefined || endpoint === '' ? {} : { endpoint }),
    ...(signal === undefined ? {} : { signal })
  }
}

/** What the SDK's clients take. */
export const clientOptions = ({
  region,
  endpoint
}: AwsConnection): Readonly<{ region: string; endpoint?: string }> => ({
  region,
  ...(endpoint === undefined ? {} : { endpoint })
})

/** What each call of a client takes. */
export const callOptions = ({ signal }: AwsConnection): Readonly<{ abortSignal?: AbortSignal }> =>
  signal === undefined ? {} : { abortSignal: signal }
