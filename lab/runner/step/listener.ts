/** Listens to a step's output: carries out its workflow commands, logs the rest. */
import { messageOf, WorkflowFault } from '../fault.ts'
import type { Session } from '../job/session.ts'
import type { Annotation } from '../ports.ts'
import { type Command, parseCommand } from './commands.ts'

/** Takes a process’s lines and keeps what its commands set. */
export type Listener = Readonly<{
  onLine: (line: string) => void
  outputs: Map<string, string>
  state: Map<string, string>
  /** True when a command was refused, which fails the step. */
  hasFault: () => boolean
}>

type Handler = (command: Command, to: Readonly<{ session: Session; listener: Listener }>) => void

const DEPRECATED = (name: string): string =>
  `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files. For more information see: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/`
const DISABLED = (name: string): string =>
  `The \`${name}\` command is disabled. Please upgrade to using Environment Files. For more information see: https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/`

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['add-mask', ({ data }, { session }) => addMask(session, data)],
  ['error', (command, { session }) => annotate(session, 'error', command)],
  ['warning', (command, { session }) => annotate(session, 'warning', command)],
  ['notice', (command, { session }) => annotate(session, 'notice', command)],
  ['debug', ({ data }, { session }) => (session.isDebug ? session.voice.log(`##[debug]${data}`) : undefined)],
  ['group', ({ data }, { session }) => session.voice.log(`##[group]${data}`)],
  ['endgroup', (_, { session }) => session.voice.log('##[endgroup]')],
  // Problem matchers colour a log, and this one is not coloured.
  ['add-matcher', () => undefined],
  ['remove-matcher', () => undefined],
  ['set-output', (command, { session, listener }) => keep(session, command, listener.outputs)],
  ['save-state', (command, { session, listener }) => keep(session, command, listener.state)],
  ['set-env', ({ name }) => refuse(DISABLED(name))],
  ['add-path', ({ name }) => refuse(DISABLED(name))]
])

/** A listener for one process of a step. */
export function listen(session: Session): Listener {
  const mode: Mode = { stopToken: undefined, isEchoing: session.isDebug, hasFault: false }
  const listener: Listener = {
    outputs: new Map(),
    state: new Map(),
    hasFault: () => mode.hasFault,
    onLine: (line) => {
      const command = parseCommand(line)
      if (command === undefined || !obey(command, mode, line)) session.voice.log(line)
    }
  }
  const obey = (command: Command, at: Mode, line: string): boolean => {
    if (at.stopToken !== undefined) return resume(command, at)
    try {
      return (
        changeMode(command, at) || handle(command, { session, listener }, { line, isEchoing: at.isEchoing })
      )
    } catch (error) {
      at.hasFault = true
      fail(session, `Unable to process command '${line.trim()}' successfully.`)
      fail(session, messageOf(error))
      return true
    }
  }
  return listener
}

type Mode = { stopToken: string | undefined; isEchoing: boolean; hasFault: boolean }

/** While commands are stopped only the token is one, in either form. It is logged, as on GitHub. */
function resume(command: Command, mode: Mode): boolean {
  if (command.name === mode.stopToken?.toLowerCase()) mode.stopToken = undefined
  return false
}

function changeMode({ name, data }: Command, mode: Mode): boolean {
  if (name === 'echo') {
    if (!['on', 'off'].includes(data.trim().toLowerCase()))
      refuse(`Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`)
    mode.isEchoing = data.trim().toLowerCase() === 'on'
    return true
  }
  if (name !== 'stop-commands') return false
  if (data === '' || data === 'pause-logging' || HANDLERS.has(data.toLowerCase())) {
    refuse(`Invalid stop token '${data}': it must not be empty or the name of a command.`)
  }
  mode.stopToken = data
  return true
}

/** Commands that are echoed when echoing is on; the others show themselves, or must not be shown. */
const ECHOED = new Set(['set-output', 'save-state', 'add-matcher', 'remove-matcher'])

function handle(
  command: Command,
  to: Readonly<{ session: Session; listener: Listener }>,
  echo: Readonly<{ line: string; isEchoing: boolean }>
): boolean {
  const handler = HANDLERS.get(command.name)
  if (handler === undefined) return false
  if (echo.isEchoing && ECHOED.has(command.name)) to.session.voice.log(echo.line)
  handler(command, to)
  return true
}

function addMask(session: Session, value: string): void {
  if (value.trim() === '')
    session.voice.annotate({
      level: 'warning',
      message: "Can't add secret mask for empty string in ##[add-mask] command."
    })
  session.masks.add(value)
}

function annotate(session: Session, level: Annotation['level'], { data, properties }: Command): void {
  const { title, file, line } = properties
  session.voice.log(`##[${level}]${data}`)
  session.voice.annotate({
    level,
    message: data,
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined || Number.isNaN(Number(line)) ? {} : { line: Number(line) })
  })
}

function keep(session: Session, command: Command, into: Map<string, string>): void {
  const name = command.properties['name']
  if (name === undefined) refuse(`Required field 'name' is missing in ##[${command.name}] command.`)
  else into.set(name, command.data)
  session.voice.annotate({ level: 'warning', message: DEPRECATED(command.name) })
}

function fail(session: Session, message: string): void {
  session.voice.log(`##[error]${message}`)
  session.voice.annotate({ level: 'error', message })
}

function refuse(message: string): never {
  throw new WorkflowFault(message)
}
