/** The ledgers' states: read, moved and locked behind the workflows' back. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { machineFromEnvironment } from '../../lab/lab.ts'
import { terraformAsRoot } from '../../lab/terraform.ts'
import { readObject, removeObject, writeObject } from './bucket.ts'
import { keyOf, type Ledger } from './ledger.ts'
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

/** The stack's state, undefined when it has none or an empty one. */
export async function stateOf(ledger: Ledger, stack: string): Promise<State | undefined> {
  const text = await readObject(ledger.lab.aws, keyOf(stack))
  const state = text === undefined ? undefined : (JSON.parse(text) as State)
  return state?.resources.length === 0 ? undefined : state
}

/** Raises the state's serial and changes nothing, as a refresh does. */
export async function raiseSerial(ledger: Ledger, stack: string): Promise<void> {
  const text = await readObject(ledger.lab.aws, keyOf(stack))
  const state = text === undefined ? EMPTY : (JSON.parse(text) as State)
  await writeObject(ledger.lab.aws, keyOf(stack), JSON.stringify({ ...state, serial: state.serial + 1 }))
}

/** Somebody applies a folder of the fixtures from a laptop, with these files of it changed. */
export async function applyByHand(
  ledger: Ledger,
  stack: string,
  { source, files = {} }: Readonly<{ source: string; files?: Readonly<Record<string, string>> }>
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-state-'))
  const place = { machine: machineFromEnvironment(), aws: ledger.lab.aws.url, folder, env: PLANTED }
  try {
    await cp(join(FIXTURES, source), folder, { recursive: true })
    if (!source.startsWith('ledger')) await cp(LOCK_FILE, join(folder, '.terraform.lock.hcl'))
    for (const [path, text] of Object.entries(files)) await writeFile(join(folder, basename(path)), text)
    const backend = ledger.backend(stack).map((line) => `-backend-config=${line}`)
    await terraformAsRoot(place, ['init', ...backend])
    await terraformAsRoot(place, ['apply', '-auto-approve'])
  } finally {
    await rm(folder, { recursive: true, force: true })
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
    Path: `caliber-terraform-state/${keyOf(stack)}`
  }
  await writeObject(ledger.lab.aws, `${keyOf(stack)}.tflock`, JSON.stringify(lock))
}

/** Takes a lock away that its holder left behind. */
export const unlockState = (ledger: Ledger, stack: string): Promise<void> =>
  removeObject(ledger.lab.aws, `${keyOf(stack)}.tflock`)

/** Who holds the state's lock; undefined when nobody does. */
export async function lockHolder(ledger: Ledger, stack: string): Promise<string | undefined> {
  const text = await readObject(ledger.lab.aws, `${keyOf(stack)}.tflock`)
  return text === undefined ? undefined : (JSON.parse(text) as { Who: string }).Who
}
