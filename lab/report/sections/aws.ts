import { html, type Html, NOTHING } from '../html.ts'
import type { Call, Resource } from '../report-data.ts'
import { sayCount, sayNumber } from '../words.ts'

/** What exists now, one card a service, the largest first. */
export function renderResources(resources: readonly Resource[]): Html {
  if (resources.length === 0) return NOTHING
  const services = largestFirst(Map.groupBy(resources, ({ service }) => service))
  return html`<div class="services">${services.map(([service, own]) => renderService(service, own))}</div>`
}

function renderService(service: string, resources: readonly Resource[]): Html {
  const types = largestFirst(Map.groupBy(resources, ({ type }) => type))
  return html`<section class="card">
    <h3>${service} <span class="time">${resources.length}</span></h3>
    <dl>${types.map(([type, own]) => renderType(type, own))}</dl>
  </section>`
}

function renderType(type: string, resources: readonly Resource[]): Html {
  const names = resources.map(({ name, id }) => (name === '' ? id : name))
  const count = names.length === 1 ? NOTHING : html` <span class="time">${names.length}</span>`
  return html`<dt>${type}${count}</dt>
    <dd>${names.join(', ')}</dd>`
}

/** Who called AWS, how often, and what was refused: one line a principal, the busiest first. */
export function renderCalls(calls: readonly Call[]): Html {
  if (calls.length === 0) return NOTHING
  const principals = largestFirst(Map.groupBy(calls, ({ principal }) => shortName(principal)))
  const most = principals[0]?.[1].length ?? 1
  return html`<div class="card calls">
    ${principals.map(([name, own]) => renderPrincipal(name, own, most))}
  </div>`
}

function renderPrincipal(name: string, calls: readonly Call[], most: number): Html {
  const services = largestFirst(Map.groupBy(calls, ({ service }) => service))
  const refused = calls.filter(({ error }) => /denied|unauthorized/i.test(error)).length
  return html`<div class="row">
    <span class="name">${name}</span>
    <div class="track">
      <i class="bar count" style="left:0;width:${Number(((100 * calls.length) / most).toFixed(3))}%"></i>
    </div>
    <span class="time">${sayNumber(calls.length)}</span>
    <p>
      ${services.map(([service, own]) => `${service} ${own.length}`).join(' · ')}${refused === 0 ? NOTHING : html` · <b>${sayCount(refused, 'call')} refused</b>`}
    </p>
  </div>`
}

/** The role's or user's own name: arn:aws:sts::1:assumed-role/caliber-plan/run-7 is caliber-plan. */
function shortName(principal: string): string {
  const [, name] = /^arn:[^:]*:(?:iam|sts)::\d*:(?:assumed-role|user|role)\/([^/]+)/.exec(principal) ?? []
  return name ?? principal.replace(/^arn:[^:]*:iam::\d*:/, '')
}

function largestFirst<T>(
  groups: ReadonlyMap<string, readonly T[]>
): readonly (readonly [string, readonly T[]])[] {
  return [...groups].toSorted(([a, left], [b, right]) => right.length - left.length || a.localeCompare(b))
}
