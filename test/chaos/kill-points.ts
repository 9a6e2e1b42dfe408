/** Every moment at which a step is killed: the operations of a good run, before and after each one that changes anything. */
import type { Moment } from './gateway.ts'

const asked = (operation: string, nth = 1): Moment => ({ operation, nth, at: 'asked' })
const answered = (operation: string, nth = 1): Moment => ({ operation, nth, at: 'answered' })

export const nameOfMoment = ({ operation, nth = 1, at }: Moment): string =>
  `${operation}${nth === 1 ? '' : ` (${nth})`}, ${at}`

/** Nobody who dies here leaves anything. The tokens that Terraform's provider of state asks for, lists and heads change nothing. */
const UNTOUCHED = [
  ...['terraform version', 'terraform init', 'terraform validate', 'terraform plan'].map((one) => asked(one)),
  asked('POST /'),
  asked('GET bucket list'),
  asked('PUT lock')
]

/** What a plan meets, in courses: the deaths that leave nothing one after the other, and each of the rest by itself. */
export const PLAN_COURSES: readonly (readonly Moment[])[] = [
  UNTOUCHED,
  [answered('PUT lock')],
  [asked('HEAD state', 2)],
  [asked('GET lock')],
  [asked('DELETE lock')],
  [answered('DELETE lock'), asked('terraform show'), asked('POST artifact CreateArtifact')],
  [answered('POST artifact CreateArtifact')],
  [asked('PUT blob')],
  [answered('PUT blob')],
  [answered('PUT blob', 2)],
  [asked('POST artifact FinalizeArtifact')],
  [answered('POST artifact FinalizeArtifact')],
  [asked('POST artifact CreateArtifact', 2)],
  [answered('POST artifact CreateArtifact', 2)],
  [asked('POST artifact FinalizeArtifact', 2)],
  [answered('POST artifact FinalizeArtifact', 2)],
  [asked('POST /check-runs')],
  [answered('POST /check-runs')],
  // Of these each leaves what the one before has left: its artifacts and the record.
  [
    asked('GET /actions/runs/*/artifacts'),
    asked('GET /actions/artifacts/*/zip'),
    asked('GET blob'),
    asked('GET /issues/*/comments'),
    asked('POST /issues/*/comments')
  ],
  [answered('POST /issues/*/comments')],
  [asked('GET /issues/*/comments', 4)]
]

/** What a plan meets besides when the pull request has a comment of an earlier one. */
export const UPDATE: readonly Moment[] = [
  asked('PATCH /issues/comments/*'),
  answered('PATCH /issues/comments/*')
]

/** What a plan meets besides when another job comments while it does: it takes its own comment back. */
export const DOUBLED: readonly Moment[] = [
  asked('DELETE /issues/comments/*'),
  answered('DELETE /issues/comments/*'),
  asked('PATCH /issues/comments/*')
]

/** What an apply meets, in courses as a plan's: until it has changed something one after the other, and then each by itself. */
export const APPLY_COURSES: readonly (readonly Moment[])[] = [
  [
    asked('GET /actions/artifacts/*'),
    asked('GET /actions/artifacts/*/zip'),
    asked('GET blob'),
    asked('GET /commits/*/pulls'),
    asked('GET /environments/prod'),
    asked('GET /environments/prod/deployment-branch-policies'),
    asked('GET /actions/runs/*/approvals'),
    asked('GET /commits/*'),
    ...['terraform version', 'terraform init', 'terraform show', 'terraform apply'].map((one) => asked(one)),
    asked('POST /'),
    asked('GET bucket list'),
    asked('PUT lock')
  ],
  [answered('PUT lock')],
  [asked('HEAD state', 2)],
  [asked('mid-apply')],
  [asked('PUT state')],
  [answered('PUT state')],
  [asked('GET lock')],
  [asked('DELETE lock')],
  [answered('DELETE lock')],
  [asked('terraform output')],
  [asked('GET state')],
  [asked('GET /issues/*/comments')],
  [asked('PATCH /issues/comments/*')],
  [answered('PATCH /issues/comments/*')]
]

/** What an apply does besides when the state has moved since its plan: it plans again, and applies that. */
export const RENEWED_COURSES: readonly (readonly Moment[])[] = [
  [asked('terraform plan'), asked('PUT lock', 2)],
  [answered('PUT lock', 2)],
  [asked('DELETE lock', 2)],
  [answered('DELETE lock', 2), asked('terraform apply', 2)],
  [asked('PUT state')]
]

/** An apply that somebody starts by hand: before its gate has looked, before and after it applies, before and after it tells. */
export const DISPATCHED_COURSES: readonly (readonly Moment[])[] = [
  [asked('GET /commits/*/pulls'), asked('terraform apply')],
  [answered('PUT state')],
  [asked('PATCH /issues/comments/*')],
  [answered('PATCH /issues/comments/*')]
]

/** Where Terraform alone dies, under an action that lives on. */
export const TERRAFORM_COURSES: readonly (readonly Moment[])[] = [
  [asked('PUT lock'), asked('mid-apply')],
  [asked('PUT state')],
  [asked('DELETE lock')]
]

/** What a journal has more often than another, as often as it has it more. */
export function beyond(journal: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other]
  return journal.filter((one) => {
    const index = left.indexOf(one)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

/** Operations of a journal that no moment names. */
export const unnamedIn = (journal: readonly string[], moments: readonly Moment[]): readonly string[] =>
  [...new Set(journal)].filter((one) => !moments.some(({ operation }) => operation === one))

/** Operations of a journal that change something, and are struck on one side only or not at all. */
export const halfNamedIn = (journal: readonly string[], moments: readonly Moment[]): readonly string[] =>
  [...new Set(journal)]
    .filter((one) => /^(?:PUT|PATCH|DELETE|POST (?!\/$))/.test(one))
    .filter((one) => {
      const sides = new Set(moments.filter(({ operation }) => operation === one).map(({ at }) => at))
      return sides.size < 2
    })
