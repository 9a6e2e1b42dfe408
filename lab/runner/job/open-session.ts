/** Puts together what the steps of a job share: settings, contexts, folders, masks. */
import { mkdir } from 'node:fs/promises'
import { valueOf } from '../expression/template.ts'
import { type Scope, untroubled } from '../expression/evaluate.ts'
import { isRecord, textOf, textsOf, type Value, type Values } from '../expression/value.ts'
import type { JobCredentials, Settings } from '../ports.ts'
import { trackProcesses } from '../step/process.ts'
import { child, descend } from '../workflow/token.ts'
import { type Folders, makeFolders } from './folders.ts'
import type { Masks } from './masks.ts'
import type { JobRequest } from './request.ts'
import type { Session, Voice } from './session.ts'
import { jobStanding } from './status.ts'

/** Stands for the token of the job that will use it, where a caller passes its own on as a secret. */
export const TOKEN_TO_COME = '\0token of the job\0'

type Parts = Readonly<{ credentials: JobCredentials; masks: Masks; voice: Voice }>

/** Opens a job's session; everything secret is masked before the first line is logged. */
export async function openSession(request: JobRequest, parts: Parts): Promise<Session> {
  const { machine, job } = request
  const settings = settingsOf(request)
  maskSecrets(settings, parts)
  const folders = await makeFolders(request.folder, job.run.event.repository, request.github['event'])
  await mkdir(machine.toolCache, { recursive: true })
  const { token } = parts.credentials
  const passed = Object.entries(settings.secrets).map(([name, value]) => [
    name,
    value.replaceAll(TOKEN_TO_COME, token)
  ])
  const secrets: Record<string, string> = { ...Object.fromEntries(passed), GITHUB_TOKEN: token }
  const isDebug = [settings.secrets, settings.variables].some((from) => from['ACTIONS_STEP_DEBUG'] === 'true')
  const contexts: Record<string, Values> = {
    ...request.contexts,
    github: githubContext(request, parts.credentials, folders),
    secrets,
    vars: settings.variables,
    runner: runnerContext(machine.toolCache, folders, isDebug),
    job: jobContext(request)
  }
  const scope: Scope = { contexts: { ...contexts, inputs: request.inputs }, status: untroubled }
  const env = {
    ...textsOf(valueOf(child(request.root, 'env'), scope)),
    ...textsOf(valueOf(child(request.token, 'env'), scope))
  }
  return {
    ...parts,
    machine,
    job,
    folders,
    contexts,
    inputs: request.inputs,
    defaults: defaultsOf(request, { ...scope, contexts: { ...scope.contexts, env } }),
    standing: jobStanding(request.signal),
    processes: trackProcesses(machine.processes),
    signal: request.signal,
    origin: request.file,
    isDebug,
    env,
    paths: [],
    posts: [],
    results: [],
    states: new Map()
  }
}

/** The environment's settings win over those of the repository or the caller. */
function settingsOf({ machine, job, settings, hasAllSecrets }: JobRequest): Settings {
  if (job.environment === undefined) return settings
  const { event } = job.run
  const own = machine.platform.environmentSettings(event.repository, job.environment, event)
  const seen = Object.entries(own.secrets).filter(([name]) => hasAllSecrets || name in settings.secrets)
  return {
    secrets: { ...settings.secrets, ...Object.fromEntries(seen) },
    variables: { ...settings.variables, ...own.variables }
  }
}

function maskSecrets(settings: Settings, { masks, credentials }: Parts): void {
  const given = Object.entries({ ...credentials.stepEnv, ...credentials.actionEnv })
  const tokens = given
    .filter(([name]) => name.includes('TOKEN') && !name.endsWith('URL'))
    .map(([, value]) => value)
  for (const value of [...Object.values(settings.secrets), credentials.token, ...tokens]) masks.add(value)
}

const githubContext = ({ github, job }: JobRequest, { token }: JobCredentials, folders: Folders): Values => ({
  ...github,
  token,
  job: job.key,
  workspace: folders.workspace,
  event_path: folders.eventFile
})

const runnerContext = (toolCache: string, folders: Folders, isDebug: boolean): Values => ({
  name: 'lab',
  os: process.platform === 'darwin' ? 'macOS' : 'Linux',
  arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
  // As the token says: the lab stands for the runners that GitHub hosts.
  environment: 'github-hosted',
  temp: folders.temp,
  tool_cache: toolCache,
  workspace: folders.base,
  debug: isDebug ? '1' : ''
})

const jobContext = ({ job, file }: JobRequest): Values => ({
  check_run_id: job.id,
  workflow_ref: job.workflowRef,
  workflow_sha: job.workflowSha,
  workflow_repository: file.repository,
  workflow_file_path: file.path
})

function defaultsOf({ root, token }: JobRequest, scope: Scope): Session['defaults'] {
  const stated = [descend(root, 'defaults', 'run'), descend(token, 'defaults', 'run')].map((run) =>
    valueOf(run, scope)
  )
  const text = (key: string): string | undefined =>
    textOf(stated.reduce<Value>((kept, run) => (isRecord(run) ? (run[key] ?? kept) : kept), null)) ||
    undefined
  const [shell, workingDirectory] = [text('shell'), text('working-directory')]
  return {
    ...(shell === undefined ? {} : { shell }),
    ...(workingDirectory === undefined ? {} : { workingDirectory })
  }
}
