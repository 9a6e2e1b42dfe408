import { UserError } from '../../../lib/errors.ts'

type Numbers = readonly number[]
type Clause = Readonly<{ operator: string; numbers: Numbers }>

const CLAUSE = /^(=|!=|>=|<=|~>|>|<)?\s*v?(\d{1,9}(?:\.\d{1,9}){0,2})$/

/** Whether `version` satisfies a constraint in Terraform's grammar, such as `>= 1.5, < 2.0` or `~> 1.13.0`. */
export function satisfies(version: string, constraint: string): boolean {
  const numbers = coreOf(version)
  return parseConstraint(constraint).every((clause) => holds(numbers, clause))
}

/** -1, 0 or 1 as `left` is older than, as old as, or newer than `right`; prereleases count as their release. */
export function compareVersions(left: string, right: string): number {
  return compare(coreOf(left), coreOf(right))
}

function parseConstraint(constraint: string): readonly Clause[] {
  return constraint.split(',').map((text) => {
    const [, operator = '=', version = ''] = CLAUSE.exec(text.trim()) ?? []
    if (version !== '') return { operator, numbers: version.split('.').map(Number) }
    throw new UserError(
      `'${constraint}' is no version constraint of Terraform's: '${text.trim()}' cannot be read. Write it as '>= 1.11.4, < 2.0.0' (prereleases cannot be named).`
    )
  })
}

/** The three numbers of a version. Terraform, too, matches its own prereleases by these alone. */
function coreOf(version: string): Numbers {
  const [, core] = /^v?(\d{1,9}\.\d{1,9}\.\d{1,9})(?:[-+].*)?$/.exec(version) ?? []
  if (core === undefined) throw new UserError(`'${version}' is no version of Terraform. Write it as 1.13.1.`)
  return core.split('.').map(Number)
}

function compare(left: Numbers, right: Numbers): number {
  const at = [0, 1, 2].find((index) => (left[index] ?? 0) !== (right[index] ?? 0))
  return at === undefined ? 0 : Math.sign((left[at] ?? 0) - (right[at] ?? 0))
}

const HOLDS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0
}

/** `~>` lets only the last number that is written grow: ~> 1.13 is any 1.x from 1.13 on. */
function holds(version: Numbers, { operator, numbers }: Clause): boolean {
  const order = compare(version, numbers)
  if (operator !== '~>') return HOLDS[operator]?.(order) ?? false
  return order >= 0 && numbers.slice(0, -1).every((number, index) => number === version[index])
}
