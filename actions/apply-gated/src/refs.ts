import type { BranchPolicy } from '../../../lib/github/environments.ts'

/** The branch a ref names; undefined for tags and pull requests. */
export const branchOf = (ref: string): string | undefined => after(ref, 'refs/heads/')

/** The first policy whose pattern names the ref, as GitHub matches it; undefined when none does. */
export function findPolicy(policies: readonly BranchPolicy[], ref: string): BranchPolicy | undefined {
  return policies.find(({ type, name }) => {
    const target = type === 'tag' ? after(ref, 'refs/tags/') : (branchOf(ref) ?? notTag(ref))
    return target !== undefined && patternToRegExp(name).test(target)
  })
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
