import { describeFault } from './fault.ts'
import type { Fault } from './finding.ts'
import { isHtml } from './page-kind.ts'
import type { Reference } from './page.ts'
import type { Answer } from './ports.ts'

const TYPES: Readonly<Record<Reference['kind'], RegExp>> = {
  script: /^\s*(?:text|application)\/(?:javascript|ecmascript|x-javascript)\b/i,
  style: /^\s*text\/css\b/i,
  other: /^\s*(?!text\/html)[\w.+-]+\/[\w.+-]+/i
}

/** Whether the name of a file changes with its content: a hash stands in it. */
export function isHashed(url: string): boolean {
  const name = new URL(url).pathname.split('/').at(-1) ?? ''
  const [, hash = ''] = /[.-]([A-Za-z0-9_-]{8,})\.[A-Za-z0-9.]+$/.exec(name) ?? []
  return /\d/.test(hash) || /[a-z][A-Z]/.test(hash)
}

/** What is wrong with a file of a page, as the end of a sentence. */
export function judgeAsset({ url, kind }: Reference, answer: Answer | Fault): string | undefined {
  if (answer.kind === 'fault') return `is not answered: ${describeFault(answer)}`
  if (answer.status !== 200) return `is ${answer.status}`
  const type = answer.headers['content-type'] ?? ''
  if (isHtml(type)) return 'is a page (text/html): the file is missing, and the page stands in for it'
  if (!TYPES[kind].test(type)) return `is '${type}', which browsers do not take for a ${kind}`
  return judgeKept(isHashed(url), cacheControl(answer))
}

function judgeKept(hasHash: boolean, control: string): string | undefined {
  const isImmutable = /\bimmutable\b/i.test(control)
  if (hasHash === isImmutable) return undefined
  return hasHash
    ? `is not immutable (Cache-Control: ${control}), though its name has a hash`
    : 'is immutable, though its name has no hash: browsers never ask for its next version'
}

const cacheControl = ({ headers }: Answer): string => headers['cache-control'] ?? 'none'

/** What is wrong with how a page may be kept. */
export function judgePageCache(answer: Answer): string | undefined {
  const control = cacheControl(answer)
  if (/\b(?:no-cache|no-store)\b|\bmax-age=0\b/i.test(control)) return undefined
  return `may be kept by browsers (Cache-Control: ${control}): they go on with the old files. It must be no-cache`
}

/** What is wrong with the answer for a file that never was. */
export function judgeMissing(answer: Answer | Fault): string | undefined {
  if (answer.kind === 'fault') return `is not answered: ${describeFault(answer)}`
  const { status, headers } = answer
  if (status === 404 || status === 403 || status === 410) return undefined
  if (status === 200 && isHtml(headers['content-type']))
    return 'is answered with the page and 200: browsers and caches keep the page as a script, and open tabs break after each deployment. Let only routes, not files, lead to the page'
  return `is ${status}, not 404`
}
