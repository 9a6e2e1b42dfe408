import { isIP } from 'node:net'
import type { Inputs } from './inputs.ts'

/** What is asked about one URL, at every address of its host. */
export type Course = Readonly<{
  url: string
  host: string
  /** Where TLS is spoken, and the path that tells the health; none where only the redirect is asked for. */
  secure?: Readonly<{ port: number; path: string }>
  /** Port that must lead to https. */
  plainPort?: number
  /** Hosts that must be rejected there. */
  strangers: readonly string[]
}>

export type Plan = Readonly<{ courses: readonly Course[] }>

/** `unknownHost` is a name that nobody has. */
export function planSmoke({ urls, checks, isolationHosts }: Inputs, unknownHost: string): Plan {
  const plain = urls.filter(({ scheme }) => scheme === 'http')
  const secure = urls.filter(({ scheme }) => scheme === 'https')
  const strangers = checks['unknown-host'] ? [...isolationHosts, unknownHost] : isolationHosts
  const taken = new Set<string>()
  const courses = secure.map(({ name, host, port, path }): Course => {
    const named = taken.has(host) ? undefined : plain.find((one) => one.host === host)?.port
    // Only the usual port of https says what the port of http is.
    const plainPort = named ?? (port === 443 && !taken.has(host) ? 80 : undefined)
    taken.add(host)
    return {
      url: name,
      host,
      secure: { port, path },
      strangers,
      ...(plainPort === undefined || !checks.redirect ? {} : { plainPort })
    }
  })
  const alone = plain.filter(
    ({ host, port }) => !courses.some((one) => one.host === host && one.plainPort === port)
  )
  return {
    courses: [
      ...courses,
      ...alone.map(({ name, host, port }) => ({ url: name, host, plainPort: port, strangers: [] }))
    ]
  }
}

/** The plan in sentences, one a URL. */
export function describePlan({ courses }: Plan, inputs: Inputs): readonly string[] {
  return courses.map((course) => `${course.url}: ${stepsOf(course, inputs).join(', ')}.`)
}

function stepsOf({ host, secure, plainPort, strangers }: Course, inputs: Inputs): readonly string[] {
  const { attempts, expectedVersion, latencyBudgetMs: budget, checks, resolver } = inputs
  const where = resolver === undefined ? "the runner's resolver and the authoritative servers" : resolver
  const names = isIP(host) === 0 ? [`every address that ${where} gives`] : []
  const redirect = plainPort === undefined ? [] : [`port ${plainPort} leads to https`]
  if (secure === undefined) return [...names, ...redirect]
  return [
    ...names,
    `TCP and TLS on port ${secure.port}`,
    ...redirect,
    `${secure.path} is ${checks.health.status} ${attempts} times in a row`,
    ...(budget === undefined ? [] : [`p95 within ${budget} ms`]),
    ...(expectedVersion === undefined ? [] : [`version ${expectedVersion} at ${checks.version.path}`]),
    ...checks.requests.map(({ method, path, status }) => `${method} ${path} is ${status}`),
    ...(checks.assets === 'off' ? [] : ['assets of the page, if it is one']),
    ...strangers.map((stranger) => `Host ${stranger} is rejected`)
  ]
}
