/** What a plan is made with, beside the stack's own files; every path is relative to the working directory. */
export type PlanArguments = Readonly<{
  varFiles: readonly string[]
  targets: readonly string[]
  replace: readonly string[]
  refreshOnly: boolean
  destroy: boolean
  parallelism?: number
  lockTimeout?: string
}>

/** What the file of variables that come with a job, not with the checkout, is called. */
export const GIVEN_VARIABLES = 'given.tfvars.json'

/** The same arguments with one more file of variables, which is read last. */
export function withVariables(args: PlanArguments, file: string | undefined): PlanArguments {
  return file === undefined ? args : { ...args, varFiles: [...args.varFiles, file] }
}

/** The command line of `terraform plan` for these arguments. */
export function planCommand(args: PlanArguments & Readonly<{ out: string }>): readonly string[] {
  return [
    'plan',
    '-json',
    '-input=false',
    '-lock=true',
    `-out=${args.out}`,
    ...args.varFiles.map((file) => `-var-file=${file}`),
    ...args.targets.map((address) => `-target=${address}`),
    ...args.replace.map((address) => `-replace=${address}`),
    ...(args.refreshOnly ? ['-refresh-only'] : []),
    ...(args.destroy ? ['-destroy'] : []),
    ...tuning(args)
  ]
}

/** The command line of `terraform apply` for a saved plan: no variables, which the plan already holds. */
export function applyCommand(args: ApplyArguments): readonly string[] {
  return ['apply', '-json', '-input=false', '-lock=true', ...tuning(args), args.file]
}

export type ApplyArguments = Readonly<{ file: string; lockTimeout?: string; parallelism?: number }>

/** The command line that takes addresses out of the state. */
export function forgetCommand({ addresses, lockTimeout }: ForgetArguments): readonly string[] {
  const patience = lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`]
  return ['state', 'rm', '-lock=true', ...patience, ...addresses]
}

export type ForgetArguments = Readonly<{ addresses: readonly string[]; lockTimeout?: string }>

function tuning(args: Pick<PlanArguments, 'parallelism' | 'lockTimeout'>): readonly string[] {
  return [
    ...(args.parallelism === undefined ? [] : [`-parallelism=${args.parallelism}`]),
    ...(args.lockTimeout === undefined ? [] : [`-lock-timeout=${args.lockTimeout}`])
  ]
}

export type InitArguments = Readonly<{
  backend?: boolean
  backendConfig?: readonly string[]
  lockfileReadonly?: boolean
}>

/** The command line of `terraform init`; a different backend than an earlier one in the same folder simply replaces it. */
export function initCommand({
  backend = true,
  backendConfig = [],
  lockfileReadonly = false
}: InitArguments): readonly string[] {
  return [
    'init',
    '-input=false',
    '-no-color',
    ...(backend
      ? ['-reconfigure', ...backendConfig.map((line) => `-backend-config=${line}`)]
      : ['-backend=false']),
    ...(lockfileReadonly ? ['-lockfile=readonly'] : [])
  ]
}
