/** Who holds a state's lock, as Terraform tells it; unknown parts are ''. */
export type LockInfo = Readonly<{ id: string; who: string; operation: string; created: string; path: string }>

/** The lock's holder out of Terraform's error text; undefined when the text tells of no lock held by somebody. */
export function parseLockInfo(text: string): LockInfo | undefined {
  const at = text.indexOf('Lock Info:')
  if (at === -1) return undefined
  const part = (name: string): string =>
    new RegExp(`^[ \\t│]*${name}:[ \\t]*(.*)$`, 'm').exec(text.slice(at))?.[1]?.trim() ?? ''
  const id = part('ID')
  if (id === '') return undefined
  const [who, operation, created, path] = [part('Who'), part('Operation'), part('Created'), part('Path')]
  return { id, who, operation: operation.replace(/^OperationType/, '').toLowerCase(), created, path }
}

/** Names the holder, and what to type when it is gone and left its lock behind; for logs, comments and errors. */
export function describeLock(lock: LockInfo): string {
  const what = /^[aeiou]/.test(lock.operation) ? `an ${lock.operation}` : `a ${lock.operation || 'command'}`
  const holder = `The state is locked by ${what} of ${lock.who || 'somebody'} since ${lock.created || 'an unknown time'} (lock ${lock.id}).`
  // The id stands in the bucket: what is no word must not get into a command that people copy.
  if (!/^[\w-]+$/.test(lock.id)) return holder
  return `${holder} If that process is gone, give the lock back in the stack's folder: terraform force-unlock ${lock.id}.`
}
