/** A laptop with a clone of the repository: a person types its scripts, on the lab's AWS. */
import { execFileSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import type { Aws } from '../../../lab/aws/aws.ts'
import type { Credentials } from '../../../lab/aws/sign.ts'
import { openDoors } from '../../../lab/doors/doors.ts'
import { terraformSettings } from '../../../lab/terraform.ts'
import { exec } from '../../../lib/process.ts'
import { python } from '../../emulator/start.ts'

const CHECKOUT = join(import.meta.dirname, '../../..')
const STACK = 'terraform/stacks/caliber'
const LONGEST_COMMAND_MS = 900_000
const GIT = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.net']

export type Said = Readonly<{ code: number; text: string }>

export type Typing = Readonly<{
  /** Answers at a terminal; without any, standard input is none. */
  answers?: readonly string[]
  /** Whose credentials Terraform takes; the person's own otherwise. */
  terraform?: Credentials
  /** Another AWS than the laptop's, a copy of it. */
  on?: Aws
  env?: Readonly<Record<string, string>>
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
    terraform: (
      identity: Credentials,
      ...args: readonly string[]
    ) => Promise<Said & Readonly<{ out: string }>>
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
  await writeProgram(join(root, 'bin/terraform'))
  const base = { ...machine(root), ...keysOf(person), ...env, ...clock(doors.env) }
  const run = async (command: readonly [string, ...string[]], more: Readonly<Record<string, string>>) => {
    const [program, ...args] = command
    const heard: string[] = []
    const hear = (line: string): void => void heard.push(line)
    const signal = AbortSignal.timeout(LONGEST_COMMAND_MS)
    const place = { cwd: stack, env: { ...base, ...more }, signal, onStdout: hear, onStderr: hear }
    const { code, stdout } = await exec(program, args, place)
    return { code, text: heard.join('\n'), out: stdout }
  }
  return {
    root,
    stack,
    type: (line, { answers, terraform, on = aws, env: more = {} } = {}) => {
      const shell = ['sh', '-c', line] as const
      const command: readonly [string, ...string[]] =
        answers === undefined ? shell : [python, TERMINAL, JSON.stringify(answers), ...shell]
      return run(command, { AWS_ENDPOINT_URL: on.url, ...forTerraform(terraform), ...more })
    },
    terraform: (identity, ...args) =>
      run(['terraform', ...args], { AWS_ENDPOINT_URL: aws.url, ...forTerraform(identity) }),
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

/** Somebody whose Terraform has credentials of its own, as a profile would give it: those of a role of the account. */
async function writeProgram(file: string): Promise<void> {
  await mkdir(dirname(file))
  const lines = ['ACCESS_KEY_ID', 'SECRET_ACCESS_KEY', 'SESSION_TOKEN'].map(
    (name) => `if [ -n "$TERRAFORM_AWS_${name}" ]; then export AWS_${name}="$TERRAFORM_AWS_${name}"; fi`
  )
  const real = process.env['CALIBER_TERRAFORM'] ?? 'terraform'
  await writeFile(file, ['#!/bin/sh', ...lines, `exec ${real} "$@"`, ''].join('\n'))
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

/** Steps wait for AWS, whose clock is faster than ours. */
const clock = (doors: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...doors,
  NODE_OPTIONS: `${doors['NODE_OPTIONS']} --import ${join(CHECKOUT, 'test/bundles/fast-clock.ts')}`,
  STEP_SPEED: '10'
})

function machine(root: string): Readonly<Record<string, string>> {
  const path = [join(root, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter)
  const { HOME = '', TF_CLI_CONFIG_FILE = '' } = process.env
  return { PATH: path, HOME, TF_CLI_CONFIG_FILE, AWS_EC2_METADATA_DISABLED: 'true', ...terraformSettings }
}
