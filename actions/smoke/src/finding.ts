/** What a request passes through, from the name to the tenant; the verdict names the first that is broken. */
export const LAYERS = [
  'dns',
  'tcp',
  'tls',
  'redirect',
  'http',
  'health',
  'version',
  'assets',
  'isolation'
] as const

export type Layer = (typeof LAYERS)[number]

/** What was looked at: one address of one URL, or the URL itself where there is no address yet. */
export type Subject = Readonly<{ url: string; address?: string }>

/** What one check came to. */
export type Finding = Subject &
  Readonly<{
    layer: Layer
    /** A few words, the same whatever it came to. */
    check: string
    state: 'passed' | 'warned' | 'failed' | 'skipped'
    sentence: string
    /** Command that shows more. */
    next?: string
    /** Whether the release is to blame, so that going back would help. */
    byRelease?: boolean
  }>

/** Why something is not as it should be. */
export type Flaw = Readonly<{ layer: Layer; sentence: string; next?: string; byRelease?: boolean }>

/** Why nothing came back: `code` as Node and OpenSSL name it. */
export type Fault = Readonly<{ kind: 'fault'; code: string; words: string }>

type Words = Readonly<{ layer: Layer; check: string; sentence: string }>

export const passed = ({ url, address }: Subject, words: Words): Finding => ({
  ...subject(url, address),
  ...words,
  state: 'passed'
})

export const skipped = ({ url, address }: Subject, words: Words): Finding => ({
  ...subject(url, address),
  ...words,
  state: 'skipped'
})

export const warned = ({ url, address }: Subject, check: string, flaw: Flaw): Finding => ({
  ...subject(url, address),
  check,
  ...flaw,
  state: 'warned'
})

export const failed = ({ url, address }: Subject, check: string, flaw: Flaw): Finding => ({
  ...subject(url, address),
  check,
  ...flaw,
  state: 'failed'
})

/** One finding for a check that may be flawed. */
export function judged(about: Subject, words: Words, flaw: Flaw | undefined): Finding {
  return flaw === undefined ? passed(about, words) : failed(about, words.check, flaw)
}

const subject = (url: string, address: string | undefined): Subject =>
  address === undefined ? { url } : { url, address }
