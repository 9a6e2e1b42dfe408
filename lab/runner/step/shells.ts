/** How a `run` script is started, as GitHub starts it. */
import { WorkflowFault } from '../fault.ts'

/** How a script is started: `extension` of its file, `shown` in the log. */
export type Invocation = Readonly<{
  command: string
  args: readonly string[]
  extension: string
  shown: string
}>

const SHELLS: Readonly<Record<string, readonly [template: string, extension: string]>> = {
  bash: ['bash --noprofile --norc -eo pipefail {0}', '.sh'],
  sh: ['sh -e {0}', '.sh'],
  python: ['python3 {0}', '.py']
}
/** Without `shell`, bash runs with -e alone: a failing command inside a pipe goes unnoticed. */
const DEFAULT = ['bash -e {0}', '.sh'] as const

/** The command line for a script file; a custom shell is a template that holds `{0}`. */
export function invocationOf(shell: string | undefined, file: (extension: string) => string): Invocation {
  const [template, extension] = shell === undefined ? DEFAULT : (SHELLS[shell] ?? custom(shell))
  const [command = '', ...args] = words(template).map((word) => word.replaceAll('{0}', file(extension)))
  return { command, args, extension, shown: template }
}

function custom(shell: string): readonly [string, string] {
  if (!shell.includes('{0}')) {
    throw new WorkflowFault(
      `Invalid shell option. Shell must be a valid built-in (${Object.keys(SHELLS).join(', ')}) or a format string containing '{0}'. Actual '${shell}'`
    )
  }
  return [shell, '']
}

const words = (template: string): string[] =>
  (template.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'))
