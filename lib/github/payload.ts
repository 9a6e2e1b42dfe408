/** The value as a record, undefined when it is none. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** The text or number at a path inside a webhook's payload; '' when there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const end = path.reduce<unknown>((inner, name) => asRecord(inner)?.[name], value)
  return typeof end === 'string' || typeof end === 'number' ? String(end) : ''
}
