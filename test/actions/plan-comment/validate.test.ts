import { expect, test } from '@jest/globals'
import { act } from '../../../actions/plan-comment/src/act.ts'
import { parseInputs } from '../../../actions/plan-comment/src/inputs.ts'
import { newWorld, openJob, PULL_REQUEST, type Job } from '../../fakes/terraform-plan-world.ts'

async function validate(job: Job) {
  const all: Readonly<Record<string, string>> = {
    stack: 'web',
    mode: 'validate',
    'working-directory': 'stack',
    'github-token': 't'
  }
  const opened = openJob(newWorld(), job)
  return {
    ...opened,
    report: await act(
      parseInputs((name) => all[name] ?? ''),
      opened.ports
    )
  }
}

test('checks without the state, without a plan', async () => {
  const { report, calls } = await validate({})
  expect(calls).toEqual(['init {"backend":false,"lockfileReadonly":true}', 'validate', 'fmt'])
  expect(report.failure).toBeUndefined()
})

test('names files that are not formatted and lines that are wrong', async () => {
  const { report, lines } = await validate({
    terraform: {
      unformatted: ['main.tf'],
      diagnostics: [{ severity: 'error', summary: 'Bad', detail: 'no', file: 'a.tf', startLine: 2 }]
    }
  })
  expect(report.failure).toMatch(/2 faults/)
  expect(lines).toContain(
    "error: stack/main.tf is not formatted. Run 'terraform fmt' and commit it. at stack/main.tf:"
  )
  expect(lines).toContain('error: Bad: no (a.tf line 2) at stack/a.tf:2')
})

test.each<[string, Job['context'], RegExp]>([
  ['a fork', { pullRequest: { ...PULL_REQUEST, headRepositoryId: '7' } }, /pull requests from forks/],
  ['Dependabot', { actor: 'dependabot[bot]' }, /pull requests of Dependabot/]
])('tells %s that there are offline checks only', async (_who, context, words) => {
  const { report } = await validate(context === undefined ? {} : { context })
  expect(report.summary).toMatch(words)
})

test('tells people of the repository nothing of the kind', async () => {
  expect((await validate({})).report.summary).not.toContain('[!NOTE]')
})
