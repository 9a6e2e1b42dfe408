/** The demo's short story on the real workflow files, where Acme has its platform already, and secrets in it that nobody sees. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { join } from 'node:path'
import {
  AUTHOR,
  merge,
  newSealKey,
  prepareRepository,
  propose,
  REPOSITORY,
  REVIEWER,
  TENANT_FILE
} from '../../lab/demo/caliber.ts'
import { reportPullRequest } from '../../lab/demo/report.ts'
import { planComment, type Story, tellFirstPullRequest } from '../../lab/demo/first-pull-request.ts'
import { type Lab, machineFromEnvironment, startLab } from '../../lab/lab.ts'
import { renderReport } from '../../lab/report/report.ts'
import type { RunResult } from '../../lab/runner/ports.ts'
import { services } from '../../lib/aws/ecs-services.ts'
import { seeded } from '../seeds/seeded.ts'
import { listObjects, readObject } from './bucket.ts'
import { findMarkers } from './markers.ts'
import { openedPlans, plantSecrets } from './planted.ts'
import { annotationsOf } from './results.ts'
import { writingsInArtifacts, writingsOfRuns, writingsToGitHub } from './writings.ts'

const CHECKOUT = join(import.meta.dirname, '../..')
const GLOBEX = `${JSON.stringify({ client: 'globex', plan: 'Dedicated', env: 'stg', subdomain: 'globex-stg', region: 'us-east-1', vpc_cidr: '10.64.0.0/16', image: 'caliber/api:1' })}\n`
/** The tenant moved to another plan, where it would lose what is its own. */
const MOVED = `${JSON.stringify({ client: 'acme', plan: 'SaaS', env: 'stg', subdomain: 'acme-stg', region: 'us-east-1' })}\n`
// As on GitHub, Terraform installs the provider and compares it with the lock file: other scenarios run it where it lies.
const machine = machineFromEnvironment({ ...process.env, CALIBER_QUICK_TERRAFORM: '' })
let lab: Lab
let story: Story
let reviews = 0
let markers: Readonly<Record<string, string>>
const SEAL_KEY = newSealKey()

beforeAll(async () => {
  const aws = await seeded('caliber')
  lab = await startLab({ machine, aws })
  const stage = {
    lab,
    checkout: CHECKOUT,
    prepare: async () => {
      await prepareRepository(lab, { copyOf: aws.suite.gitFolder }, aws.variables)
      lab.github.people.setSecret(REPOSITORY, 'SEAL_KEY', SEAL_KEY)
      markers = await plantSecrets(lab)
    },
    // A new task definition, which names every secret.
    more: { memory: 1024 }
  }
  story = await tellFirstPullRequest(stage, {
    chapter: () => undefined,
    say: () => undefined,
    review: async () => {
      reviews += 1
      return { state: 'approved', comment: 'ship it', user: REVIEWER }
    }
  })
}, 900_000)

afterAll(async () => {
  await lab.close()
  await lab.aws.close()
})

const names = (runs: readonly RunResult[]): string[] => runs.map(({ run }) => run.name)
const summariesOf = (runs: readonly RunResult[]): string =>
  runs.flatMap(({ jobs }) => jobs.map(({ summary }) => summary)).join('\n')
const jobNames = (runs: readonly RunResult[]): string[] =>
  runs.flatMap(({ jobs }) =>
    jobs.filter(({ conclusion }) => conclusion !== 'skipped').map(({ job }) => job.name)
  )

test('the pull request is planned by ci-plan.yml and commented', () => {
  expect(annotationsOf(story.planned)).not.toContain('error')
  expect(names(story.planned)).toEqual(['ci plan'])
  expect(story.planned.map((run) => run.conclusion)).toEqual(['success'])
  expect(story.comment).toContain('caliber-acme-stg')
  expect(story.comment).toContain('module.compute[0].aws_cloudwatch_log_group.')
})

test('the merge is planned again, approved once and applied by ci-apply.yml', () => {
  expect(annotationsOf(story.applied)).not.toContain('error')
  expect(names(story.applied)).toEqual(['ci apply'])
  expect(story.applied.map((run) => run.conclusion)).toEqual(['success'])
  expect(reviews).toBe(1)
  const summaries = summariesOf(story.applied)
  expect(summaries).toContain(`same as reviewed in #${story.pullRequest}`)
  expect(summaries).toContain(REVIEWER)
  expect(story.commentAfter).toMatch(/applied/i)
})

test('what was applied exists: the service at zero tasks, as many secrets as were planted', async () => {
  const place = { cluster: 'acme-stg-dedicated', service: 'acme-stg-dedicated-api' }
  const service = await services({ region: 'us-east-1', endpoint: lab.aws.url }).describeService(place)
  expect(service).toMatchObject({ status: 'ACTIVE', desired: 0, running: 0 })
  const planted = Object.keys(markers)
  expect(planted.filter((name) => name.startsWith('caliber/acme/stg/')).length).toBeGreaterThan(2)
  expect(planted.filter((name) => name.startsWith('rds!'))).toHaveLength(2)
  for (const value of Object.values(markers)) expect(value.length).toBeGreaterThan(15)
  expect(renderReport(await reportPullRequest(lab, story, machine))).toContain('caliber-acme-stg')
})

