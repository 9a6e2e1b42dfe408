import { UserError } from '../../../lib/errors.ts'
import type { Place } from '../../../lib/log.ts'
import type { InitArguments } from '../../../lib/terraform/arguments.ts'
import { describeDiagnostic, type Diagnostic } from '../../../lib/terraform/diagnostics.ts'
import { findReads } from '../../../lib/terraform/file-reads.ts'
import { checkPortable } from '../../../lib/terraform/portability.ts'
import type { Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'

/** What is to be sealed must fit another checkout: that is checked before init, and after it for what init brought along. */
export async function initialiseStack(inputs: Inputs, ports: Ports): Promise<void> {
  const { workspace } = ports
  if (inputs.sealKey !== undefined) await checkSealable(ports)
  const { sha256 } = await workspace.lockFile()
  await initialise({ backendConfig: inputs.backendConfig, lockfileReadonly: sha256 !== '' }, ports)
  if (inputs.sealKey === undefined) return
  await checkSealable(ports)
  if ((await workspace.lockFile()).isCommitted) return
  throw new UserError(
    `${workspace.workingDirectory}/.terraform.lock.hcl is not committed as it is now: the sealed plan would fit no other checkout. Run 'terraform init' and commit the file.`
  )
}

async function checkSealable({ workspace }: Ports): Promise<void> {
  const sources = await workspace.readSources()
  checkPortable(sources)
  findReads(sources, workspace.workingDirectory)
}

/** Runs init; where it fails for what stands in the sources, the lines are annotated and told. */
export async function initialise(args: InitArguments, ports: Ports): Promise<void> {
  try {
    await ports.terraform.init(args)
  } catch (error) {
    if (!(error instanceof UserError) || ports.signal.aborted) throw error
    const { message } = error
    const found = (await ports.terraform.validate()).filter(
      ({ file, summary }) => file !== undefined && message.includes(summary)
    )
    const errors = annotate(found, ports)
    if (errors.length === 0) throw error
    throw new UserError(errors.map(describeDiagnostic).join('\n'), { cause: error })
  }
}

/** Annotates the stack's files; returns the errors among the diagnostics. */
export function annotate(
  diagnostics: readonly Diagnostic[],
  { log, workspace }: Ports
): readonly Diagnostic[] {
  for (const diagnostic of diagnostics) {
    const place = placeOf(diagnostic, workspace.workingDirectory)
    log[diagnostic.severity](describeDiagnostic(diagnostic), place)
  }
  return diagnostics.filter(({ severity }) => severity === 'error')
}

/** The place relative to the repository's root, as annotations need it. */
function placeOf({ file, startLine, endLine }: Diagnostic, folder: string): Place | undefined {
  if (file === undefined) return undefined
  const path = [...(folder === '.' ? [] : folder.split('/')), ...file.split('/')]
  const parts = path.reduce<string[]>(
    (kept, part) =>
      part === '..' && kept.length > 0 ? kept.slice(0, -1) : part === '.' ? kept : [...kept, part],
    []
  )
  return {
    file: parts.join('/'),
    ...(startLine === undefined ? {} : { startLine }),
    ...(endLine === undefined ? {} : { endLine })
  }
}
