import type { ECSClient } from '@aws-sdk/client-ecs'

type Command = Parameters<ECSClient['send']>[0]
type Options = Readonly<{ abortSignal?: AbortSignal }>
type Http = { body?: unknown }

/**
 * Sends a command of the SDK with this very JSON as its body and returns the answer's JSON. The SDK's own serializer drops
 * every field that is newer than itself; signing, retries and errors stay the SDK's.
 */
export async function sendRaw(
  client: ECSClient,
  command: Command,
  request: Readonly<{ body: unknown; options: Options }>
): Promise<unknown> {
  let answer: unknown
  command.middlewareStack.add(
    (next) => async (args) => {
      const http = (args as { request?: Http }).request
      if (http !== undefined) http.body = JSON.stringify(request.body)
      return next(args)
    },
    { step: 'serialize', priority: 'low', name: 'rawRequest' }
  )
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const response = result.response as { statusCode?: number; body?: unknown }
      if ((response.statusCode ?? 500) >= 300) return result
      const text = await readText(response.body)
      answer = JSON.parse(text)
      response.body = Buffer.from(text)
      return result
    },
    { step: 'deserialize', priority: 'low', name: 'rawResponse' }
  )
  await client.send(command, request.options)
  return answer
}

async function readText(body: unknown): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
