import { encodeUserinfo } from './documentdb-uri.ts'

/** Every form in which a value may turn up in a log; the runner adds base64 and masks each line, but nothing under 8 characters. */
export function maskForms(value: string): readonly string[] {
  const escaped = JSON.stringify(value).slice(1, -1)
  const encoded = value.isWellFormed() ? [encodeUserinfo(value), formEncoded(value)] : []
  return [...new Set([value, ...encoded, escaped, JSON.stringify(escaped).slice(1, -1)])]
}

const formEncoded = (value: string): string => new URLSearchParams([['', value]]).toString().slice(1)
