import { afterEach, expect, test } from '@jest/globals'
import { hasStatus, type GitHubError } from '../../../lib/github/connection.ts'
import { listFiles, readTextFile } from '../../../lib/github/files.ts'
import { describeSubject, readClaims } from '../../../lib/github/oidc.ts'
import { describeRepository, listSecretNames, readVariables } from '../../../lib/github/settings.ts'
import { type FakeGitHub, page, type Route, startFakeGitHub } from '../../fakes/github-api.ts'

const REPO = '/repos/acme/infra'
const SUBJECT = `GET ${REPO}/actions/oidc/customization/sub`
let fake: FakeGitHub
afterEach(() => fake.close())
const start = async (routes: Readonly<Record<string, Route>>): Promise<void> => {
  fake = await startFakeGitHub(routes)
}

test('the form of subjects is read as GitHub tells it', async () => {
  await start({
    [SUBJECT]: () => ({
      body: { use_default: true, use_immutable_subject: true, sub_claim_prefix: 'repo:acme@7/infra@42' }
    })
  })
  await expect(describeSubject(fake.github)).resolves.toEqual({
    immutable: true,
    prefix: 'repo:acme@7/infra@42'
  })
})

test('claims count only where the default is not used', async () => {
  await start({ [SUBJECT]: () => ({ body: { use_default: false, include_claim_keys: ['repo', 'ref'] } }) })
  await expect(describeSubject(fake.github)).resolves.toEqual({ claimKeys: ['repo', 'ref'] })
})

test('a GitHub without the setting is undefined', async () => {
  await start({})
  await expect(describeSubject(fake.github)).resolves.toBeUndefined()
})

test('the repository is told by names and ids', async () => {
  await start({
    [`GET ${REPO}`]: () => ({
      body: {
        id: 42,
        name: 'infra',
        owner: { login: 'acme', id: 7 },
        private: true,
        default_branch: 'main',
        html_url: 'https://github.com/acme/infra'
      }
    })
  })
  await expect(describeRepository(fake.github)).resolves.toEqual({
    owner: 'acme',
    ownerId: '7',
    name: 'infra',
    id: '42',
    isPrivate: true,
    defaultBranch: 'main',
    url: 'https://github.com/acme/infra'
  })
})

test('variables and names of secrets come from all pages', async () => {
  const variables = Array.from({ length: 31 }, (_, index) => ({ name: `V${index}`, value: String(index) }))
  await start({
    [`GET ${REPO}/actions/variables`]: (request) => {
      const { items, headers } = page(request, fake.url, variables)
      return { body: { total_count: 31, variables: items }, headers }
    },
    [`GET ${REPO}/actions/secrets`]: () => ({ body: { total_count: 1, secrets: [{ name: 'SEAL_KEY' }] } })
  })
  expect(Object.keys(await readVariables(fake.github))).toHaveLength(31)
  await expect(listSecretNames(fake.github)).resolves.toEqual(['SEAL_KEY'])
})

test('what the token may not read is an error that says which permission would do', async () => {
  await start({
    [`GET ${REPO}/actions/secrets`]: () => ({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
      headers: { 'x-accepted-github-permissions': 'secrets=read' }
    })
  })
  const error: unknown = await listSecretNames(fake.github).catch((reason: unknown) => reason)
  expect(hasStatus(error, 403)).toBe(true)
  expect((error as GitHubError).needs).toBe('secrets: read')
})

test('files of a folder are listed and read', async () => {
  await start({
    [`GET ${REPO}/git/trees/main`]: () => ({
      body: {
        tree: [
          { type: 'blob', path: '.github/workflows/ci.yml' },
          { type: 'tree', path: '.github/workflows/x' },
          { type: 'blob', path: 'README.md' }
        ]
      }
    }),
    [`GET ${REPO}/contents/.github/workflows/ci.yml`]: () => ({
      body: { content: Buffer.from('on: push\n').toString('base64') }
    })
  })
  const files = await listFiles(fake.github, { branch: 'main', folder: '.github/workflows' })
  expect(files).toEqual(['.github/workflows/ci.yml'])
  await expect(readTextFile(fake.github, { branch: 'main', path: files[0] ?? '' })).resolves.toBe(
    'on: push\n'
  )
})

test('claims are read out of a token, texts only', async () => {
  await start({})
  const payload = Buffer.from(JSON.stringify({ sub: 'repo:ä', exp: 5 })).toString('base64url')
  expect(readClaims(`x.${payload}.y`)).toEqual({ sub: 'repo:ä' })
})
