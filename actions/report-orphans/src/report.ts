import type { Report } from '../../../lib/runner.ts'
import type { Outcome } from './act.ts'
import type { Inputs } from './inputs.ts'
import { stateOf, type Orphan } from './plan.ts'
import { renderSummary } from './summary.ts'

/** GitHub takes a megabyte of outputs from a job. */
const MOST = 100

/** Outputs, summary and the sentence that makes the step red. */
export function toReport({ failOnOrphans }: Inputs, outcome: Outcome): Report {
  const { kind, findings, regions, isAccepted, done, issue } = outcome
  const { orphans, unnamed, reserved, stalled, lost, misspelt, kept, seen } = findings
  const isBad = stateOf(findings) !== undefined && !isAccepted
  const lists = {
    orphans: orphans.map(cut),
    unnamed: unnamed.slice(0, MOST),
    reserved,
    stalled: stalled.map(cut),
    lost: lost.map(cut),
    misspelt,
    kept: kept.slice(0, MOST)
  }
  const told = { outcome: kind, 'has-orphans': isBad, ...lists, issue }
  return {
    outputs: {
      ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, JSON.stringify(list)])),
      outcome: kind,
      'has-orphans': String(isBad),
      issue,
      result: JSON.stringify({ ...told, isAccepted, regions, seen, steps: done, unseen: ['iam:role'] })
    },
    summary: renderSummary(outcome),
    ...(isBad && failOnOrphans ? { failure: failureOf(outcome) } : {})
  }
}

const cut = ({ resources, ...about }: Orphan) => ({
  ...about,
  count: resources.length,
  resources: resources.slice(0, MOST)
})

function failureOf({ findings: { orphans, unnamed, stalled, lost }, issue }: Outcome): string {
  const all = [
    ...orphans.map(counted),
    ...stalled.map((one) => `${counted(one)}, reserved only, and long ago`),
    ...(unnamed.length === 0 ? [] : [`${unnamed.length} without client or environment`])
  ]
  return [
    ...(all.length === 0 ? [] : [`Resources belong to no registered tenant: ${all.join(', ')}.`]),
    ...(lost.length === 0
      ? []
      : [`Databases are named by no file of their tenants: ${lost.map(counted).join(', ')}.`]),
    `Nothing was deleted. ${issue === '' ? 'The summary' : issue} lists them.`
  ].join(' ')
}

const counted = ({ tenant, resources }: Orphan): string => `${resources.length} of ${tenant}`
