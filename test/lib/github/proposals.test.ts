import { afterEach, expect, test } from '@jest/globals'
import { commitFile, headOf, listBlobs, placeBranch, readFileOf } from '../../../lib/github/branches.ts'
import { propose } from '../../../lib/github/proposals.ts'
import { type FakeGitHub, type Request, type Route, startFakeGitHub } from '../../fakes/github-api.ts'

const REPO = '/repos/acme/infra'
const ROUTE = { head: 'tenants/stg-acme', base: 'main' }
const WORDS = { title: 'Register stg/acme', body: 'So it is.' }
const exists: Route = () => ({ status: 422, body: { message: 'Reference already exists' } })

let fake: FakeGitHub
afterEach(() => fake.close())

/** A GitHub that keeps what it was sent. */
async function start(routes: Readonly<Record<string, Route>>): Promise<readonly Request[]> {
  const sent: Request[] = []
  const kept = Object.entries(routes).map(([name, route]) => [
    name.replace(' ', ` ${REPO}`),
    (request: Request) => {
      sent.push(request)
      return route(request)
    }
  ])
  fake = await startFakeGitHub(Object.fromEntries(kept) as Record<string, Route>)
  return sent
}

test('a branch that is not there is created', async () => {
  const sent = await start({ 'POST /git/refs': () => ({ status: 201, body: {} }) })
  await placeBranch(fake.github, 'tenants/stg-acme', 'a'.repeat(40))
  expect(sent.map(({ body }) => body)).toEqual([{ ref: 'refs/heads/tenants/stg-acme', sha: 'a'.repeat(40) }])
})

test('a branch that is there is moved, also when somebody makes it meanwhile', async () => {
  const moved: Route = () => ({ body: {} })
  const sent = await start({
    'POST /git/refs': exists,
    'PATCH /git/refs/heads/tenants/stg-acme': moved
  })
  await placeBranch(fake.github, 'tenants/stg-acme', 'b'.repeat(40))
  expect(sent.map(({ method }) => method)).toEqual(['POST', 'PATCH'])
  expect(sent[1]?.body).toEqual({ sha: 'b'.repeat(40), force: true })
})

test('what is missing is undefined, and an empty folder has no files', async () => {
  await start({
    'GET /git/trees/main': () => ({ body: { tree: [{ type: 'blob', path: 'x/y', sha: '1' }] } })
  })
  expect(await headOf(fake.github, 'gone')).toBeUndefined()
  expect(await readFileOf(fake.github, { branch: 'main', path: 'gone' })).toBeUndefined()
  expect(await listBlobs(fake.github, { branch: 'main', folder: 'terraform/tenants' })).toEqual([])
})

test('a file is written as its bytes, in place of the one that is named', async () => {
  const sent = await start({ 'PUT /contents/a/b.json': () => ({ body: {} }) })
  await commitFile(
    fake.github,
    { branch: 'x', path: 'a/b.json' },
    { text: 'grün', message: 'Write', blob: 'old' }
  )
  expect(sent[0]?.body).toEqual({ branch: 'x', message: 'Write', content: 'Z3LDvG4=', sha: 'old' })
})

test('a pull request that is open already is found', async () => {
  const found: Route = ({ query }) => ({
    body: query.get('head') === 'acme:tenants/stg-acme' ? [{ number: 7, html_url: 'https://x/7' }] : []
  })
  await start({ 'POST /pulls': exists, 'GET /pulls': found })
  expect(await propose(fake.github, ROUTE, WORDS)).toEqual({ number: 7, url: 'https://x/7' })
})

test('a refusal that is no pull request stays one, and a forbidden one names the setting', async () => {
  await start({
    'POST /pulls': () => ({ status: 422, body: { message: 'No commits between' } }),
    'GET /pulls': () => ({ body: [] })
  })
  await expect(propose(fake.github, ROUTE, WORDS)).rejects.toThrow('No commits between')
  await fake.close()
  await start({ 'POST /pulls': () => ({ status: 403, body: { message: 'not permitted to create' } }) })
  await expect(propose(fake.github, ROUTE, WORDS)).rejects.toThrow(
    "not permitted to create. Grant the permission it needs (see the action's README) under 'permissions:' of the job; pull requests from forks and Dependabot never get write access. If the job has 'pull-requests: write', tick 'Allow GitHub Actions"
  )
})
