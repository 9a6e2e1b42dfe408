import { describeError, UserError } from '../../../lib/errors.ts'
import { parseRegistry } from '../../../lib/tenants/registry.ts'
import { parseClaim, parseReserved, ROOT, type Reservation } from '../../../lib/tenants/reservations.ts'
import { sharedBy } from '../../../lib/tenants/names.ts'
import type { Tenant } from '../../../lib/tenants/tenant.ts'
import type { Name, Wish } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import { planReservation, type Observed, type Plan, type Step } from './plan-reservation.ts'
import type { Ports, StorePort } from './ports.ts'

type Ready = Extract<Plan, { kind: 'ready' }>

/** One attempt to reserve: what it wrote, and what it met that the list of parameters may not show yet. */
type Attempt = Readonly<{
  name: Name
  wish: Wish
  store: StorePort
  made: string[]
  met: Map<string, string>
}>

/** Others may take blocks of addresses faster than this attempt finds free ones. */
const ROUNDS = 30

/** Looks, plans and claims until the tenant is reserved whole or cannot be; what it took in vain it gives back. */
export async function reserve(
  { name, wish, dryRun }: Readonly<{ name: Name; wish: Wish; dryRun: boolean }>,
  ports: Ports
): Promise<Outcome> {
  const attempt: Attempt = { name, wish, store: ports.store(), made: [], met: new Map() }
  for (let round = 1; round <= ROUNDS; round += 1) {
    ports.signal.throwIfAborted()
    const observed = await observe(attempt, ports)
    const plan = planReservation(wish, observed)
    if (plan.kind === 'refused') return withdraw(plan.problems, { attempt, observed, ports })
    const told = { tenant: plan.tenant, sharedBy: sharedBy(plan.tenant, known(observed)) }
    if (dryRun) return { kind: 'planned', steps: plan.steps.map(describeStep), ...told }
    if (await write(plan, attempt, ports)) return { kind: 'reserved', ...told, written: attempt.made }
  }
  throw new UserError(
    `Others reserve so fast that ${name.key} got nothing in ${ROUNDS} rounds. Run the job again; what it has claimed stays its own.`
  )
}

async function observe({ store, met }: Attempt, ports: Ports): Promise<Observed> {
  const { entries, problems } = parseRegistry(await ports.readRegistry())
  if (problems.length > 0) {
    const told = problems.map(({ file, sentence }) => `${file}: ${sentence}`).join('\n')
    throw new UserError(
      `The registry of the checkout is not in order, so nothing is reserved beside it:\n${told}`
    )
  }
  return { entries, reserved: parseReserved(new Map([...(await store.list(ROOT)), ...met])) }
}

/** Tenants of the registry and of reservations. */
const known = ({ entries, reserved }: Observed): readonly Tenant[] => [
  ...entries.map(({ tenant }) => tenant),
  ...[...reserved.records.values()].map(({ settings }) => settings)
]

const describeStep = ({ kind, parameter }: Step): string =>
  kind === 'settings' ? `replace the settings in ${parameter}` : `write ${parameter}, if nobody has`

/** True when every step was done; false when somebody was faster at one, which is looked at again. */
async function write(plan: Ready, attempt: Attempt, ports: Ports): Promise<boolean> {
  const { store, made, met } = attempt
  for (const { kind, parameter } of plan.steps) {
    ports.signal.throwIfAborted()
    const text = textOf(kind, plan, { attempt, ports })
    if (kind === 'settings') await store.writeParameter(parameter, text)
    else if ((await store.claim(parameter, text)) === 'taken') {
      const theirs = await store.readParameter(parameter)
      if (theirs !== undefined) met.set(parameter, theirs)
      const isOwn = kind === 'claim' && theirs !== undefined && parseClaim(theirs).tenant === attempt.name.key
      if (isOwn) continue
      ports.log.info(`${parameter} was taken by somebody else meanwhile; looking again.`)
      return false
    }
    made.push(parameter)
    met.set(parameter, text)
    ports.log.info(`${kind === 'settings' ? 'Replaced' : 'Wrote'} ${parameter}.`)
  }
  return true
}

function textOf(
  kind: Step['kind'],
  { tenant, claims }: Ready,
  { attempt, ports }: Readonly<{ attempt: Attempt; ports: Ports }>
): string {
  const claim = { tenant: attempt.name.key, at: new Date(ports.clock.now()).toISOString(), run: ports.run }
  const reservation: Reservation = { ...claim, settings: tenant, claims }
  return JSON.stringify(kind === 'claim' ? claim : reservation)
}

type Retreat = Readonly<{ attempt: Attempt; observed: Observed; ports: Ports }>

/** Gives back what this attempt has claimed, but nothing that a reservation of the same tenant stands on. */
async function withdraw(
  problems: readonly string[],
  { attempt, observed, ports }: Retreat
): Promise<Outcome> {
  const { made, store, name } = attempt
  const needed = observed.reserved.records.get(name.key)?.claims ?? []
  const vain = made.filter((parameter) => !needed.includes(parameter)).toReversed()
  const left: string[] = []
  for (const parameter of vain) {
    try {
      await store.remove(parameter)
      ports.log.info(`Gave ${parameter} back.`)
    } catch (error) {
      left.push(`${parameter} is claimed in vain and could not be given back: ${describeError(error)}`)
    }
  }
  return { kind: 'refused', problems: [...problems, ...left] }
}
