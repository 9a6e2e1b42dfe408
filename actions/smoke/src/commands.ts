import type { Course } from './plan.ts'

/** Where a command is to look. */
export type Place = Readonly<{ course: Course; address: string; port: number }>

/** Shell commands for a person; hosts and addresses are checked, paths are quoted. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

export const digCommand = ({ host }: Course, server: string | undefined): string => {
  if (server === undefined) return `dig +trace ${host}`
  const [, address = '', port = ''] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(server) ?? []
  return `dig @${address} -p ${port} ${host}`
}

export const connectCommand = ({ address, port }: Place): string => `nc -vz -w 5 ${address} ${port}`

export const certificateCommand = ({ course, address, port }: Place): string =>
  `openssl s_client -connect ${bracketed(address)}:${port} -servername ${course.host} </dev/null | openssl x509 -noout -issuer -dates -ext subjectAltName`

/** The same request by hand: the same address, whatever the name says. */
export function curlCommand(
  { course, address, port }: Place,
  { path, scheme = 'https', hostHeader }: Readonly<{ path: string; scheme?: string; hostHeader?: string }>
): string {
  const header = hostHeader === undefined ? '' : ` -H ${quoted(`Host: ${hostHeader}`)}`
  const resolve = `--resolve ${bracketed(course.host)}:${port}:${bracketed(address)}`
  return `curl -sS -i ${resolve}${header} ${quoted(`${scheme}://${bracketed(course.host)}:${port}${path}`)}`
}

export const TARGETS_COMMAND =
  "aws elbv2 describe-target-health --target-group-arn <the service's target group>"

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)
