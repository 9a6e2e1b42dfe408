import type { Report } from '../../../lib/runner.ts'
import type { Outcome } from './act.ts'
import type { Inputs } from './inputs.ts'
import { renderSummary } from './summary.ts'

/** GitHub takes a megabyte of outputs from a job. */
const MOST = 100

/** Outputs, summary and the sentence that makes the step red. */
export function toReport({ failOnOrphans }: Inputs, outcome: Outcome): Report {
  const { kind, findings, regions, isAccepted, done, issue } = outcome
  const { orphans, unnamed, reserved, misspelt, kept, seen } = findings
  const isBad = orphans.length + unnamed.length > 0 && !isAccepted
  const lists = {
    orphans: orphans.map(({ tenant, resources, kinds }) => ({
      tenant,
      count: resources.length,
      kinds,
      resources: resources.slice(0, MOST)
    })),
    unnamed: unnamed.slice(0, MOST),
    reserved,
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

function failureOf({ findings: { orphans, unnamed }, issue }: Outcome): string {
  const tenants = orphans.map(({ tenant, resources }) => `${resources.length} of ${tenant}`)
  const all = [
    ...tenants,
    ...(unnamed.length === 0 ? [] : [`${unnamed.length} without client or environment`])
  ]
  return `Resources belong to no registered tenant: ${all.join(', ')}. Nothing was deleted. ${issue === '' ? 'The summary' : issue} lists them.`
}
