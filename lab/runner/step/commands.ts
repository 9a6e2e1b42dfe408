/** Workflow commands in a step's output: `::name key=value::data` and the older `##[name key=value]data`. */
export type Command = Readonly<{ name: string; properties: Readonly<Record<string, string>>; data: string }>

const DATA: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%']
]
const PROPERTY: readonly (readonly [string, string])[] = [['%3A', ':'], ['%2C', ','], ...DATA]
const OLD: readonly (readonly [string, string])[] = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']']
]

const unescape = (text: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((result, [from, to]) => result.replaceAll(from, to), text)

/** The command that a line is, if it is one. */
export function parseCommand(line: string): Command | undefined {
  const current = /^::([^\s:]+)(?:\s+(.*?))?::(.*)$/s.exec(line.trimStart())
  if (current !== null) return command(current, ',', { data: DATA, property: PROPERTY })
  const old = /^##\[([^\s\]]+)(?:\s+([^\]]*))?\](.*)$/s.exec(line)
  return old === null ? undefined : command(old, ';', { data: OLD, property: OLD })
}

type Escapes = Readonly<Record<'data' | 'property', readonly (readonly [string, string])[]>>

function command(match: RegExpExecArray, separator: string, escapes: Escapes): Command {
  const [, name = '', list = '', data = ''] = match
  const properties = list
    .split(separator)
    .map((pair) => pair.split(/=(.*)/s))
    .filter(([key, value]) => key !== '' && value !== undefined && value !== '')
    .map(([key = '', value = '']) => [key.trim(), unescape(value, escapes.property)])
  return {
    name: name.toLowerCase(),
    properties: Object.fromEntries(properties),
    data: unescape(data, escapes.data)
  }
}
