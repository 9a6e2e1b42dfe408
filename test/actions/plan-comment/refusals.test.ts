import { expect, test } from '@jest/globals'
import { act } from '../../../actions/plan-comment/src/act.ts'
import {
  inputsOf,
  newWorld,
  openJob,
  planOf,
  PULL_REQUEST,
  runJob,
  type Job
} from '../../fakes/terraform-plan-world.ts'

const SEALED = { 'seal-key': Buffer.alloc(32, 5).toString('base64') }

type Case = Readonly<{ what: string; job?: Job; given?: Readonly<Record<string, string>>; why: RegExp }>

test.each<Case>([
  { what: 'a missing folder', job: { folders: [] }, why: /'stack', which is no folder/ },
  {
    what: 'a missing variable file',
    given: { 'var-files': 'no.tfvars' },
    why: /'no.tfvars', which is no file/
  },
  { what: 'a missing plan', given: { 'plan-file': 'no.tfplan' }, why: /'plan-file' names 'no.tfplan'/ },
  { what: 'a missing JSON', given: { 'plan-json': 'no.json' }, why: /'plan-json' names 'no.json'/ },
  {
    what: 'JSON that is no plan',
    job: { files: { 'a.json': 'Terraform will perform' } },
    given: { 'plan-json': 'a.json' },
    why: /is no plan: something else stands before/
  },
  {
    what: 'a seal with nowhere to send it',
    job: { hasArtifacts: false },
    given: SEALED,
    why: /no artifact service/
  },
  {
    what: 'a pull request of a fork',
    job: { context: { pullRequest: { ...PULL_REQUEST, headRepositoryId: '9' } } },
    why: /comes from a fork/
  }
])('refuses $what before Terraform runs', async ({ job = {}, given = {}, why }) => {
  const world = newWorld()
  const opened = openJob(world, job)
  await expect(act(inputsOf(given), opened.ports)).rejects.toThrow(why)
  expect(opened.calls).toEqual([])
  expect([world.comments.size, world.artifacts.length]).toEqual([0, 0])
})

const INVALID = { severity: 'error', summary: 'Bad', detail: 'no', file: 'main.tf', startLine: 3 } as const

test.each<Case>([
  {
    what: 'a plan that fails',
    job: { terraform: { plan: { kind: 'failed', message: 'no such bucket', diagnostics: [] } } },
    why: /no such bucket/
  },
  {
    what: 'a stack that is not valid',
    job: { terraform: { diagnostics: [INVALID] } },
    why: /Bad: no \(main.tf line 3\)/
  },
  {
    what: 'a stack bound to its place',
    job: { sources: [{ path: 'stack/a.tf', text: 'abspath(".")' }] },
    given: SEALED,
    why: /stack\/a.tf line 1 uses abspath/
  },
  {
    what: 'a lock file that is not committed',
    job: { terraform: { json: planOf('y') }, lockFile: { sha256: 'aa', isCommitted: false } },
    given: SEALED,
    why: /not committed/
  }
])('tells the comment of $what and turns the step red', async ({ job = {}, given = {}, why }) => {
  const world = newWorld()
  const { report } = await runJob(world, job, given)
  expect(report.failure).toMatch(why)
  expect(world.comments.get(12)).toMatch(/❌ failed/)
  expect(report.summary).toMatch(why)
})
