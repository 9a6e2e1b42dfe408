/** Sessions of the account's roles, as jobs of a repository get them: with tokens that GitHub signed. */
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { ISSUER } from '../../../lab/lab.ts'
import type { Credentials } from '../../../lab/aws/sign.ts'
import { assumeOn } from '../../emulator/identity.ts'
import { element } from '../../emulator/start.ts'
import { fullName, LEDGER } from '../../seeds/callers.ts'
import type { Seeded } from '../../seeds/seeded.ts'

export type Sessions = Readonly<{
  /** As the job of a pull request that plans. */
  plan: () => Promise<Credentials>
  /** As a job of main in its environment that applies. */
  apply: () => Promise<Credentials>
}>

const repository = fullName(LEDGER)
const [environment = ''] = LEDGER.environments

/** Makes GitHub's key known to this AWS; each session is fresh, as each job's is. */
export async function openSessions(aws: Seeded): Promise<Sessions> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' }
  await aws.registerIssuer({ issuer: ISSUER, jwks: { keys: [jwk] } })
  const become = async (role: string, claims: Readonly<Record<string, string>>): Promise<Credentials> => {
    const token = await new SignJWT({ repository, repository_id: String(LEDGER.id), ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(ISSUER)
      .setAudience('sts.amazonaws.com')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
    const answer = await assumeOn(aws, { role, token })
    if (answer.status !== 200) throw new Error(`${role}: ${answer.text}`)
    return {
      accessKeyId: element(answer, 'AccessKeyId'),
      secretAccessKey: element(answer, 'SecretAccessKey'),
      sessionToken: element(answer, 'SessionToken')
    }
  }
  const workflow = (name: string): string => `caliber/actions/.github/workflows/${name}.yml@${aws.suite.sha}`
  return {
    plan: () =>
      become('caliber-plan', {
        sub: `repo:${repository}:pull_request`,
        ref: 'refs/pull/7/merge',
        job_workflow_ref: workflow('terraform-plan')
      }),
    apply: () =>
      become('caliber-apply', {
        sub: `repo:${repository}:environment:${environment}`,
        ref: 'refs/heads/main',
        environment,
        job_workflow_ref: workflow('terraform-apply')
      })
  }
}
