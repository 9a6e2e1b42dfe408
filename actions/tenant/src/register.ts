import { codeSpan, tableHead, tableRow } from '../../../lib/markdown.ts'
import { judgeNewcomer, parseRegistry } from '../../../lib/tenants/registry.ts'
import { parseReservation, recordName } from '../../../lib/tenants/reservations.ts'
import { fileOf, keyOf, renderTenant, type Tenant } from '../../../lib/tenants/tenant.ts'
import type { Inputs, Name } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import type { Ports, RepositoryPort } from './ports.ts'

/** What is to be proposed: a file on a branch of its own, which belongs to this action. */
type Proposed = Readonly<{ tenant: Tenant; path: string; branch: string; text: string }>

/** Proposes the reserved tenant's file by pull request; nothing is done twice. */
export async function register(
  { name, inputs }: Readonly<{ name: Name; inputs: Inputs }>,
  ports: Ports
): Promise<Outcome> {
  const text = await ports.store().readParameter(recordName(name.key))
  const tenant = text === undefined ? undefined : parseReservation(text)?.settings
  if (tenant === undefined)
    return refuse(`${name.key} is not reserved, so what to register is not known. Run mode 'reserve' first.`)
  const repository = ports.repository()
  const base = await repository.base()
  const { entries } = parseRegistry(await repository.registryOf(base.branch))
  const there = entries.find((entry) => keyOf(entry.tenant) === name.key)?.tenant
  if (there !== undefined)
    return there.plan === tenant.plan
      ? { kind: 'registered', tenant: there }
      : refuse(
          `${name.key} is registered with plan ${there.plan}, and reserved with ${tenant.plan}: a plan never changes.`
        )
  const problems = judgeNewcomer(tenant, entries)
  if (problems.length > 0) return refuse(...problems)
  const proposed = {
    tenant,
    path: `${inputs.folder}/${fileOf(tenant)}`,
    branch: `tenants/${name.key.replace('/', '-')}`,
    text: renderTenant(tenant)
  }
  return inputs.dryRun ? planned(proposed, base.branch) : propose(proposed, { base, repository, ports })
}

const refuse = (...problems: readonly string[]): Outcome => ({ kind: 'refused', problems })

const planned = ({ tenant, path, branch }: Proposed, base: string): Outcome => ({
  kind: 'planned',
  tenant,
  steps: [
    `commit ${path} to branch ${branch}`,
    `open a pull request from ${branch} into ${base}, unless one is open`
  ]
})

type Ground = Readonly<{
  base: Readonly<{ branch: string; sha: string }>
  repository: RepositoryPort
  ports: Ports
}>

async function propose(proposed: Proposed, { base, repository, ports }: Ground): Promise<Outcome> {
  const { tenant, path, branch, text } = proposed
  const open = await repository.findProposal(branch, base.branch)
  // Without a pull request the branch is what an earlier attempt left, perhaps of long ago.
  if (open === undefined) await repository.placeBranch(branch, base.sha)
  const there = await repository.readFile(branch, path)
  const message = `Register ${keyOf(tenant)}`
  if (there?.text !== text) {
    ports.signal.throwIfAborted()
    const replaced = there === undefined ? {} : { blob: there.blob }
    await repository.commitFile({ branch, path }, { text, message, ...replaced })
    ports.log.info(`Committed ${path} to branch ${branch}.`)
  }
  if (open !== undefined) return { kind: 'proposed', tenant, proposal: open, changed: there?.text !== text }
  const words = { title: message, body: bodyOf(proposed, ports.run) }
  const proposal = await repository.propose({ head: branch, base: base.branch }, words)
  ports.log.info(`Opened ${proposal.url}.`)
  return { kind: 'proposed', tenant, proposal, changed: true }
}

function bodyOf({ tenant, path }: Proposed, run: string): string {
  const rows = ['plan', 'subdomain', 'region', 'vpc_cidr']
    .filter((name) => tenant[name] !== undefined)
    .map((name) => tableRow([name, codeSpan(String(tenant[name]))]))
  return [
    `Enters ${codeSpan(keyOf(tenant))} into the registry, as it was built by ${run}.`,
    [tableHead(['Variable', 'Value']), ...rows].join('\n'),
    `From then on ${codeSpan(path)} is what its stack is planned from; the reservation stays until the tenant is decommissioned.`
  ].join('\n\n')
}
