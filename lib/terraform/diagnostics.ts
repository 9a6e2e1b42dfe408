import { hideShapes } from './secret-shapes.ts'

/** An error or warning of Terraform; `file` is relative to the folder it ran in. */
export type Diagnostic = Readonly<{
  severity: 'error' | 'warning'
  summary: string
  detail: string
  address?: string
  file?: string
  startLine?: number
  endLine?: number
}>

type RawDiagnostic = Readonly<{
  severity?: string
  summary?: string
  detail?: string
  address?: string
  range?: Readonly<{
    filename?: string
    start?: Readonly<{ line?: number }>
    end?: Readonly<{ line?: number }>
  }>
}>

/** One line of Terraform's `-json` output, as far as it is read here. */
export type UiLine = Readonly<{ type: string; message: string; diagnostic?: Diagnostic }>

type RawLine = Readonly<{ type?: string; '@message'?: string; diagnostic?: RawDiagnostic }>

/** A line of the machine-readable output, or undefined when it is something else. */
export function parseUiLine(line: string): UiLine | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const { type = '', diagnostic, '@message': message = '' } = JSON.parse(line) as RawLine
    return {
      type,
      message: hideShapes(message),
      ...(diagnostic === undefined ? {} : { diagnostic: toDiagnostic(diagnostic) })
    }
  } catch {
    return undefined
  }
}

/** The diagnostics in the output of `terraform validate -json`; undefined when the text is not that. */
export function parseValidation(text: string): readonly Diagnostic[] | undefined {
  try {
    const value = JSON.parse(text) as Readonly<{ diagnostics?: readonly RawDiagnostic[] }>
    return (value.diagnostics ?? []).map(toDiagnostic)
  } catch {
    return undefined
  }
}

/** `Summary: detail (on main.tf line 3)` in one paragraph. */
export function describeDiagnostic({ summary, detail, file, startLine, address }: Diagnostic): string {
  const place =
    file === undefined ? (address ?? '') : `${file}${startLine === undefined ? '' : ` line ${startLine}`}`
  const text = [summary, detail].filter((part) => part !== '').join(': ')
  return place === ''
    ? text
    : `${text} (${address === undefined || file === undefined ? '' : `${address}, `}${place})`
}

/** Values in a snippet are left out: only the sentence and the place are kept, without secrets that show by their shape. */
function toDiagnostic({ severity, summary = '', detail = '', address, range }: RawDiagnostic): Diagnostic {
  return {
    severity: severity === 'warning' ? 'warning' : 'error',
    summary: hideShapes(summary),
    detail: hideShapes(detail),
    ...(address === undefined ? {} : { address }),
    ...toPlace(range)
  }
}

function toPlace(range: RawDiagnostic['range']): Pick<Diagnostic, 'file' | 'startLine' | 'endLine'> {
  if (range?.filename === undefined) return {}
  const { filename: file, start, end } = range
  return {
    file,
    ...(start?.line === undefined ? {} : { startLine: start.line }),
    ...(end?.line === undefined ? {} : { endLine: end.line })
  }
}
