import { UserError } from '../../../lib/errors.ts'

/** One URL to ask; `name` is how it is called everywhere. */
export type WantedUrl = Readonly<{
  name: string
  scheme: 'http' | 'https'
  /** Host as the name says it, an IPv6 address without brackets. */
  host: string
  port: number
  /** Path that tells the health, with its query. */
  path: string
}>

const FAULTS: readonly Readonly<{ isAt: (url: URL) => boolean; words: string }>[] = [
  { isAt: ({ protocol }) => !/^https?:$/.test(protocol), words: 'which is neither https nor http' },
  { isAt: (url) => `${url.username}${url.password}` !== '', words: 'which has a user or a password in it' },
  { isAt: ({ hash }) => hash !== '', words: 'whose part behind # no server ever sees' },
  {
    isAt: ({ hostname }) => !/^(?:\[[\da-f:.]+\]|[\da-z.-]+)$/.test(hostname),
    words: 'which has no host of its own'
  }
]

/** A line of input 'urls'; its own path, if only /, takes the place of `healthPath`. */
export function parseUrl(line: string, healthPath: string): WantedUrl {
  const url = checkedUrl(line)
  const scheme = url.protocol === 'https:' ? 'https' : 'http'
  const hasPath = /^https?:\/\/[^/?]+\//i.test(line)
  const standard = scheme === 'https' ? 443 : 80
  return {
    name: hasPath ? url.href : url.origin,
    scheme,
    host: url.hostname.replaceAll(/^\[|\]$/g, ''),
    port: Number(url.port === '' ? standard : url.port),
    path: hasPath ? `${url.pathname}${url.search}` : healthPath
  }
}

/** What may stand in an error: no password, and no query, which can be a token. */
const shown = (line: string): string => line.replace(/\/\/[^/]*@/, '//…@').replace(/\?.*$/, '?…')

function checkedUrl(line: string): URL {
  const url = URL.canParse(line) ? new URL(line) : undefined
  const fault = url === undefined ? 'which is no URL' : FAULTS.find(({ isAt }) => isAt(url))?.words
  if (url !== undefined && fault === undefined) return url
  throw new UserError(
    `Input 'urls' has '${shown(line)}', ${fault}. Write it as https://acme-stg.hicaliber.net, with a port or a path where it has them.`
  )
}
