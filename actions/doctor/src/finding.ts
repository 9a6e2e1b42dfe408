/**
 * `fails`: a workflow would be refused. `unsafe`: somebody would get in who should not. `unchecked`: it could not be read,
 * which is never taken for good. `advice`: works, and could be better.
 */
export type Verdict = 'fails' | 'unsafe' | 'unchecked' | 'advice' | 'good'

export type Area = 'repository' | 'environments' | 'settings' | 'roles' | 'account'

/** What to do about a finding: a sentence with the place, and the command where one does it. */
export type Fix = Readonly<{ say: string; run?: string }>

/** One thing that was looked at. All texts are plain, with names in quotation marks; rendering escapes them. */
export type Finding = Readonly<{
  /** Stable name of the check, such as `environment-reviewers`. */
  check: string
  area: Area
  /** What it is about: a repository, an environment, a role, a region. */
  about: string
  verdict: Verdict
  says: string
  fix?: Fix
}>

/** What was read, or what reading it needs. */
export type Seen<T> = Readonly<{ kind: 'seen'; value: T } | { kind: 'unseen'; needs: string }>

export const seen = <T>(value: T): Seen<T> => ({ kind: 'seen', value })
export const unseen = (needs: string): Seen<never> => ({ kind: 'unseen', needs })

type Subject = Pick<Finding, 'check' | 'area' | 'about'>

/** The finding that something could not be read. */
export const unchecked = (subject: Subject, needs: string): Finding => ({
  ...subject,
  verdict: 'unchecked',
  says: `not checked: needs ${needs}`
})

/** The findings about what was read, or the one that it was not. */
export function judge<T>(
  subject: Subject,
  what: Seen<T>,
  rule: (value: T) => readonly Finding[]
): readonly Finding[] {
  return what.kind === 'seen' ? rule(what.value) : [unchecked(subject, what.needs)]
}

const RED: ReadonlySet<Verdict> = new Set(['fails', 'unsafe'])

/** Whether any finding makes the step fail. */
export const isRed = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => RED.has(verdict))
