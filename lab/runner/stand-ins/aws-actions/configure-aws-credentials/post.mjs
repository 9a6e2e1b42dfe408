// Later post steps must not find the credentials any more.
import { appendFileSync } from 'node:fs'

for (const name of [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_DEFAULT_REGION',
  'AWS_REGION'
]) {
  appendFileSync(process.env.GITHUB_ENV, `${name}=\n`)
}
