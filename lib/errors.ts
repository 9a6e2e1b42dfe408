/** A fault the reader of the log can mend in their own repository: its sentence is the whole message. */
export class UserError extends Error {
  override name = 'UserError'
}

/** One sentence for a person: a UserError's own words, otherwise the chain of causes with the AWS request id. */
export function describeError(error: unknown): string {
  if (error instanceof UserError) return error.message
  return chain(error)
    .map((link) => describeLink(link))
    .join(' ← ')
}

function chain(error: unknown): unknown[] {
  const links = [error]
  let next = error instanceof Error ? error.cause : undefined
  while (next !== undefined && links.length < 10) {
    links.push(next)
    next = next instanceof Error ? next.cause : undefined
  }
  return links
}

function describeLink(link: unknown): string {
  if (!(link instanceof Error)) return String(link)
  const id = (link as { $metadata?: { requestId?: string } }).$metadata?.requestId
  const name = link.name === 'Error' ? '' : `${link.name}: `
  return `${name}${link.message}${id === undefined ? '' : ` (AWS request ${id})`}`
}
