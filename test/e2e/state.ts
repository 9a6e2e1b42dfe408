/** The ledgers' states: read, moved and locked behind the workflows' back. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { rootCredentials } from '../../lab/aws/aws.ts'
import { machineFromEnvironment } from '../../lab/lab.ts'
import { readObject, writeObject } from './bucket.ts'
import type { Ledger } from './ledger.ts'
import { PLANTED } from './markers.ts'
import { FIXTURES, LOCK_FILE } from './places.ts'

export type State = Readonly<{
  version: number
  serial: number
  outputs: Readonly<Record<string, unknown>>
  resources: readonly Readonly<Record<string, unknown>>[]
}>

const EMPTY = {
  version: 4,
  terraform_version: '1.11.4',
  serial: 1,
  lineage: '0d9f1a3e-6a5b-4f0c-9b68-1f2e3d4c5b6a',
  outputs: {},
  resources: []
}

/** Key of the stack's state in the bucket. */
const keyOf = (ledger: Ledger, stack: string): string =>
  (ledger.backend(stack).find((line) => line.startsWith('key=')) ?? '').slice('key='.length)

/** The stack's state, undefined when it has none or an empty one. */
export async function stateOf(ledger: Ledger, stack: string): Promise<State | undefined> {
  const text = await readObject(ledger.lab, keyOf(ledger, stack))
  const state = text === undefined ? undefined : (JSON.parse(text) as State)
  return state?.resources.length === 0 ? undefined : state
}

/** Raises the state's serial and changes nothing, as a refresh does. */
export async function raiseSerial(ledger: Ledger, stack: string): Promise<void> {
  const text = await readObject(ledger.lab, keyOf(ledger, stack))
  const state = text === undefined ? EMPTY : (JSON.parse(text) as State)
  await writeObject(ledger.lab, keyOf(ledger, stack), JSON.stringify({ ...state, serial: state.serial + 1 }))
}

/** Somebody applies a folder of the fixtures from a laptop, with these files of it changed. */
export async function applyByHand(
  ledger: Ledger,
  stack: string,
  { source, files = {} }: Readonly<{ source: string; files?: Readonly<Record<string, string>> }>
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-state-'))
  const terraform = (...args: readonly string[]) =>
    promisify(execFile)(machineFromEnvironment().terraform, [...args], { cwd: folder, env: byHand(ledger) })
  try {
    await cp(join(FIXTURES, source), folder, { recursive: true })
    if (!source.startsWith('ledger')) await cp(LOCK_FILE, join(folder, '.terraform.lock.hcl'))
    for (const [path, text] of Object.entries(files)) await writeFile(join(folder, basename(path)), text)
    await terraform('init', '-input=false', ...ledger.backend(stack).map((line) => `-backend-config=${line}`))
    await terraform('apply', '-auto-approve', '-input=false')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function byHand({ lab }: Ledger): NodeJS.ProcessEnv {
  const machine = machineFromEnvironment()
  return {
    PATH: machine.path,
    TF_CLI_CONFIG_FILE: machine.terraformConfig,
    ...PLANTED,
    CHECKPOINT_DISABLE: '1',
    AWS_ENDPOINT_URL: lab.aws.url,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: rootCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: rootCredentials.secretAccessKey
  }
}

/** Leaves a lock behind, as a Terraform that was killed does. */
export async function lockState(ledger: Ledger, stack: string, who: string): Promise<void> {
  const lock = {
    ID: '7c1d5a52-0000-4000-8000-000000000001',
    Operation: 'OperationTypeApply',
    Info: '',
    Who: who,
    Version: '1.11.4',
    Created: '2026-01-01T00:00:00Z',
    Path: `caliber-terraform-state/${keyOf(ledger, stack)}`
  }
  await writeObject(ledger.lab, `${keyOf(ledger, stack)}.tflock`, JSON.stringify(lock))
}

/** Who holds the state's lock; undefined when nobody does. */
export async function lockHolder(ledger: Ledger, stack: string): Promise<string | undefined> {
  const text = await readObject(ledger.lab, `${keyOf(ledger, stack)}.tflock`)
  return text === undefined ? undefined : (JSON.parse(text) as { Who: string }).Who
}
