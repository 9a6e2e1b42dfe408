import { UserError } from '../errors.ts'

/** A Terraform source file: its path as people know it, and its text. */
export type SourceFile = Readonly<{ path: string; text: string }>

/** Functions that bake this checkout's place into a plan, which then fails half-way where it is applied. */
const PLACE_BOUND = /\babspath\s*\(|\bpath\.cwd\b/

/** Refuses sources whose plan could not be applied from another checkout. */
export function checkPortable(files: readonly SourceFile[]): void {
  for (const { path, text } of files) {
    const lines = withoutComments(text).split('\n')
    const at = lines.findIndex((line) => PLACE_BOUND.test(line))
    if (at === -1) continue
    const found = /abspath/.test(lines[at] ?? '') ? 'abspath()' : 'path.cwd'
    throw new UserError(
      `${path} line ${at + 1} uses ${found}, which writes this machine's folder into the plan: applied elsewhere it would fail half-way. Use path.module or path.root, which are relative.`
    )
  }
}

/** Comments blanked, line numbers kept; a mark inside quotes is text, and in doubt a comment is kept. */
function withoutComments(text: string): string {
  return text.replaceAll(
    /("(?:[^"\\\n]|\\.)*")|(?<=^|\s)\/\*[\s\S]*?\*\/|(?:#|\/\/)[^\n]*/g,
    (found, quoted?: string) => quoted ?? found.replaceAll(/[^\n]/g, ' ')
  )
}
