import { codeSpan } from '../markdown.ts'
import type { Fingerprint, ResourceFingerprint } from './digest.ts'

/** One place where two plans part. It names attributes, never values. */
export type Difference = Readonly<{ address: string; kind: 'added' | 'removed' | 'changed'; detail: string }>

/** What `current` does that `reviewed` did not, and the other way round; empty exactly when the digests are equal. */
export function compareFingerprints(reviewed: Fingerprint, current: Fingerprint): readonly Difference[] {
  if (reviewed.digest === current.digest) return []
  const found = [...compareResources(reviewed, current), ...compareValues(reviewed.outputs, current.outputs)]
  if (found.length > 0) return found
  const detail =
    'differs in something other than resources, outputs and variables: deferred changes, actions or reasons'
  return [{ address: 'plan', kind: 'changed', detail }]
}

/** A Markdown list of at most `limit` differences. */
export function renderDifferences(differences: readonly Difference[], limit = 50): string {
  const lines = differences
    .slice(0, limit)
    .map(({ address, kind, detail }) => `- ${codeSpan(address)} ${kind}: ${detail}`)
  const more = differences.length - lines.length
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')
}

function compareResources(reviewed: Fingerprint, current: Fingerprint): Difference[] {
  return union(reviewed.resources, current.resources).flatMap((address): Difference[] => {
    const before = own(reviewed.resources, address)
    const after = own(current.resources, address)
    if (before === undefined) return [{ address, kind: 'added', detail: `now planned to ${words(after)}` }]
    if (after === undefined)
      return [{ address, kind: 'removed', detail: `no longer planned to ${words(before)}` }]
    const detail = compareResource(before, after)
    return detail === undefined ? [] : [{ address, kind: 'changed', detail }]
  })
}

function compareResource(before: ResourceFingerprint, after: ResourceFingerprint): string | undefined {
  if (before.actions !== after.actions) return `planned to ${words(after)} instead of ${words(before)}`
  const names = union(before.attributes, after.attributes).filter(
    (name) => own(before.attributes, name) !== own(after.attributes, name)
  )
  return names.length === 0 ? undefined : `differs in ${listNames(names)}`
}

function compareValues(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>
): Difference[] {
  return union(before, after).flatMap((address): Difference[] => {
    const [old, now] = [own(before, address), own(after, address)]
    if (old === now) return []
    if (old === undefined) return [{ address, kind: 'added', detail: 'was not there' }]
    return [
      now === undefined
        ? { address, kind: 'removed', detail: 'is gone' }
        : { address, kind: 'changed', detail: 'has another value' }
    ]
  })
}

function listNames(names: readonly string[]): string {
  const more = names.length > 8 ? ` and ${names.length - 8} more attributes` : ''
  return names.slice(0, 8).map(codeSpan).join(', ') + more
}

function words(resource: ResourceFingerprint | undefined): string {
  return resource?.actions.replace(',', ', then ') ?? ''
}

function union(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
