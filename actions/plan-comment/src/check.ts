import { UserError } from '../../../lib/errors.ts'
import type { Inputs } from './inputs.ts'
import type { WorkspacePort } from './ports.ts'

/** Refuses paths that do not exist, before anything is started. */
export async function checkPaths(inputs: Inputs, workspace: WorkspacePort): Promise<void> {
  if (!(await workspace.isFolder(inputs.workingDirectory))) {
    throw new UserError(
      `Input 'working-directory' is '${inputs.workingDirectory}', which is no folder of the repository. Check the repository out first, or correct it.`
    )
  }
  for (const file of inputs.arguments.varFiles) {
    await refuseMissing(workspace, { name: 'var-files', file })
  }
  if (inputs.planFile !== undefined)
    await refuseMissing(workspace, { name: 'plan-file', file: inputs.planFile })
  if (inputs.planJson !== undefined)
    await refuseMissing(workspace, { name: 'plan-json', file: inputs.planJson })
}

async function refuseMissing(
  workspace: WorkspacePort,
  { name, file }: Readonly<{ name: string; file: string }>
): Promise<void> {
  if (await workspace.isFile(file)) return
  throw new UserError(
    `Input '${name}' names '${file}', which is no file under '${workspace.workingDirectory}'. Write it relative to the working directory.`
  )
}
