import type { Log } from '../lib/log.ts'
import { parseCommand, type WorkflowCommand } from './workflow-command.ts'

/** Where lines go, and whether they may have colours. */
export type Screen = Readonly<{
  out: (line: string) => void
  err: (line: string) => void
  colours: boolean
}>

/** What a person sees. No line shows a value that a program asked to mask. */
export type Terminal = Readonly<{
  say: (text: string) => void
  complain: (text: string) => void
  /** A line of a program that speaks to GitHub's runner: its commands become plain text. */
  hear: (line: string) => void
  /** The library's words, in the same way. */
  log: Log
  paint: Paint
}>

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'
export type Paint = (style: Style, text: string) => string

const CODES: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 }

type State = { indent: string; stopped: string; readonly masks: Set<string> }

/** A terminal, or the file that its words go into. */
export function openTerminal(screen: Screen): Terminal {
  const state: State = { indent: '', stopped: '', masks: new Set() }
  const paint: Paint = (style, text) =>
    screen.colours && text !== '' ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text
  const write =
    (line: (text: string) => void) =>
    (text: string): void => {
      for (const one of hide(text, state.masks).split('\n')) line(one === '' ? '' : state.indent + one)
    }
  const say = write(screen.out)
  const complain = write(screen.err)
  const hear = (line: string): void => {
    const command = parseCommand(line)
    // Between `::stop-commands::token` and `::token::` every line is text.
    const ends = state.stopped !== '' && command?.name === state.stopped
    if (ends) state.stopped = ''
    else if (command === undefined || state.stopped !== '') say(line)
    else obey(command, { state, say, complain, paint })
  }
  return { say, complain, hear, log: logOf({ say, complain, hear, paint }), paint }
}

type Voice = Readonly<{ say: (text: string) => void; complain: (text: string) => void; paint: Paint }>

function obey({ name, properties, data }: WorkflowCommand, voice: Voice & Readonly<{ state: State }>): void {
  const { state, say, complain, paint } = voice
  switch (name) {
    case 'group':
      say(paint('bold', data))
      state.indent = '  '
      break
    case 'endgroup':
      state.indent = ''
      break
    case 'add-mask':
      if (data !== '') state.masks.add(data)
      break
    case 'stop-commands':
      state.stopped = data
      break
    case 'error':
      complain(`${paint('red', 'Error:')} ${data}${placeOf(properties)}`)
      break
    case 'warning':
      complain(`${paint('yellow', 'Warning:')} ${data}${placeOf(properties)}`)
      break
    case 'notice':
      say(`${paint('cyan', 'Note:')} ${data}${placeOf(properties)}`)
      break
    // Debug lines, outputs of old and what else is meant for the runner alone.
  }
}

function placeOf({ file, line }: Readonly<Record<string, string>>): string {
  if (file === undefined) return ''
  return ` (${file}${line === undefined ? '' : ` line ${line}`})`
}

/** The longest first, so that no part of one is left. */
function hide(text: string, masks: ReadonlySet<string>): string {
  const longest = [...masks].toSorted((one, other) => other.length - one.length)
  return longest.reduce((rest, mask) => rest.replaceAll(mask, '***'), text)
}

function logOf({ say, complain, hear, paint }: Voice & Pick<Terminal, 'hear'>): Log {
  return {
    // The library switches commands off around foreign words, which are then text.
    info: hear,
    debug: () => undefined,
    warning: (line) => complain(`${paint('yellow', 'Warning:')} ${line}`),
    error: (line) => complain(`${paint('red', 'Error:')} ${line}`),
    group: async (title, work) => {
      say(paint('bold', title))
      return work()
    }
  }
}
