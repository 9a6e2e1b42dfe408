/** GitHub's filter patterns for branches, tags and paths. */

/** Whether the patterns choose a name: the last one that speaks of it decides, `!` excludes. */
export function isChosenBy(patterns: readonly string[], name: string): boolean {
  let chosen = false
  for (const pattern of patterns) {
    const isNegated = pattern.startsWith('!')
    if (expressionOf(isNegated ? pattern.slice(1) : pattern).test(name)) chosen = !isNegated
  }
  return chosen
}

const known = new Map<string, RegExp>()

function expressionOf(pattern: string): RegExp {
  const found = known.get(pattern) ?? new RegExp(`^${translate(pattern)}$`, 's')
  known.set(pattern, found)
  return found
}

/** `*` stays within a folder, `**` does not, `?` and `+` repeat the character before them, `[]` is a set. */
function translate(pattern: string): string {
  return pattern.replace(/\\.|\*\*\/|\*\*|\*|\[[^\]]+\]|[?+]|[.^$(){}|]/g, (part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    return part.startsWith('[') || part === '?' || part === '+' ? part : `\\${part.at(-1) ?? ''}`
  })
}
