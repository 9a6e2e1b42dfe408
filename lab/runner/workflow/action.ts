/** Where a step's action lies, and what its action.yml says. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { WorkflowFault } from '../fault.ts'
import type { Platform } from '../ports.ts'
import { readActionText } from './grammar.ts'
import { child, entriesOf, itemsOf, type Mapping, textAt, type Token } from './token.ts'
import { parseUses, type Uses } from './uses.ts'

/** A repository at a commit: what `$/` means in a file that came from it. */
export type Origin = Readonly<{ folder: string; repository: string; ref: string }>

/** An action that was found, with its action.yml. */
export type Action = Readonly<{
  /** The `uses` that led here. */
  uses: string
  folder: string
  /** The repository it came with; undefined for an action of the job's workspace. */
  origin: Origin | undefined
  kind: 'composite' | 'node'
  manifest: Mapping
}>

/** Where actions of other repositories are looked for, in this order, before the platform is asked. */
export type ActionSources = Readonly<{
  actionsCache?: string
  standIns: string
  platform: Pick<Platform, 'tree'>
}>

/** Finds and reads the action of a step. `workspace` is where `./` points, and is absent before a job has one. */
export async function findAction(
  uses: string,
  from: Readonly<{ origin: Origin | undefined; workspace: string }>,
  sources: ActionSources
): Promise<Action> {
  const target = parseUses(uses)
  switch (target.kind) {
    case 'docker':
      throw new WorkflowFault(`'${uses}' uses a Docker image, and this runner has no Docker.`)
    case 'local':
      return readAction(uses, resolve(from.workspace, target.path), undefined)
    case 'self':
      if (from.origin === undefined)
        throw new WorkflowFault(`'${uses}' has no repository to point into here.`)
      return readAction(uses, join(from.origin.folder, target.path), from.origin)
    case 'remote':
      return findRemote(uses, target, sources)
  }
}

async function findRemote(
  uses: string,
  target: Uses & { kind: 'remote' },
  sources: ActionSources
): Promise<Action> {
  const { repository, path, ref } = target
  const cached = join(sources.actionsCache ?? '', `${repository}@${ref}`)
  if (sources.actionsCache !== undefined && existsSync(cached)) {
    return readAction(uses, join(cached, path), { folder: cached, repository, ref })
  }
  const standIn = join(sources.standIns, repository)
  if (existsSync(join(standIn, path, 'action.yml'))) {
    const action = await readAction(uses, join(standIn, path), { folder: standIn, repository, ref })
    return { ...action, uses }
  }
  const tree = await sources.platform.tree(repository, ref).catch((cause: unknown) => {
    throw new WorkflowFault(
      `Unable to resolve action '${repository}@${ref}', repository or version not found`,
      { cause }
    )
  })
  return readAction(uses, join(tree.folder, path), { folder: tree.folder, repository, ref })
}

async function readAction(uses: string, folder: string, origin: Origin | undefined): Promise<Action> {
  const file = ['action.yml', 'action.yaml']
    .map((name) => join(folder, name))
    .find((path) => existsSync(path))
  if (file === undefined) {
    if (existsSync(join(folder, 'Dockerfile')))
      throw new WorkflowFault(`'${uses}' is a Docker action, and this runner has no Docker.`)
    throw new WorkflowFault(
      `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${folder}'. Did you forget to run actions/checkout before running your local action?`
    )
  }
  const manifest = readActionText(`${uses} (${file.slice(folder.length + 1)})`, await readFile(file, 'utf8'))
  return { uses, folder, origin, kind: kindOf(uses, manifest), manifest }
}

function kindOf(uses: string, manifest: Mapping): Action['kind'] {
  const using = textAt(child(manifest, 'runs'), 'using') ?? ''
  if (using === 'composite') return 'composite'
  // GitHub itself runs node20 actions on Node 24.
  if (using === 'node20' || using === 'node24') return 'node'
  throw new WorkflowFault(
    `'${uses}' is an action for '${using}', which this runner does not run: composite, node20 and node24 are.`
  )
}

/** The inputs that an action declares, with the tokens of their definitions. */
export const declaredInputs = (action: Action): readonly (readonly [string, Token])[] =>
  entriesOf(child(action.manifest, 'inputs'))

/** A stand-in refuses inputs that it does not honour, where GitHub would only warn. */
export function refuseUnknownInputs(action: Action, given: readonly string[], sources: ActionSources): void {
  if (!action.folder.startsWith(sources.standIns)) return
  const known = declaredInputs(action).map(([name]) => name)
  const unknown = given.filter((name) => !known.includes(name.toLowerCase()))
  if (unknown.length === 0) return
  throw new WorkflowFault(
    `The stand-in for ${action.uses} does not honour ${unknown.map((name) => `'${name}'`).join(', ')}; it knows ${known.join(', ')}. Put a real copy into the actions cache to use the rest.`
  )
}

/** Reads the actions that steps name, and theirs in turn, so that what cannot run is refused before anything does. */
export async function checkActions(
  steps: Token | undefined,
  origin: Origin,
  sources: ActionSources
): Promise<void> {
  for (const step of itemsOf(steps)) {
    const uses = textAt(step, 'uses')
    // An action of the workspace is there only after the checkout.
    if (uses === undefined || uses.startsWith('./')) continue
    const action = await findAction(uses, { origin, workspace: '' }, sources)
    refuseUnknownInputs(
      action,
      entriesOf(child(step, 'with')).map(([name]) => name),
      sources
    )
    if (action.kind === 'composite' && action.origin !== undefined) {
      await checkActions(child(child(action.manifest, 'runs'), 'steps'), action.origin, sources)
    }
  }
}
