import type { Annotation } from '../../runner/ports.ts'
import { html, type Html, NOTHING } from '../html.ts'
import { renderMarkdown } from '../markdown.ts'
import type { Fact, JobLine, ReportData, RunLine, Words } from '../report-data.ts'

/** What was written on a pull request or opened it, framed as GitHub frames it. */
export function renderWords({ author, number, title, markdown }: Words, did: string): Html {
  return html`<div class="comment">
    <header><b>${author}</b> <span class="bot">bot</span> ${did} <b>#${number}</b> ${title}</header>
    <div class="md">${renderMarkdown(markdown)}</div>
  </div>`
}

/** What the jobs wrote that waited for a review: the gate's attestation is theirs. */
export function renderGate(runs: readonly RunLine[]): Html {
  const jobs = runs.flatMap(({ jobs: own }) => own).filter((job) => isGated(job))
  const summaries = jobs.flatMap((job) => job.summaries)
  return html`${summaries.map(({ markdown }) => html`<div class="card md">${renderMarkdown(markdown)}</div>`)}`
}

/** Environments without reviewers let their jobs go at once. */
const isGated = ({ waits }: JobLine): boolean => waits.length > 0

/** Warnings and errors as GitHub annotates the runs with them; the same words of several jobs are said once. */
export function renderAnnotations(runs: readonly RunLine[]): Html {
  const lines = runs.flatMap((run) =>
    run.annotations.map(({ job, annotation }) => ({
      where: `${run.name} · ${job ?? 'workflow'}`,
      annotation
    }))
  )
  const groups = Map.groupBy(lines, ({ annotation }) => JSON.stringify(annotation))
  return html`${[...groups.values()].map((same) => renderAnnotation(same))}`
}

function renderAnnotation(same: readonly Readonly<{ where: string; annotation: Annotation }>[]): Html {
  const [said] = same
  if (said === undefined) return NOTHING
  const { level, message, title, file, line } = said.annotation
  const places = [...new Set(same.map(({ where }) => where))].join(', ')
  return html`<div class="annotation ${level}">
    <b>${title ?? level}</b> <span class="where">${places}${place(file, line)}</span>
    <p>${message}</p>
  </div>`
}

function place(file: string | undefined, line: number | undefined): string {
  if (file === undefined) return ''
  return ` · ${file}${line === undefined ? '' : `:${line}`}`
}

/** The summaries of all other jobs, folded. */
export function renderSummaries(runs: readonly RunLine[]): Html {
  const jobs = runs.flatMap((run) => run.jobs.map((job) => ({ run, job })))
  const written = jobs.filter(({ job }) => !isGated(job) && job.summaries.length > 0)
  return html`${written.map(
    ({ run, job }) =>
      html`<details class="card">
        <summary><b>${job.name}</b> <span class="where">${run.name}</span></summary>
        <div class="md">${job.summaries.map(({ markdown }) => renderMarkdown(markdown))}</div>
      </details>`
  )}`
}

/** Names and values in two columns. */
export function renderFacts(facts: readonly Fact[]): Html {
  if (facts.length === 0) return NOTHING
  return html`<dl class="facts">
    ${facts.map(
      ({ name, value }) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`
    )}
  </dl>`
}

/** Each claim with the place where it was, or can be, seen. */
export function renderVerified(verified: ReportData['verified']): Html {
  if (verified.length === 0) return NOTHING
  return html`<table class="verified">
    <tbody>
      ${verified.map(
        ({ claim, where }) =>
          html`<tr>
            <td>${claim}</td>
            <td>${where}</td>
          </tr>`
      )}
    </tbody>
  </table>`
}
