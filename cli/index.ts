/** The command line behind terraform/stacks/caliber/scripts: the same actions as the workflows, from a laptop. */
import { realpathSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { UserError } from '../lib/errors.ts'
import { exec } from '../lib/process.ts'
import { questioner } from './question.ts'
import { run } from './run.ts'
import { openTerminal } from './terminal.ts'

const { env, stdin, stdout, stderr } = process
const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => interrupt.abort(new UserError(`Interrupted (${signal}).`)))

const ask = questioner({ input: stdin, output: stdout, signal: interrupt.signal })
process.exitCode = await run(process.argv.slice(2), {
  env,
  cwd: process.cwd(),
  // dist/cli/index.js of the checkout.
  root: join(dirname(realpathSync(process.argv[1] ?? '')), '../..'),
  exec,
  terminal: openTerminal({
    out: (line) => void stdout.write(`${line}\n`),
    err: (line) => void stderr.write(`${line}\n`),
    colours: stdout.isTTY && (env['NO_COLOR'] ?? '') === ''
  }),
  ...(ask === undefined ? {} : { ask }),
  who: { user: env['USER'] || nameOfUser(), host: hostname() },
  signal: interrupt.signal,
  now: Date.now
})

function nameOfUser(): string {
  try {
    return userInfo().username
  } catch {
    return 'somebody'
  }
}
