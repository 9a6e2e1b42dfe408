import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { type GitHubServer, startGitHub } from '../../../lab/github/server.ts'
import type { Job, WorkflowEvent } from '../../../lab/runner/ports.ts'
import {
  closeWithoutDefects,
  folderOf,
  openPull,
  REPOSITORY,
  startJob,
  startWithRepository
} from './fixture.ts'

let github: GitHubServer
let event: WorkflowEvent
beforeAll(async () => {
  github = await startWithRepository()
  ;({ event } = await openPull(github))
})
afterAll(() => closeWithoutDefects(github))

const permissions = { 'id-token': 'write' } as const

async function requestToken(server: GitHubServer, job: Job, audience: string): Promise<string> {
  const { stepEnv } = await server.platform.credentials(job)
  const url = `${stepEnv['ACTIONS_ID_TOKEN_REQUEST_URL']}&audience=${encodeURIComponent(audience)}`
  const authorization = `Bearer ${stepEnv['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}`
  const answer = await fetch(url, { headers: { authorization } })
  return ((await answer.json()) as { value: string }).value
}

test('a token verifies by the published keys, names its job, and lives five minutes', async () => {
  const discovery = await fetch(`${github.oidc.issuer}/.well-known/openid-configuration`)
  const configuration = (await discovery.json()) as { issuer: string; jwks_uri: string }
  const job = startJob(github, event, { permissions })
  const token = await requestToken(github, job, 'sts.amazonaws.com')
  const { payload, protectedHeader } = await jwtVerify(
    token,
    createRemoteJWKSet(new URL(configuration.jwks_uri)),
    {
      issuer: configuration.issuer,
      audience: 'sts.amazonaws.com'
    }
  )
  expect(protectedHeader.alg).toBe('RS256')
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300)
  expect(payload).toMatchObject({
    sub: `repo:${REPOSITORY}:pull_request`,
    repository: REPOSITORY,
    repository_owner: 'acme',
    ref: event.ref,
    sha: event.sha,
    event_name: 'pull_request',
    actor: 'ada',
    run_id: String(job.run.id),
    run_attempt: '1',
    job_workflow_ref: job.workflowRef
  })
})

test("a job's environment is its subject, before its event", async () => {
  const job = startJob(github, event, { permissions, environment: 'prod' })
  const claims = decodeJwt(await requestToken(github, job, 'x'))
  expect(claims).toMatchObject({ sub: `repo:${REPOSITORY}:environment:prod`, environment: 'prod' })
})

test('subjects of newer repositories carry ids, and an issuer can bear another name', async () => {
  const newer = await startGitHub({ issuer: 'https://token.actions.githubusercontent.com' })
  const folder = await folderOf({ 'README.md': 'x' })
  await newer.people.createRepository({ owner: 'acme', name: 'platform', folder, subject: 'immutable' })
  const push = await newer.people.pushCommit({
    repository: REPOSITORY,
    branch: 'main',
    files: {},
    message: 'Go',
    author: 'ada'
  })
  const claims = decodeJwt(await requestToken(newer, startJob(newer, push.event, { permissions }), 'x'))
  expect(claims.sub).toMatch(/^repo:acme@\d+\/platform@\d+:ref:refs\/heads\/main$/)
  expect(claims.iss).toBe('https://token.actions.githubusercontent.com')
  await newer.close()
  await rm(folder, { recursive: true })
})

test('a job without id-token: write is told of no issuer, and its other tokens open none', async () => {
  const job = startJob(github, event, { permissions: { 'id-token': 'none', contents: 'read' } })
  const { stepEnv, token } = await github.platform.credentials(job)
  expect(stepEnv).toEqual({})
  const answer = await fetch(`${github.oidc.issuer}/token?audience=x`, {
    headers: { authorization: `Bearer ${token}` }
  })
  expect(answer.status).toBe(401)
})
