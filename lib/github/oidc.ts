import { orMissing, type GitHub } from './connection.ts'
import { asRecord } from './payload.ts'

/** How GitHub forms the `sub` claim of a repository's OIDC tokens. */
export type SubjectFormat = Readonly<{
  /** Claims that the subject is made of instead of `repo` and `context`; undefined for GitHub's own form. */
  claimKeys?: readonly string[]
  /** Whether owner and repository stand in it with their ids; undefined where the server does not say. */
  immutable?: boolean
  /** How every subject begins, as `repo:acme/infra`; undefined where the server does not say. */
  prefix?: string
}>

/** The form of the repository's subjects; undefined when GitHub has no such setting (an old Enterprise Server). */
export async function describeSubject(github: GitHub): Promise<SubjectFormat | undefined> {
  const response = await orMissing(
    github.call('read how OIDC subjects are formed', (octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/actions/oidc/customization/sub', github.repo)
    )
  )
  return response === undefined ? undefined : parseSubject(response.data)
}

function parseSubject(data: unknown): SubjectFormat {
  const fields = asRecord(data) ?? {}
  const keys = fields['include_claim_keys']
  const custom = fields['use_default'] === false && Array.isArray(keys)
  const { use_immutable_subject: immutable, sub_claim_prefix: prefix } = fields
  return {
    ...(custom ? { claimKeys: keys.map(String) } : {}),
    ...(typeof immutable === 'boolean' ? { immutable } : {}),
    ...(typeof prefix === 'string' && prefix !== '' ? { prefix } : {})
  }
}

/** The claims of a job's token, unverified: it came from the issuer itself. Claims that are no text are left out. */
export function readClaims(token: string): Readonly<Record<string, string>> {
  const [, payload = ''] = token.split('.')
  const claims = asRecord(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))) ?? {}
  return Object.fromEntries(
    Object.entries(claims).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  )
}
