/** A laptop with a clone of the repository: a person types its scripts, on the lab's AWS. */
import { execFileSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import type { Aws } from '../../../lab/aws/aws.ts'
import type { Credentials } from '../../../lab/aws/sign.ts'
import { openDoors } from '../../../lab/doors/doors.ts'
import { machineFromEnvironment } from '../../../lab/lab.ts'
import { terraformSettings } from '../../../lab/terraform.ts'
import { exec } from '../../../lib/process.ts'
import { fastSteps } from '../../e2e/fast-steps.ts'
import { CHECKOUT } from '../../e2e/places.ts'
import { python } from '../../emulator/start.ts'

const STACK = 'terraform/stacks/caliber'
const LONGEST_COMMAND_MS = 900_000
const GIT = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.net']

export type Said = Readonly<{ code: number; text: string }>

export type Typing = Readonly<{
  /** Answers at a terminal; without any, standard input is none. */
  answers?: readonly string[]
  /** Whose credentials Terraform takes; the person's own otherwise. */
  terraform?: Credentials
}>

export type Laptop = AsyncDisposable &
  Readonly<{
    /** The clone. */
    root: string
    /** The stack's folder in it, where the scripts are typed. */
    stack: string
    /** Types a line such as `./scripts/init.sh`; resolves with everything that it said. */
    type: (line: string, typing?: Typing) => Promise<Said>
    /** Runs Terraform in the stack's folder, past the scripts. */
    terraform: (identity: Credentials, ...args: readonly string[]) => Promise<Said>
    /** Every plan that Terraform has told a command of, as JSON, in that order. */
    plans: () => Promise<readonly string[]>
    write: (path: string, text: string) => Promise<void>
    read: (path: string) => Promise<string>
  }>

export type Wanted = Readonly<{
  aws: Aws
  /** The person at the laptop. */
  person: Credentials
  /** What the workflows read, too. */
  env: Readonly<Record<string, string>>
}>

/** Clones what the scripts need of the repository, as it is now. */
export async function openLaptop({ aws, person, env }: Wanted): Promise<Laptop> {
  const root = await mkdtemp(join(tmpdir(), 'laptop-'))
  const stack = join(root, STACK)
  const doors = await openDoors(() => aws.edges())
  await clone(root)
  await writeProgram(root)
  const base = { ...machine(root), ...keysOf(person), ...env, ...fastSteps(doors.env) }
  const run = async (command: readonly string[], terraform: Credentials | undefined): Promise<Said> => {
    const [program = '', ...args] = command
    const heard: string[] = []
    const hear = (line: string): void => void heard.push(line)
    const signal = AbortSignal.timeout(LONGEST_COMMAND_MS)
    const known = { ...base, AWS_ENDPOINT_URL: aws.url, ...forTerraform(terraform) }
    const { code } = await exec(program, args, {
      cwd: stack,
      env: known,
      signal,
      onStdout: hear,
      onStderr: hear
    })
    return { code, text: heard.join('\n') }
  }
  return {
    root,
    stack,
    type: (line, { answers, terraform } = {}) => {
      const shell = ['sh', '-c', line]
      const terminal = answers === undefined ? [] : [python, TERMINAL, JSON.stringify(answers)]
      return run([...terminal, ...shell], terraform)
    },
    terraform: (identity, ...args) => run(['terraform', ...args], identity),
    plans: async () => {
      const count = (await readdir(plansIn(root))).length
      return Promise.all(
        Array.from({ length: count }, (_, at) => readFile(join(plansIn(root), `${at}`), 'utf8'))
      )
    },
    write: async (path, text) => {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    },
    read: (path) => readFile(join(root, path), 'utf8'),
    [Symbol.asyncDispose]: async () => {
      await doors.close()
      await rm(root, { recursive: true, force: true })
    }
  }
}

const TERMINAL = join(import.meta.dirname, 'terminal.py')

async function clone(root: string): Promise<void> {
  const filter = (source: string): boolean => basename(source) !== '.terraform'
  for (const part of ['terraform', 'dist', 'package.json', '.gitignore'])
    await cp(join(CHECKOUT, part), join(root, part), { recursive: true, filter })
  const git = (...args: readonly string[]): unknown => execFileSync('git', [...GIT, ...args], { cwd: root })
  git('init', '--quiet')
  git('add', 'terraform')
  git('commit', '--quiet', '--message', 'Clone')
}

const plansIn = (root: string): string => join(root, 'plans')

/**
 * Somebody whose Terraform has credentials of its own, as a profile would give it: those of a role of the account. Plans that
 * it tells of are kept, for tests to look at without another start of the provider.
 */
async function writeProgram(root: string): Promise<void> {
  const file = join(root, 'bin/terraform')
  for (const folder of [dirname(file), plansIn(root)]) await mkdir(folder)
  const keys = ['ACCESS_KEY_ID', 'SECRET_ACCESS_KEY', 'SESSION_TOKEN'].map(
    (name) => `if [ -n "$TERRAFORM_AWS_${name}" ]; then export AWS_${name}="$TERRAFORM_AWS_${name}"; fi`
  )
  const { terraform: real } = machineFromEnvironment()
  const lines = [
    ...keys,
    `if [ "$1 $2" != 'show -json' ]; then exec ${real} "$@"; fi`,
    `plan="${plansIn(root)}/$(ls "${plansIn(root)}" | wc -l | tr -d ' ')"`,
    `${real} "$@" > "$plan" && cat "$plan"`
  ]
  await writeFile(file, ['#!/bin/sh', ...lines, ''].join('\n'))
  await chmod(file, 0o755)
}

const keysOf = ({ accessKeyId, secretAccessKey, sessionToken = '' }: Credentials) => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  ...(sessionToken === '' ? {} : { AWS_SESSION_TOKEN: sessionToken })
})

const forTerraform = (identity: Credentials | undefined): Readonly<Record<string, string>> =>
  identity === undefined
    ? {}
    : Object.fromEntries(
        Object.entries(keysOf(identity)).map(([name, value]) => [`TERRAFORM_${name}`, value])
      )

function machine(root: string): Readonly<Record<string, string>> {
  const { path, terraformConfig: TF_CLI_CONFIG_FILE } = machineFromEnvironment()
  const PATH = [join(root, 'bin'), path].join(delimiter)
  const { HOME = '' } = process.env
  return { PATH, HOME, TF_CLI_CONFIG_FILE, AWS_EC2_METADATA_DISABLED: 'true', ...terraformSettings }
}
