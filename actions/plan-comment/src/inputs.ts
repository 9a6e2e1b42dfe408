import { parseBackendConfig } from '../../../lib/backend-config.ts'
import { UserError } from '../../../lib/errors.ts'
import { ENV_PATTERN } from '../../../lib/fragment.ts'
import { choice, duration, flag, integer, list, matching, optional, required } from '../../../lib/input.ts'
import type { ReadInput } from '../../../lib/input.ts'
import { parseSealKey } from '../../../lib/seal.ts'
import { parseJson } from '../../../lib/tenants/tenant.ts'
import { isManagedAddress, isTargetAddress } from '../../../lib/terraform/address.ts'
import type { PlanArguments } from '../../../lib/terraform/cli.ts'
import { parseVariables } from './variables.ts'

/** What the action was asked to do. Paths are as given; whether they exist is checked against the workspace. */
export type Inputs = Readonly<{
  stack: string
  /** Environment that the stack belongs to. */
  env?: string
  workingDirectory: string
  backendConfig: readonly string[]
  arguments: PlanArguments
  /** JSON text of an object of variables that no file of the checkout holds. */
  variables?: string
  planFile?: string
  planJson?: string
  mode: 'plan' | 'comment' | 'validate'
  comment: 'always' | 'changes' | 'never'
  prNumber?: number
  sealKey?: Buffer
  requireReviewed: boolean
  /** In mode `comment`: the stacks whose plans are handed on; of none a run without plans is right. All of the run when undefined. */
  stacks?: readonly string[]
  token: string
}>

const STACK = {
  pattern: /^(?!fragment-)[A-Za-z0-9._-]{1,80}$/,
  expected: "a stack's name: 1 to 80 of A-Z a-z 0-9 . _ - and not beginning with 'fragment-'"
}

const ENV = {
  pattern: ENV_PATTERN,
  expected: 'the name of an environment: a letter, then up to 39 of A-Z a-z 0-9 _ -'
}

/** All inputs, or one sentence on the first that is wrong. */
export function parseInputs(read: ReadInput): Inputs {
  required(read, 'stack')
  const env = matching(read, 'env', ENV)
  const planFile = optional(read, 'plan-file')
  const planJson = optional(read, 'plan-json')
  const prNumber = integer(read, 'pr-number', { min: 1, max: 2 ** 31 - 1 })
  const sealKey = optional(read, 'seal-key')
  const variables = parseVariables(optional(read, 'variables'))
  const stacks = optional(read, 'stacks')
  const inputs: Inputs = {
    stack: matching(read, 'stack', STACK) ?? '',
    ...(env === undefined ? {} : { env }),
    workingDirectory: optional(read, 'working-directory') ?? '.',
    backendConfig: parseBackendConfig(read),
    arguments: parseArguments(read),
    ...(variables === undefined ? {} : { variables }),
    ...(planFile === undefined ? {} : { planFile }),
    ...(planJson === undefined ? {} : { planJson }),
    mode: choice(read, 'mode', ['plan', 'comment', 'validate']),
    comment: choice(read, 'comment', ['always', 'changes', 'never']),
    ...(prNumber === undefined ? {} : { prNumber }),
    ...(sealKey === undefined ? {} : { sealKey: parseSealKey(sealKey) }),
    requireReviewed: flag(read, 'require-reviewed'),
    ...(stacks === undefined ? {} : { stacks: parseStacks(stacks) }),
    token: required(read, 'github-token')
  }
  checkTogether(inputs)
  return inputs
}

function parseStacks(text: string): readonly string[] {
  const names = parseJson(text, "Input 'stacks'")
  if (Array.isArray(names) && names.every((name) => typeof name === 'string')) return names
  throw new UserError('Input \'stacks\' is no JSON list of names. Write it as ["caliber-acme-stg"].')
}

function parseArguments(read: ReadInput): PlanArguments {
  const parallelism = integer(read, 'parallelism', { min: 1, max: 256 })
  const lockTimeout = duration(read, 'lock-timeout')
  return {
    varFiles: list(read, 'var-files').map(checkRelative),
    targets: list(read, 'targets').map((one) => checkAddress('targets', one)),
    replace: list(read, 'replace').map((one) => checkAddress('replace', one)),
    refreshOnly: flag(read, 'refresh-only'),
    destroy: flag(read, 'destroy'),
    ...(parallelism === undefined ? {} : { parallelism }),
    ...(lockTimeout === undefined ? {} : { lockTimeout: `${Math.ceil(lockTimeout / 1000)}s` })
  }
}

function checkAddress(name: 'targets' | 'replace', address: string): string {
  const isRight = name === 'targets' ? isTargetAddress(address) : isManagedAddress(address)
  if (isRight) return address
  const expected = name === 'targets' ? 'of a resource or module' : 'of a managed resource'
  throw new UserError(
    `Input '${name}' names '${address}', which is no address ${expected}. Write it as 'terraform plan' shows it, such as module.web.aws_instance.app["a"].`
  )
}

function checkRelative(file: string): string {
  if (file.startsWith('/') || file.includes('\\')) {
    throw new UserError(
      `Input 'var-files' names '${file}', which is not a path relative to the working directory. Write it so, with forward slashes.`
    )
  }
  return file
}

function checkTogether(inputs: Inputs): void {
  const { planFile, planJson, arguments: args } = inputs
  if (planFile !== undefined) checkReadMade('plan-file', inputs)
  if (planJson !== undefined) checkReadMade('plan-json', inputs)
  if (planJson !== undefined && planFile !== undefined) refusePair('plan-json', 'plan-file')
  if (planJson !== undefined && inputs.backendConfig.length > 0) refusePair('plan-json', 'backend-config')
  checkRefreshOnly(args)
}

function checkRefreshOnly(args: PlanArguments): void {
  if (args.refreshOnly && args.destroy) refusePair('refresh-only', 'destroy')
  if (args.refreshOnly && args.replace.length > 0) refusePair('refresh-only', 'replace')
}

/** A plan that is already made takes no flags that would shape it. */
function checkReadMade(name: string, { arguments: args, mode, variables }: Inputs): void {
  const flags: Readonly<Record<string, boolean>> = {
    'var-files': args.varFiles.length > 0,
    variables: variables !== undefined,
    targets: args.targets.length > 0,
    replace: args.replace.length > 0,
    'refresh-only': args.refreshOnly,
    destroy: args.destroy,
    parallelism: args.parallelism !== undefined,
    'lock-timeout': args.lockTimeout !== undefined
  }
  const given = Object.keys(flags).find((flagName) => flags[flagName])
  if (given !== undefined) refusePair(name, given)
  if (mode === 'plan') return
  throw new UserError(`Input '${name}' is only for mode 'plan', not '${mode}'. Leave one of the two out.`)
}

function refusePair(one: string, other: string): never {
  throw new UserError(
    `Inputs '${one}' and '${other}' exclude each other: a plan is made either way, not both. Leave one out.`
  )
}
