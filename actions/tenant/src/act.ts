import { amend } from './amend.ts'
import type { Inputs } from './inputs.ts'
import { list } from './list.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'
import { register } from './register.ts'
import { release } from './release.ts'
import { reserve } from './reserve.ts'
import { retire } from './retire.ts'
import { show } from './show.ts'
import { validate } from './validate.ts'

/** Does what the mode asks for; each mode can be repeated, also after it was killed. */
export function administer(inputs: Inputs, ports: Ports): Promise<Outcome> {
  const { task, dryRun } = inputs
  switch (task.mode) {
    case 'validate':
      return validate(inputs.folder, ports)
    case 'list':
      return list(task.pool, ports)
    case 'reserve':
      return reserve({ name: task.name, wish: task.wish, dryRun }, ports)
    case 'register':
      return register({ name: task.name, inputs }, ports)
    case 'show':
      return show(task, ports)
    case 'amend':
      return amend({ name: task.name, change: task.change, inputs }, ports)
    case 'retire':
      return retire({ name: task.name, inputs }, ports)
    case 'release':
      return release({ name: task.name, dryRun }, ports)
  }
}
