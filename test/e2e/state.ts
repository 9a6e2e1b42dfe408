/** The ledger's states on the lab's S3, as somebody else with access to the bucket would read and move them. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { rootCredentials } from '../../lab/aws/aws.ts'
import { machineFromEnvironment } from '../../lab/lab.ts'
import { MARKER, type World } from './world.ts'

type State = Readonly<{ serial: number; outputs: Record<string, unknown>; resources: readonly unknown[] }>

/** The stack's state, undefined when it has none or an empty one. */
export async function stateOf(world: World, stack: string): Promise<State | undefined> {
  const text = await inStack(world, stack, (terraform) => terraform(['state', 'pull']))
  if (text.trim() === '') return undefined
  const state = JSON.parse(text) as State
  return state.resources.length === 0 ? undefined : state
}

/** Applies `entries` behind everybody's back, or only raises the state's serial when there are none. */
export async function moveState(
  world: World,
  stack: string,
  entries: Readonly<Record<string, string>>
): Promise<void> {
  await inStack(world, stack, async (terraform, folder) => {
    if (Object.keys(entries).length > 0) {
      await writeFile(join(folder, 'entries.tf'), `locals {\n  entries = ${JSON.stringify(entries)}\n}\n`)
      return terraform(['apply', '-auto-approve', '-input=false'])
    }
    const pulled = await terraform(['state', 'pull'])
    const lineage = '0d9f1a3e-6a5b-4f0c-9b68-1f2e3d4c5b6a'
    const empty = { version: 4, terraform_version: '1.11.4', serial: 1, lineage, outputs: {}, resources: [] }
    const state = pulled.trim() === '' ? empty : (JSON.parse(pulled) as State)
    const moved = join(folder, 'moved.json')
    await writeFile(moved, JSON.stringify({ ...state, serial: state.serial + 1 }))
    return terraform(['state', 'push', moved])
  })
}

/** Leaves a lock behind, as a Terraform that was killed does. */
export async function lockState(world: World, stack: string, who: string): Promise<void> {
  const lock = {
    ID: '7c1d5a52-0000-4000-8000-000000000001',
    Operation: 'OperationTypeApply',
    Info: '',
    Who: who,
    Version: '1.11.4',
    Created: '2026-01-01T00:00:00Z',
    Path: `caliber-terraform-state/ledger/${stack}.tfstate`
  }
  const script = `
import boto3, os, sys
boto3.client("s3").put_object(Bucket="caliber-terraform-state", Key=sys.argv[1], Body=sys.argv[2].encode())
`
  await promisify(execFile)(
    machineFromEnvironment().python,
    ['-c', script, `ledger/${stack}.tfstate.tflock`, JSON.stringify(lock)],
    { env: rootEnvironment(world) }
  )
}

type Terraform = (args: readonly string[]) => Promise<string>

async function inStack(
  world: World,
  stack: string,
  work: (terraform: Terraform, folder: string) => Promise<string>
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-state-'))
  const env = rootEnvironment(world)
  const terraform: Terraform = async (args) =>
    (await promisify(execFile)(machineFromEnvironment().terraform, [...args], { cwd: folder, env })).stdout
  try {
    const source = join(import.meta.dirname, 'fixtures/ledger/infra')
    for (const file of ['main.tf', 'entries.tf'])
      await writeFile(join(folder, file), await readFile(join(source, file)))
    const settings = world.backend().map((line) => `-backend-config=${line}`)
    await terraform(['init', '-input=false', ...settings, `-backend-config=key=ledger/${stack}.tfstate`])
    return await work(terraform, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function rootEnvironment(world: World): NodeJS.ProcessEnv {
  const machine = machineFromEnvironment()
  return {
    PATH: machine.path,
    TF_CLI_CONFIG_FILE: machine.terraformConfig,
    TF_VAR_password: MARKER,
    CHECKPOINT_DISABLE: '1',
    AWS_ENDPOINT_URL: world.lab.aws.url,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: rootCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: rootCredentials.secretAccessKey
  }
}
