import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ACTIONS_CACHE } from '../../../lab/runner/options.ts'
import { pushed, pushEvent, run } from '../../fakes/runner-bench.ts'
import { type FakeGit, fakeGit } from '../../fakes/runner-git.ts'
import { fakeSts, lenientSts } from '../../fakes/runner-sts.ts'

const STAND_INS = join(import.meta.dirname, '../../../lab/runner/stand-ins')
let git: FakeGit
let made = ''
beforeAll(async () => {
  git = await fakeGit()
  made = mkdtempSync(join(tmpdir(), 'actions-cache-'))
})
afterAll(async () => {
  rmSync(made, { recursive: true, force: true })
  await git.close()
})

/** Lines that say what a later step finds. */
const facts = (log: string): string[] => log.match(/^FACT .*$/gm) ?? []
/** Runs the steps with the copy in `cache`, or with the stand-in when there is none. */
async function factsOf(
  steps: string,
  env: Readonly<Record<string, string>>,
  cache?: string
): Promise<string[]> {
  const { result, log } = await run(
    {
      files: pushed(`a:\n  runs-on: x\n  permissions: {contents: read, id-token: write}\n  steps:\n${steps}`),
      standInFolder: STAND_INS,
      env: { ...git.env, ...env },
      ...(env['AWS_ENDPOINT_URL'] === undefined ? {} : { oidcUrl: `${env['AWS_ENDPOINT_URL']}/oidc?x=1` }),
      ...(cache === undefined ? {} : { actionsCache: cache })
    },
    pushEvent({ sha: git.commits[1] ?? '' })
  )
  return [
    `FACT run ${result.conclusion}`,
    ...facts(log),
    `FACT secrets shown: ${String(/ghs_token|the-secret-key/.test(log))}`
  ]
}

const LOOK = `echo "FACT head $(git rev-parse HEAD) on [$(git branch --show-current)] of $(git rev-list --count HEAD)"
          echo "FACT files $(find . -path ./.git -prune -o -type f -print | sort | tr '\\n' ' ') tags $(git tag | tr '\\n' ' ')"
          echo "FACT status [$(git status --porcelain)] origin $(git remote get-url origin | sed 's,.*o/r,o/r,; s,[.]git$,,')"
          echo "FACT token $(git config --get-urlmatch http.extraheader http://github.test/ || echo none)"
          echo "FACT commit \${{ steps.c.outputs.commit }} ref \${{ steps.c.outputs.ref }}"`
const checkoutSteps = (ref: string) =>
  [
    '',
    'persist-credentials: false',
    'ref: main, path: deep/er, fetch-depth: 0',
    `ref: ${git.commits[0] ?? ''}`
  ].map(
    (inputs) => `    - {id: c, uses: actions/checkout@${ref}, with: {${inputs}}}
    - working-directory: ${inputs.includes('path') ? 'deep/er' : '.'}
      run: |
          ${LOOK}`
  )

/** What each job finds after a checkout. */
const checkout = async (ref: string, cache?: string): Promise<string[][]> => {
  const seen: string[][] = []
  for (const steps of checkoutSteps(ref)) seen.push(await factsOf(steps, {}, cache))
  return seen
}

/** What a job finds after it was given credentials. */
async function credentials(ref: string, cache?: string): Promise<string[][]> {
  const sts = await fakeSts(lenientSts)
  const steps = `    - {id: c, uses: aws-actions/configure-aws-credentials@${ref}, with: {role-to-assume: "arn:aws:iam::123456789012:role/plan", aws-region: eu-central-1, role-session-name: s}}
    - run: |
          echo "FACT region $AWS_REGION $AWS_DEFAULT_REGION key $AWS_ACCESS_KEY_ID session $AWS_SESSION_TOKEN"
          test "$AWS_SECRET_ACCESS_KEY" = the-secret-key && echo "FACT secret is there: $AWS_SECRET_ACCESS_KEY"
          echo "FACT account \${{ steps.c.outputs.aws-account-id }}"`
  try {
    const seen = await factsOf(steps, { AWS_ENDPOINT_URL: sts.url }, cache)
    const roles = sts.asked.filter((one) => one.includes('AssumeRoleWithWebIdentity'))
    const wanted = ['RoleArn', 'RoleSessionName', 'DurationSeconds', 'WebIdentityToken']
    const asked = roles.map((one) =>
      wanted.map((name) => new RegExp(`${name}=[^&]*`).exec(one)?.[0]).join(' ')
    )
    return [seen, asked]
  } finally {
    sts.close()
  }
}

const ACTIONS = { 'actions/checkout': checkout, 'aws-actions/configure-aws-credentials': credentials }

function copiesOf(action: string): readonly string[] {
  const [owner = '', name = ''] = action.split('/')
  const folder = join(ACTIONS_CACHE, owner)
  return existsSync(folder) ? readdirSync(folder).filter((entry) => entry.startsWith(`${name}@`)) : []
}

for (const [action, seenBy] of Object.entries(ACTIONS)) {
  const copies = copiesOf(action)
  for (const copy of copies) {
    test(`the real ${copy} and its stand-in leave the same behind [lab]`, async () => {
      const ref = copy.split('@')[1] ?? ''
      expect(await seenBy(ref, ACTIONS_CACHE)).toEqual(await seenBy(ref))
    }, 60_000)
  }
  if (copies.length === 0) {
    test(`NOTHING COMPARED: no copy of ${action} lies in .cache/actions; put one there with: git clone --depth 1 --branch <ref> https://github.com/${action} .cache/actions/${action}@<ref> [lab]`, () => {
      expect(copies).toEqual([])
    })
  }
}

test('a copy in the cache runs in place of the stand-in, and a copy that does otherwise is noticed [lab]', async () => {
  const copy = join(made, 'actions/checkout@copy')
  const [first = ''] = checkoutSteps('copy')
  cpSync(join(STAND_INS, 'actions/checkout'), copy, { recursive: true })
  const seen = await factsOf(first, {}, made)
  expect(seen).toEqual(await factsOf(first, {}))
  expect(seen).toEqual([
    'FACT run success',
    `FACT head ${git.commits[1] ?? ''} on [main] of 1`,
    'FACT files ./deep/1.txt ./deep/2.txt ./n.txt  tags ',
    'FACT status [] origin o/r',
    'FACT token AUTHORIZATION: basic ***',
    `FACT commit ${git.commits[1] ?? ''} ref refs/heads/main`,
    'FACT secrets shown: false'
  ])
  writeFileSync(join(copy, 'index.mjs'), 'console.log("FACT nothing checked out")')
  expect(await factsOf(first, {}, made)).toContain('FACT nothing checked out')
}, 30_000)

test('of credentials the environment, the masks and what STS was asked are compared [lab]', async () => {
  const [assumed = [], asked = []] = await credentials('v5')
  expect(assumed).toEqual([
    'FACT run success',
    'FACT region eu-central-1 eu-central-1 key *** session ***',
    'FACT secret is there: ***',
    'FACT account 123456789012',
    'FACT secrets shown: false'
  ])
  expect(asked).toEqual([expect.stringContaining('RoleSessionName=s DurationSeconds=3600')])
}, 30_000)
