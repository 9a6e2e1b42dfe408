/** Terraform as an administrator runs it: on the lab's AWS, with the root credentials that no workflow ever gets. */
import { spawn } from 'node:child_process'
import { OWNER, rootCredentials } from './aws/aws.ts'
import type { Machine } from './lab.ts'

/** Of every Terraform on this machine: it asks for no newer version, and takes more memory for less processor time. */
export const terraformSettings = { CHECKPOINT_DISABLE: '1', GOGC: '400' } as const

export type TerraformOptions = Readonly<{
  machine: Pick<Machine, 'terraform' | 'terraformConfig' | 'path'>
  /** Address of the AWS. */
  aws: string
  folder: string
  /** Further variables; those of the person at the machine do not count. */
  env?: Readonly<Record<string, string>>
  /** Ends Terraform at once, with its providers. */
  signal?: AbortSignal
}>

/** Runs one command and resolves with its standard output; rejects with everything it said. */
export function terraformAsRoot(options: TerraformOptions, args: readonly string[]): Promise<string> {
  const { folder, machine, signal } = options
  // A group of its own, so that nothing of it is left when it is ended.
  const child = spawn(machine.terraform, [...args], {
    cwd: folder,
    env: environment(options),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let output = ''
  let all = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    all += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => (all += chunk.toString()))
  const end = (): void => void (child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'))
  signal?.addEventListener('abort', end, { once: true })
  if (signal?.aborted === true) end()
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end)
      if (code === 0) resolve(output)
      else reject(new Error(`terraform ${args.join(' ')} ended with ${code} in ${folder}:\n${all}`))
    })
  })
}

function environment({ machine, aws, env }: TerraformOptions): NodeJS.ProcessEnv {
  return {
    PATH: machine.path,
    HOME: process.env['HOME'],
    TF_CLI_CONFIG_FILE: machine.terraformConfig,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    ...terraformSettings,
    AWS_ENDPOINT_URL: aws,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: rootCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: rootCredentials.secretAccessKey,
    AWS_SDK_UA_APP_ID: OWNER,
    ...env
  }
}
