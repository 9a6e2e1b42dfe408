import { UserError } from '../../../lib/errors.ts'
import { describeDiagnostic } from '../../../lib/terraform/diagnostics.ts'
import { codeSpan, fence } from '../../../lib/markdown.ts'
import type { Report } from '../../../lib/runner.ts'
import type { Inputs } from './inputs.ts'
import { annotate, initialise } from './initialise.ts'
import type { Ports } from './ports.ts'

/** Checks a stack without credentials: init without its backend, validate, and the formatting of its files. */
export async function validateStack(inputs: Inputs, ports: Ports): Promise<Report> {
  const { terraform, workspace, log } = ports
  const lockFile = await workspace.lockFile()
  await log.group(`Initialise ${inputs.stack} without its state`, () =>
    initialise({ backend: false, lockfileReadonly: lockFile.sha256 !== '' }, ports)
  )
  const errors = annotate(await terraform.validate(), ports)
  const unformatted = await terraform.unformatted()
  for (const file of unformatted) {
    const path = workspace.workingDirectory === '.' ? file : `${workspace.workingDirectory}/${file}`
    log.error(`${path} is not formatted. Run 'terraform fmt' and commit it.`, { file: path })
  }
  const faults = [...errors.map(describeDiagnostic), ...unformatted.map((file) => `${file} is not formatted`)]
  return toReport(inputs, ports, faults)
}

function toReport(inputs: Inputs, ports: Ports, faults: readonly string[]): Report {
  const verdict = faults.length === 0 ? 'valid and formatted' : fence(faults.join('\n'))
  const summary = [`## Offline checks of ${codeSpan(inputs.stack)}`, verdict, noteFor(ports)].filter(
    (part) => part !== ''
  )
  const outputs = {
    'has-changes': 'false',
    result: JSON.stringify({ stack: inputs.stack, valid: faults.length === 0, faults })
  }
  const failure = `The stack '${inputs.stack}' has ${faults.length} faults, the first: ${faults[0] ?? ''}. Correct them; each is annotated in its file.`
  return { outputs, summary: summary.join('\n\n'), ...(faults.length === 0 ? {} : { failure }) }
}

/** People from outside see why nobody plans their change. */
function noteFor({ context, log }: Ports): string {
  const { pullRequest, repository, actor } = context
  const isFork = pullRequest !== undefined && pullRequest.headRepositoryId !== repository.id
  if (!isFork && actor !== 'dependabot[bot]') return ''
  const who = isFork ? 'pull requests from forks' : 'pull requests of Dependabot'
  const note = `GitHub gives ${who} neither credentials nor write access, so Terraform was validated offline and not planned. A maintainer who has read the change can push it to a branch of this repository to plan it.`
  log.info(note)
  return `> [!NOTE]\n> ${note}`
}

/** Refuses to plan where GitHub gives no credentials, with the way out. */
export function refuseFork({ context }: Ports): void {
  const { pullRequest, repository } = context
  if (pullRequest === undefined || pullRequest.headRepositoryId === repository.id) return
  throw new UserError(
    `Pull request #${pullRequest.number} comes from a fork, which gets no credentials: it cannot be planned. Use mode 'validate' for forks.`
  )
}
