/** The bundle as the seeder runs it, and what a reader of the run sees of it. */
import type { Aws } from '../../../lab/aws/aws.ts'
import { parseOutputs } from '../../chaos/outputs.ts'
import { runBundle, type StepResult } from '../run-bundle.ts'
import { stepEnv, type Account } from './account.ts'

export type Ran = StepResult & Readonly<{ told: Readonly<Record<string, unknown>>; shown: string }>
export type Given = Readonly<Record<string, string>>

/** Lists, objects and flags are JSON; a date is a text. */
const toldAs = (text: string): unknown => (/^(?:[[{]|true$|false$)/.test(text) ? JSON.parse(text) : text)

/** Runs the bundle as the seeder; `shown` is all that a reader of the run sees. */
export async function runSeed(
  { account, aws }: Readonly<{ account: Account; aws: Aws }>,
  inputs: Given = {},
  { run = 100, files = {} }: { run?: number; files?: Given } = {}
): Promise<Ran> {
  const from =
    'working-directory' in inputs || 'outputs-file' in inputs
      ? {}
      : { outputs: JSON.stringify(account.outputs) }
  const step = await runBundle({
    action: 'seed-secrets',
    inputs: { client: 'acme', env: 'stg', ...from, ...inputs },
    env: stepEnv(aws.url, account.seeder, run),
    files
  })
  const told = Object.entries(parseOutputs(step.outputs)).map(([name, text]) => [name, toldAs(text)] as const)
  const log = step.log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  return { ...step, told: Object.fromEntries(told), shown: [...log, step.outputs, step.summary].join('\n') }
}
