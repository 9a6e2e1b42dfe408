/** Runs CloudFront functions: a line of JSON in, a line out, each function in a world of its own. Started by the lab alone. */
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { createContext, Script } from 'node:vm'

const MILLISECONDS = 1000
type Job = Readonly<{ code: string; event: unknown }>

/** What a function of runtime cloudfront-js-2.0 finds around it: the language, and a console that nobody reads. */
async function run({ code, event }: Job): Promise<unknown> {
  const world = createContext({ console: { log: () => {} }, event: JSON.stringify(event) })
  const script = new Script(`${code}\n;handler(JSON.parse(event))`)
  const result: unknown = await script.runInContext(world, { timeout: MILLISECONDS })
  if (typeof result !== 'object' || result === null)
    throw new Error('the function returned no request and no response')
  return result
}

const socket = new Socket({ fd: Number(process.argv[2]), readable: true, writable: true })
const end = (): void => process.exit()
socket.on('close', end).on('error', end)
createInterface({ input: socket }).on('line', (line) => {
  void run(JSON.parse(line) as Job).then(
    (result) => socket.write(`${JSON.stringify({ result })}\n`),
    (error: unknown) => socket.write(`${JSON.stringify({ error: String(error) })}\n`)
  )
})
