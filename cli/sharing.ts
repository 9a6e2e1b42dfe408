import type { Switches } from './command.ts'
import { confirm, requireSomebody } from './consent.ts'
import type { Ports } from './ports.ts'
import { describeSharing, type Shown } from './tenant.ts'

/** Says whom else a step touches, and asks; nothing for a service that one tenant has for itself. */
export async function announce(
  shown: Shown,
  { what, yes }: Readonly<{ what: string; yes: Switches['yes'] }>,
  ports: Ports
): Promise<void> {
  const told = describeSharing(shown, what)
  if (told === undefined) return
  const matter = { key: shown.key, yes }
  ports.terminal.say(told)
  requireSomebody(matter, ports)
  await confirm('Go on for all of them?', matter, ports)
}
