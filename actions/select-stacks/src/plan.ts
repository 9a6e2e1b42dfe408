import { posix } from 'node:path'
import { minimatch } from 'minimatch'
import { fileOf, isShared, keyOf, type Tenant } from '../../../lib/tenants/tenant.ts'
import { touched } from './dependencies.ts'
import type { Inputs, Stack } from './inputs.ts'
import type { Observed } from './observe.ts'

/** One entry of a matrix, as terraform-plan.yml takes it. */
export type Entry = Readonly<Record<string, unknown>>

/** A selected stack, why, and its place in the order. */
export type Selected = Readonly<{ name: string; entry: Entry; why: string; order: string }>

export type Plan =
  | Readonly<{ kind: 'refused'; problem: string }>
  | Readonly<{
      kind: 'selected'
      selected: readonly Selected[]
      waves: readonly (readonly Selected[])[]
      known: number
    }>

/** Which stacks have to be planned, in waves of which none is larger than a matrix may be. */
export function planSelection(inputs: Inputs, observed: Observed): Plan {
  const candidates = [
    ...inputs.stacks.map((stack) => candidateOf(stack)),
    ...observed.tenants
      .filter(({ env }) => inputs.environments.length === 0 || inputs.environments.includes(env))
      .map((tenant) => tenantCandidate(tenant, inputs))
  ]
  const doubled = candidates.find(({ name }, at) => candidates.findIndex((one) => one.name === name) !== at)
  if (doubled !== undefined)
    return {
      kind: 'refused',
      problem: `A stack and a tenant are both called '${doubled.name}'. Rename the stack in input 'stacks'.`
    }
  const selected = candidates
    .flatMap((candidate) => {
      const why = reasonFor(candidate, inputs, observed)
      return why === undefined ? [] : [{ ...candidate, why }]
    })
    .toSorted((one, other) => compare(`${one.order} ${one.name}`, `${other.order} ${other.name}`))
  if (selected.length > inputs.largest && !inputs.split) return tooMany(selected.length, inputs.largest)
  return { kind: 'selected', selected, waves: wavesOf(selected, inputs.largest), known: candidates.length }
}

type Candidate = Readonly<{
  name: string
  entry: Entry
  order: string
  folder: string
  files: readonly string[]
}>

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const candidateOf = ({ stack, folder, varFiles, wave, given }: Stack): Candidate => ({
  name: stack,
  entry: given,
  order: `0 ${String(wave).padStart(2, '0')}`,
  folder,
  files: varFiles.map((file) => posix.join(folder, file))
})

/** dev before stg before prod; in each SaaSShared before those that live on it, then the canaries, then the rest. */
function tenantCandidate(tenant: Tenant, { tenantStack, tenantsFolder, canaries }: Inputs): Candidate {
  const system = posix.basename(tenantStack)
  const { env } = tenant
  const client = tenant.client.toLowerCase()
  const file = posix.join(tenantsFolder, fileOf(tenant))
  const rank = isShared(tenant) ? 0 : canaries.includes(keyOf(tenant)) ? 1 : 2
  const name = `${system}-${client}-${env}`
  return {
    name,
    entry: {
      stack: name,
      'working-directory': tenantStack,
      'var-files': posix.relative(tenantStack, file),
      'backend-config': `key=${system}/${client}/${env}/terraform.tfstate`,
      tenant: keyOf(tenant),
      env
    },
    order: `1 ${['dev', 'stg', 'prod'].indexOf(env)}${rank}`,
    folder: tenantStack,
    files: [file]
  }
}

function reasonFor(
  { folder, files }: Candidate,
  { sharedPaths }: Inputs,
  { changed, why, folders }: Observed
): string | undefined {
  if (changed === undefined) return why
  const own = files.find((file) => changed.includes(file))
  const shared = changed.find((path) =>
    sharedPaths.some((pattern) => minimatch(path, pattern, { dot: true }))
  )
  const source = touched(changed, folders.get(folder) ?? { modules: [], files: [] })
  const path = own ?? source ?? shared
  return path === undefined ? undefined : `${path} changed`
}

const tooMany = (count: number, largest: number): Plan => ({
  kind: 'refused',
  problem: `${count} stacks are selected, and a matrix takes ${largest}. Set 'split: true' and use output 'waves' instead of 'stacks', or narrow with 'environments'.`
})

/** Selected stacks of one order go together; what is more than a matrix takes goes on in a wave of its own. */
function wavesOf(selected: readonly Selected[], largest: number): readonly (readonly Selected[])[] {
  const waves: Selected[][] = []
  for (const one of selected) {
    const last = waves.at(-1)
    if (last !== undefined && last[0]?.order === one.order && last.length < largest) last.push(one)
    else waves.push([one])
  }
  return waves
}
