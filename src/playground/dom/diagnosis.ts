import type { Diagnosis } from '../../doctor/diagnosis.js'
import type { Evidence, Finding, Place } from '../../doctor/finding.js'
import { headline, verdict } from '../../doctor/render-diagnosis.js'
import { PLACE_NAMES, REPORT_TEXTS } from '../../text/doctor.js'
import { PLAYGROUND_PASTE as TEXTS } from '../../text/playground.js'
import type { Child } from './elements.js'
import { explanation } from './explanation.js'
import type { Page } from './page.js'

/** What was found in a record: the causes with what fixes them, and how a browser handles the same answers. */
export function diagnosis(page: Page, found: Diagnosis): Child {
  const { make } = page
  const { findings, unknown, healthy, evaluation } = found
  return [
    make('p', { class: 'headline' }, headline(found)),
    make('p', { class: `outcome ${healthy ? 'readable' : 'blocked'}` }, verdict(found)),
    findings.map((item) => finding(page, item)),
    make(
      'ul',
      { class: 'unknown' },
      unknown.map(({ text }) => make('li', {}, REPORT_TEXTS.unknown(text))),
    ),
    // A message of a console does not hold the response, so the course would end with "no response", which is wrong.
    evaluation.received[0] === null
      ? undefined
      : make('details', {}, make('summary', {}, TEXTS.course), explanation(page, { evaluation, fixes: [] })),
  ]
}

function finding({ make }: Page, { code, severity, title, impact, place, fix, fixes, evidence }: Finding): Element {
  const elsewhere = (Object.entries(fixes) as [Place, string][]).filter(([where]) => where !== place)
  return make('section', { class: `finding ${severity}` }, [
    make(
      'h4',
      {},
      make('span', { class: 'severity' }, REPORT_TEXTS.severities[severity]),
      ' ',
      title,
      ' ',
      make('code', {}, code),
    ),
    make('p', {}, REPORT_TEXTS.impact(impact)),
    make('p', { class: 'fix' }, REPORT_TEXTS.fix(PLACE_NAMES[place], fix)),
    elsewhere.length === 0
      ? undefined
      : make('details', {}, [
          make('summary', {}, REPORT_TEXTS.titles.elsewhere),
          elsewhere.map(([where, text]) => make('p', {}, REPORT_TEXTS.fix(PLACE_NAMES[where], text))),
        ]),
    evidence.map((exchange) => [lines(exchange.request, '→', make), lines(exchange.response, '←', make)]),
  ])
}

function lines(list: Evidence['request'], sign: string, make: Page['make']): Element {
  return make('pre', {}, list.map((line, i) => `${i === 0 ? sign : ' '} ${line}`).join('\n'))
}
