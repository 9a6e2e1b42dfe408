import { createInterface } from 'node:readline/promises'

type Line = Readonly<{ input: NodeJS.ReadStream; output: NodeJS.WriteStream; signal: AbortSignal }>

/** Asks at a terminal; undefined where standard input is none. */
export function questioner({
  input,
  output,
  signal
}: Line): ((question: string) => Promise<string>) | undefined {
  if (!input.isTTY) return undefined
  return async (question) => {
    // Ctrl-C at the question ends the command as it does elsewhere.
    const lines = createInterface({ input, output })
    lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    try {
      return await lines.question(question, { signal })
    } finally {
      lines.close()
    }
  }
}
