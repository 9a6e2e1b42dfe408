import { codeSpan, details, escapeHtml, fence, tableRow } from '../markdown.ts'
import { diffAttributes } from './attribute-diff.ts'
import { kindOf, type ChangeKind } from './changes.ts'
import type { ResourceChange } from './plan-model.ts'
import { hideShapes } from './secret-shapes.ts'
import { describeOrder, describeReason } from './reasons.ts'
import { isStatefulDestroy, nameOf } from './risk.ts'

const MARKS: Readonly<Record<ChangeKind, string>> = {
  replace: '♻️ replace',
  delete: '❌ delete',
  forget: '👋 forget',
  update: '✏️ update',
  create: '➕ create',
  import: '📥 import',
  move: '➡️ move',
  read: '🔍 read',
  open: '⏳ open',
  none: 'nothing'
}

/** One row of the overview: what, which, why. */
export function renderRow(resource: ResourceChange): string {
  return tableRow([MARKS[kindOf(resource)], codeSpan(nameOf(resource)), notesOf(resource).join('; ')])
}

/** What a reader should know beside the attributes: order, reason, data at risk, where it comes from. */
export function notesOf(resource: ResourceChange): readonly string[] {
  const { change, previous_address: previous, address, deposed } = resource
  const { importing } = change
  const id = importing?.id === undefined ? 'an id that is not known yet' : codeSpan(hideShapes(importing.id))
  return [
    ...(isStatefulDestroy(resource) ? ['**its data goes**'] : []),
    ...(kindOf(resource) === 'replace' ? [describeOrder(resource)] : []),
    ...(deposed === undefined ? [] : ['what is left of an earlier replacement']),
    ...[describeReason(resource)].filter((reason) => reason !== ''),
    ...(previous === undefined || previous === address ? [] : [`moved from ${codeSpan(previous)}`]),
    ...(importing === undefined
      ? []
      : [importing.identity === undefined ? `imported from ${id}` : 'imported by its identity'])
  ]
}

/** A change in full: a list item where no attribute changes, else a folded diff. */
export function renderChange(resource: ResourceChange): string {
  const lines = diffAttributes(resource.change)
  const notes = notesOf(resource)
  const generated = resource.change.generated_config
  const parts = [
    ...(lines.length > 0 && hasDiff(resource) ? [fence(lines.join('\n'), 'diff')] : []),
    ...(generated === undefined ? [] : [`Generated configuration:\n\n${fence(hideShapes(generated), 'hcl')}`])
  ]
  if (parts.length === 0) return `- ${[codeSpan(nameOf(resource)), ...notes].join(': ')}`
  const reason = notes.length === 0 ? [] : [notes.join('; ')]
  return details(
    `<code>${escapeHtml(nameOf(resource))}</code> ${kindOf(resource)}`,
    [...reason, ...parts].join('\n\n')
  )
}

/** A forgotten object keeps all its attributes, and Terraform only stops looking at it. */
function hasDiff(resource: ResourceChange): boolean {
  return kindOf(resource) !== 'forget'
}
