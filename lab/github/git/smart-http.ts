/** Git over HTTP, through git's own server program: who may read a repository, who may push to it. */
import { spawn } from 'node:child_process'
import { requireOwnRepository, requirePermission } from '../permissions.ts'
import type { Caller, Repository } from '../records.ts'
import { HttpError, type Reply } from '../route.ts'
import type { Request } from '../router.ts'
import { findRepository } from '../store.ts'
import { identify } from '../tokens.ts'
import type { World } from '../world.ts'
import { NEUTRAL_GIT, NO_WORKFLOWS } from './git.ts'
import { followPush, readRefs } from './moved-refs.ts'

const PATH = /^\/(?<name>[^/]+\/[^/]+?)(?:\.git)?\/(?<rest>info\/refs|git-upload-pack|git-receive-pack)$/

/** Whether the path is one that git clients ask for. */
export const isGitPath = (path: string): boolean => PATH.test(path)

/** Answers a fetch or a push. A job's token needs contents: read or write, of its own repository. */
export async function serveGit(world: World, request: Request): Promise<Reply> {
  const { name = '', rest = '' } = PATH.exec(request.url.pathname)?.groups ?? {}
  const pushes = [rest, request.url.searchParams.get('service')].includes('git-receive-pack')
  const repository = findRepository(world.store, name)
  const caller = identify(world.store, bearer(request.authorization))
  const refused = refuse({ repository, caller, pushes, authorization: request.authorization })
  if (refused !== undefined) return refused
  if (repository === undefined) return NOT_FOUND
  const serve = (): Promise<Reply> => runBackend(request, { repository, rest, caller })
  if (rest !== 'git-receive-pack' || caller === undefined) return serve()
  const before = await readRefs(repository)
  const reply = await serve()
  await followPush(world, repository, { caller, before })
  return reply
}

type Visit = Readonly<{
  repository: Repository | undefined
  caller: Caller | undefined
  pushes: boolean
  authorization: string | undefined
}>

const UNAUTHORIZED: Reply = {
  status: 401,
  headers: { 'www-authenticate': 'Basic realm="GitHub"' },
  body: Buffer.from('')
}
const NOT_FOUND: Reply = { status: 404, body: Buffer.from('Repository not found.\n') }

/** As GitHub refuses: who says nothing is asked to, who may not read a repository does not learn that it exists. */
function refuse({ repository, caller, pushes, authorization }: Visit): Reply | undefined {
  if (caller === undefined) {
    const open = repository?.private === false && !pushes && authorization === undefined
    return open ? undefined : UNAUTHORIZED
  }
  if (repository === undefined || isAllowed(caller, repository, pushes)) return undefined
  const denied = `Permission to ${repository.fullName}.git denied to ${caller.user.login}.\n`
  return pushes ? { status: 403, body: Buffer.from(denied) } : NOT_FOUND
}

function isAllowed(caller: Caller, repository: Repository, pushes: boolean): boolean {
  const level = pushes ? 'write' : 'read'
  try {
    requireOwnRepository(caller, repository, level)
    if (pushes || repository.private) requirePermission(caller, [{ scope: 'contents', level }])
    return true
  } catch (error) {
    if (error instanceof HttpError) return false
    throw error
  }
}

/** Basic credentials, as git sends a token, in the form of the API's. */
function bearer(authorization: string | undefined): string | undefined {
  const [, encoded] = /^basic\s+(\S+)$/i.exec(authorization ?? '') ?? []
  if (encoded === undefined) return authorization
  return `bearer ${Buffer.from(encoded, 'base64')
    .toString()
    .replace(/^[^:]*:/, '')}`
}

type Asked = Readonly<{ repository: Repository; rest: string; caller: Caller | undefined }>

/** `git http-backend` is a CGI program: the request in its environment and input, headers and body on its output. */
function runBackend(request: Request, { repository, rest, caller }: Asked): Promise<Reply> {
  const { headers = {} } = request
  const env = {
    ...NEUTRAL_GIT,
    PATH: process.env['PATH'],
    GIT_PROJECT_ROOT: repository.gitFolder,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `/${rest}`,
    QUERY_STRING: request.url.search.slice(1),
    REQUEST_METHOD: request.method,
    CONTENT_TYPE: headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
    GIT_PROTOCOL: headers['git-protocol'] ?? '',
    // Its presence admits pushes.
    ...(caller === undefined ? {} : { REMOTE_USER: caller.user.login }),
    ...(caller?.job === undefined ? {} : { [NO_WORKFLOWS]: '1' })
  }
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-c', 'safe.directory=*', 'http-backend'], { env })
    const out: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.on('error', (cause) => reject(new Error('git could not be started. Install git.', { cause })))
    child.stdin.on('error', () => undefined)
    child.on('close', () => resolve(replyOf(Buffer.concat(out))))
    child.stdin.end(request.body)
  })
}

function replyOf(output: Buffer): Reply {
  const end = output.indexOf('\r\n\r\n')
  const lines = output
    .subarray(0, Math.max(end, 0))
    .toString()
    .split('\r\n')
    .flatMap((line) => {
      const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
      return name === '' ? [] : [[name.toLowerCase(), value] as const]
    })
  const { status = end < 0 ? '500' : '200', ...headers } = Object.fromEntries(lines)
  return { status: Number.parseInt(status, 10), headers, body: output.subarray(end + 4) }
}
