import { UserError } from '../../../lib/errors.ts'
import { textAt } from '../../../lib/github/payload.ts'
import type { Inputs } from './inputs.ts'
import type { Event } from './ports.ts'

/** What is compared with the checkout: a commit, or nothing, and why everything is selected then. */
export type Base =
  | Readonly<{ kind: 'commit'; commit: string }>
  | Readonly<{ kind: 'everything'; why: string }>

/** The commit that the event's change began at. `head` is the commit that is checked out. */
export function chooseBase({ all, base }: Inputs, event: Event, head: string): Base {
  if (all) return { kind: 'everything', why: "input 'all' asks for all" }
  if (base !== undefined) return { kind: 'commit', commit: base }
  switch (event.name) {
    case 'pull_request':
      // The merge of head and base, whose first parent is the base.
      return atCheckout({ kind: 'commit', commit: `${event.sha}^1` }, event, head)
    case 'push':
      return atCheckout(ofPush(textAt(event.payload, 'before')), event, head)
    case 'merge_group':
      return atCheckout(
        { kind: 'commit', commit: textAt(event.payload, 'merge_group', 'base_sha') },
        event,
        head
      )
  }
  return { kind: 'everything', why: `a run of '${event.name}' has nothing to compare with` }
}

const ofPush = (before: string): Base =>
  /^0*$/.test(before) ? { kind: 'everything', why: 'the branch is new' } : { kind: 'commit', commit: before }

function atCheckout(base: Base, { name, sha }: Event, head: string): Base {
  if (head === sha) return base
  throw new UserError(
    `The checkout is at ${head}, and this run of '${name}' is of ${sha}: what changed is not known. Check out the run's own commit, or give input 'base'.`
  )
}
