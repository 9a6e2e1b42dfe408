import type { Role, OidcProvider } from '../../../lib/aws/iam.ts'
import type { SecretDates } from '../../../lib/aws/secret-dates.ts'
import type { Identity } from '../../../lib/aws/sts.ts'
import type { Environment } from '../../../lib/github/environments.ts'
import type { SubjectFormat } from '../../../lib/github/oidc.ts'
import type { RepositoryFacts } from '../../../lib/github/settings.ts'
import type { Log } from '../../../lib/log.ts'
import type { QuotaName } from './quota-codes.ts'

/** What the doctor asks of GitHub; it writes nothing. */
export type GitHubPort = Readonly<{
  describeRepository: () => Promise<RepositoryFacts>
  describeSubject: () => Promise<SubjectFormat | undefined>
  describeEnvironment: (name: string) => Promise<Environment | undefined>
  isProtectedBranch: (branch: string) => Promise<boolean>
  readVariables: () => Promise<Readonly<Record<string, string>>>
  listSecretNames: () => Promise<readonly string[]>
  /** Paths and texts of the workflow files of a branch. */
  readWorkflows: (branch: string) => Promise<readonly Readonly<{ path: string; text: string }>[]>
}>

/** What the doctor asks of one region of an AWS account; it writes nothing. */
export type AwsPort = Readonly<{
  identity: () => Promise<Identity>
  describeOidcProvider: (arn: string) => Promise<OidcProvider | undefined>
  describeRole: (name: string) => Promise<Role | undefined>
  usageOf: (quota: QuotaName, region: string) => Promise<number>
  limitOf: (quota: QuotaName, region: string) => Promise<number>
  /** Whether the bearer of the token is given the role. */
  givesRole: (role: string, token: string) => Promise<boolean>
  mayReadSecret: (name: string) => Promise<boolean>
  /** The text of a state; undefined when there is none. */
  readState: (place: Readonly<{ bucket: string; region: string; key: string }>) => Promise<string | undefined>
  /** When a secret was changed and rotated, in the region of its ARN; undefined when there is none. Never its value. */
  secretDates: (arn: string) => Promise<SecretDates | undefined>
}>

export type Ports = Readonly<{
  github: GitHubPort
  /** Undefined when no region was named. */
  aws?: AwsPort
  /** The job's OIDC token; undefined where there is no job, or it has no `id-token: write`. */
  idToken?: () => Promise<string>
  log: Log
}>
