import type { BranchRule, Environment } from '../../../lib/github/environments.ts'
import { branchOf, findPolicy } from './refs.ts'

/** The rule that admits the ref, in words; undefined when none does. */
export function nameBranchRule(
  { branchRule }: Environment,
  ref: string,
  isBranchProtected: boolean
): string | undefined {
  switch (branchRule.kind) {
    case 'any':
      return 'any branch'
    case 'protected-branches':
      return isBranchProtected ? `protected branches (${branchOf(ref) ?? ref})` : undefined
    case 'policies': {
      const policy = findPolicy(branchRule.policies, ref)
      return policy && `${policy.type} ${policy.name}`
    }
  }
}

/** The whole rule in words, whether or not it admits this ref. */
export function describeBranchRule(rule: BranchRule): string {
  switch (rule.kind) {
    case 'any':
      return 'any branch'
    case 'protected-branches':
      return 'protected branches'
    case 'policies':
      return rule.policies.map(({ type, name }) => `${type} ${name}`).join(', ')
  }
}
