import { expect, test } from '@jest/globals'
import type { RunResult } from '../../../lab/runner/ports.ts'
import { octokitOfPerson, openPull, PLACE, REPOSITORY } from './fixture.ts'
import { startRunning } from './with-runner.ts'

const told = (results: readonly RunResult[]): readonly string[] =>
  results.map(({ run, conclusion }) => `${run.name} ${run.event.name} ${run.event.actor} ${conclusion}`)

/** A script that sends a JSON body and prints the answer's status. */
const post = (path: string, body: unknown): string =>
  `curl -s -o /dev/null -w '%{http_code}\\n' -H "authorization: Bearer $TOKEN" -d '${JSON.stringify(body)}' "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY${path}"`

const job = (permissions: string, script: string): string => `
permissions: ${permissions}
jobs:
  go:
    runs-on: x
    env: {TOKEN: "\${{ github.token }}"}
    steps:
      - run: |
          ${script.replaceAll('\n', '\n          ')}
`
const DEPLOY = `name: deploy
on: {workflow_dispatch: {inputs: {tag: {type: string, required: true}}}}
jobs: {d: {runs-on: x, steps: [{run: 'echo "tag \${{ inputs.tag }}"'}]}}
`

test('a job’s token starts other workflows by dispatch and by events of one’s own [docs: trigger-a-workflow#triggering-a-workflow-from-a-workflow]', async () => {
  const script = [
    post('/actions/workflows/deploy.yml/dispatches', { ref: 'main', inputs: { tag: 'v1' } }),
    post('/actions/workflows/deploy.yml/dispatches', { ref: 'main' }),
    post('/actions/workflows/none.yml/dispatches', { ref: 'main' }),
    post('/actions/workflows/deploy.yml/dispatches', { ref: 'none', inputs: { tag: 'v1' } }),
    post('/dispatches', { event_type: 'built', client_payload: { image: 'api' } })
  ].join('\n')
  const lab = await startRunning({
    build: `name: build\non: push${job('{actions: write, contents: write}', script)}`,
    deploy: DEPLOY,
    listen:
      'name: listen\non: {repository_dispatch: {types: [built]}}\njobs: {l: {runs-on: x, steps: [{run: "echo image ${{ github.event.client_payload.image }}"}]}}\n'
  })
  const results = await lab.deliver(await lab.push())
  await lab.close()
  expect(told(results)).toEqual([
    'build push ada success',
    'deploy workflow_dispatch github-actions[bot] success',
    'listen repository_dispatch github-actions[bot] success'
  ])
  expect(results[0]?.jobs[0]?.log.match(/^\d{3}$/gm)).toEqual(['204', '422', '404', '422', '204'])
  expect(results.flatMap(({ jobs }) => jobs.map(({ log }) => log)).join('\n')).toMatch(
    /tag v1[\s\S]*image api/
  )
})

test('without actions: write a job dispatches nothing [docs: rest/actions/workflows]', async () => {
  const script = post('/actions/workflows/deploy.yml/dispatches', { ref: 'main', inputs: { tag: 'v1' } })
  const lab = await startRunning({
    build: `name: build\non: push${job('{contents: write}', script)}`,
    deploy: DEPLOY
  })
  const results = await lab.deliver(await lab.push())
  await lab.close()
  expect(told(results)).toEqual(['build push ada success'])
  expect(results[0]?.jobs[0]?.log).toContain('\n403')
})

