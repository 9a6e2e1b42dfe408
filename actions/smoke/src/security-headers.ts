import { isPage } from './page-kind.ts'
import type { Answer } from './ports.ts'

/** Half a year: below, a browser may meet plain http again between two visits. */
const SHORTEST_HSTS = 15_768_000

type Rule = Readonly<{ isMet: (answer: Answer) => boolean; words: string }>

const ALWAYS: readonly Rule[] = [
  {
    isMet: ({ headers }) => hstsSeconds(headers['strict-transport-security']) >= SHORTEST_HSTS,
    words: 'has no Strict-Transport-Security of half a year or more'
  },
  {
    isMet: ({ headers }) => /^\s*nosniff\s*$/i.test(headers['x-content-type-options'] ?? ''),
    words: 'has no X-Content-Type-Options: nosniff'
  }
]

const FRAMES: Rule = {
  isMet: ({ headers }) =>
    /frame-ancestors/i.test(headers['content-security-policy'] ?? '') ||
    /deny|sameorigin/i.test(headers['x-frame-options'] ?? ''),
  words: 'may be framed by any site (no frame-ancestors, no X-Frame-Options)'
}

const POLICY: Rule = {
  isMet: ({ headers }) => (headers['content-security-policy'] ?? '') !== '',
  words: 'has no Content-Security-Policy'
}

function hstsSeconds(value = ''): number {
  return Number(/max-age="?(\d+)/i.exec(value)?.[1] ?? -1)
}

/** What is missing, each as the end of a sentence; `advice` is worth a warning only. */
export function judgeSecurityHeaders(
  answer: Answer
): Readonly<{ missing: readonly string[]; advice: readonly string[] }> {
  const broken = (rules: readonly Rule[]): readonly string[] =>
    rules.filter(({ isMet }) => !isMet(answer)).map(({ words }) => words)
  return isPage(answer)
    ? { missing: broken([...ALWAYS, FRAMES]), advice: broken([POLICY]) }
    : { missing: broken(ALWAYS), advice: [] }
}
