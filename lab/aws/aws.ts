/** Starts AWS (the Python package beside this file), forks it, and ends it; everything on 127.0.0.1. */

import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { dataPlane, type DataPlane } from './dataplane/api.ts'
import { checkFault } from '../faults/check-fault.ts'
import type { FaultReport } from '../faults/fault-plan.ts'
import type { Fault } from '../faults/fault.ts'

/** One resource that exists; `id` is its ARN or AWS's id. */
export type AwsResource = Readonly<{
  service: string
  type: string
  region: string
  id: string
  name: string
}>

/** One call to AWS; `error` is AWS's error code or ''. Only the calls of this copy since it was started. */
export type AwsCall = Readonly<{
  id: number
  time: string
  principal: string
  service: string
  region: string
  action: string
  path: string
  status: number
  error: string
  milliseconds: number
  /** The permission that was asked for (`s3:PutObject`) and the ARN it was asked for on. */
  iamAction: string
  resource: string
  /** `allowed`, `explicit-deny`, `implicit-deny`, `unauthentic`, or `not judged` when the emulator failed before. */
  decision: string
  /** Every permission that the call asked for, the first first; of a refused call the one that was missing. */
  permissions: readonly Readonly<{ iamAction: string; resource: string; decision: string }>[]
  /** The statement that decided, with its condition; or which was missing. */
  decidedBy: string
  /** The kind of fault that the call met, or ''. */
  fault: string
  /** What the client calls itself, its User-Agent. */
  agent: string
}>

/** Something that the emulator could not answer as AWS does; a scenario that met one is worth nothing. */
export type AwsDefect = Readonly<{ service: string; action: string; reason: string; times: number }>

/** A running AWS. */
export type Aws = Readonly<{
  url: string
  pid: number
  /** A copy of the whole state on another port; it ends with this AWS at the latest. */
  fork: () => Promise<Aws>
  /** Makes an OIDC issuer's public keys known, as AWS would fetch them. */
  registerIssuer: (issuer: Readonly<{ issuer: string; jwks: unknown }>) => Promise<void>
  /** Id of the public hosted zone of a domain; made when there is none, as it must exist before any stack. */
  createHostedZone: (name: string) => Promise<string>
  /** Ends every session that was given out, as their time would. */
  endSessions: () => Promise<void>
  resources: () => Promise<readonly AwsResource[]>
  /** The calls of this copy: a fork starts with an empty journal, and what its parent did is not in it. */
  journal: () => Promise<readonly AwsCall[]>
  /** Where Route 53's public records are answered, over UDP. */
  dns: () => Promise<Readonly<{ host: string; port: number }>>
  /** What this copy could not answer as AWS does, since it was started. */
  defects: () => Promise<readonly AwsDefect[]>
  /** The faults that this copy shows from now on, in place of earlier ones; one that cannot come about is refused. */
  setFaults: (faults: readonly Fault[]) => Promise<void>
  /** How many calls matched each fault, and how often it came about. */
  faults: () => Promise<readonly FaultReport[]>
  /** Forgets all resources and calls. */
  reset: () => Promise<void>
  /** Ends it and its forks; resolves when the process is gone. A second call does nothing. */
  close: () => Promise<void>
}> &
  DataPlane

/** `python` is an executable whose environment holds lab/aws/requirements.txt; `log` gets its standard error by line. */
export type AwsOptions = Readonly<{ python: string; log?: (line: string) => void }>

/**
 * Root credentials of the account; every other key must have been given out by this AWS. The secret is of this process and
 * those that it starts, so that a test run shares its copies; the lab's own API asks for it, too.
 */
export const rootCredentials = {
  accessKeyId: 'test',
  secretAccessKey: (process.env['LAB_ROOT_SECRET'] ??= randomBytes(20).toString('hex'))
} as const

/** Whoever holds the root credentials says so: SDKs, Terraform and `signRequest` put this into their User-Agent. */
export const OWNER = (process.env['AWS_SDK_UA_APP_ID'] ??= 'caliber-lab-owner')

/** What the lab's own API wants to see: that its owner asks. */
export const controlHeaders = { authorization: `Bearer ${rootCredentials.secretAccessKey}` } as const

