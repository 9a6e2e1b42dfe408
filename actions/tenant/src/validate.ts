import { parseRegistry } from '../../../lib/tenants/registry.ts'
import { judgeChange } from '../../../lib/tenants/rules.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'

/** Judges the registry of the checkout, and in a pull request what it changes. */
export async function validate(folder: string, ports: Ports): Promise<Outcome> {
  const { entries, problems } = parseRegistry(await ports.readRegistry())
  const { baseBranch } = ports
  const before =
    baseBranch === undefined ? [] : parseRegistry(await ports.repository().registryOf(baseBranch)).entries
  const found = [...problems, ...judgeChange(before, entries)]
  for (const { file, sentence } of found) ports.log.error(sentence, { file: `${folder}/${file}` })
  if (found.length > 0) return { kind: 'invalid', problems: found }
  return { kind: 'valid', tenants: entries.map(({ tenant }) => tenant) }
}
