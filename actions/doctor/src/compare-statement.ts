import { type Expected, isSuite } from './expected-trust.ts'
import type { Finding, Fix, Verdict } from './finding.ts'
import type { Observed } from './observed.ts'
import { hasWildcard, isLike, type TrustStatement, valuesOf } from './trust-policy.ts'

/** A role's policy, what it should say for the repository, and how it is brought there. */
export type TrustCase = Readonly<{
  role: string
  statements: readonly TrustStatement[]
  expected: readonly Expected[]
  observed: Observed
  provider: string
  suite: string
  fix: Fix
}>

/** Makes a finding about the role. */
export type Tell = (check: string, verdict: Verdict, says: string) => Finding

/** Values in quotation marks, one after the other. */
export const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')

type Context = Readonly<{ trust: TrustCase; tell: Tell }>

/** What the statements about the repository lack, or have too much, of one that is expected. */
export function compareExpected(
  expected: Expected,
  own: readonly TrustStatement[],
  { trust, tell }: Context
): readonly Finding[] {
  const wanted = [...expected.current, ...expected.other]
  const found = own.filter((statement) =>
    valuesOf(statement, 'sub').some((sub) => wanted.some((one) => isLike(one, sub)))
  )
  if (found.length === 0)
    return [
      tell('trust-missing', 'fails', `no statement lets in ${expected.jobs} (${quoted(expected.current)})`)
    ]
  return [
    ...compareSubjects(expected, found, tell),
    ...found.flatMap((statement) => [
      ...compareClaims(expected, statement, tell),
      ...compareWorkflows(expected, statement, { trust, tell })
    ])
  ]
}

function compareSubjects(
  expected: Expected,
  found: readonly TrustStatement[],
  tell: Tell
): readonly Finding[] {
  const subs = found.flatMap((statement) => valuesOf(statement, 'sub'))
  const lacks = (wanted: readonly string[]): readonly string[] =>
    wanted.filter((one) => !subs.some((sub) => isLike(one, sub)))
  const [current, other] = [lacks(expected.current), lacks(expected.other)]
  return [
    ...(current.length === 0
      ? []
      : [
          tell(
            'trust-subject-form',
            'fails',
            `'sub' lacks ${quoted(current)}, which is the form of this repository's tokens`
          )
        ]),
    ...(other.length === 0
      ? []
      : [
          tell(
            'trust-other-form',
            'advice',
            `'sub' lacks the other form ${quoted(other)}, which the tokens may take on with a new name or owner`
          )
        ])
  ]
}

function compareClaims(expected: Expected, statement: TrustStatement, tell: Tell): readonly Finding[] {
  return Object.entries(expected.claims).flatMap(([claim, wanted]) => {
    const values = valuesOf(statement, claim)
    if (values.length === 0)
      return [
        tell(
          'trust-claim',
          'unsafe',
          `${expected.jobs} are let in whatever '${claim}' is: it should be ${quoted(wanted)}`
        )
      ]
    const lacking = wanted.filter((one) => !values.some((value) => isLike(one, value)))
    const surplus = values.filter((value) => !wanted.includes(value) && !hasWildcard(value))
    const isFewer = claim === 'environment' ? 'advice' : 'unsafe'
    return [
      ...(lacking.length === 0
        ? []
        : [tell('trust-value', 'fails', `'${claim}' lacks ${quoted(lacking)} for ${expected.jobs}`)]),
      ...(surplus.length === 0
        ? []
        : [tell('trust-surplus', isFewer, `'${claim}' also takes ${quoted(surplus)}`)])
    ]
  })
}

function compareWorkflows(
  { workflowRefs, jobs }: Expected,
  statement: TrustStatement,
  { trust, tell }: Context
): readonly Finding[] {
  if (workflowRefs === undefined) return []
  const values = valuesOf(statement, 'job_workflow_ref')
  if (values.length === 0)
    return [
      tell(
        'trust-workflow',
        'unsafe',
        `${jobs} of any workflow file are let in: 'job_workflow_ref' is not asked for`
      )
    ]
  const lacking = workflowRefs.filter((one) => !values.some((value) => isLike(one, value)))
  const loose = values.filter((value) => !hasWildcard(value) && !isPinned(value, trust))
  return [
    ...(lacking.length === 0
      ? []
      : [
          tell(
            'trust-commit',
            'fails',
            `'job_workflow_ref' lacks ${quoted(lacking)}, which this repository calls`
          )
        ]),
    ...(loose.length === 0
      ? []
      : [
          tell(
            'trust-unpinned',
            'unsafe',
            `'job_workflow_ref' takes ${quoted(loose)}, which is no commit of ${trust.suite}`
          )
        ])
  ]
}

/** A workflow of the suite at a commit; of the suite's own repository also at its branch. */
function isPinned(value: string, { suite, observed }: TrustCase): boolean {
  const [path = '', pin = ''] = value.split('@')
  return (
    path.startsWith(`${suite}/.github/workflows/`) &&
    (/^[0-9a-f]{40}$/.test(pin) || (isSuite(suite, observed) && pin === 'refs/heads/main'))
  )
}
