import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { type GitHubServer, startGitHub } from '../../../lab/github/server.ts'
import type { Job, WorkflowEvent } from '../../../lab/runner/ports.ts'
import {
  closeWithoutDefects,
  folderOf,
  type JobFacts,
  octokitOfPerson,
  openPull,
  PLACE,
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
const NOTHING = { files: {}, message: 'Go', author: 'ada' }

async function requestToken(server: GitHubServer, job: Job, audience: string): Promise<string> {
  const { stepEnv } = await server.platform.credentials(job)
  const url = `${stepEnv['ACTIONS_ID_TOKEN_REQUEST_URL']}&audience=${encodeURIComponent(audience)}`
  const authorization = `Bearer ${stepEnv['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}`
  const answer = await fetch(url, { headers: { authorization } })
  return ((await answer.json()) as { value: string }).value
}

test('a token verifies by the published keys, names its job, and lives five minutes [docs: reference/security/oidc]', async () => {
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

test('a token has every claim that GitHub documents, and those of custom properties [docs: reference/security/oidc#oidc-token-claims]', async () => {
  const folder = await folderOf({ 'README.md': 'x' })
  const repository = 'acme/documented'
  await github.people.createRepository({
    owner: 'acme',
    name: 'documented',
    folder,
    properties: { data_class: 'secret' }
  })
  await rm(folder, { recursive: true })
  const { event: push } = await github.people.pushCommit({ repository, branch: 'main', ...NOTHING })
  github.people.protectBranch(repository, 'main')
  const job = startJob(github, push, { permissions, environment: 'prod', attempt: 2 })
  const claims = decodeJwt(await requestToken(github, job, 'sts.amazonaws.com'))
  const { claims_supported: supported } = (await (
    await fetch(`${github.oidc.issuer}/.well-known/openid-configuration`)
  ).json()) as { claims_supported: string[] }
  expect(Object.keys(claims).toSorted()).toEqual([...supported, 'repo_property_data_class'].toSorted())
  expect(claims).toMatchObject({
    actor: 'ada',
    actor_id: expect.stringMatching(/^\d+$/),
    aud: 'sts.amazonaws.com',
    base_ref: '',
    head_ref: '',
    check_run_id: String(job.id),
    environment: 'prod',
    event_name: 'push',
    job_workflow_ref: job.workflowRef,
    job_workflow_sha: job.workflowSha,
    ref: 'refs/heads/main',
    ref_type: 'branch',
    ref_protected: 'true',
    repository,
    repository_owner: 'acme',
    repository_visibility: 'public',
    repo_property_data_class: 'secret',
    run_attempt: '2',
    run_number: '1',
    runner_environment: 'github-hosted',
    workflow: 'Plan',
    workflow_ref: `${repository}/.github/workflows/plan.yml@refs/heads/main`,
    workflow_sha: push.sha
  })
})

test('without an audience a token is for the owner of the repository [docs: reference/security/oidc]', async () => {
  const { stepEnv } = await github.platform.credentials(startJob(github, event, { permissions }))
  const answer = await fetch(stepEnv['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '', {
    headers: { authorization: `Bearer ${stepEnv['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}` }
  })
  const { value } = (await answer.json()) as { value: string }
  expect(decodeJwt(value).aud).toBe(`${github.urls.server}/acme`)
})

test("an immutable subject carries the ids, and the repository's settings tell how it begins [docs: reference/security/oidc]", async () => {
  const newer = await startGitHub({ issuer: 'https://token.actions.githubusercontent.com' })
  const folder = await folderOf({ 'README.md': 'x' })
  await newer.people.createRepository({ owner: 'acme', name: 'platform', folder, subject: 'immutable' })
  const { event: push } = await newer.people.pushCommit({
    repository: REPOSITORY,
    branch: 'main',
    ...NOTHING
  })
  const { data } = await octokitOfPerson(newer, 'ada').request(
    'GET /repos/{owner}/{repo}/actions/oidc/customization/sub',
    PLACE
  )
  const { id, ownerId } = newer.platform.repositoryFacts(REPOSITORY)
  const prefix = `repo:acme@${ownerId}/platform@${id}`
  expect(data).toEqual({ use_default: true, use_immutable_subject: true, sub_claim_prefix: prefix })
  const claimsAt = async (facts: JobFacts) =>
    decodeJwt(await requestToken(newer, startJob(newer, push, { permissions, ...facts }), 'x'))
  expect((await claimsAt({})).sub).toBe(`${prefix}:ref:refs/heads/main`)
  expect((await claimsAt({ environment: 'eu:prod' })).sub).toBe(`${prefix}:environment:eu%3Aprod`)
  expect((await claimsAt({})).iss).toBe('https://token.actions.githubusercontent.com')
  await closeWithoutDefects(newer)
  await rm(folder, { recursive: true })
})

test('a repository made on or after 15 July 2026 has immutable subjects, an older one names [docs: reference/security/oidc]', async () => {
  const folder = await folderOf({ 'README.md': 'x' })
  const prefixOf = async (name: string, createdAt: string) => {
    await github.people.createRepository({ owner: 'acme', name, folder, createdAt })
    const octokit = octokitOfPerson(github, 'ada')
    const place = { owner: 'acme', repo: name }
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/actions/oidc/customization/sub', place)
    return data
  }
  expect(await prefixOf('older', '2026-07-14T23:59:59Z')).toEqual({
    use_default: true,
    use_immutable_subject: false,
    sub_claim_prefix: 'repo:acme/older'
  })
  expect(await prefixOf('newer', '2026-07-15T00:00:00Z')).toMatchObject({
    use_immutable_subject: true,
    sub_claim_prefix: expect.stringMatching(/^repo:acme@\d+\/newer@\d+$/)
  })
  await rm(folder, { recursive: true })
})

test('a subject can be made of other claims, which the job must have [docs: reference/security/oidc]', async () => {
  const claims = ['repo', 'context', 'job_workflow_ref']
  github.people.setOidcSubject(REPOSITORY, { form: 'classic', claims })
  const octokit = octokitOfPerson(github, 'ada')
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/actions/oidc/customization/sub', PLACE)
  expect(data).toMatchObject({ use_default: false, include_claim_keys: claims })
  const job = startJob(github, event, { permissions })
  expect(decodeJwt(await requestToken(github, job, 'x')).sub).toBe(
    `repo:${REPOSITORY}:pull_request:job_workflow_ref:${job.workflowRef}`
  )
  github.people.setOidcSubject(REPOSITORY, { form: 'classic', claims: ['environment'] })
  const { stepEnv } = await github.platform.credentials(job)
  const answer = await fetch(stepEnv['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '', {
    headers: { authorization: `Bearer ${stepEnv['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}` }
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain("The subject is to have the claim 'environment'")
  github.people.setOidcSubject(REPOSITORY, { form: 'classic' })
})

test('a job without id-token: write is told of no issuer, and its other tokens open none [docs: reference/security/oidc]', async () => {
  const job = startJob(github, event, { permissions: { 'id-token': 'none', contents: 'read' } })
  const { stepEnv, token } = await github.platform.credentials(job)
  expect(stepEnv).toEqual({})
  const answer = await fetch(`${github.oidc.issuer}/token?audience=x`, {
    headers: { authorization: `Bearer ${token}` }
  })
  expect(answer.status).toBe(401)
})
