import { html, type Html, NOTHING } from '../html.ts'
import type { Ending, Interval, JobLine, RunLine, StepLine } from '../report-data.ts'
import { sayDuration } from '../words.ts'

/** Every run as a card: its jobs and their steps as bars over the run's own time. */
export function renderTimeline(runs: readonly RunLine[]): Html {
  return html`${runs.map(renderRun)}`
}

function renderRun(run: RunLine): Html {
  const axis = axisOf(run)
  const jobs = run.jobs.filter(({ ending }) => ending !== 'skipped')
  const skipped = run.jobs.filter(({ ending }) => ending === 'skipped').map(({ name }) => name)
  const attempt = run.attempt === 1 ? '' : `, attempt ${run.attempt}`
  return html`<article class="run" style="--tick:${percent(axis.tickMs / lengthOf(axis))}%">
    <header>
      ${renderMark(run.ending)}
      <h3>${run.name}</h3>
      <p>${run.cause} by ${run.actor} <code>${run.sha.slice(0, 7)}</code>${attempt}</p>
      <span class="time">${sayDuration(lengthOf(run))}</span>
    </header>
    ${renderTicks(axis)} ${jobs.map((job) => renderJob(job, axis))}
    ${skipped.length === 0 ? NOTHING : html`<p class="skipped">Skipped: ${skipped.join(', ')}</p>`}
  </article>`
}

type Axis = Interval & Readonly<{ tickMs: number }>

const TICKS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600].map(
  (seconds) => seconds * 1000
)

/** The fewest ticks above four: enough to read a bar's length, few enough for a phone. */
function axisOf({ startedAt, finishedAt }: Interval): Axis {
  const length = Math.max(1, finishedAt - startedAt)
  const tickMs = TICKS_MS.findLast((tick) => length / tick >= 4) ?? length
  return { startedAt, finishedAt: startedAt + length, tickMs }
}

function renderTicks(axis: Axis): Html {
  const count = Math.min(24, Math.ceil((lengthOf(axis) - axis.tickMs / 2) / axis.tickMs))
  const ticks = Array.from({ length: count }, (_, index) => index * axis.tickMs)
  return html`<div class="row ticks">
    <span></span>
    <div>
      ${ticks.map((at) => html`<i style="left:${percent(at / lengthOf(axis))}%">${at === 0 ? '0' : sayTick(at)}</i>`)}
    </div>
    <span></span>
  </div>`
}

function sayTick(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${Number((ms / 1000).toFixed(1))} s`
}

function renderJob(job: JobLine, axis: Axis): Html {
  const environment = job.environment === undefined ? NOTHING : html` <b class="badge">${job.environment}</b>`
  const waits = job.waits.filter((wait) => lengthOf(wait) > 0)
  const row = html`<span class="name">${renderMark(job.ending)}${job.name}${environment}</span>
    <div class="track">
      ${waits.map((wait) => renderBar(wait, axis, { kind: 'waiting', title: `waited ${sayDuration(lengthOf(wait))}` }))}
      ${renderBar(job, axis, { kind: job.ending, title: `${job.name}: ${sayDuration(lengthOf(job))}` })}
    </div>
    <span class="time">${sayDuration(lengthOf(job))}</span>`
  const steps = job.steps.filter(({ ending }) => ending !== 'skipped')
  if (steps.length === 0) return html`<div class="row job">${row}</div>`
  return html`<details class="job" open>
    <summary class="row">${row}</summary>
    ${waits.map((wait) => renderWait(wait, axis))} ${steps.map((step) => renderStep(step, axis))}
  </details>`
}

function renderWait(wait: Interval, axis: Axis): Html {
  return html`<div class="row step">
    <span class="name">Waited for approval</span>
    <div class="track">${renderBar(wait, axis, { kind: 'waiting', title: 'waiting' })}</div>
    <span class="time">${sayDuration(lengthOf(wait))}</span>
  </div>`
}

function renderStep(step: StepLine, axis: Axis): Html {
  return html`<div class="row step ${step.ending}">
    <span class="name">${step.name}</span>
    <div class="track">${renderBar(step, axis, { kind: step.ending, title: step.name })}</div>
    <span class="time">${sayDuration(lengthOf(step))}</span>
  </div>`
}

function renderBar(interval: Interval, axis: Axis, look: Readonly<{ kind: string; title: string }>): Html {
  const left = percent((interval.startedAt - axis.startedAt) / lengthOf(axis))
  const width = percent(lengthOf(interval) / lengthOf(axis))
  return html`<i class="bar ${look.kind}" style="left:${left}%;width:${width}%" title="${look.title}"></i>`
}

/** A run's or job's end as a sign that also reads without its colour. */
export function renderMark(ending: Ending): Html {
  return html`<span class="mark ${ending}" title="${ending}">${MARKS[ending]}</span>`
}

const MARKS: Readonly<Record<Ending, string>> = {
  success: '✓',
  failure: '✕',
  cancelled: '⊘',
  skipped: '–',
  unfinished: '…'
}

const lengthOf = ({ startedAt, finishedAt }: Interval): number => finishedAt - startedAt

/** Three decimals at most, so that the page does not change with the noise of floats. */
const percent = (share: number): number => Number((Math.min(1, Math.max(0, share)) * 100).toFixed(3))
