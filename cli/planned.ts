import { access } from 'node:fs/promises'
import { UNSAVED_STATE } from '../lib/terraform/endings.ts'
import { describeLock } from '../lib/terraform/lock.ts'
import type { Tenant } from '../lib/tenants/tenant.ts'
import { renderTenant } from '../lib/tenants/tenant.ts'
import { UserError } from '../lib/errors.ts'
import { Refusal } from './failure.ts'
import type { Ports } from './ports.ts'
import {
  describeMisfit,
  filesOf,
  forgetPlan,
  keepRecord,
  readOrigin,
  readRecord,
  writeVariables,
  type Files,
  type Origin
} from './saved-plan.ts'
import type { Settings } from './settings.ts'
import { showPlan, type ShownPlan } from './show-plan.ts'
import type { Stack } from './stack.ts'

/** The stack of one tenant, as it is to be. */
export type Target = Readonly<{
  key: string
  tenant: Tenant
  stateKey: string
  settings: Settings
  destroy?: boolean
  /** Its plans are for the command that makes them, and never found by another. */
  isPassing?: boolean
}>

export type Planned = Readonly<{ shown: ShownPlan; files: Files }>

const LOCK_TIMEOUT = '2m'

/** Points the stack's folder at the tenant's state, plans, and keeps the plan with what it was made from. */
export async function makePlan(target: Target, stack: Stack, ports: Ports): Promise<Planned> {
  const { terminal } = ports
  const files = filesOf(ports.root, target.key)
  await forgetPlan(files)
  await writeVariables(files, renderTenant(target.tenant))
  terminal.say(`Planning ${target.key} with Terraform ${stack.version} (states: ${target.settings.from}) …`)
  await stack.initialise(target.settings, target.stateKey)
  const made = await stack.quietly.plan({
    varFiles: [files.variables],
    targets: [],
    replace: [],
    refreshOnly: false,
    destroy: target.destroy === true,
    lockTimeout: LOCK_TIMEOUT,
    out: files.plan
  })
  if (made.kind === 'locked') throw new UserError(`No plan was made. ${describeLock(made.lock)}`)
  if (made.kind === 'failed')
    throw new UserError(`The plan of ${target.key} failed, and nothing was changed. ${made.message}`)
  if (target.isPassing !== true) await keepRecord(files, await originOf(target, stack, ports), ports.now())
  return { files, shown: showPlan(await stack.terraform.showPlan(files.plan), terminal.paint) }
}

/** The plan that plan.sh has saved for the tenant; undefined when there is none, refused when it would be another now. */
export async function findPlan(target: Target, stack: Stack, ports: Ports): Promise<Planned | undefined> {
  const files = filesOf(ports.root, target.key)
  const kept = await readRecord(files)
  if (kept === undefined || !(await exists(files.plan))) return undefined
  await stack.initialise(target.settings, target.stateKey)
  const misfit = describeMisfit(kept, await originOf(target, stack, ports))
  if (misfit !== undefined)
    throw new Refusal(
      `The plan of ${target.key} that was saved at ${kept.plannedAt} must not be applied: ${misfit}. Run plan.sh again, or apply.sh --new-plan.`
    )
  ports.terminal.say(`The plan that was saved at ${kept.plannedAt}:`)
  return { files, shown: showPlan(await stack.terraform.showPlan(files.plan), ports.terminal.paint) }
}

function originOf(target: Target, stack: Stack, ports: Ports): Promise<Origin> {
  const { key, tenant, stateKey, settings } = target
  const made = {
    tenant: key,
    variables: renderTenant(tenant),
    backend: [...settings.backend, `key=${stateKey}`]
  }
  return readOrigin(made, stack, ports)
}

const exists = async (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false
  )

/** Shows a plan as the comment on a pull request would. */
export function tellPlan({ shown }: Planned, { terminal }: Pick<Ports, 'terminal'>): void {
  if (shown.text !== '') terminal.say(`\n${shown.text}\n`)
  terminal.say(terminal.paint('bold', `Plan: ${shown.counts}.`))
}

/** Applies a saved plan, and throws a sentence on how far it came when that is not to its end. */
export async function applyPlan({ files }: Planned, key: string, stack: Stack): Promise<void> {
  const result = await stack.terraform.apply({ file: files.plan, lockTimeout: LOCK_TIMEOUT })
  switch (result.kind) {
    case 'applied':
      return forgetPlan(files)
    case 'stale':
      throw new UserError(
        `The state of ${key} was changed since this plan was made, so nothing was applied. Run plan.sh again.`
      )
    case 'locked':
      throw new UserError(`Nothing was applied. ${describeLock(result.lock)}`)
    case 'unreleased':
      await forgetPlan(files)
      throw new UserError(
        `Everything was applied, but the lock could not be given back. ${result.lock === undefined ? result.message : describeLock(result.lock)}`
      )
    case 'unsaved':
      return saveState(result.message, key, stack)
    case 'failed':
      throw new UserError(
        `The apply of ${key} failed half-way. Mend the cause above and run it again: it goes on from there.`
      )
  }
}

/** What was made is on AWS and not in the state: it is written once more. */
async function saveState(message: string, key: string, stack: Stack): Promise<void> {
  try {
    await stack.terraform.saveState()
  } catch (cause) {
    throw new UserError(
      `The state of ${key} could not be saved: ${message}\nIt lies in ${UNSAVED_STATE} in ${stack.folder}. Keep that file, and run 'terraform state push ${UNSAVED_STATE}' there before anything else.`,
      { cause }
    )
  }
}
