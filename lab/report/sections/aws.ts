import { html, type Html, NOTHING } from '../html.ts'
import type { Resource } from '../report-data.ts'
import { largestFirst } from './groups.ts'

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
