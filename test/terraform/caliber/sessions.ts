/** Sessions of the account's roles, as jobs of a repository get them: with tokens that GitHub signed. */
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { ISSUER } from '../../../lab/lab.ts'
import type { Aws } from '../../../lab/aws/aws.ts'
import type { Credentials } from '../../../lab/aws/sign.ts'
import { assumeOn } from '../../emulator/identity.ts'
import { element } from '../../emulator/start.ts'
import { type Caller, fullName } from '../../../lab/account.ts'
import { LEDGER, SUITE } from '../../seeds/callers.ts'
import type { Seeded } from '../../seeds/seeded.ts'

/** Each is taken on this AWS, or on a copy of it that is named: a copy knows the key, and no session of another. */
export type Sessions = Readonly<{
  /** As the job of a pull request that plans. */
  plan: (copy?: Aws) => Promise<Credentials>
  /** As a job of main in its environment that applies. */
  apply: (copy?: Aws) => Promise<Credentials>
  /** As the suite's own job that deploys the seeded client stg/acme. */
  deploy: (copy?: Aws) => Promise<Credentials>
}>

const MAIN = 'refs/heads/main'

/** What GitHub says of a job; `at` is where its workflow file of the suite stands. */
type Job = Readonly<{
  caller: Caller
  workflow: string
  at: string
  claims: Readonly<Record<string, string>>
}>

/** Makes GitHub's key known to this AWS; each session is fresh, as each job's is. */
export async function openSessions(aws: Aws & Pick<Seeded, 'suite'>): Promise<Sessions> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' }
  await aws.registerIssuer({ issuer: ISSUER, jwks: { keys: [jwk] } })
  const become = async (role: string, job: Job, on: Aws): Promise<Credentials> => {
    const token = await new SignJWT(claimsOf(job))
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(ISSUER)
      .setAudience('sts.amazonaws.com')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
    const answer = await assumeOn(on, { role, token })
    if (answer.status !== 200) throw new Error(`${role}: ${answer.text}`)
    return {
      accessKeyId: element(answer, 'AccessKeyId'),
      secretAccessKey: element(answer, 'SecretAccessKey'),
      sessionToken: element(answer, 'SessionToken')
    }
  }
  const { sha: at } = aws.suite
  const planning: Job = { caller: LEDGER, at, workflow: 'terraform-plan', claims: ofPullRequest(LEDGER) }
  const applying: Job = { caller: LEDGER, at, workflow: 'terraform-apply', claims: inEnvironment(LEDGER) }
  const deploying: Job = { caller: SUITE, at: MAIN, workflow: 'deploy-api', claims: inEnvironment(SUITE) }
  return {
    plan: (copy = aws) => become('caliber-plan', planning, copy),
    apply: (copy = aws) => become('caliber-apply', applying, copy),
    deploy: (copy = aws) => become('caliber-deploy-acme-stg', deploying, copy)
  }
}

function claimsOf({ caller, workflow, at, claims }: Job): Readonly<Record<string, string>> {
  return {
    repository: fullName(caller),
    repository_id: String(caller.id),
    job_workflow_ref: `${fullName(SUITE)}/.github/workflows/${workflow}.yml@${at}`,
    ...claims
  }
}

const ofPullRequest = (caller: Caller): Job['claims'] => ({
  sub: `repo:${fullName(caller)}:pull_request`,
  ref: 'refs/pull/7/merge'
})

function inEnvironment(caller: Caller): Job['claims'] {
  const [environment = ''] = caller.environments
  return { sub: `repo:${fullName(caller)}:environment:${environment}`, ref: MAIN, environment }
}
