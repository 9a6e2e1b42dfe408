import type { Inputs } from './inputs.ts'
import type { Call, Observed, RoleSeen } from './observed.ts'
import { filesOf, isForDeployments } from './roles.ts'

/** A statement that a role's trust policy should have for the repository. */
export type Expected = Readonly<{
  /** Which jobs it lets in, in words. */
  jobs: string
  /** Subjects in the form that the repository's tokens have, and in the other. */
  current: readonly string[]
  other: readonly string[]
  /** Claims besides `sub` and `job_workflow_ref`, and the only values they may have. */
  claims: Readonly<Record<string, readonly string[]>>
  /** Values of job_workflow_ref that are needed; undefined where the claim is not asked for. */
  workflowRefs?: readonly string[]
}>

export const AUDIENCE = 'sts.amazonaws.com'
const MAIN = 'refs/heads/main'

/** How subjects of the repository begin: now, and in the other form. */
export function prefixesOf({ repository, subject }: Observed): Readonly<{ current: string; other: string }> {
  const { owner, ownerId, name, id } = repository
  const classic = `repo:${owner}/${name}`
  const immutable = `repo:${owner}@${ownerId}/${name}@${id}`
  const isImmutable = subject.kind === 'seen' && subject.value?.immutable === true
  return isImmutable ? { current: immutable, other: classic } : { current: classic, other: immutable }
}

/** What the bootstrap stack would write for the repository into the role's trust policy. */
export function expectedTrust(role: RoleSeen, inputs: Inputs, observed: Observed): readonly Expected[] {
  const { current, other } = prefixesOf(observed)
  const statement = (jobs: string, contexts: readonly string[]): Expected => ({
    jobs,
    current: contexts.map((context) => `${current}:${context}`),
    other: contexts.map((context) => `${other}:${context}`),
    claims: { aud: [AUDIENCE], repository_id: [observed.repository.id] }
  })
  const pinned = (expected: Expected): Expected => ({
    ...expected,
    claims: { ...expected.claims, ref: [MAIN] },
    workflowRefs: workflowRefs(role, inputs, observed)
  })
  if (!inputs.roles.includes(role.kind)) return []
  if (role.kind === 'plan') {
    return [statement('pull requests', ['pull_request']), pinned(statement('plans of main', [`ref:${MAIN}`]))]
  }
  if (role.operator !== undefined && role.operator.environment === undefined)
    return [pinned(statement('jobs of main', [`ref:${MAIN}`]))]
  return environmentsOf(role, inputs).length === 0
    ? []
    : [withEnvironments(pinned, statement, environmentsOf(role, inputs))]
}

function withEnvironments(
  pinned: (expected: Expected) => Expected,
  statement: (jobs: string, contexts: readonly string[]) => Expected,
  names: readonly string[]
): Expected {
  const expected = pinned(
    statement(
      `jobs of environment ${names.join(' and ')}`,
      names.map((name) => `environment:${name}`)
    )
  )
  return { ...expected, claims: { ...expected.claims, environment: names } }
}

/** Of the environments that were named, apply takes those with a review, deploy and seed their tenant's two. */
function environmentsOf({ kind, tenant, operator }: RoleSeen, { environments }: Inputs): readonly string[] {
  if (operator !== undefined) return environments.filter((name) => name === operator.environment)
  if (kind === 'apply') return environments.filter((name) => !isForDeployments(name))
  const environment = tenant?.environment ?? ''
  return [environment, `${environment}-deploy`].filter((name) => environments.includes(name))
}

function workflowRefs(role: RoleSeen, inputs: Inputs, observed: Observed): readonly string[] {
  const { suite, suiteCommits } = inputs
  const { called: files, started } = filesOf(role, inputs)
  const calls = observed.calls.kind === 'seen' ? observed.calls.value : []
  const called = calls
    .filter(({ workflow }) => files.includes(workflow))
    .map((call) => ({ file: call.workflow, pin: pinOf(call, observed) }))
    .filter(({ pin }) => pin !== undefined)
  const given = suiteCommits.flatMap((pin) => files.map((file) => ({ file, pin })))
  // Nobody calls what a person or a schedule starts, in the suite's own repository.
  const own = isSuite(suite, observed) ? started.map((file) => ({ file, pin: MAIN })) : []
  return [
    ...new Set(
      [...called, ...given, ...own].map(({ file, pin }) => `${suite}/.github/workflows/${file}@${pin}`)
    )
  ]
}

/** Whether the repository is the suite's own. */
export const isSuite = (suite: string, { repository: { owner, name } }: Observed): boolean =>
  suite.toLowerCase() === `${owner}/${name}`.toLowerCase()

/** The end of job_workflow_ref for a call: the commit, or the branch where the suite calls itself. */
export function pinOf({ ref }: Call, { repository }: Observed): string | undefined {
  if (ref === '') return repository.defaultBranch === 'main' ? MAIN : `refs/heads/${repository.defaultBranch}`
  return /^[0-9a-f]{40}$/.test(ref) ? ref : undefined
}
