type Http = { body?: unknown; statusCode?: number }
type Args = Readonly<{ request?: Http }>
type Next = (args: Args) => Promise<Readonly<{ response: Http }>>
type Command = Readonly<{ middlewareStack: object }>
/** As much of a command's middleware stack as is needed here; the SDK's own type knows the command's fields too. */
type Stack = Readonly<{ add: (middleware: (next: Next) => Next, place: object) => void }>

/**
 * Sends a command of the SDK with this very JSON as its body and returns the answer's JSON. The SDK's own serializer drops
 * every field that is newer than itself; signing, retries and errors stay the SDK's.
 */
export async function sendRaw<C extends Command>(
  command: C,
  body: unknown,
  send: (command: C) => Promise<unknown>
): Promise<unknown> {
  let answer: unknown
  const replaceRequest = (next: Next): Next => {
    return async (args) => {
      if (args.request !== undefined) args.request.body = JSON.stringify(body)
      return next(args)
    }
  }
  const keepAnswer = (next: Next): Next => {
    return async (args) => {
      const result = await next(args)
      if ((result.response.statusCode ?? 500) >= 300) return result
      const text = await readText(result.response.body)
      answer = JSON.parse(text)
      result.response.body = Buffer.from(text)
      return result
    }
  }
  add(command, replaceRequest, 'serialize')
  add(command, keepAnswer, 'deserialize')
  await send(command)
  return answer
}

/** Low priority is nearest to the wire. */
function add(
  { middlewareStack }: Command,
  middleware: (next: Next) => Next,
  step: 'serialize' | 'deserialize'
): void {
  const stack = middlewareStack as Stack
  stack.add(middleware, { step, priority: 'low', name: `raw-${step}` })
}

async function readText(body: unknown): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
