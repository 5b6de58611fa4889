import { consoleMessages } from '../explain/console-messages.js'
import type { Diagnosis } from './diagnose.js'
import type { Evidence, Finding } from './finding.js'
import { type Html, html } from './html.js'
import { headline, PLACE_NAMES, verdict } from './render-diagnosis.js'
import { STYLE } from './style.js'
import { type TimelineEntry, timelineOf } from './timeline.js'

/**
 * A diagnosis as one HTML page that needs nothing else: no script, no network. Every text from the wire is escaped, and
 * the page forbids itself to load anything.
 */
export function renderDiagnosisHtml(diagnosis: Diagnosis): string {
  const message = consoleMessages(diagnosis.evaluation).chromium
  const others = diagnosis.exchanges.filter(({ probe }) => !['preflight', 'actual', 'redirect'].includes(probe))
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CORS: ${diagnosis.url}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${headline(diagnosis)}</h1>
<p class="verdict ${diagnosis.healthy ? 'good' : 'bad'}" id="verdict">${verdict(diagnosis)}</p>
${message === undefined ? '' : html`<pre class="console" id="console">${message}</pre>`}
<h2>What is wrong</h2>
${diagnosis.findings.length === 0 ? html`<p>Nothing.</p>` : diagnosis.findings.map(renderFinding)}
<h2>What the browser does</h2>
<ol id="steps">
${timelineOf(diagnosis).map(renderEntry)}</ol>
<h2>What else was asked</h2>
${others.map(renderExchange)}
</main>
</body>
</html>
`
  return page.text
}

function renderFinding({ code, severity, title, sees, place, fix, fixes, evidence }: Finding): Html {
  const elsewhere = Object.entries(fixes).filter(([where]) => where !== place)
  return html`<section class="finding ${severity}" id="${code}">
<h3><span class="severity">${severity}</span> ${title} <code>${code}</code></h3>
${evidence.map(renderExchange)}
<dl>
<dt>People see</dt><dd>${sees}</dd>
<dt>Fix ${PLACE_NAMES[place]}</dt><dd>${fix}</dd>
${elsewhere.map(([where, text]) => html`<dt>Fix ${PLACE_NAMES[where as Finding['place']]}</dt><dd>${text}</dd>\n`)}</dl>
</section>
`
}

function renderEntry(entry: TimelineEntry): Html {
  if (entry.kind === 'exchange') return html`<li class="exchange">${renderExchange(entry.exchange)}</li>\n`
  const { step, failed } = entry
  const sign = failed ? html`<strong>✗ stopped here</strong>` : html`✓`
  return html`<li class="step ${failed ? 'failed' : 'passed'}">${sign} <a href="${step.spec}">${step.step}</a>: ${step.detail}</li>\n`
}

function renderExchange({ probe, request, response, url }: Evidence): Html {
  return html`<figure>
<figcaption>${probe}: ${url}</figcaption>
<pre class="request">${request.map(toLine)}</pre>
<pre class="response">${response.map(toLine)}</pre>
</figure>
`
}

function toLine(line: string): Html {
  return html`${line}\n`
}