test('what a job pushes with its own token starts nothing, with a person’s token it does [docs: trigger-a-workflow#triggering-a-workflow-from-a-workflow]', async () => {
  const script = `git clone -q "http://x:$TOKEN@\${GITHUB_SERVER_URL#http://}/$GITHUB_REPOSITORY.git" . && cd .
for token in "$TOKEN" "$PERSON"; do
  git -c user.name=g -c user.email=g@x commit -q --allow-empty -m "More"
  git push -q "http://x:$token@\${GITHUB_SERVER_URL#http://}/$GITHUB_REPOSITORY.git" HEAD:refs/heads/topic
done
git tag v1 && git push -q "http://x:$PERSON@\${GITHUB_SERVER_URL#http://}/$GITHUB_REPOSITORY.git" v1`
  const lab = await startRunning({
    build: `name: build\non: {push: {branches: [main]}}${job('{contents: write}', script).replace(
      'env: {',
      'env: {PERSON: "${{ secrets.PERSON }}", '
    )}`,
    check:
      'name: check\non: {push: {branches: [topic], tags: [v*]}}\njobs: {c: {if: false, runs-on: x, steps: [{run: echo}]}}\n'
  })
  lab.github.people.setSecret(REPOSITORY, 'PERSON', lab.github.people.tokenFor('grace'))
  const results = await lab.deliver(await lab.push())
  await lab.close()
  expect(results[0]?.jobs[0]?.log).not.toContain('error')
  expect(told(results)).toEqual([
    'build push ada success',
    'check push grace skipped',
    'check push grace skipped'
  ])
  expect(results.map(({ run }) => run.event.ref)).toEqual([
    'refs/heads/main',
    'refs/heads/topic',
    'refs/tags/v1'
  ])
})

test('a workflow follows the runs of others, three in a row at most [docs: events-that-trigger-workflows#workflow_run]', async () => {
  const follow = (name: string, after: string): string =>
    `name: ${name}\non: {workflow_run: {workflows: [${after}], types: [completed]}}\njobs: {f: {runs-on: x, steps: [{run: 'echo "after \${{ github.event.workflow_run.conclusion }} on $GITHUB_REF_NAME"'}]}}\n`
  const lab = await startRunning({
    a: 'name: A\non: push\njobs: {a: {runs-on: x, steps: [{run: exit 1}]}}\n',
    b: follow('B', 'A'),
    c: follow('C', 'B'),
    d: follow('D', 'C'),
    e: follow('E', 'D')
  })
  const results = await lab.deliver(await lab.push())
  await lab.close()
  expect(results.map(({ run }) => run.name)).toEqual(['A', 'B', 'C', 'D'])
  expect(results.map(({ jobs }) => jobs[0]?.log.match(/^after .*$/m)?.[0])).toEqual([
    undefined,
    'after failure on main',
    'after success on main',
    'after success on main'
  ])
})

test('a merge closes the pull request, and what closes it runs at what it was merged into [docs: events-that-trigger-workflows#pull_request]', async () => {
  const lab = await startRunning({
    closed:
      'name: closed\non: {pull_request: {types: [closed]}}\njobs: {c: {if: github.event.pull_request.merged, runs-on: x, steps: [{run: echo "at $GITHUB_REF"}]}}\n'
  })
  const { number } = await openPull(lab.github)
  const { closed, sha } = await lab.github.people.mergePullRequest({
    repository: REPOSITORY,
    number,
    by: 'grace',
    method: 'squash'
  })
  const [result] = await lab.deliver(closed)
  await lab.close()
  expect(result).toMatchObject({ conclusion: 'success', run: { event: { sha, actor: 'grace' } } })
  expect(result?.jobs[0]?.log).toContain('at refs/heads/main')
})

test('a person starts a workflow by the API, and is told its run when they ask [docs: rest/actions/workflows]', async () => {
  const lab = await startRunning({ deploy: DEPLOY })
  const octokit = octokitOfPerson(lab.github, 'grace')
  const { data } = await octokit.request(
    'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    {
      ...PLACE,
      workflow_id: 'deploy.yml',
      ref: 'main',
      inputs: { tag: 'v2' },
      return_run_details: true
    }
  )
  const shown = await octokit.rest.actions.getWorkflowRun({
    ...PLACE,
    run_id: (data as unknown as { workflow_run_id: number }).workflow_run_id
  })
  await lab.close()
  expect(shown.data).toMatchObject({ event: 'workflow_dispatch', actor: { login: 'grace' } })
})
