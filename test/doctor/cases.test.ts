import t, { type Test } from 'tap'
import { diagnose } from '../../src/doctor/diagnose.js'
import type { Diagnosis } from '../../src/doctor/diagnosis.js'
import { FINDING_TEXTS } from '../../src/doctor/texts.js'
import { CONSOLE_TEXTS } from '../../src/text/doctor-console.js'
import { testWithPrograms } from '../support/programs.js'
import { CASES } from './cases/all.js'
import { APP, type Case } from './cases/case.js'
import { leadTo } from './lead-to.js'
import { FIXTURES } from './servers.js'

const MINUTES = 60_000
t.setTimeout(10 * MINUTES)

async function diagnosisOf(t: Test, { start, at, ask }: Case): Promise<Diagnosis> {
  const started = await start(t)
  const { port, ...more } = typeof started === 'number' ? { port: started } : started
  const url = at ?? ('url' in more ? more.url : undefined) ?? `http://127.0.0.1:${port}/things`
  const options = { origin: APP, timeout: 20_000, ...(at && { transport: leadTo(port) }), ...ask }
  return diagnose(url, { ...options, ...('ask' in more ? more.ask : {}) })
}

for (const [title, cases] of Object.entries(CASES)) {
  for (const story of cases) {
    testWithPrograms(`${title}: ${story.name}`, story.programs ?? [], 2 * MINUTES, async (t) => {
      const { findings, healthy } = await diagnosisOf(t, story)
      const codes = findings.map(({ code }) => code)
      const expected = [story.first].flat()
      const first = healthy ? 'healthy' : codes[0]
      t.ok(expected.includes(first as never), `the cause is ${expected.join(' or ')}`, { found: first, codes })
      t.strictSame(
        (story.not ?? []).filter((code) => codes.includes(code)),
        [],
        'no wrong way',
      )
      t.strictSame(
        (story.also ?? []).filter((code) => !codes.includes(code)),
        [],
        'all that is to be said',
      )
      if (story.place !== undefined) t.equal(findings[0]?.place, story.place)
    })
  }
}

t.test('every finding has a server that shows it', async (t) => {
  const expected = Object.values(CASES).flatMap((cases) =>
    cases.flatMap(({ first, also = [] }) => [first, also].flat()),
  )
  const shown = new Set<string>([...expected, ...FIXTURES.flatMap(({ findings }) => findings.map(([code]) => code))])
  // A console tells of these, and no server can be asked: see pastes.test.ts.
  const ofConsoles = Object.keys(CONSOLE_TEXTS)
  t.strictSame(
    Object.keys(FINDING_TEXTS).filter((code) => !shown.has(code)),
    ofConsoles,
    'a server for each of these is missing in test/doctor/cases',
  )
})
