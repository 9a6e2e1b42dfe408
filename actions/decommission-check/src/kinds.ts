/** What findings can be about, for whoever does not read their sentences. */
export const KINDS = [
  'force',
  'guests',
  'registry',
  'database',
  'protection',
  'backup',
  'key',
  'name',
  'bucket'
] as const
export type Kind = (typeof KINDS)[number]
