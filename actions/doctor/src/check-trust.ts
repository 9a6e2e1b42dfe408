import { compareExpected, quoted, type Tell, type TrustCase } from './compare-statement.ts'
import { AUDIENCE, prefixesOf } from './expected-trust.ts'
import type { Finding } from './finding.ts'
import { type Condition, hasWildcard, isLike, type TrustStatement, valuesOf } from './trust-policy.ts'

/** Where the policy differs from what the bootstrap stack would write for the repository. */
export function compareTrust(trust: TrustCase): readonly Finding[] {
  const tell: Tell = (check, verdict, says) => ({
    check,
    area: 'roles',
    about: trust.role,
    verdict,
    says,
    fix: trust.fix
  })
  const own = trust.statements.filter((statement) => isOwn(statement, trust))
  return [
    ...trust.statements.flatMap((statement) => findOthers(statement, trust, tell)),
    ...own.flatMap((statement) => findLoose(statement, tell)),
    ...trust.expected.flatMap((expected) => compareExpected(expected, own, { trust, tell })),
    ...own.flatMap((statement) => findSurplus(statement, trust, tell))
  ]
}

/** Whether the statement is about the repository: by its id, by a subject, or by a pattern that takes its subjects in. */
function isOwn(statement: TrustStatement, { observed }: TrustCase): boolean {
  const { current, other } = prefixesOf(observed)
  return (
    valuesOf(statement, 'repository_id').includes(observed.repository.id) ||
    valuesOf(statement, 'sub').some((sub) =>
      [current, other].some((prefix) => sub.startsWith(`${prefix}:`) || isPatternOf(sub, prefix))
    )
  )
}

const CONTEXTS = ['ref:refs/heads/main', 'pull_request', 'environment:any']

const isPatternOf = (sub: string, prefix: string): boolean =>
  hasWildcard(sub) && CONTEXTS.some((context) => isLike(`${prefix}:${context}`, sub))

function findOthers(statement: TrustStatement, { provider }: TrustCase, tell: Tell): readonly Finding[] {
  const strangers = [...statement.others, ...statement.federated.filter((arn) => arn !== provider)]
  const findings = strangers.map((who) =>
    who === '*'
      ? tell('trust-principal', 'unsafe', "a statement lets in '*': everybody")
      : tell('trust-principal', 'advice', `'${who}' may take the role too`)
  )
  const isOpen = statement.federated.includes(provider) && valuesOf(statement, 'sub').length === 0
  return isOpen
    ? [...findings, tell('trust-subject', 'unsafe', `a statement asks for no 'sub': ${whoGetsIn(statement)}`)]
    : findings
}

/** Without a subject, an id that is compared exactly is all that holds anybody back. */
function whoGetsIn({ conditions }: TrustStatement): string {
  const ids = conditions
    .filter(({ operator, key }) => operator === 'StringEquals' && key === 'repository_id')
    .flatMap(({ values }) => values)
  if (ids.length === 0) return 'any repository gets in'
  const whose = ids.length === 1 ? 'the repository with the id' : 'the repositories with the ids'
  return `any job of ${whose} ${quoted(ids)} gets in that meets its other conditions`
}

/** Operators and values that mean more than they say. */
function findLoose({ conditions }: TrustStatement, tell: Tell): readonly Finding[] {
  return conditions.flatMap((condition): readonly Finding[] => {
    const { operator, key, values } = condition
    if (operator.startsWith('ForAllValues:'))
      return [
        tell(
          'trust-for-all-values',
          'unsafe',
          `'${key}' is compared by ${operator}, which is true of a token without the claim`
        )
      ]
    if (operator === 'StringEquals') return []
    const patterns = values.filter(hasWildcard)
    if (isLikeOperator(condition) && patterns.length > 0)
      return [
        tell(
          'trust-wildcard',
          'unsafe',
          `'${key}' takes ${quoted(patterns)}: a wildcard lets in jobs that nobody named`
        )
      ]
    return [
      tell(
        'trust-operator',
        isLikeOperator(condition) ? 'advice' : 'unsafe',
        `'${key}' is compared by ${operator} in place of StringEquals`
      )
    ]
  })
}

const isLikeOperator = ({ operator }: Condition): boolean => operator === 'StringLike'

/** Subjects of this repository that no expected statement has. */
function findSurplus(
  statement: TrustStatement,
  { expected, observed }: TrustCase,
  tell: Tell
): readonly Finding[] {
  const known = new Set(expected.flatMap(({ current, other }) => [...current, ...other]))
  const { current, other } = prefixesOf(observed)
  const surplus = valuesOf(statement, 'sub').filter(
    (sub) =>
      !known.has(sub) && !hasWildcard(sub) && [current, other].some((prefix) => sub.startsWith(`${prefix}:`))
  )
  return surplus.map((sub) =>
    sub.includes(':environment:')
      ? tell('trust-surplus', 'advice', `'sub' also takes '${sub}', an environment that was not named here`)
      : tell('trust-surplus', 'unsafe', `'sub' also takes '${sub}'`)
  )
}

/** Whether the provider takes tokens for AWS. */
export const takesAudience = (audiences: readonly string[]): boolean => audiences.includes(AUDIENCE)
