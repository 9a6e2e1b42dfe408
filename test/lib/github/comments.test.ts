import { afterEach, beforeEach, expect, test } from '@jest/globals'
import {
  amendComment,
  CommentTooLongError,
  findComment,
  PLAN_MARKER,
  upsertComment
} from '../../../lib/github/comments.ts'
import {
  page,
  startFakeGitHub,
  type FakeGitHub,
  type Request,
  type Response
} from '../../fakes/github-api.ts'

type Comment = { id: number; html_url: string; body: string; user: { login: string; type: string } | null }
const LIST = '/repos/acme/infra/issues/12/comments'

let fake: FakeGitHub
let comments: Comment[]
/** Whose token it is. */
let login: string
beforeEach(() => {
  login = 'github-actions[bot]'
})
afterEach(() => fake.close())

const comment = (id: number, body: string, author = 'github-actions[bot]'): Comment => ({
  id,
  html_url: `https://github.com/acme/infra/pull/12#issuecomment-${id}`,
  body,
  user: { login: author, type: author.endsWith('[bot]') ? 'Bot' : 'User' }
})

async function start(
  existing: Comment[],
  patch?: (request: Request) => Response,
  token?: string
): Promise<void> {
  comments = existing
  const write =
    (id: number) =>
    (request: Request): Response => {
      const found = comments.find((one) => one.id === id)
      if (found === undefined) return { status: 404, body: { message: 'Not Found' } }
      found.body = String(request.body['body'])
      return { body: found }
    }
  fake = await startFakeGitHub(
    {
      [`GET ${LIST}`]: (request) => {
        const { items, headers } = page(request, fake.url, comments)
        return { body: items, headers }
      },
      [`POST ${LIST}`]: (request) => {
        if (String(request.body['body']).length > 65_536)
          return { status: 422, body: { message: 'Validation Failed' } }
        comments.push(comment(999, String(request.body['body']), login))
        return { status: 201, body: comments.at(-1) }
      },
      'GET /user': () => ({ body: { login: 'alice' } }),
      'POST /graphql': () => ({ body: { data: { viewer: { login } } } }),
      ...Object.fromEntries(
        existing.map(({ id }) => [`PATCH /repos/acme/infra/issues/comments/${id}`, patch ?? write(id)])
      )
    },
    token === undefined ? {} : { token }
  )
}

const place = { issueNumber: 12, marker: PLAN_MARKER }
const ours = `${PLAN_MARKER}\nold`

test('an App’s token finds the comment that its bot wrote before', async () => {
  login = 'my-app[bot]'
  await start([comment(5, ours, 'my-app[bot]'), comment(6, ours, 'renovate[bot]')])
  await expect(upsertComment(fake.github, { ...place, body: 'new' })).resolves.toMatchObject({ id: 5 })
  expect(comments.map(({ body }) => body)).toEqual([`${PLAN_MARKER}\nnew`, ours])
})

test('a token learns whose it is from the comment that it wrote', async () => {
  login = 'my-app[bot]'
  await start([])
  await upsertComment(fake.github, { ...place, body: 'plan' })
  await expect(findComment(fake.github, place)).resolves.toMatchObject({ id: 999 })
  expect(comments).toHaveLength(1)
})

test('the first time a comment is written, with the marker on its first line', async () => {
  await start([])
  await expect(upsertComment(fake.github, { ...place, body: 'plan' })).resolves.toMatchObject({
    id: 999,
    changed: true
  })
  expect(comments[0]?.body).toBe(`${PLAN_MARKER}\nplan`)
})

test('the next time the same comment is rewritten', async () => {
  await start([comment(5, ours)])
  await expect(upsertComment(fake.github, { ...place, body: `${PLAN_MARKER}\nnew` })).resolves.toMatchObject({
    id: 5,
    changed: true
  })
  expect(comments.map(({ body }) => body)).toEqual([`${PLAN_MARKER}\nnew`])
})

test('an equal comment is left alone, whatever line ends GitHub made of it', async () => {
  await start([comment(5, `${PLAN_MARKER}\r\nplan\r\n`)])
  await expect(upsertComment(fake.github, { ...place, body: 'plan' })).resolves.toMatchObject({
    id: 5,
    changed: false
  })
  expect(fake.requests).toEqual([`GET ${LIST}`])
})

