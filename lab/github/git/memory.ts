import type { Git } from './git.ts'

const known = new WeakMap<Git, Map<string, Promise<unknown>>>()

/** Asks git once for what never changes: commits and the differences between them, named by their full ids. */
export function remembered<T>(git: Git, question: readonly string[], ask: () => Promise<T>): Promise<T> {
  const answers = known.get(git) ?? new Map<string, Promise<unknown>>()
  known.set(git, answers)
  const key = question.join(' ')
  const answer = answers.get(key) ?? ask()
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  return answer as Promise<T>
}
