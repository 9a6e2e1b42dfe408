// Requests of stand-ins, by Node's own client. An import of node:http touches all of its exports and so loads undici, as fetch
// does: that takes longer than all the rest of such a step.

/** Sends a request and resolves with the whole answer, whatever its status; rejects when there is none. */
export function send(url, { method = 'GET', headers = {}, body } = {}) {
  const { request } = process.getBuiltinModule(new URL(url).protocol === 'http:' ? 'node:http' : 'node:https')
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers }, (incoming) => {
      const chunks = []
      const { statusCode: status } = incoming
      incoming
        .on('data', (chunk) => chunks.push(chunk))
        .on('error', reject)
        .on('end', () => resolve({ ok: status < 300, status, text: Buffer.concat(chunks).toString() }))
    })
    outgoing.on('error', reject).end(body)
  })
}
