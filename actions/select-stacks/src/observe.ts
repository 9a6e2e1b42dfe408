import { UserError } from '../../../lib/errors.ts'
import { parseRegistry } from '../../../lib/tenants/registry.ts'
import type { Tenant } from '../../../lib/tenants/tenant.ts'
import { chooseBase } from './base.ts'
import { closureOf, referencesOf, type References } from './dependencies.ts'
import type { Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'

/** All that a selection is made from. */
export type Observed = Readonly<{
  /** Undefined when everything is selected, for the reason `why`. */
  changed?: readonly string[]
  why: string
  /** What each folder of a stack depends on. */
  folders: ReadonlyMap<string, References>
  tenants: readonly Tenant[]
  /** Tenants whose files are gone: stg/acme. */
  removed: readonly string[]
}>

/** Reads what changed, what the stacks consist of, and who the tenants are. */
export async function observe(inputs: Inputs, ports: Ports): Promise<Observed> {
  const { entries, problems } = parseRegistry(await ports.readRegistry())
  const [first] = problems
  if (first !== undefined)
    throw new UserError(
      `The registry is not in order: ${first.file}: ${first.sentence} Mend it first (action tenant, mode validate, tells all).`
    )
  const base = chooseBase(inputs, ports.event, await ports.head())
  const names = new Set([
    ...inputs.stacks.map(({ folder }) => folder),
    ...(entries.length > 0 ? [inputs.tenantStack] : [])
  ])
  const folders = new Map<string, References>()
  for (const folder of names) folders.set(folder, await dependenciesOf(folder, ports))
  const tenants = entries.map(({ tenant }) => tenant)
  if (base.kind === 'everything') return { why: base.why, folders, tenants, removed: [] }
  const changed = await ports.changedSince(base.commit)
  if (changed === undefined)
    throw new UserError(
      `The checkout does not have ${base.commit}, which this run is compared with. Give actions/checkout 'fetch-depth: 0' (2 is enough for pull requests).`
    )
  const here = new Set(entries.map(({ file }) => file))
  const before = (await ports.registryAt(base.commit)).filter(
    (file) => file.endsWith('.tfvars.json') && !here.has(file)
  )
  const removed = before.map((file) => file.replace(/\.tfvars\.json$/, ''))
  return { changed, why: `compared with ${base.commit}`, folders, tenants, removed }
}

async function dependenciesOf(folder: string, ports: Ports): Promise<References> {
  const read = async (one: string): Promise<References> => referencesOf(one, await ports.sourcesIn(one))
  if ((await ports.sourcesIn(folder)).length > 0) return closureOf(folder, read)
  throw new UserError(
    `Folder '${folder}' has no Terraform. Correct the stack's 'working-directory', or input 'tenant-stack'.`
  )
}
