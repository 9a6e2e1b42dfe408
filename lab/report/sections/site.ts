import { html, type Html, NOTHING } from '../html.ts'
import { renderMarkdown } from '../markdown.ts'
import type { Answer, Site } from '../report-data.ts'

/** The page in a frame in which nothing of it can run, what the addresses answered, and what the smoke test found. */
export function renderSite({ address, html: page, answers, smoke }: Site): Html {
  return html`<figure class="site card">
      <figcaption><span class="dots"></span><code>${address}</code></figcaption>
      <iframe sandbox="" title="${address}" srcdoc="${page}"></iframe>
    </figure>
    <div class="card answers">${answers.map((answer) => renderAnswer(answer))}</div>
    ${smoke === '' ? NOTHING : html`<div class="card md">${renderMarkdown(smoke)}</div>`}`
}

function renderAnswer({ address, status, text }: Answer): Html {
  const isGood = status >= 200 && status < 400
  return html`<p>
    <span class="mark ${isGood ? 'success' : 'failure'}">${isGood ? '✓' : '✗'}</span> <b>${status}</b>
    <code>${address}</code> <code class="where">${text}</code>
  </p>`
}
