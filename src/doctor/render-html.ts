import { PLACE_NAMES, REPORT_TEXTS } from '../text/doctor.js'
import type { Diagnosis } from './diagnosis.js'
import type { Evidence, Finding, Place } from './finding.js'
import { type Html, html } from './html.js'
import { consoleLine, footLines, headline, verdict } from './render-diagnosis.js'
import { STYLE } from './style.js'
import { type TimelineEntry, timelineOf } from './timeline.js'

const TITLES = REPORT_TEXTS.titles

/**
 * Diagnoses as one HTML page that needs nothing else: no script, no network. Every text from the wire is escaped, and
 * the page forbids itself to load anything.
 */
export function renderDiagnosisHtml(diagnoses: Diagnosis | readonly Diagnosis[]): string {
  const all: readonly Diagnosis[] = [diagnoses].flat()
  const page = html`<!doctype html>
<html lang="${REPORT_TEXTS.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CORS: ${[...new Set(all.map(({ url }) => url))].join(', ')}</title>
<style>${STYLE}</style>
</head>
<body>
${all.map(renderReport)}</body>
</html>
`
  return page.text
}

function renderReport(diagnosis: Diagnosis): Html {
  const message = consoleLine(diagnosis)
  const others = diagnosis.exchanges.filter(({ probe }) => !['preflight', 'actual', 'redirect'].includes(probe))
  return html`<main>
<h1>${headline(diagnosis)}</h1>
<p class="verdict ${diagnosis.healthy ? 'good' : 'bad'}">${verdict(diagnosis)}</p>
${message === undefined ? '' : html`<pre class="console">${message}</pre>`}
<h2>${TITLES.findings}</h2>
${diagnosis.findings.length === 0 ? html`<p>${REPORT_TEXTS.nothing}</p>` : diagnosis.findings.map(renderFinding)}
${diagnosis.unknown.map(({ text }) => html`<p class="unknown">${REPORT_TEXTS.unknown(text)}</p>\n`)}
<h2>${TITLES.steps}</h2>
<ol class="steps">
${timelineOf(diagnosis).map(renderEntry)}</ol>
<h2>${TITLES.others}</h2>
${others.map(renderExchange)}
${footLines(diagnosis).map((line) => html`<p>${line}</p>\n`)}</main>
`
}

function renderFinding({ code, severity, title, impact, place, fix, fixes, evidence, causes }: Finding): Html {
  const elsewhere = Object.entries(fixes).filter(([where]) => where !== place) as [Place, string][]
  return html`<section class="finding ${severity}" data-code="${code}">
<h3><span class="severity">${REPORT_TEXTS.severities[severity]}</span> ${title} <code>${code}</code></h3>
${evidence.map(renderExchange)}
<p>${REPORT_TEXTS.impact(impact)}</p>
<p class="fix">${REPORT_TEXTS.fix(PLACE_NAMES[place], fix)}</p>
${causes.length === 0 ? '' : html`<p class="explains">${REPORT_TEXTS.explains(causes)}</p>`}
${elsewhere.length === 0 ? '' : html`<details><summary>${TITLES.elsewhere}</summary>\n${elsewhere.map(renderFix)}</details>`}
</section>
`
}

function renderFix([place, text]: readonly [Place, string]): Html {
  return html`<p>${REPORT_TEXTS.fix(PLACE_NAMES[place], text)}</p>\n`
}

function renderEntry(entry: TimelineEntry): Html {
  if (entry.kind === 'exchange') return html`<li class="exchange">${renderExchange(entry.exchange)}</li>\n`
  const { step, failed } = entry
  const sign = failed ? html`<strong>${TITLES.stopped}</strong>` : html`✓`
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
