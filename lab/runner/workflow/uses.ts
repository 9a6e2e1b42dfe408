/** Where a `uses` points, for actions and for called workflows alike. */
import { WorkflowFault } from '../fault.ts'

/** The forms that `uses` may have. */
export type Uses =
  /** `./x`: a step's action in the job's workspace; a called workflow beside its caller. */
  | Readonly<{ kind: 'local'; path: string }>
  /** `$/x`: in the repository and at the commit of the file that says so. */
  | Readonly<{ kind: 'self'; path: string }>
  | Readonly<{ kind: 'remote'; repository: string; path: string; ref: string }>
  | Readonly<{ kind: 'docker'; image: string }>

const REMOTE = /^([^/@\s]+\/[^/@\s]+)(?:\/([^@\s]+))?@(\S+)$/

/** Reads a `uses`; refuses what GitHub refuses. */
export function parseUses(text: string): Uses {
  if (text.startsWith('docker://')) return { kind: 'docker', image: text.slice('docker://'.length) }
  if (text.startsWith('./') || text.startsWith('$/')) return inside(text)
  const [, repository, path, ref] = REMOTE.exec(text) ?? []
  if (repository === undefined || ref === undefined) {
    throw new WorkflowFault(`Expected format {org}/{repo}[/path]@ref, ./path or $/path. Actual '${text}'`)
  }
  return { kind: 'remote', repository, path: path ?? '', ref }
}

function inside(text: string): Uses {
  const path = text.slice(2)
  if (path.split('/').includes('..'))
    throw new WorkflowFault(`'${text}' must not leave its repository with '..'`)
  if (text.startsWith('./')) return { kind: 'local', path }
  if (path.includes('@'))
    throw new WorkflowFault(`'${text}': $/ means the commit that runs, so it takes no @ref`)
  return { kind: 'self', path }
}
