import { codeOnly } from './expressions.ts'

/** A Terraform source file: its path as people know it, and its text. */
export type SourceFile = Readonly<{ path: string; text: string }>

/** One text as Terraform reads it, a whole file or one string of a .tf.json, and only the code in it. */
export type SourceText = Readonly<{ source: string; text: string; code: string; line?: number }>

/** The texts of a source file. */
export function textsOf({ path, text }: SourceFile): readonly SourceText[] {
  if (!path.endsWith('.json')) return [{ source: path, text, code: codeOnly(text) }]
  const strings: string[] = []
  try {
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string') strings.push(value)
      return value
    })
  } catch {
    // Terraform itself tells what is wrong with a file that is not JSON.
    return []
  }
  return strings.map((one) => ({
    source: path,
    text: one,
    code: codeOnly(one, 'text'),
    line: lineOf(text, one)
  }))
}

/** File and line of a place in a text. */
export function placeOf({ source, text, line }: SourceText, at: number): string {
  return `${source} line ${line ?? text.slice(0, at).split('\n').length}`
}

function lineOf(json: string, value: string): number {
  const at = json.indexOf(JSON.stringify(value))
  return json.slice(0, Math.max(0, at)).split('\n').length
}
