import type { BranchPolicy, BranchRule, Environment } from './environments.ts'

/** The branch a ref names; undefined for tags and pull requests. */
export const branchOf = (ref: string): string | undefined => after(ref, 'refs/heads/')

/** The first policy whose pattern names the ref, as GitHub matches it; undefined when none does. */
export function findPolicy(policies: readonly BranchPolicy[], ref: string): BranchPolicy | undefined {
  return policies.find(({ type, name }) => {
    const target = type === 'tag' ? after(ref, 'refs/tags/') : (branchOf(ref) ?? notTag(ref))
    return target !== undefined && patternToRegExp(name).test(target)
  })
}

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

/** Ruby's File.fnmatch with FNM_PATHNAME: `*` and `?` stay within a path segment, only `**` followed by a slash crosses them. */
function patternToRegExp(pattern: string): RegExp {
  const source = pattern.replaceAll(/\*\*\/|\*+|\?|\[[^\]/]+\]|[^*?[]+|\[/g, (token) => {
    if (token === '**/') return '(?:[^/]+/)*'
    if (token.startsWith('*')) return '[^/]*'
    if (token === '?') return '[^/]'
    if (token.length > 1 && token.startsWith('['))
      return token.replace(/^\[[!^]/, '[^').replaceAll('\\', '\\\\')
    return token.replaceAll(/[.+^${}()|[\]\\/-]/g, '\\$&')
  })
  return new RegExp(`^${source}$`)
}

/** Runs of pull requests deploy from refs/pull/12/merge, which policies name in full. */
const notTag = (ref: string): string | undefined => (ref.startsWith('refs/tags/') ? undefined : ref)

const after = (ref: string, prefix: string): string | undefined =>
  ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined
