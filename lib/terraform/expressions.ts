/**
 * Terraform's source with comments and the plain text of strings blanked out: what is left is code, at its own place.
 * `${` … `}` inside strings and heredocs is code; a text of a .tf.json file begins as a string does.
 */
export function codeOnly(text: string, begin: 'code' | 'text' = 'code'): string {
  const kept: string[] = []
  const open: Mode[] = [begin === 'code' ? CODE : { kind: 'text', end: undefined }]
  for (let at = 0; at < text.length;) {
    const mode = open.at(-1) ?? CODE
    const token = nextToken(text, at, mode)
    kept.push(token.isCode ? token.text : token.text.replaceAll(/[^\n]/g, ' '))
    at += token.text.length
    if (token.closes === true && open.length > 1) open.pop()
    if (token.opens !== undefined) open.push(token.opens)
  }
  return kept.join('')
}

/** Code ends at a brace where it began in one; text ends where its pattern matches. */
type Mode = Readonly<{ kind: 'code' }> | Readonly<{ kind: 'text'; end: RegExp | undefined }>
type Token = Readonly<{ text: string; isCode: boolean; opens?: Mode; closes?: boolean }>

const CODE: Mode = { kind: 'code' }
const QUOTED: Mode = { kind: 'text', end: /"/y }

function nextToken(text: string, at: number, mode: Mode): Token {
  return mode.kind === 'code' ? codeToken(text, at) : textToken(text, at, mode.end)
}

const COMMENT = /(?:#|\/\/)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy
const PLAIN_CODE = /[^"{}<#/]+|[\s\S]/y

function codeToken(text: string, at: number): Token {
  const comment = matchAt(COMMENT, text, at)
  if (comment !== undefined) return { text: comment[0], isCode: false }
  const heredoc = matchAt(HEREDOC, text, at)
  if (heredoc !== undefined) {
    const end = new RegExp(String.raw`(?<=\n)[ \t]*${heredoc[1] ?? ''}(?=\r?\n|$)`, 'y')
    return { text: heredoc[0], isCode: true, opens: { kind: 'text', end } }
  }
  const [found] = matchAt(PLAIN_CODE, text, at) ?? ['']
  if (found === '"') return { text: found, isCode: true, opens: QUOTED }
  if (found === '{') return { text: found, isCode: true, opens: CODE }
  return { text: found, isCode: true, closes: found === '}' }
}

const PLAIN_TEXT = /\\[\s\S]|\$\$\{|%%\{|[^\\"$%\n]+|[\s\S]/y

function textToken(text: string, at: number, end: RegExp | undefined): Token {
  const ended = end === undefined ? undefined : matchAt(end, text, at)
  if (ended !== undefined) return { text: ended[0], isCode: true, closes: true }
  const opened = matchAt(/[$%]\{/y, text, at)
  if (opened !== undefined) return { text: opened[0], isCode: true, opens: CODE }
  const [found] = matchAt(PLAIN_TEXT, text, at) ?? ['']
  return { text: found, isCode: false }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
