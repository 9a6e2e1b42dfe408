import { codeSpan, escapeInline, fence } from '../../../lib/markdown.ts'
import { numbered, paragraphs, table, verdict } from '../../../lib/summary.ts'
import { wayBack } from './forget.ts'
import type { Inputs } from './inputs.ts'
import { settingOf, TITLES } from './names.ts'
import { isTrouble, type Outcome, type Restoration } from './outcome.ts'

const ICONS: Readonly<Record<Outcome['kind'], string>> = {
  restored: '✅',
  taken: '✅',
  forgotten: '✅',
  adopted: '💤',
  gone: '💤',
  planned: '📋',
  failed: '❌',
  timeout: '⏱️',
  cancelled: '⏹️',
  lost: '❓',
  locked: '🔒',
  refused: '⛔'
}

const DEEDS = { restore: 'Restore of', snapshot: 'Snapshot of', forget: 'Forgetting' } as const

/** The job summary: what came of it, what was restored, what is forgotten and how to go back, and what comes next. */
export function renderSummary(inputs: Inputs, restoration: Restoration, sentence: string): string {
  const { outcome, steps, events } = restoration
  return paragraphs([
    `## ${ICONS[outcome.kind]} ${DEEDS[inputs.mode]} ${codeSpan(inputs.source)} (${inputs.tenant})`,
    verdict(!isTrouble(outcome), sentence),
    outcome.kind === 'planned' ? numbered(steps) : '',
    renderFacts(inputs, restoration),
    inputs.plan === 'SaaS'
      ? 'This database is shared: whatever is done with it is done for **every SaaS tenant** of the environment.'
      : '',
    renderForgotten(inputs, restoration),
    table(
      ['When', 'What AWS noted'],
      events.map(({ at, message }) => [new Date(at).toISOString(), escapeInline(message)])
    )
  ])
}

function renderFacts(
  inputs: Inputs,
  { identifier, endpoint, restoredTo, attached, status }: Restoration
): string {
  if (inputs.mode === 'forget') return ''
  const facts: readonly (readonly [string, string])[] = [
    [inputs.mode === 'snapshot' ? 'Snapshot' : TITLES[inputs.database], codeSpan(identifier)],
    ['Data of', restoredTo === undefined ? '' : new Date(restoredTo).toISOString()],
    ['Endpoint', endpoint === '' ? '' : codeSpan(endpoint)],
    ['State', escapeInline(status)],
    ['Begun by an attempt before', attached ? 'yes' : ''],
    ['Registry', inputs.mode === 'restore' ? codeSpan(settingOf(inputs.database, identifier)) : '']
  ]
  return table(
    ['', ''],
    facts.filter(([, value]) => value !== '')
  )
}

function renderForgotten(inputs: Inputs, { forget, stateVersion, attestation }: Restoration): string {
  if (inputs.mode !== 'forget' || forget.length === 0) return ''
  const approvedBy = (attestation?.approvedBy ?? []).map((login) => codeSpan(login)).join(', ')
  const [before = '', commands = ''] = wayBack(inputs.place, stateVersion).split(/(?<=now): /)
  return paragraphs([
    `Addresses: ${forget.map((address) => codeSpan(address)).join(', ')}.`,
    approvedBy === '' ? '' : `Approved by ${approvedBy} in ${codeSpan(inputs.gate.environment)}.`,
    stateVersion === '' ? '' : `${escapeInline(before)}:\n\n${fence(commands, 'sh')}`
  ])
}
