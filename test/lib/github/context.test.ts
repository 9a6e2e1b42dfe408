import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { headSha, readContext, runUrl } from '../../../lib/github/context.ts'

const env = {
  GITHUB_REPOSITORY: 'acme/infra',
  GITHUB_REPOSITORY_ID: '42',
  GITHUB_ACTOR: 'alice',
  GITHUB_SHA: 'c'.repeat(40),
  GITHUB_REF: 'refs/pull/12/merge',
  GITHUB_RUN_ID: '1234',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_EVENT_NAME: 'pull_request'
}

async function withEvent<T>(text: string, work: (path: string) => T): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'context-test-'))
  try {
    await writeFile(join(folder, 'event.json'), text)
    return work(join(folder, 'event.json'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('a pull request is read from the event, and its head is what things are recorded under', async () => {
  const event = {
    repository: { private: true },
    pull_request: {
      number: 12,
      head: { sha: 'a'.repeat(40), repo: { id: 42 } },
      base: { ref: 'main' },
      user: { login: 'bob' }
    }
  }
  const context = await withEvent(JSON.stringify(event), (path) =>
    readContext({ ...env, GITHUB_EVENT_PATH: path, GITHUB_TRIGGERING_ACTOR: 'carol' })
  )
  expect(context).toMatchObject({
    repository: { owner: 'acme', name: 'infra', id: '42', private: true },
    actor: 'alice',
    triggeringActor: 'carol',
    runId: 1234,
    runAttempt: 2,
    pullRequest: {
      number: 12,
      headSha: 'a'.repeat(40),
      headRepositoryId: '42',
      baseRef: 'main',
      author: 'bob'
    }
  })
  expect(headSha(context)).toBe('a'.repeat(40))
})

test('the head repository of a deleted fork is unknown', async () => {
  const event = {
    pull_request: {
      number: 12,
      head: { sha: 'a', repo: null },
      base: { ref: 'main' },
      user: { login: 'bob' }
    }
  }
  const context = await withEvent(JSON.stringify(event), (path) =>
    readContext({ ...env, GITHUB_EVENT_PATH: path })
  )
  expect(context.pullRequest).toEqual({ number: 12, headSha: 'a', baseRef: 'main', author: 'bob' })
})

test('a push has no pull request, and its run has a page', () => {
  const context = readContext({ ...env, GITHUB_EVENT_NAME: 'push' })
  expect(context.pullRequest).toBeUndefined()
  expect(headSha(context)).toBe(env.GITHUB_SHA)
  expect(runUrl(context)).toBe('https://github.com/acme/infra/actions/runs/1234')
})

test.each(Object.keys(env))('without %s it is no job, and says so', (name) => {
  expect(() => readContext({ ...env, [name]: '' })).toThrow(`${name} is not set`)
})

test('an event file that is no JSON is named', async () => {
  await withEvent('{', (path) => {
    expect(() => readContext({ ...env, GITHUB_EVENT_PATH: path })).toThrow(path)
  })
})
