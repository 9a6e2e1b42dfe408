import type { Identity } from '../../../lib/aws/sts.ts'
import { type GitHubError, hasStatus } from '../../../lib/github/connection.ts'
import { readClaims } from '../../../lib/github/oidc.ts'
import { findCalls } from './calls.ts'
import { type Seen, seen, unseen } from './finding.ts'
import type { Inputs } from './inputs.ts'
import { observeCopies } from './observe-copies.ts'
import type { Account, EnvironmentSeen, Observed, Proofs, QuotaSeen, RoleSeen } from './observed.ts'
import { onAws } from './on-aws.ts'
import type { AwsPort, GitHubPort, Ports } from './ports.ts'
import { CLOUDFRONT_REGION, type QuotaName, QUOTAS } from './quota-codes.ts'
import { isForDeployments, providerArn, rolesOf } from './roles.ts'

const MAIN = 'main'

/** Reads everything; what may not be read is noted with what it needs. Fails only when the repository cannot be read at all. */
export async function observe(inputs: Inputs, ports: Ports): Promise<Observed> {
  const { github, log } = ports
  const repository = await github.describeRepository()
  const claims = await log.group('Read the job’s OIDC claims', () => observeClaims(ports))
  const settings = await log.group('Read the repository', () => observeRepository(inputs, github))
  const issuer = inputs.issuer ?? (claims.kind === 'seen' ? claims.value['iss'] : undefined)
  const account = await log.group('Read the AWS account', () =>
    observeAccount(inputs, ports.aws, {
      variables: settings.variables,
      ...(issuer === undefined ? {} : { issuer })
    })
  )
  const proofs = await log.group('Try what must not succeed', () => observeProofs(inputs, ports))
  return { repository, claims, ...settings, account, proofs }
}

type Settings = Omit<Observed, 'repository' | 'claims' | 'account' | 'proofs'>

async function observeRepository(inputs: Inputs, github: GitHubPort): Promise<Settings> {
  return {
    subject: await onGitHub(github.describeSubject()),
    calls: await onGitHub(github.readWorkflows(MAIN).then((files) => findCalls(files, inputs.suite))),
    environments: await observeEnvironments(inputs.environments, github),
    isMainProtected: await onGitHub(github.isProtectedBranch(MAIN)),
    variables:
      inputs.knownVariables === undefined
        ? await onGitHub(github.readVariables())
        : seen(inputs.knownVariables),
    secrets: await observeSecrets(inputs, github)
  }
}

async function observeSecrets(
  { knownSecrets, secrets }: Inputs,
  github: GitHubPort
): Promise<Observed['secrets']> {
  if (secrets.every((name) => name in knownSecrets)) return seen(knownSecrets)
  const names = await onGitHub(github.listSecretNames())
  if (names.kind === 'unseen') return names
  return seen({ ...Object.fromEntries(names.value.map((name) => [name, true])), ...knownSecrets })
}

async function observeClaims({ idToken }: Ports): Promise<Observed['claims']> {
  if (idToken === undefined) return unseen("a workflow's job with 'id-token: write'")
  return seen(readClaims(await idToken()))
}

async function observeEnvironments(
  names: readonly string[],
  github: GitHubPort
): Promise<readonly EnvironmentSeen[]> {
  return Promise.all(
    names.map(async (name) => ({
      name,
      kind: isForDeployments(name) ? ('deploy' as const) : ('apply' as const),
      seen: await onGitHub(github.describeEnvironment(name))
    }))
  )
}

const GITHUB = 'https://token.actions.githubusercontent.com'

type Told = Readonly<{ issuer?: string; variables: Observed['variables'] }>

async function observeAccount(
  inputs: Inputs,
  aws: AwsPort | undefined,
  { issuer = GITHUB, variables }: Told
): Promise<Seen<Account>> {
  if (aws === undefined) return unseen("'aws-region' and credentials of the account")
  const identity = await onAws('credentials that AWS takes', aws.identity())
  if (identity.kind === 'unseen') return identity
  const provider = aws.describeOidcProvider(providerArn(identity.value, issuer))
  return seen({
    identity: identity.value,
    issuer,
    provider: await onAws('iam:GetOpenIDConnectProvider', provider),
    roles: await observeRoles(inputs, aws),
    quotas: await observeQuotas(inputs, aws, identity.value),
    copies: await observeCopies(inputs, variables, aws)
  })
}

function observeRoles(inputs: Inputs, aws: AwsPort): Promise<readonly RoleSeen[]> {
  return Promise.all(
    rolesOf(inputs).map(async (role) => ({
      ...role,
      seen: await onAws(`iam:GetRole on ${role.name}`, aws.describeRole(role.name))
    }))
  )
}

async function observeProofs(
  { refusedRole, unreadableSecret }: Inputs,
  { aws, idToken }: Ports
): Promise<Proofs> {
  const role = refusedRole === undefined ? undefined : await tryRole(refusedRole, aws, idToken)
  const secret = unreadableSecret === undefined ? undefined : await trySecret(unreadableSecret, aws)
  return {
    ...(role === undefined ? {} : { roleGiven: role }),
    ...(secret === undefined ? {} : { secretRead: secret })
  }
}

async function tryRole(role: string, aws: Ports['aws'], idToken: Ports['idToken']): Promise<Seen<boolean>> {
  if (aws === undefined || idToken === undefined)
    return unseen("'aws-region' and a job with 'id-token: write'")
  return seen(await aws.givesRole(role, await idToken()))
}

async function trySecret(name: string, aws: Ports['aws']): Promise<Seen<boolean>> {
  if (aws === undefined) return unseen("'aws-region' and credentials of the account")
  return onAws('credentials that AWS takes', aws.mayReadSecret(name))
}

const USAGE_ACTION: Readonly<Record<QuotaName, string>> = {
  vpcs: 'ec2:DescribeVpcs',
  addresses: 'ec2:DescribeAddresses',
  certificates: 'acm:ListCertificates'
}

function observeQuotas(inputs: Inputs, aws: AwsPort, { partition }: Identity): Promise<readonly QuotaSeen[]> {
  const { region = '' } = inputs
  const regions = (name: QuotaName): readonly string[] =>
    name === 'certificates' && partition === 'aws' ? [...new Set([region, CLOUDFRONT_REGION])] : [region]
  const all = (Object.keys(QUOTAS) as QuotaName[]).flatMap((name) =>
    regions(name).map((one) => ({ name, region: one }))
  )
  return Promise.all(
    all.map(async ({ name, region: one }) => ({
      name,
      region: one,
      used: await onAws(USAGE_ACTION[name], aws.usageOf(name, one)),
      limit: await onAws('servicequotas:GetServiceQuota', aws.limitOf(name, one))
    }))
  )
}

/** What the token may not read is unseen; anything else that goes wrong ends the examination. */
async function onGitHub<T>(request: Promise<T>): Promise<Seen<T>> {
  try {
    return seen(await request)
  } catch (error) {
    if (hasStatus(error, 403)) return unseen(neededOf(error))
    if (hasStatus(error, 404)) return unseen('a token that sees it (GitHub answers 404)')
    throw error
  }
}

function neededOf(error: unknown): string {
  const { needs } = error as GitHubError
  return needs === '' ? 'a token that may read it' : `a token with '${needs}'`
}
