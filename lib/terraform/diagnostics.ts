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

/** A line of the machine-readable output, or undefined when it is something else. */
export function parseUiLine(line: string): UiLine | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const value = JSON.parse(line) as Readonly<Record<string, unknown>>
    const diagnostic =
      value['diagnostic'] === undefined
        ? {}
        : { diagnostic: toDiagnostic(value['diagnostic'] as RawDiagnostic) }
    return {
      type: String(value['type'] ?? ''),
      message: hideShapes(String(value['@message'] ?? '')),
      ...diagnostic
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
function toDiagnostic(raw: RawDiagnostic): Diagnostic {
  const { range } = raw
  return {
    severity: raw.severity === 'warning' ? 'warning' : 'error',
    summary: hideShapes(raw.summary ?? ''),
    detail: hideShapes(raw.detail ?? ''),
    ...(raw.address === undefined ? {} : { address: raw.address }),
    ...(range?.filename === undefined ? {} : { file: range.filename }),
    ...(range?.start?.line === undefined ? {} : { startLine: range.start.line }),
    ...(range?.end?.line === undefined ? {} : { endLine: range.end.line })
  }
}
