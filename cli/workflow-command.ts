/** A workflow command of GitHub's runner, as an action prints it: `::error file=main.tf,line=3::It is wrong`. */
export type WorkflowCommand = Readonly<{
  name: string
  properties: Readonly<Record<string, string>>
  data: string
}>

/** The command in a line; undefined when the line is text. */
export function parseCommand(line: string): WorkflowCommand | undefined {
  const [, name, given = '', data = ''] = /^::([\w-]+)(?: ([^\n]*?))?::([^\n]*)$/.exec(line) ?? []
  if (name === undefined) return undefined
  const properties = given
    .split(',')
    .filter((one) => one.includes('='))
    .map((one): [string, string] => [
      one.slice(0, one.indexOf('=')).trim(),
      unescape(one.slice(one.indexOf('=') + 1))
    ])
  return { name, properties: Object.fromEntries(properties), data: unescape(data) }
}

const ESCAPED: Readonly<Record<string, string>> = {
  '%25': '%',
  '%0D': '\r',
  '%0A': '\n',
  '%3A': ':',
  '%2C': ','
}

const unescape = (text: string): string =>
  text.replaceAll(/%(?:25|0D|0A|3A|2C)/gi, (one) => ESCAPED[one.toUpperCase()] ?? one)

/** Values by name, as a step leaves them in the file that GITHUB_OUTPUT names. */
export function parseOutputFile(text: string): Readonly<Record<string, string>> {
  const found: [string, string][] = []
  const lines = text.split(/\r?\n/)
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const [, name, end] = /^(.+?)<<(.+)$/.exec(line) ?? []
    if (name === undefined || end === undefined) {
      const [, plain, value] = /^([^=]+)=(.*)$/.exec(line) ?? []
      if (plain !== undefined) found.push([plain, value ?? ''])
      continue
    }
    const last = lines.indexOf(end, at + 1)
    if (last === -1) break
    found.push([name, lines.slice(at + 1, last).join('\n')])
    at = last
  }
  return Object.fromEntries(found)
}
