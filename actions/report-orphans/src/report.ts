import type { Report } from '../../../lib/runner.ts'
import type { Outcome } from './act.ts'
import type { Inputs } from './inputs.ts'
import { remains, stateOf, type Orphan } from './plan.ts'
import { renderSummary } from './summary.ts'

/** GitHub takes a megabyte of outputs from a job. */
const MOST = 100

/** Outputs, summary and the sentence that makes the step red. */
export function toReport({ tenant, failOnOrphans }: Inputs, outcome: Outcome): Report {
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
    summary: renderSummary(outcome, tenant),
    ...(isBad && failOnOrphans
      ? { failure: tenant === undefined ? failureOf(outcome) : standing(tenant, findings.orphans) }
      : {})
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

const MOST_NAMED = 20

/** What has to go before the tenant can be given up, and how. */
function standing(tenant: string, orphans: readonly Orphan[]): string {
  const all = orphans.flatMap(({ resources }) => resources.filter((arn) => !remains({ arn })))
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : ''
  return [
    `${all.length} ${all.length === 1 ? 'resource' : 'resources'} of ${tenant} still ${all.length === 1 ? 'stands' : 'stand'}: ${all.slice(0, MOST_NAMED).join(', ')}${more}.`,
    `If they are its stack's, bring its file back (git log -- terraform/tenants/${tenant}.tfvars.json) and start the step destroy; what was made by hand is deleted by hand.`,
    'AWS lists some things for hours after their end: what is not there any more needs nothing but another start then.'
  ].join(' ')
}

const counted = ({ tenant, resources }: Orphan): string => `${resources.length} of ${tenant}`
