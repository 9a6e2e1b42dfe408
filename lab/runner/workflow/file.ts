/** Workflow files as they lie in a repository's tree. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WorkflowFault } from '../fault.ts'
import { type Parsed, readWorkflowText } from './grammar.ts'

/** A workflow file: where it is, at which commit, and what it says. */
export type WorkflowFile = Readonly<{
  repository: string
  /** .github/workflows/x.yml */
  path: string
  /** The ref as the caller wrote it, or the event's. */
  ref: string
  sha: string
  /** The tree that it lies in, which `$/` means. */
  folder: string
  parsed: Parsed
}>

/** A repository’s tree at a commit. */
export type Place = Omit<WorkflowFile, 'path' | 'parsed'>

const FOLDER = '.github/workflows'

/** Every workflow file of a tree, sorted by name; subfolders do not count, as on GitHub. */
export async function listWorkflows(place: Place): Promise<readonly WorkflowFile[]> {
  const names = await readdir(join(place.folder, FOLDER)).catch(() => [])
  const files = names.filter((name) => /\.ya?ml$/.test(name)).toSorted()
  return Promise.all(files.map((name) => readWorkflow(place, `${FOLDER}/${name}`)))
}

/** One workflow file; a fault names it when it is not there. */
export async function readWorkflow(place: Place, path: string): Promise<WorkflowFile> {
  const text = await readFile(join(place.folder, path), 'utf8').catch((cause: unknown) => {
    throw new WorkflowFault(`Unable to find reusable workflow '${place.repository}/${path}@${place.ref}'`, {
      cause
    })
  })
  return { ...place, path, parsed: readWorkflowText(path, text) }
}

/** owner/name/.github/workflows/x.yml@ref, as `job_workflow_ref` names it. */
export const refOf = ({ repository, path, ref }: WorkflowFile): string => `${repository}/${path}@${ref}`
