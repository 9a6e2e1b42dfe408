// OIDC token of the job → sts:AssumeRoleWithWebIdentity → environment of the later steps.
import { appendFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { send } from '../../http.mjs'

const ATTEMPTS = 3
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const input = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
const escape = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

async function main() {
  const region = input('aws-region')
  if (!/^[a-z]{2}(-[a-z]+)+-\d+$/.test(region)) throw new Error(`Region is not valid: ${region}`)
  const role = input('role-to-assume')
  const [, account] = /^arn:aws[\w-]*:iam::(\d{12}):role\/.+$/.exec(role) ?? []
  if (account === undefined)
    throw new Error(`Input 'role-to-assume' must be the ARN of a role, not '${role}'`)
  const credentials = await assume(role, region, await idToken())
  exportAll(region, credentials)
  if (input('mask-aws-account-id').toLowerCase() === 'true') mask(account)
  appendFileSync(process.env.GITHUB_OUTPUT, `aws-account-id=${account}\n`)
  console.log(`Assumed ${role} as ${input('role-session-name')}.`)
}

async function idToken() {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = process.env
  if (url === undefined || token === undefined) {
    throw new Error(
      'Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers. It looks like you might be trying to authenticate with OIDC. Did you mean to set the `id-token` permission? If you are not trying to authenticate with OIDC and the action is working successfully, you can ignore this message.'
    )
  }
  const audience = encodeURIComponent(input('audience'))
  const { ok, status, text } = await send(`${url}${url.includes('?') ? '&' : '?'}audience=${audience}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' }
  })
  if (!ok) throw new Error(`Failed to get ID Token. Error Code: ${status} Error message: ${text}`)
  return JSON.parse(text).value
}

async function assume(role, region, token) {
  const form = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: input('role-session-name'),
    DurationSeconds: input('role-duration-seconds'),
    WebIdentityToken: token
  })
  const endpoint =
    process.env.AWS_ENDPOINT_URL_STS ?? process.env.AWS_ENDPOINT_URL ?? `https://sts.${region}.amazonaws.com`
  const text = await post(endpoint, String(form))
  const value = (name) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1] ?? ''
  return { key: value('AccessKeyId'), secret: value('SecretAccessKey'), session: value('SessionToken') }
}

// A refusal is final, as a trust policy does not change its mind; only the server's own faults are tried again.
async function post(endpoint, body) {
  for (let attempt = 1; ; attempt += 1) {
    const response = await send(endpoint, { method: 'POST', headers: FORM, body }).catch((error) => error)
    if (response.ok) return response.text
    const isFinal = response.status !== undefined && response.status < 500
    if (isFinal || attempt === ATTEMPTS) throw new Error(refusal(response))
    await wait(200 * attempt)
  }
}

function refusal(response) {
  if (response instanceof Error) return `Could not assume role with OIDC: ${response.message}`
  const message = /<Message>([^<]+)<\/Message>/.exec(response.text)?.[1]
  return `Could not assume role with OIDC: ${message ?? `the STS endpoint answered ${response.status}`}`
}

function exportAll(region, { key, secret, session }) {
  for (const value of [key, secret, session]) mask(value)
  const variables = {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: key,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_SESSION_TOKEN: session
  }
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`)
  appendFileSync(process.env.GITHUB_ENV, lines.join(''))
}

const mask = (value) => console.log(`::add-mask::${escape(value)}`)

main().catch((error) => {
  console.log(`::error::${escape(error.message)}`)
  process.exitCode = 1
})
