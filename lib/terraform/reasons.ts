import { codeSpan } from '../markdown.ts'
import { renderPath } from './attribute-text.ts'
import type { ResourceChange } from './plan-model.ts'

const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: 'it is tainted',
  replace_because_cannot_update: 'it cannot be updated in place',
  replace_by_request: 'it was asked for',
  replace_by_triggers: 'a trigger in replace_triggered_by changed',
  delete_because_no_resource_config: 'its configuration is gone',
  delete_because_wrong_repetition: 'its configuration repeats it in another way now',
  delete_because_count_index: 'its index is beyond count',
  delete_because_each_key: 'its key is not in for_each any more',
  delete_because_no_module: 'its module is gone',
  delete_because_no_move_target: 'it was moved to an address that is not configured',
  read_because_config_unknown: 'its configuration is only known after the apply',
  read_because_dependency_pending: 'something it depends on changes first',
  read_because_check_nested: 'a check reads it'
}

const DEFERRED: Readonly<Record<string, string>> = {
  instance_count_unknown: 'how many there will be is not known yet',
  resource_config_unknown: 'its configuration is not known yet',
  provider_config_unknown: "its provider's configuration is not known yet",
  absent_prereq: 'something it needs does not exist yet',
  deferred_prereq: 'something it depends on is deferred'
}

/** Why a change happens, in Markdown; '' when Terraform does not say. Unknown reasons are shown as they are. */
export function describeReason({ action_reason: reason, change }: ResourceChange): string {
  const forced = (change.replace_paths ?? []).slice(0, 5).map((path) => codeSpan(renderPath(path)))
  if (forced.length > 0 && reason !== 'replace_by_request' && reason !== 'replace_because_tainted') {
    return `${forced.join(', ')} cannot change in place`
  }
  if (reason === undefined || reason === '') return ''
  return REASONS[reason] ?? reason.replaceAll('_', ' ').replaceAll(/[^\w ]/g, '')
}

/** Why a change waits for another plan. */
export function describeDeferral(reason: string | undefined): string {
  return DEFERRED[reason ?? ''] ?? 'Terraform does not say why'
}

/** In which order a replacement happens. */
export function describeOrder({ change }: ResourceChange): string {
  if (change.actions.includes('forget')) return 'created anew, the old one is forgotten'
  return change.actions[0] === 'create'
    ? 'created first, then the old one deleted'
    : 'deleted first, then created'
}
