import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../lib/terraform/environment.ts'
import { Ended } from './failure.ts'
import { plainMarkdown } from './plain-markdown.ts'
import type { Ports } from './ports.ts'
import { parseOutputFile } from './workflow-command.ts'

/** The actions that do without an approval; no command runs another. */
export type Action =
  | 'tenant'
  | 'seed-secrets'
  | 'migrate'
  | 'rollout'
  | 'deploy-frontend'
  | 'smoke'
  | 'decommission-check'

export type Step = Readonly<{
  action: Action
  /** Inputs by name; those left out have the action's own defaults. */
  inputs: Readonly<Record<string, string>>
  /** The tenant's region. */
  region?: string
  /** The folder that paths of inputs count from; the checkout when left out. */
  workspace?: string
  /** `summary` shows the action's summary in the end; `quiet` shows what it says only when it fails. */
  shows?: 'summary' | 'quiet'
}>

export type Outputs = Readonly<Record<string, string>>

/** Runs an action as a job would, with the person's credentials; throws Ended, after it has said why, when it fails. */
export async function runStep(step: Step, ports: Ports): Promise<Outputs> {
  const folder = await mkdtemp(join(tmpdir(), 'caliber-step-'))
  try {
    return await runIn(folder, step, ports)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runIn(folder: string, step: Step, ports: Ports): Promise<Outputs> {
  const { terminal, exec, root, signal } = ports
  const files = { outputs: join(folder, 'outputs'), summary: join(folder, 'summary') }
  for (const file of Object.values(files)) await writeFile(file, '')
  const kept: string[] = []
  const hear = step.shows === 'quiet' ? (line: string) => void kept.push(line) : terminal.hear
  const { code } = await exec(process.execPath, [join(root, 'dist', step.action, 'index.js')], {
    cwd: step.workspace ?? root,
    env: stepEnvironment(step, { ...ports, folder, files }),
    signal,
    apart: true,
    onStdout: hear,
    onStderr: hear
  })
  if (code !== 0) for (const line of kept) terminal.hear(line)
  if (code === 0 && step.shows === 'summary')
    terminal.say(`\n${plainMarkdown(await readFile(files.summary, 'utf8'), terminal.paint)}`)
  if (code !== 0) throw new Ended(code)
  return parseOutputFile(await readFile(files.outputs, 'utf8'))
}

type Place = Pick<Ports, 'env' | 'root' | 'who' | 'now'> &
  Readonly<{ folder: string; files: Readonly<{ outputs: string; summary: string }> }>

/** The environment of a step: the person's own without anything of a runner's, the inputs, and facts that name no run of GitHub's. */
export function stepEnvironment(step: Step, { env, root, who, now, folder, files }: Place): Environment {
  const own = Object.entries(env).filter(
    ([name]) => !/^(?:INPUT_|GITHUB_|ACTIONS_|RUNNER_|STATE_)/.test(name)
  )
  const inputs = Object.entries(step.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return {
    ...Object.fromEntries(own),
    ...(Object.fromEntries(inputs) as Record<string, string>),
    ...(step.region === undefined ? {} : { AWS_REGION: step.region, AWS_DEFAULT_REGION: step.region }),
    GITHUB_WORKSPACE: step.workspace ?? root,
    GITHUB_OUTPUT: files.outputs,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: folder,
    // No step of a laptop's asks GitHub anything.
    GITHUB_API_URL: 'http://127.0.0.1:9',
    // A reservation tells by whom it was made; each command is a run of its own.
    GITHUB_SERVER_URL: 'laptop:/',
    GITHUB_REPOSITORY: `${word(who.user)}/${word(who.host)}`,
    GITHUB_REPOSITORY_ID: '0',
    GITHUB_RUN_ID: String(now()),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_EVENT_NAME: 'laptop',
    GITHUB_ACTOR: word(who.user),
    GITHUB_REF: 'laptop',
    GITHUB_SHA: '0'.repeat(40)
  }
}

const word = (text: string): string => text.replaceAll(/[^\w.-]+/g, '-') || 'somebody'
