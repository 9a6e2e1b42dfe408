/** A `run` step: a script in a shell. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { valueOf } from '../expression/template.ts'
import { textOf } from '../expression/value.ts'
import { WorkflowFault } from '../fault.ts'
import { child, type Token } from '../workflow/token.ts'
import { scopeOf, type Step, type StepOutcome } from './level.ts'
import { type Invocation, invocationOf } from './shells.ts'
import { complain, runStepProcess } from './step-process.ts'

/** Runs the step's script with GitHub's shells, defaults and log lines. */
export async function runScript(step: Step, token: Token, signal: AbortSignal): Promise<StepOutcome> {
  const { session, place } = step.level
  const scope = scopeOf(step.level, step.env, step.id)
  const text = (key: string): string | undefined => textOf(valueOf(child(token, key), scope)) || undefined
  // A composite's steps do not inherit the defaults of the workflow that uses it.
  const defaults = place === '' ? session.defaults : {}
  const script = (text('run') ?? '').replaceAll('\r\n', '\n')
  const base = join(session.folders.temp, randomUUID())
  const invocation = invocationOf(text('shell') ?? defaults.shell, (extension) => `${base}${extension}`)
  const cwd = resolve(
    session.folders.workspace,
    text('working-directory') ?? defaults.workingDirectory ?? '.'
  )
  if (!existsSync(cwd)) {
    throw new WorkflowFault(
      `An error occurred trying to start process '${invocation.command}' with working directory '${cwd}'. No such file or directory`
    )
  }
  announce(step, script, invocation)
  await writeFile(`${base}${invocation.extension}`, `${script}\n`)
  const done = await runStepProcess(step, { ...invocation, cwd, env: {}, signal })
  if (done.code !== 0) complain(session, `Process completed with exit code ${String(done.code)}.`)
  return done
}

function announce({ level: { session, env }, ...step }: Step, script: string, { shown }: Invocation): void {
  const variables = Object.entries({ ...session.env, ...env, ...step.env })
  const lines = [
    `##[group]Run ${script.trim().split('\n')[0] ?? ''}`,
    ...script.trimEnd().split('\n'),
    `shell: ${shown}`,
    ...(variables.length === 0 ? [] : ['env:', ...variables.map(([key, value]) => `  ${key}: ${value}`)]),
    '##[endgroup]'
  ]
  for (const line of lines) session.voice.log(line)
}
