import { join } from 'node:path'
import { UserError } from '../lib/errors.ts'
import type { Log } from '../lib/log.ts'
import { terraformCli, type Terraform } from '../lib/terraform/cli.ts'
import { Refusal } from './failure.ts'
import type { Ports } from './ports.ts'
import { STACK, type Settings } from './settings.ts'

/** The stack's folder with Terraform in it, at work on one tenant's state at a time. */
export type Stack = Readonly<{
  folder: string
  version: string
  terraform: Terraform
  /** The same with nothing said but what it fails with: what is planned is shown by other means. */
  quietly: Terraform
  /** Points the folder at a state; nothing else is known to Terraform afterwards. */
  initialise: (settings: Settings, key: string) => Promise<void>
  /** Installs modules and provider, and asks no state. */
  install: () => Promise<void>
}>

export const OLDEST = '1.11.4'
const INSTALL =
  'Install Terraform 1.13.1, which the workflows use: https://releases.hashicorp.com/terraform/1.13.1/ (action setup-terraform-1.13.1 checks it by digest).'

/** Terraform as it is on PATH; refused when there is none or it is too old. */
export async function openStack(ports: Ports): Promise<Stack> {
  const { env, exec, signal, terminal, root } = ports
  const folder = join(root, STACK)
  const apart: typeof exec = (command, args, options) => exec(command, args, { ...options, apart: true })
  const open = (log: Log): Terraform => terraformCli({ cwd: folder, log, exec: apart, signal, env })
  const terraform = open(terminal.log)
  const version = await askVersion(terraform, signal)
  if (!isNewEnough(version))
    throw new Refusal(`Terraform ${version} is on PATH, and ${OLDEST} is the oldest that will do. ${INSTALL}`)
  const quietly = open({ ...terminal.log, info: () => undefined })
  return {
    folder,
    version,
    terraform,
    quietly,
    initialise: (settings, key) =>
      quietly.init({ backendConfig: [...settings.backend, `key=${key}`], lockfileReadonly: true }),
    install: () => quietly.init({ backend: false, lockfileReadonly: true })
  }
}

async function askVersion(terraform: Terraform, signal: AbortSignal): Promise<string> {
  try {
    return await terraform.version()
  } catch (error) {
    if (signal.aborted || error instanceof UserError) throw error
    throw new Refusal(`There is no terraform on PATH that can be run. ${INSTALL}`, { cause: error })
  }
}

/** Whether a version is not older than the oldest that will do. */
export function isNewEnough(version: string): boolean {
  const [wanted, found] = [OLDEST, version].map((one) => one.split(/[.-]/).slice(0, 3).map(Number))
  const at = [0, 1, 2].find((index) => wanted?.[index] !== found?.[index])
  return at === undefined || (found?.[at] ?? 0) > (wanted?.[at] ?? 0)
}
