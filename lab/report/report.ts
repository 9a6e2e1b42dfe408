import { html, type Html, NOTHING } from './html.ts'
import type { Milestone, ReportData } from './report-data.ts'
import { renderResources } from './sections/aws.ts'
import { renderCalls } from './sections/calls.ts'
import { renderSite } from './sections/site.ts'
import { renderTimeline } from './sections/timeline.ts'
import * as words from './sections/words-of-the-run.ts'
import { STYLE } from './style.ts'
import { sayCount, sayDuration, sayMoment } from './words.ts'

/** The whole story as one page that needs nothing but itself: no script, no font, no image from elsewhere. */
export function renderReport(data: ReportData): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${data.title}</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <main>${renderHead(data)} ${SECTIONS.map((section) => renderSection(section, data))}</main>
      </body>
    </html>`
  return `${page.html}\n`
}

type Section = Readonly<{
  title: string
  lead: (data: ReportData) => string
  /** '' leaves the section out. */
  body: (data: ReportData) => Html
}>

const SECTIONS: readonly Section[] = [
  {
    title: 'What its visitors see',
    lead: () => 'Asked as a browser asks: by name, over TLS, through CloudFront and the load balancer.',
    body: ({ site }) => (site === undefined ? NOTHING : renderSite(site))
  },
  {
    title: 'What was filled in',
    lead: () => 'All that a person typed; the rest follows from the registry’s rules.',
    body: ({ form = [] }) => words.renderFacts(form)
  },
  {
    title: 'What ran',
    lead: () => 'Each job over the time of its run, and its steps below it.',
    body: ({ runs }) => renderTimeline(runs)
  },
  {
    title: 'What the pull request was told',
    lead: () => 'One comment, kept up to date by every plan and every apply.',
    body: ({ comment }) => (comment === undefined ? NOTHING : words.renderWords(comment, 'commented on'))
  },
  {
    title: 'What the registry was proposed',
    lead: () =>
      'A pull request with one file: from now on the tenant is planned with every change that concerns it.',
    body: ({ proposal }) => (proposal === undefined ? NOTHING : words.renderWords(proposal, 'opened'))
  },
  {
    title: 'What the gate attested',
    lead: () => 'Written by the apply job from inside its environment.',
    body: ({ runs }) => words.renderGate(runs)
  },
  {
    title: 'What exists now',
    lead: ({ resources }) => `${sayCount(resources.length, 'resource')} on AWS.`,
    body: ({ resources }) => renderResources(resources)
  },
  {
    title: 'Who called AWS',
    lead: ({ calls }) =>
      `${sayCount(calls.length, 'call')}, by the role that made them, and the statement of its policies that decided.`,
    body: ({ calls }) => renderCalls(calls)
  },
  {
    title: 'Annotations',
    lead: () => 'What the runs warned of.',
    body: ({ runs }) => words.renderAnnotations(runs)
  },
  {
    title: 'Summaries of the other jobs',
    lead: () => 'As their pages on GitHub show them.',
    body: ({ runs }) => words.renderSummaries(runs)
  },
  { title: 'What it ran on', lead: () => '', body: ({ environment }) => words.renderFacts(environment) },
  {
    title: 'What this shows, and what it does not',
    lead: () => '',
    body: ({ verified }) => words.renderVerified(verified)
  }
]

function renderSection({ title, lead, body }: Section, data: ReportData): Html {
  const content = body(data)
  if (content.html.trim() === '') return NOTHING
  const under = lead(data)
  return html`<section>
    <h2>${title}</h2>
    ${under === '' ? NOTHING : html`<p class="lead">${under}</p>`} ${content}
  </section>`
}

function renderHead({ repository, title, verdict, runs, milestones }: ReportData): Html {
  const from = Math.min(...runs.map(({ startedAt }) => startedAt))
  const until = Math.max(...runs.map(({ finishedAt }) => finishedAt))
  const when = runs.length === 0 ? '' : ` · ${sayMoment(from)} · ${sayDuration(until - from)}`
  return html`<header class="head">
    <p class="over">${repository}${when}</p>
    <h1>${title}</h1>
    <p class="verdict ${verdict.good ? 'success' : 'failure'}">${verdict.sentence}</p>
    ${renderMilestones(milestones)}
  </header>`
}

/** The moments in their order, each with the time since the first. */
function renderMilestones(milestones: readonly Milestone[]): Html {
  const [start] = milestones
  if (start === undefined) return NOTHING
  return html`<ol class="milestones">
    ${milestones.map(
      ({ at, title, detail }) =>
        html`<li>
          <span class="time">${at === start.at ? '0 s' : `+${sayDuration(at - start.at)}`}</span>
          <b>${title}</b>
          ${detail === undefined ? NOTHING : html`<span>${detail}</span>`}
        </li>`
    )}
  </ol>`
}
