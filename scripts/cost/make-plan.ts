/** Plans a stack without any account: nothing is read from AWS, nothing is written but a temporary folder. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

const TERRAFORM = join(import.meta.dirname, '../../terraform')

const provider = (alias: string): string => `provider "aws" {
  ${alias}
  allowed_account_ids         = null
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
`

/** Laid over the stack: a state of its own, and providers that ask nobody. */
const OVERRIDE = `terraform {
  backend "local" {}
}
${provider('')}${provider('alias = "us_east_1"')}`

export type StackPlan = Readonly<{ stack: string; varFile: string; variables: readonly string[] }>

/** JSON of the plan of `terraform/stacks/<stack>` with a file of variables; `variables` are further `name=value`. */
export function planOffline({ stack, varFile, variables }: StackPlan): string {
  const folder = mkdtempSync(join(tmpdir(), 'caliber-cost-'))
  try {
    cpSync(TERRAFORM, folder, { recursive: true, filter: (source) => basename(source) !== '.terraform' })
    const cwd = join(folder, 'stacks', stack)
    writeFileSync(join(cwd, 'cost_override.tf'), OVERRIDE)
    const run = (...args: readonly string[]): string => runTerraform(args, cwd)
    run('init', '-lockfile=readonly', '-input=false')
    const vars = variables.map((variable) => `-var=${variable}`)
    run('plan', '-input=false', '-out=cost.tfplan', `-var-file=${resolve(varFile)}`, ...vars)
    return run('show', '-json', 'cost.tfplan')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runTerraform(args: readonly string[], cwd: string): string {
  const env = {
    ...process.env,
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
    AWS_EC2_METADATA_DISABLED: 'true'
  }
  try {
    return execFileSync(
      process.env['CALIBER_TERRAFORM'] ?? 'terraform',
      [...args, ...(args[0] === 'show' ? [] : ['-no-color'])],
      {
        cwd,
        env,
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
        stdio: ['ignore', 'pipe', 'pipe']
      }
    )
  } catch (error) {
    const { stderr = '' } = error as Readonly<{ stderr?: string }>
    throw new Error(`terraform ${args[0]} failed:\n${stderr}`, { cause: error })
  }
}
