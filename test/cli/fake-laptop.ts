/** A checkout in a temporary folder and a machine whose programs are scripted: no process is started. */
import { appendFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { run } from '../../cli/run.ts'
import type { Action } from '../../cli/step.ts'
import { openTerminal } from '../../cli/terminal.ts'
import type { Exec } from '../../lib/process.ts'
import { planText } from '../fakes/plan-text.ts'

type Texts = Readonly<Record<string, string>>

/** How an action's step ends. */
export type Ending = Readonly<{ code?: number; outputs?: Texts; lines?: readonly string[]; summary?: string }>

export type Script = Readonly<{
  steps?: Readonly<Partial<Record<Action, Ending | ((inputs: Texts) => Ending)>>>
  /** Standard output of Terraform by its command; a list is what it fails with, a summary and a detail. */
  terraform?: Readonly<Record<string, string | readonly [summary: string, detail: string]>>
  commit?: string
  env?: Texts
  /** Answers at a terminal; without any nobody sits there. */
  answers?: readonly string[]
  /** Files of the checkout. */
  files?: Texts
}>

export type Typed = Readonly<{ code: number; out: string; err: string }>

export type FakeLaptop = AsyncDisposable & {
  root: string
  script: Script
  /** Types a script's name and flags, as `plan --client Acme`. */
  type: (line: string) => Promise<Typed>
  /** Steps that were run: the action and its inputs. */
  readonly steps: Readonly<{
    action: string
    inputs: Texts
    env: Readonly<Record<string, string | undefined>>
  }>[]
  /** Terraform's command lines. */
  readonly terraform: string[]
  readonly questions: string[]
}

export const BACKEND = 'bucket=states\nregion=us-east-1'

/** What the registry's action gives for the tenant that it is asked for. */
export const reserved = (inputs: Texts): Ending => ({
  outputs: {
    tfvars: JSON.stringify({
      client: inputs['CLIENT'],
      plan: inputs['PLAN'],
      env: inputs['ENV'],
      subdomain: inputs['SUBDOMAIN'],
      region: inputs['REGION'],
      ...(inputs['PLAN'] === 'Dedicated' ? { vpc_cidr: '10.0.0.0/16', image: inputs['IMAGE'] } : {}),
      ...(JSON.parse(inputs['SETTINGS'] || '{}') as object)
    })
  }
})

export async function fakeLaptop(script: Script = {}): Promise<FakeLaptop> {
  const root = await mkdtemp(join(tmpdir(), 'fake-laptop-'))
  await mkdir(join(root, 'terraform/stacks/caliber'), { recursive: true })
  for (const [path, text] of Object.entries(script.files ?? {})) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const laptop: FakeLaptop = {
    root,
    script,
    steps: [],
    terraform: [],
    questions: [],
    type: (line) => typeLine(laptop, line),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true })
  }
  return laptop
}

async function typeLine(laptop: FakeLaptop, line: string): Promise<Typed> {
  const { script, root, questions } = laptop
  const [out, err]: [string[], string[]] = [[], []]
  const answers = [...(script.answers ?? [])]
  const ask = async (question: string): Promise<string> => {
    questions.push(question)
    return answers.shift() ?? ''
  }
  const code = await run(
    line.split(' ').filter((word) => word !== ''),
    {
      env: { TERRAFORM_BACKEND_CONFIG: BACKEND, AWS_REGION: 'us-east-1', ...script.env },
      cwd: root,
      root,
      exec: execOf(laptop),
      terminal: openTerminal({ out: (one) => out.push(one), err: (one) => err.push(one), colours: false }),
      ...(script.answers === undefined ? {} : { ask }),
      who: { user: 'ada', host: 'lovelace.local' },
      signal: new AbortController().signal,
      now: () => 1_700_000_000_000
    }
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const execOf =
  (laptop: FakeLaptop): Exec =>
  async (command, args, { env, onStdout }) => {
    const said: Answer = (code, stdout = '') => {
      for (const one of stdout.split('\n').filter(Boolean)) onStdout?.(one)
      return { code, stdout, stderr: '' }
    }
    if (command === 'git') return said(0, args[0] === 'rev-parse' ? (laptop.script.commit ?? 'c0ffee') : '')
    if (command === 'terraform') return answerTerraform(laptop, args, said)
    return answerStep(laptop, { action: basename(dirname(args[0] ?? '')) as Action, env }, said)
  }

type Asked = Readonly<{ action: Action; env: Readonly<Record<string, string | undefined>> }>

function answerStep({ script, steps }: FakeLaptop, { action, env }: Asked, said: Answer): ReturnType<Answer> {
  const inputs = inputsOf(env)
  steps.push({ action, inputs, env })
  const {
    code = 0,
    outputs = {},
    lines = [],
    summary = ''
  } = endingOf(script.steps?.[action], action, inputs)
  for (const [name, value] of Object.entries(outputs))
    appendFileSync(env['GITHUB_OUTPUT'] ?? '', `${name}<<end\n${value}\nend\n`)
  appendFileSync(env['GITHUB_STEP_SUMMARY'] ?? '', summary)
  return said(code, lines.join('\n'))
}

function endingOf(
  scripted: Ending | ((inputs: Texts) => Ending) | undefined,
  action: Action,
  inputs: Texts
): Ending {
  if (typeof scripted === 'function') return scripted(inputs)
  return scripted ?? (action === 'tenant' ? reserved(inputs) : {})
}

const inputsOf = (env: Asked['env']): Texts =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value = '']) =>
      name.startsWith('INPUT_') ? [[name.slice(6), value]] : []
    )
  )

type Answer = (code: number, stdout?: string) => Readonly<{ code: number; stdout: string; stderr: string }>

async function answerTerraform(
  laptop: FakeLaptop,
  args: readonly string[],
  said: Answer
): Promise<ReturnType<Answer>> {
  const [name = ''] = args
  if (name !== 'version') laptop.terraform.push(args.join(' '))
  const scripted = laptop.script.terraform?.[name]
  if (typeof scripted === 'object') return said(1, diagnostic(...scripted))
  const file = args.find((one) => one.startsWith('-out='))?.slice(5)
  if (file !== undefined) await writeFile(file, 'plan')
  return said(0, scripted ?? TERRAFORM[name] ?? '')
}

const diagnostic = (summary: string, detail: string): string =>
  JSON.stringify({ type: 'diagnostic', diagnostic: { severity: 'error', summary, detail } })

const TERRAFORM: Readonly<Record<string, string>> = {
  version: '{"terraform_version":"1.13.1"}',
  show: planText({ actions: ['create'], before: null }),
  output: JSON.stringify({ api_endpoint: { value: 'acme.hicaliber.net', type: 'string', sensitive: false } })
}
