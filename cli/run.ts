import { describeError } from '../lib/errors.ts'
import { COMMANDS } from './commands/all.ts'
import { Ended, EXIT, Refusal } from './failure.ts'
import type { Ports } from './ports.ts'
import { readArguments } from './program.ts'

/** Runs what was typed, says how it ended, and resolves with the exit code. */
export async function run([name = '', ...args]: readonly string[], ports: Ports): Promise<number> {
  const { terminal, signal } = ports
  try {
    const command = COMMANDS.find(({ script }) => script === `${name}.sh`)
    if (command === undefined) throw new Refusal(describeUnknown(name))
    const read = readArguments(command, args)
    if ('help' in read) terminal.say(read.help)
    else await command.run(read.asked, ports)
    return EXIT.done
  } catch (error) {
    if (signal.aborted) {
      terminal.complain('Interrupted.')
      return EXIT.interrupted
    }
    if (error instanceof Ended) return error.code
    terminal.complain(`${terminal.paint('red', 'Error:')} ${describeError(error)}`)
    return error instanceof Refusal ? EXIT.refused : EXIT.failed
  }
}

function describeUnknown(name: string): string {
  const names = COMMANDS.map(({ script }) => script).join(', ')
  return `${name === '' ? 'Nothing is named to run' : `There is no ${name}.sh`}. There are ${names}; each explains itself with --help.`
}
