import { UserError } from '../errors.ts'

/** What signs requests; `sessionToken` is there with every role's credentials. */
export type Credentials = Readonly<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string }>

/** How an AWS client is reached. */
export type AwsConnection = Readonly<{
  region: string
  /** Those of the environment, which the SDK takes first, too; without them it has to be asked what it finds. */
  credentials?: Credentials
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
  const credentials = credentialsOf(env)
  return {
    region,
    ...(credentials === undefined ? {} : { credentials }),
    ...(endpoint === undefined || endpoint === '' ? {} : { endpoint }),
    ...(signal === undefined ? {} : { signal })
  }
}

/** A profile that is named goes before them. */
function credentialsOf(env: Readonly<Record<string, string | undefined>>): Credentials | undefined {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = env
  const { AWS_SESSION_TOKEN: sessionToken = '', AWS_PROFILE: profile = '' } = env
  if (accessKeyId === '' || secretAccessKey === '' || profile !== '') return undefined
  return { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) }
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
