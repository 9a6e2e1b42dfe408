import { html, type Html, NOTHING } from '../html.ts'
import type { Call } from '../report-data.ts'
import { sayCount, sayDuration, sayNumber } from '../words.ts'
import { largestFirst } from './groups.ts'

const DENIED: ReadonlySet<string> = new Set(['explicit-deny', 'implicit-deny', 'unauthentic'])
const MOST_RESOURCES = 3

/** What was denied first, then who called AWS and by which permission: one line a principal, the busiest first. */
export function renderCalls(calls: readonly Call[]): Html {
  if (calls.length === 0) return NOTHING
  const principals = largestFirst(Map.groupBy(calls, ({ principal }) => shortName(principal)))
  const most = principals[0]?.[1].length ?? 1
  return html`${renderDenied(calls.filter(isDenied))}
    <div class="card calls">${principals.map(([name, own]) => renderPrincipal(name, own, most))}</div>`
}

const isDenied = ({ decision }: Call): boolean => DENIED.has(decision)

function renderDenied(denied: readonly Call[]): Html {
  const groups = Map.groupBy(denied, ({ principal, iamAction, resource, decidedBy }) =>
    JSON.stringify([shortName(principal), iamAction, resource, decidedBy])
  )
  return html`${[...groups.values()].map((same) => renderDenial(same))}`
}

function renderDenial(same: readonly Call[]): Html {
  const [call] = same
  if (call === undefined) return NOTHING
  const times = same.length === 1 ? '' : ` · ${sayCount(same.length, 'time')}`
  return html`<div class="annotation error denied">
    <b>Denied: ${call.iamAction}</b>
    <span class="where">${shortName(call.principal)}${times}</span>
    <p>on <code>${call.resource}</code></p>
    <p>${call.decision}: ${call.decidedBy}</p>
  </div>`
}

function renderPrincipal(name: string, calls: readonly Call[], most: number): Html {
  const services = largestFirst(Map.groupBy(calls, ({ service }) => service))
  const denied = calls.filter(isDenied).length
  return html`<details>
    <summary class="row">
      <span class="name">${name}</span>
      <div class="track">
        <i class="bar count" style="left:0;width:${Number(((100 * calls.length) / most).toFixed(3))}%"></i>
      </div>
      <span class="time">${sayNumber(calls.length)}</span>
      <p>
        ${sayDuration(timeOf(calls))} ·
        ${services.map(([service, own]) => `${service} ${own.length}`).join(' · ')}${denied === 0 ? NOTHING : html` · <b>${sayCount(denied, 'call')} denied</b>`}
      </p>
    </summary>
    ${renderPermissions(calls)}
  </details>`
}

/** Each permission that was asked for, on what, and which statement let or kept the caller. */
function renderPermissions(calls: readonly Call[]): Html {
  const groups = largestFirst(
    Map.groupBy(calls, ({ iamAction, decision, decidedBy }) =>
      JSON.stringify([iamAction, decision, decidedBy])
    )
  )
  return html`<table class="permissions">
    <thead>
      <tr>
        <th>permission</th>
        <th>on</th>
        <th>decided by</th>
        <th>calls</th>
        <th>took</th>
      </tr>
    </thead>
    <tbody>
      ${groups.map(([, same]) => renderPermission(same))}
    </tbody>
  </table>`
}

/** What AWS needed for the calls together. */
const timeOf = (calls: readonly Call[]): number =>
  Math.round(calls.reduce((sum, { milliseconds }) => sum + milliseconds, 0))

function renderPermission(same: readonly Call[]): Html {
  const [call] = same
  if (call === undefined) return NOTHING
  const resources = [...new Set(same.map(({ resource }) => resource))]
  const rest = resources.length - MOST_RESOURCES
  return html`<tr class="${isDenied(call) ? 'denied' : 'allowed'}">
    <td><code>${call.iamAction}</code></td>
    <td>${resources.slice(0, MOST_RESOURCES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}</td>
    <td>${call.decision === 'allowed' ? call.decidedBy : `${call.decision}: ${call.decidedBy}`}</td>
    <td>${same.length}</td>
    <td>${sayDuration(timeOf(same))}</td>
  </tr>`
}

/** The role's or user's own name: arn:aws:sts::1:assumed-role/caliber-plan/run-7 is caliber-plan. */
function shortName(principal: string): string {
  const [, name] = /^arn:[^:]*:(?:iam|sts)::\d*:(?:assumed-role|user|role)\/([^/]+)/.exec(principal) ?? []
  return name ?? principal.replace(/^arn:[^:]*:iam::\d*:/, '')
}
