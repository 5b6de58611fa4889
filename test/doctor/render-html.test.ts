import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { diagnose } from '../../src/doctor/diagnose.js'
import type { Diagnosis } from '../../src/doctor/diagnosis.js'
import { renderDiagnosis, verdict } from '../../src/doctor/render-diagnosis.js'
import { renderDiagnosisHtml } from '../../src/doctor/render-html.js'
import { timelineOf } from '../../src/doctor/timeline.js'
import { PLACE_NAMES, REPORT_TEXTS, VERDICTS } from '../../src/text/doctor.js'
import { DRIVERS, open } from '../engines/drivers/open.js'
import { testWithPrograms } from '../support/programs.js'
import { serve } from '../support/serve.js'
import { APP, type Changes, headers, serverWith, status } from './good-server.js'
import { leadTo } from './lead-to.js'

const MINUTES = 60_000
t.setTimeout(5 * MINUTES)

const PUT_JSON = { origin: APP, method: 'PUT', headers: { 'content-type': 'application/json' } }
const NASTY = `<img src=x onerror="document.title='hacked'"></pre><script>document.title='hacked'</script>`

async function report(t: Parameters<typeof serve>[0], changes: Changes, path = 'things'): Promise<Diagnosis> {
  const transport = leadTo(await serve(t, serverWith(changes)))
  return diagnose(`https://api.example.com/${path}`, { ...PUT_JSON, transport })
}

t.test('the exchange step by step', async (t) => {
  const rows: [name: string, changes: Changes, course: string[], failed: string | undefined][] = [
    [
      'a good server',
      {},
      [
        'request-mode',
        'preflight-needed',
        '→ preflight',
        'preflight-cors-check',
        'preflight-status',
        'preflight-lists',
      ].concat(
        [
          'preflight-method',
          'preflight-authorization',
          'preflight-headers',
          'preflight-max-age',
          '→ actual',
          'cors-check',
        ],
        ['filtered-response'],
      ),
      undefined,
    ],
    [
      'a preflight that is redirected',
      { preflight: status(302, { Location: '/' }) },
      ['request-mode', 'preflight-needed', '→ preflight', 'preflight-cors-check', 'preflight-status'],
      'preflight-status',
    ],
    [
      'a preflight that gets no answer',
      { preflight: (_, { socket }) => void socket.destroy() },
      ['request-mode', 'preflight-needed', '→ preflight', 'preflight-network'],
      'preflight-network',
    ],
  ]
  for (const [name, changes, course, failed] of rows) {
    const diagnosis = await report(t, changes)
    const entries = timelineOf(diagnosis)
    t.strictSame(
      entries.map((entry) => (entry.kind === 'step' ? entry.step.step : `→ ${entry.exchange.probe}`)),
      course,
      name,
    )
    const marked = entries.flatMap((entry) => (entry.kind === 'step' && entry.failed ? [entry.step.step] : []))
    t.strictSame(marked, failed === undefined ? [] : [failed])
  }
})

t.test("the page's own origin", async (t) => {
  const origin = `http://127.0.0.1:${await serve(t, serverWith())}`
  const entries = timelineOf(await diagnose(`${origin}/`, { origin }))
  t.strictSame(
    entries.map((entry) => (entry.kind === 'step' ? entry.step.step : `→ ${entry.exchange.probe}`)),
    ['request-mode', '→ actual', 'filtered-response'],
  )
})

t.test('a page that needs nothing else, and says nothing that it should not', async (t) => {
  const page = renderDiagnosisHtml(
    await report(t, { any: headers({ Server: NASTY, 'Access-Control-Allow-Origin': NASTY }) }),
  )
  t.notMatch(page, /<script|<img|@import|url\(/)
  t.match(page, '&lt;script&gt;')
  t.match(page, /Content-Security-Policy/)
  const own = await diagnose('https://app.example.com/', {
    origin: APP,
    transport: leadTo(await serve(t, serverWith())),
  })
  t.match(renderDiagnosisHtml([own, { ...own, findings: [] }]), /<p>Nothing\.<\/p>/)
})

t.test('the text shows one exchange for a warning and none for a note', async (t) => {
  const rows: [name: string, changes: Changes, lines: string[], absent: RegExp[]][] = [
    [
      'warnings',
      { actual: headers({ Vary: undefined }) },
      [
        VERDICTS.faults(1),
        REPORT_TEXTS.more(1),
        `\n  ${REPORT_TEXTS.impact('')}`,
        `\n  ${REPORT_TEXTS.fix(PLACE_NAMES.app, '')}`,
      ],
      [/\[2m/],
    ],
    ['notes', { preflight: headers({ Vary: undefined }) }, [VERDICTS.healthy(), '\nnote: '], [/→/]],
    [
      'several warnings',
      { actual: headers({ Vary: undefined }), plain: headers({ Vary: undefined }) },
      [VERDICTS.faults(2)],
      [],
    ],
  ]
  for (const [name, changes, lines, absent] of rows) {
    const text = renderDiagnosis(await report(t, changes))
    for (const line of lines) t.match(text, line, name)
    for (const line of absent) t.notMatch(text, line, name)
  }
})

t.test('verdicts', async (t) => {
  const diagnosis = await report(t, {})
  const of = (code: string, severity: string) =>
    ({ ...diagnosis, findings: [{ code, severity }], healthy: false }) as never
  t.equal(verdict(diagnosis), VERDICTS.healthy())
  t.equal(verdict({ ...diagnosis, reached: false }), VERDICTS.unreachable())
  t.equal(verdict(of('incomplete', 'warning')), VERDICTS.unknown())
  t.equal(verdict(of('method-not-sent', 'warning')), VERDICTS.notSent('PUT'))
  t.equal(verdict(of('mixed-content', 'error')), VERDICTS.blocked())
  t.equal(verdict(of('vary-missing', 'warning')), VERDICTS.faults(1))
})

testWithPrograms('in a browser', DRIVERS.chromium.programs, 5 * MINUTES, async (t) => {
  const file = join(t.testdir(), 'report.html')
  const diagnosis = await report(t, {
    any: headers({ 'X-Nasty': NASTY }),
    preflight: status(502, { 'X-Nasty': NASTY }),
  })
  writeFileSync(file, renderDiagnosisHtml(diagnosis))
  const session = await open('chromium')
  t.teardown(() => session.end())
  const seen = await session.exec<Record<string, unknown>>(
    pathToFileURL(file).href,
    `const text = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent.trim())
     return {
       title: document.title,
       verdict: text('.verdict'),
       console: text('.console'),
       findings: [...document.querySelectorAll('.finding')].map(({ dataset }) => dataset.code),
       failed: text('.steps .failed'),
       last: document.querySelector('.steps').lastElementChild.className,
       evidence: text('.response').some((lines) => lines.includes(arguments[0])),
       scripts: document.scripts.length + document.images.length,
       loaded: performance.getEntriesByType('resource').length,
       wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
     }`,
    NASTY,
  )
  t.match(seen, {
    title: /^CORS: https:/,
    verdict: [VERDICTS.blocked()],
    console: [/blocked by CORS policy/],
    failed: [/preflight-status: .*502/],
    last: 'step failed',
    evidence: true,
    scripts: 0,
    loaded: 0,
    wide: false,
  })
  t.match(seen['findings'], ['preflight-server-error'])
})