test('no log, annotation, summary, output, comment, check run or artifact shows a secret', () => {
  const writings = {
    ...writingsOfRuns(lab, [...story.planned, ...story.applied]),
    ...writingsToGitHub(lab),
    ...writingsInArtifacts(lab, REPOSITORY)
  }
  expect(Object.keys(writings).length).toBeGreaterThan(100)
  expect(findMarkers(writings, markers)).toEqual([])
})

test('no plan holds one, not even sealed', () => {
  const plans = openedPlans(lab, SEAL_KEY)
  expect(Object.keys(plans)).toContainEqual(expect.stringContaining('tfstate'))
  expect(findMarkers(plans, markers)).toEqual([])
})

test('no state holds one', async () => {
  const keys = await listObjects(lab.aws, 'caliber/')
  const states = await Promise.all(keys.map(async (key) => [key, (await readObject(lab.aws, key)) ?? '']))
  expect(keys).toEqual(['caliber/acme/stg/terraform.tfstate'])
  expect(findMarkers(Object.fromEntries(states) as Record<string, string>, markers)).toEqual([])
})

test('neither role ever asked for a value', async () => {
  const asked = (await lab.aws.journal())
    .filter(({ principal }) => /caliber-(?:plan|apply)/.test(principal))
    .map(({ iamAction }) => iamAction)
  expect(asked).toContain('secretsmanager:DescribeSecret')
  expect(asked.filter((action) => /SecretValue/.test(action))).toEqual([])
})

test('a change that concerns no tenant is planned, commented and approved nowhere, and its required check is green', async () => {
  const proposed = await propose(lab, {
    branch: 'words',
    title: 'Say more',
    files: { 'terraform/tenants/README.md': 'Tenants.\n' }
  })
  expect(jobNames(proposed.runs).toSorted()).toEqual(['plan / comment', 'registry', 'select', 'terraform'])
  expect(planComment(lab, proposed.number)).toBe('')
  const runs = await merge(lab, proposed.number)
  expect([...proposed.runs, ...runs].map((run) => run.conclusion)).toEqual(['success', 'success'])
  expect(jobNames(runs)).toEqual(['select'])
  expect(reviews).toBe(1)
}, 300_000)

test('a tenant more is a file more, and of one whose file is taken away it is said that nothing is planned', async () => {
  const { runs, number } = await propose(lab, {
    branch: 'globex',
    title: 'Take Globex in, leave Acme to itself',
    files: { 'terraform/tenants/stg/globex.tfvars.json': GLOBEX, [TENANT_FILE]: null }
  })
  expect(annotationsOf(runs)).not.toContain('error')
  expect(jobNames(runs).filter((name) => name.startsWith('plan / plan'))).toEqual([
    'plan / plan (caliber-globex-stg)'
  ])
  expect(planComment(lab, number)).toContain('caliber-globex-stg')
  expect(planComment(lab, number)).not.toContain('acme')
  expect(summariesOf(runs)).toContain('No longer in the registry: stg/acme')
}, 300_000)

test('a fork’s pull request gets offline checks only, and the change of a tenant’s plan is refused', async () => {
  const { people } = lab.github
  const fork = await people.fork({ repository: REPOSITORY, owner: 'mallory' })
  await people.pushCommit({
    repository: fork,
    branch: 'evil',
    files: { [TENANT_FILE]: MOVED },
    message: 'Evil',
    author: 'mallory'
  })
  const opened = await people.openPullRequest({
    repository: REPOSITORY,
    head: 'evil',
    fork,
    base: 'main',
    title: 'Evil',
    author: 'mallory'
  })
  const runs = await lab.deliver(opened.event)
  expect(jobNames(runs).toSorted()).toEqual(['offline', 'registry', 'terraform'])
  expect(runs.map((run) => run.conclusion)).toEqual(['failure'])
  const summaries = summariesOf(runs)
  expect(summaries).toMatch(/validated offline and not planned/i)
  expect(summaries).toContain('its plan was Dedicated and cannot become SaaS')
}, 300_000)

test('a merge queue gets its answer from the offline checks', async () => {
  const proposed = await propose(lab, {
    branch: 'queued',
    title: 'Say even more',
    files: { 'terraform/tenants/README.md': 'Tenants, one file each.\n' }
  })
  const { event } = await lab.github.people.queuePullRequest({
    repository: REPOSITORY,
    number: proposed.number,
    by: AUTHOR
  })
  const runs = await lab.deliver(event)
  expect(runs.map((run) => run.conclusion)).toEqual(['success'])
  expect(jobNames(runs).toSorted()).toEqual(['offline', 'registry', 'terraform'])
}, 300_000)

test('GitHub answered as its description says, and AWS knew every call', async () => {
  expect(lab.github.defects()).toEqual([])
  expect(await lab.aws.defects()).toEqual([])
})
