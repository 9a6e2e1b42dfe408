/** The OIDC issuer: tokens that say which job of which workflow of which repository asks, signed with RS256. */
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK, SignJWT } from 'jose'
import { CLAIMS, claimsOf } from './claims.ts'
import { HttpError, type Reply } from './route.ts'
import type { Request } from './router.ts'
import { repositoryNamed } from './store.ts'
import { callerOf } from './tokens.ts'
import type { World } from './world.ts'

/** Path under which the issuer answers. */
export const OIDC_PREFIX = '/oidc'

const LIFETIME_S = 300
const KEY_ID = 'caliber-lab'
const ALGORITHM = 'RS256'

export type Signer = Readonly<{
  jwks: () => Promise<JSONWebKeySet>
  /** A JWT of these claims, valid from now for this many seconds. */
  sign: (claims: Readonly<Record<string, unknown>>, seconds: number) => Promise<string>
}>

/** A signer with a key of its own, made on first use. */
export function createSigner(now: () => number): Signer {
  let made: ReturnType<typeof generateKeyPair> | undefined
  const keys = () => (made ??= generateKeyPair(ALGORITHM))
  return {
    jwks: async () => {
      const key: JWK = await exportJWK((await keys()).publicKey)
      return { keys: [{ ...key, kid: KEY_ID, alg: ALGORITHM, use: 'sig' }] }
    },
    sign: async (claims, seconds) => {
      const at = Math.floor(now() / 1000)
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
        .setIssuedAt(at)
        .setNotBefore(at)
        .setExpirationTime(at + seconds)
        .sign((await keys()).privateKey)
    }
  }
}

/** Answers the issuer's documents and the token requests of jobs. */
export async function serveOidc(world: World, signer: Signer, request: Request): Promise<Reply> {
  switch (request.url.pathname) {
    case `${OIDC_PREFIX}/.well-known/openid-configuration`:
      return { status: 200, body: configuration(world) }
    case `${OIDC_PREFIX}/.well-known/jwks`:
      return { status: 200, body: await signer.jwks() }
    case `${OIDC_PREFIX}/token`:
      return issue(world, signer, request)
    default:
      throw new HttpError(404, 'Not Found')
  }
}

function configuration(world: World): Record<string, unknown> {
  return {
    issuer: world.urls.issuer,
    jwks_uri: `${world.urls.issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: [ALGORITHM],
    scopes_supported: ['openid'],
    claims_supported: CLAIMS
  }
}

async function issue(world: World, signer: Signer, request: Request): Promise<Reply> {
  const caller = callerOf(world.store, request.authorization, 'oidc')
  if (caller?.job === undefined) throw new HttpError(401, 'Bad credentials')
  const owner = repositoryNamed(world.store, caller.job.run.event.repository).owner.login
  const audience = request.url.searchParams.get('audience') ?? `${world.urls.server}/${owner}`
  const value = await signer.sign(claimsOf(world, caller.job, audience), LIFETIME_S)
  return { status: 200, body: { count: value.length, value } }
}
