import { Command as Parser, CommanderError, Option } from 'commander'
import type { Asked, Command } from './command.ts'
import { Refusal } from './failure.ts'
import { checkFlags, FLAGS, type Typed } from './flags.ts'

const EXITS = `
Exit codes:
  0    done, or nothing to do
  1    failed, or you said no
  2    refused before anything was done: typed wrong, or something is missing
  130  interrupted`

/** What was typed: what to run, or a text to show. */
export type Read = Readonly<{ asked: Asked } | { help: string }>

/** Reads a command's flags; a fault is a Refusal that names the flag and what to write. */
export function readArguments(command: Command, args: readonly string[]): Read {
  const shown: string[] = []
  const parser = parserOf(command).configureOutput({
    writeOut: (text) => void shown.push(text),
    writeErr: () => undefined
  })
  try {
    parser.parse([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { help: shown.join('').trimEnd() }
    throw new Refusal(describe(error, command), { cause: error })
  }
  const values = parser.opts<Readonly<Record<string, unknown>>>()
  const typed = typedOf(parser, values)
  checkFlags(typed, command.required)
  return { asked: { typed, switches: values } }
}

function parserOf({ script, about, required, optional, switches, examples }: Command): Parser {
  const parser = new Parser(script)
    .description(about)
    .usage('[options]')
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption('--help', 'shows this')
    .addHelpText('after', `\nExample:\n${examples.map((one) => `  ${one}`).join('\n')}\n${EXITS}`)
  for (const name of [...required, ...optional]) {
    const { flags, about: words } = FLAGS[name]
    parser.addOption(new Option(flags, required.includes(name) ? `${words} (needed)` : words))
  }
  for (const { flags, about: words } of switches) parser.addOption(new Option(flags, words))
  return parser
}

function typedOf(parser: Parser, values: Readonly<Record<string, unknown>>): Typed {
  const found = parser.options.flatMap((option) => {
    const name = (option.long ?? '').slice(2)
    const value = values[option.attributeName()]
    return name in FLAGS && typeof value === 'string' ? [[name, value] as const] : []
  })
  return Object.fromEntries(found)
}

/** Commander's own words, as a sentence with a way out. */
function describe(error: CommanderError, { script }: Command): string {
  const words = error.message.replace(/^error: /, '').replaceAll('\n', ' ')
  const sentence = words.charAt(0).toUpperCase() + words.slice(1)
  return `${sentence}${/[.?)]$/.test(sentence) ? '' : '.'} ${script} --help shows what there is.`
}
