import { UserError } from '../errors.ts'

/** The two leaves of the secret that AWS keeps of a master user. */
export type Credentials = Readonly<{ username: string; password: string }>

type Parts = Readonly<{ userinfo: string | undefined; hosts: string; path: string; query: string }>

/** Up to the last @ before the path, as the drivers read it. */
const SHAPE = /^mongodb:\/\/(?:([^/?#]*)@)?([^@/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/
const HOST = /^(?=.{1,253}:)[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?:(\d{1,5})$/

/** Options without which a driver cannot work with DocumentDB, and why. */
const REQUIRED = {
  tls: ['true', 'the cluster takes TLS only'],
  replicaset: ['rs0', "the cluster's replica set is named so"],
  retrywrites: ['false', 'DocumentDB has no retryable writes']
} as const
const SPELLED: Readonly<Record<string, string>> = { replicaset: 'replicaSet', retrywrites: 'retryWrites' }
const INSECURE = new Set(['tlsinsecure', 'tlsallowinvalidcertificates', 'tlsallowinvalidhostnames'])

function split(uri: string): Parts | undefined {
  const found = SHAPE.exec(uri)
  if (found === null) return undefined
  const [, userinfo, hosts = '', path = '', query = ''] = found
  return { userinfo, hosts, path, query }
}

/** What is wrong with a URI of DocumentDB that must hold no credentials, one sentence a fault; none of them quotes it. */
export function lintDocumentDbUri(uri: string): readonly string[] {
  if (uri.startsWith('mongodb+srv:'))
    return ['It begins with mongodb+srv://, but DocumentDB has no SRV record.']
  if (/[\s\p{Cc}]/u.test(uri)) return ['It holds a blank or a control character.']
  const parts = split(uri)
  if (parts === undefined) return ['It is not mongodb://<host>:<port>/?<options>.']
  const isOpen = parts.userinfo === undefined
  return [
    ...(isOpen ? [] : ["It holds a user or a password, which is then in Terraform's state in clear."]),
    ...lintHosts(parts.hosts),
    ...lintOptions(parts.query)
  ]
}

function lintHosts(hosts: string): readonly string[] {
  const isRight = hosts.split(',').every((host) => {
    const port = Number(HOST.exec(host)?.[1] ?? 0)
    return port > 0 && port < 65_536
  })
  return isRight ? [] : ['Its host is not <host>:<port>.']
}

function lintOptions(query: string): readonly string[] {
  const options = query.split('&').map((option) => {
    const [name = '', value = ''] = option.split('=')
    return [name.toLowerCase(), value] as const
  })
  const names = options.map(([name]) => name).filter((name) => name !== '')
  const doubled = names.find((name, at) => names.indexOf(name) !== at)
  const insecure = options.find(([name, value]) => INSECURE.has(name) && value !== 'false')
  return [
    ...Object.entries(REQUIRED).flatMap(([name, [wanted, why]]) => {
      const has = options.some(([given, value]) => given === name && value === wanted)
      return has ? [] : [`It lacks ${SPELLED[name] ?? name}=${wanted}: ${why}.`]
    }),
    ...(doubled === undefined ? [] : [`It gives the option ${doubled} twice.`]),
    ...(insecure === undefined ? [] : [`Its option ${insecure[0]} lets anybody answer for the database.`]),
    ...(options.some(([name, value]) => name === 'ssl' && value !== 'true')
      ? ['It turns TLS off by ssl.']
      : [])
  ]
}

/** Everything escaped but letters, digits, - . _ ~; so every driver reads the same password. */
export function encodeUserinfo(text: string): string {
  if (!text.isWellFormed()) {
    throw new UserError('The password is no valid Unicode text and cannot be part of a URI. Rotate it.')
  }
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

/** The URI with its credentials in place; one that has some already gets these instead. */
export function withCredentials(uri: string, { username, password }: Credentials): string {
  const parts = split(uri)
  if (parts === undefined) throw new UserError('The URI of DocumentDB is none. Correct the output.')
  const { hosts, path, query } = parts
  const userinfo = `${encodeUserinfo(username)}:${encodeUserinfo(password)}`
  return `mongodb://${userinfo}@${hosts}${path === '' ? '/' : path}${query === '' ? '' : `?${query}`}`
}

/** The credentials that a URI holds; undefined when it holds none, or is none. */
export function credentialsOf(uri: string): Credentials | undefined {
  const userinfo = split(uri)?.userinfo
  if (userinfo === undefined || !userinfo.includes(':')) return undefined
  const at = userinfo.indexOf(':')
  try {
    return {
      username: decodeURIComponent(userinfo.slice(0, at)),
      password: decodeURIComponent(userinfo.slice(at + 1))
    }
  } catch {
    return undefined
  }
}
