import { createHash } from 'node:crypto'
import type { Reply } from './route.ts'

/** Gives a successful answer its ETag, and leaves the body out when the client has it (RFC 9110, If-None-Match). */
export function conditional(known: string | undefined, reply: Reply): Reply {
  if (reply.status !== 200) return reply
  const digest = createHash('sha256').update(JSON.stringify(reply.body)).digest('hex')
  const headers = {
    ...reply.headers,
    etag: `W/"${digest}"`,
    'cache-control': 'private, max-age=60, s-maxage=60'
  }
  const tags = new Set((known ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, '')))
  if (!tags.has('*') && !tags.has(`"${digest}"`)) return { ...reply, headers }
  return { status: 304, headers }
}
