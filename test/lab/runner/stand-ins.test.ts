import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type BenchOptions, pushed, pushEvent, run, type Seen } from '../../fakes/runner-bench.ts'
import { type FakeGit, fakeGit } from '../../fakes/runner-git.ts'
import { fakeSts, lenientSts, type StsAnswer } from '../../fakes/runner-sts.ts'

const STAND_INS = join(import.meta.dirname, '../../../lab/runner/stand-ins')

let git: FakeGit
let commits: readonly string[] = []
beforeAll(async () => {
  git = await fakeGit()
  commits = git.commits
})
afterAll(() => git.close())

const options = (jobs: string, env: Readonly<Record<string, string>> = {}): BenchOptions => ({
  files: pushed(jobs, 'on: [push, pull_request]'),
  standInFolder: STAND_INS,
  oidcUrl: 'http://none.test',
  env: { ...git.env, ...env }
})
const checkout = (inputs: string, script: string): Promise<Seen> =>
  run(
    options(
      `a:\n  runs-on: x\n  steps:\n    - {uses: actions/checkout@v5, with: {${inputs}}}\n    - run: ${script}`
    ),
    pushEvent({ sha: commits[1] ?? '' })
  )

test('checkout takes the commit that started the run, whatever came after, on its branch [docs: github.com/actions/checkout]', async () => {
  const { result, log } = await checkout(
    '',
    'cat n.txt && git branch --show-current && git rev-list --count HEAD'
  )
  expect(result.conclusion).toBe('success')
  expect(log).toMatch(/^2\nmain\n1$/m)
})

test('checkout takes another ref, into a folder, with its history [docs: github.com/actions/checkout]', async () => {
  const { log } = await checkout(
    'ref: main, path: deep/er, fetch-depth: 0',
    'cd deep/er && cat n.txt && git rev-list --count HEAD && git describe --tags --abbrev=0'
  )
  expect(log).toMatch(/^3\n3\nv1$/m)
})

test('checkout keeps the token only for as long as it is wanted [docs: github.com/actions/checkout]', async () => {
  const { log } = await checkout(
    'persist-credentials: false',
    'git config --get-regexp extraheader || echo NONE'
  )
  expect(log).toMatch(/^NONE$/m)
  const kept = await checkout('', 'git config --get-regexp extraheader')
  expect(kept.log).toMatch(/^http\.http:\/\/github\.test\/\.extraheader AUTHORIZATION: basic \*\*\*/m)
})

test('checkout takes the merge commit of a pull request [docs: github.com/actions/checkout]', async () => {
  const { log } = await run(
    options('a: {runs-on: x, steps: [{uses: actions/checkout@v5}, {run: cat n.txt; git status | head -1}]}'),
    {
      name: 'pull_request',
      payload: { action: 'opened' },
      ref: 'refs/pull/7/merge',
      baseRef: 'main',
      sha: commits[1] ?? ''
    }
  )
  expect(log).toMatch(/^2\nHEAD detached at/m)
})

test('checkout says what is not there [docs: github.com/actions/checkout]', async () => {
  const { messages } = await checkout('ref: none', 'echo')
  expect(messages).toMatch(
    /The process 'git fetch' failed with exit code 128: fatal: couldn't find remote ref none/
  )
})

/** What a job sees when STS answers so, and what it asked. */
async function withAws(
  answer: StsAnswer,
  work: (env: { url: string }) => Promise<Seen>
): Promise<[Seen, readonly string[]]> {
  const sts = await fakeSts(() => answer)
  try {
    return [await work(sts), sts.asked]
  } finally {
    sts.close()
  }
}

const credentials = (env: { url: string }, permissions = '{id-token: write}'): Promise<Seen> =>
  run({
    ...options(
      `a:
  runs-on: x
  permissions: ${permissions}
  steps:
    - uses: aws-actions/configure-aws-credentials@v5
      with: {role-to-assume: "arn:aws:iam::123456789012:role/plan", aws-region: eu-central-1, role-session-name: s}
    - run: echo "$AWS_REGION $AWS_DEFAULT_REGION $AWS_ACCESS_KEY_ID $AWS_SESSION_TOKEN"; test "$AWS_SECRET_ACCESS_KEY" = the-secret-key`,
      { AWS_ENDPOINT_URL: env.url }
    ),
    oidcUrl: `${env.url}/oidc?x=1`
  })

test('credentials come from the job’s OIDC token, masked [docs: github.com/aws-actions/configure-aws-credentials]', async () => {
  const [{ result, log, job }, asked] = await withAws(lenientSts(''), (env) => credentials(env))
  expect(result.conclusion).toBe('success')
  expect(log).toMatch(/^eu-central-1 eu-central-1 \*\*\* \*\*\*$/m)
  expect(job('a').steps.map(({ name }) => name)).toContain(
    'Post Run aws-actions/configure-aws-credentials@v5'
  )
  expect(asked).toEqual([
    'GET /oidc?x=1&audience=sts.amazonaws.com Bearer oidc-request-token',
    'POST /  Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fplan&RoleSessionName=s&DurationSeconds=3600&WebIdentityToken=the.oidc.token'
  ])
})

test('a refused role is named in the real action’s words, without another attempt [docs: github.com/aws-actions/configure-aws-credentials]', async () => {
  const text =
    '<ErrorResponse><Error><Code>AccessDenied</Code><Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message></Error></ErrorResponse>'
  const [{ result, messages }, asked] = await withAws([403, text], (env) => credentials(env))
  expect(result.conclusion).toBe('failure')
  expect(messages).toBe(
    'Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity'
  )
  expect(asked).toHaveLength(2)
})

test('without id-token: write nothing is asked [docs: github.com/aws-actions/configure-aws-credentials]', async () => {
  const [{ messages }, asked] = await withAws([200, ''], (env) => credentials(env, '{contents: read}'))
  expect(messages).toContain('Did you mean to set the `id-token` permission?')
  expect(asked).toEqual([])
})