test.each([
  ['by a person', comment(5, ours, 'mallory')],
  ['by another bot', comment(5, ours, 'renovate[bot]')],
  ['by a deleted user', { ...comment(5, ours), user: null }],
  ['that quotes it further down', comment(5, `> look:\n${ours}`)],
  ['with more on the marker line', comment(5, `${PLAN_MARKER} x\nold`)],
  ['with the marker of another version', comment(5, ours.replace('v1', 'v11'))]
])('a comment %s is not ours', async (_what, foreign) => {
  await start([foreign])
  await expect(findComment(fake.github, place)).resolves.toBeUndefined()
})

test('our comment is found on the third page', async () => {
  const chatter = Array.from({ length: 230 }, (_, index) => comment(index + 1, 'hello', 'bob'))
  await start([...chatter, comment(500, ours)])
  await expect(findComment(fake.github, place)).resolves.toMatchObject({ id: 500 })
  expect(fake.requests).toHaveLength(3)
})

test("with a person's token the comments of that person are ours", async () => {
  await start([comment(4, ours), comment(5, ours, 'alice')], undefined, 'ghp_personal')
  await expect(findComment(fake.github, place)).resolves.toMatchObject({ id: 5 })
})

test('a comment that GitHub finds too long is an error of its own', async () => {
  await start([])
  await expect(upsertComment(fake.github, { ...place, body: 'x'.repeat(70_000) })).rejects.toThrow(
    CommentTooLongError
  )
})

test('of two comments that two jobs wrote at once the older one stays', async () => {
  await start([comment(5, ours)])
  let lists = 0
  await fake.close()
  fake = await startFakeGitHub({
    [`GET ${LIST}`]: () => ({ body: (lists += 1) === 1 ? [] : comments }),
    [`POST ${LIST}`]: ({ body }) => {
      comments.push(comment(6, String(body['body'])))
      return { status: 201, body: comments.at(-1) }
    },
    'DELETE /repos/acme/infra/issues/comments/6': () => {
      comments.pop()
      return { status: 204 }
    },
    'PATCH /repos/acme/infra/issues/comments/5': ({ body }) => ({
      body: Object.assign(comments[0] ?? {}, body)
    })
  })
  await expect(upsertComment(fake.github, { ...place, body: 'plan' })).resolves.toMatchObject({
    id: 5,
    changed: true
  })
  expect(comments.map(({ id, body }) => [id, body])).toEqual([[5, `${PLAN_MARKER}\nplan`]])
})

test('a second comment that a job left behind goes with the next that is written', async () => {
  await start([comment(5, ours), comment(6, ours), comment(7, ours, 'mallory')])
  const before = [...comments]
  await fake.close()
  fake = await startFakeGitHub({
    [`GET ${LIST}`]: () => ({ body: before }),
    'DELETE /repos/acme/infra/issues/comments/6': () => ({ status: 204 }),
    'PATCH /repos/acme/infra/issues/comments/5': () => ({ body: comments[0] })
  })
  await expect(upsertComment(fake.github, { ...place, body: 'plan' })).resolves.toMatchObject({ id: 5 })
  expect(fake.requests.slice(1)).toEqual([
    'DELETE /repos/acme/infra/issues/comments/6',
    'PATCH /repos/acme/infra/issues/comments/5'
  ])
})

test('an amendment that another job overwrote is made again', async () => {
  let writes = 0
  await start([comment(5, ours)], (request) => {
    writes += 1
    const mine = comments[0]
    if (mine !== undefined)
      mine.body = writes === 1 ? `${ours}\nby another job` : String(request.body['body'])
    return { body: mine }
  })
  const amend = (body: string): string => (body.includes('amended') ? body : `${body}\namended`)
  await expect(amendComment(fake.github, { ...place, settleMs: 0, amend })).resolves.toMatchObject({
    id: 5,
    changed: true
  })
  expect(comments[0]?.body).toBe(`${ours}\nby another job\namended`)
})

test('without a comment there is nothing to amend', async () => {
  await start([])
  await expect(
    amendComment(fake.github, { ...place, settleMs: 0, amend: (body) => `${body}!` })
  ).resolves.toBeUndefined()
})

test('an amendment that never holds ends in an error, not in a loop', async () => {
  await start([comment(5, ours)], () => ({ body: comments[0] }))
  await expect(
    amendComment(fake.github, { ...place, settleMs: 0, amend: (body) => `${body}!` })
  ).rejects.toThrow(/five times/)
})