const START_MS = 60_000
const END_MS = 5_000
const POLL_MS = 20

/** Starts AWS and waits until it listens; rejects with its standard error when it does not. */
export async function startAws({ python, log = () => {} }: AwsOptions): Promise<Aws> {
  const child = spawn(python, ['-P', '-m', 'aws', '--port', '0', '--end-with-stdin'], {
    env: cleanEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe']
  })
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    errors.push(line)
    log(line)
  })
  try {
    const { url, pid } = await firstLine(child)
    return connect({ url, pid, gone: () => child.exitCode !== null || child.signalCode !== null })
  } catch (cause) {
    child.kill('SIGKILL')
    throw new Error(`AWS did not start with ${python}: ${errors.slice(-5).join('\n') || String(cause)}`, {
      cause
    })
  }
}

/** An AWS that another process started, by its address; it ends with that process. */
export async function connectAws(url: string): Promise<Aws> {
  const answer = await fetch(`${url}/_lab/health`, { headers: controlHeaders })
  const { pid } = (await answer.json()) as Address
  return connect({ url, pid, gone: () => !isAlive(pid) })
}

/** Nothing of the caller's environment but what Python needs: no AWS settings, no proxies, no PYTHON* switches. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SYSTEMROOT'].map(
    (name) => [name, process.env[name]] as const
  )
  const lab = dirname(dirname(fileURLToPath(import.meta.url)))
  // Containers run on the Node that runs this.
  const own = {
    PYTHONPATH: lab,
    LAB_NODE: process.execPath,
    LAB_ROOT_SECRET: rootCredentials.secretAccessKey
  }
  return { ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)), ...own }
}

type Address = Readonly<{ url: string; pid: number }>

function firstLine(child: ChildProcess): Promise<Address> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${START_MS / 1000} s`)), START_MS)
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      act()
    }
    child.once('error', (error) => settle(() => reject(error)))
    child.once('exit', (code) => settle(() => reject(new Error(`it ended with ${code}`))))
    if (child.stdout === null) return reject(new Error('it has no standard output'))
    createInterface({ input: child.stdout }).once('line', (line) =>
      settle(() => resolve(JSON.parse(line) as Address))
    )
  })
}

/** The control API of a running AWS; `gone` tells whether its process has ended. */
function connect(server: Address & Readonly<{ gone: () => boolean }>): Aws {
  const { url, pid } = server
  const call = async <T>(method: 'GET' | 'POST', route: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${url}/_lab/${route}`, {
      method,
      headers: controlHeaders,
      ...(body ? { body: JSON.stringify(body) } : {})
    })
    const text = await answer.text()
    if (!answer.ok)
      throw new Error(`AWS at ${url} answered ${answer.status} to ${method} /_lab/${route}: ${text}`)
    return JSON.parse(text) as T
  }
  return {
    ...dataPlane(call),
    url,
    pid,
    fork: async () => {
      const copy = await call<Address>('POST', 'fork')
      return connect({ ...copy, gone: () => !isAlive(copy.pid) })
    },
    registerIssuer: async (issuer) => {
      await call('POST', 'oidc', issuer)
    },
    createHostedZone: async (name) => (await call<{ id: string }>('POST', 'zones', { name })).id,
    endSessions: async () => {
      await call('POST', 'sessions')
    },
    resources: () => call('GET', 'resources'),
    journal: () => call('GET', 'journal'),
    dns: () => call('GET', 'dns'),
    defects: () => call('GET', 'defects'),
    setFaults: async (faults) => {
      faults.forEach((fault) => checkFault(fault))
      await call('POST', 'faults', faults)
    },
    faults: () => call('GET', 'faults'),
    reset: async () => {
      await call('POST', 'reset')
    },
    close: async () => {
      if (server.gone()) return
      await call('POST', 'shutdown').catch(() => {})
      await awaitEnd(server)
    }
  }
}

async function awaitEnd({ pid, gone }: Readonly<{ pid: number; gone: () => boolean }>): Promise<void> {
  for (let waited = 0; waited < END_MS; waited += POLL_MS) {
    if (gone()) return
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  if (!gone()) process.kill(pid, 'SIGKILL')
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
