/** `aws ecr get-login-password`: prints the password, and nothing else. */
import { askRegistry } from './registry.ts'

const answer = await askRegistry('GetAuthorizationToken')
const [{ authorizationToken }] = answer['authorizationData'] as readonly [{ authorizationToken: string }]
console.log(Buffer.from(authorizationToken, 'base64').toString().replace(/^AWS:/, ''))
