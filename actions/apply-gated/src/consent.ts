import { refuse, type Refusal } from './outcome.ts'

/** A sentence or line that says it and nothing else: `do not destroy 0123abcd` and `destroy 0123abcd? no` are no consent. */
const CONSENT = /^(?:(?:yes|ok|okay|please|approved)\b[\s,:-]*)*destroy\s+`?([0-9a-f]{8,64})`?\W*$/i

/** True when somebody wrote `destroy` and the beginning of the digest, at least its first eight digits. */
export function hasConsent(words: readonly string[], digest: string): boolean {
  const sentences = words.flatMap((text) => text.split(/\r?\n|(?<=[.!;])\s+/))
  return sentences.some((sentence) => {
    const typed = CONSENT.exec(sentence.trim())?.[1]
    return typed !== undefined && digest.startsWith(typed.toLowerCase())
  })
}

/** Refuses to destroy what no apply brings back, unless an approver said so in their own words. */
export function checkConsent(
  destroyed: readonly string[],
  words: readonly string[],
  digest: string
): Refusal | undefined {
  if (destroyed.length === 0 || hasConsent(words, digest)) return undefined
  const [first, ...more] = destroyed
  const others =
    more.length === 0 ? '' : ` and ${more.length} more stateful ${more.length === 1 ? 'object' : 'objects'}`
  return refuse(
    'stateful-destroy',
    `The plan destroys or replaces ${first}${others}. An approver agrees by writing 'destroy ${digest.slice(0, 8)}' in the approval comment: re-run the job and approve again (with gate: dispatch, type it when starting the workflow).`
  )
}
