import type { Test } from 'tap'
import { consoleMessages } from '../../src/explain/console-messages.js'
import { type Evaluation, evaluate } from '../../src/fetch-model/evaluate.js'
import { getHeader } from '../../src/fetch-model/header-list.js'
import { testWithPrograms } from '../support/programs.js'
import { DRIVERS, ENGINES, open } from './drivers/open.js'
import type { Engine, Session } from './drivers/session.js'
import { type Element, elementsOf } from './elements/case.js'
import { ELEMENT_DIFFERENCES } from './elements/differences.js'
import { type Arrival, type Play, responseTo, SCRIPT_INTEGRITY, Stage } from './elements/stage.js'

/** Everything that loads something without `fetch`: what the page gets, and what the server got, as the model says. */

const TIMEOUT = 5 * 60_000

type Answer = Play['headers']

/** What servers say. @param origin the page's */
function answersFor(origin: string): Readonly<Record<string, Answer>> {
  const cookies = [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
  ] as const
  return {
    'nothing of CORS': [],
    'a wildcard': [['Access-Control-Allow-Origin', '*']],
    'another origin': [['Access-Control-Allow-Origin', 'https://b.test']],
    'the page, with credentials': [...cookies, ['Access-Control-Allow-Headers', 'content-type']],
    'same-origin only': [['Cross-Origin-Resource-Policy', 'same-origin'], ...cookies],
  }
}

for (const engine of ENGINES) {
  testWithPrograms(`elements in ${engine}`, DRIVERS[engine].programs, TIMEOUT, async (t) => {
    const stage = await Stage.start()
    t.teardown(() => stage.close())
    const session = await open(engine)
    t.teardown(() => session.end())
    for (const element of elementsOf(SCRIPT_INTEGRITY)) {
      for (const [answer, headers] of Object.entries(answersFor(stage.pageOrigin))) {
        await compare(t, { engine, stage, session, element, answer, headers })
      }
    }
  })
}

interface Scene {
  readonly engine: Engine
  readonly stage: Stage
  readonly session: Session
  readonly element: Element
  readonly answer: string
  readonly headers: Answer
}

let count = 0

async function compare(t: Test, { engine, stage, session, element, answer, headers }: Scene): Promise<void> {
  const play: Play = { content: element.content, headers, arrivals: [] }
  const url = stage.add(String(++count), play)
  await session.readConsole?.()
  const seen = await session.exec<string>(`${stage.pageOrigin}/`, 'return await run(arguments[0])', {
    ...element.way,
    url,
  })
  const evaluation = evaluate(element.request(stage.pageOrigin, url), () => responseTo(play))
  const predicted = { seen: expectedSight(element, evaluation), arrivals: arrivalsOf(evaluation) }
  const known = ELEMENT_DIFFERENCES.find(
    (difference) => difference.engines.includes(engine) && difference.elements.includes(element.name),
  )
  const expected = known?.adjust(predicted, answer) ?? predicted
  t.strictSame({ seen, arrivals: distinct(play.arrivals) }, expected, `${element.name}, ${answer}`)
  // Of what a page can read, or is taken for that, nothing is said.
  const said = known === undefined && evaluation.outcome === 'blocked' ? consoleMessages(evaluation)[engine] : undefined
  if (said === undefined || session.readConsole === undefined) return
  const lines = await session.readConsole()
  t.ok(lines.includes(inLog(said)), `${element.name}, ${answer}: the console`, { said, lines })
}

/** The tools of Chromium write the request itself into the line of a failed one; in its log there are other words. */
function inLog(line: string): string {
  return line.replace(/^[A-Z]+ \S+ (?=net::)/, 'Failed to load resource: ')
}

/** Media are asked for piece by piece. */
function distinct(arrivals: readonly Arrival[]): readonly Arrival[] {
  const seen = new Set<string>()
  return arrivals.filter((arrival) => seen.size < seen.add(JSON.stringify(arrival)).size)
}

function expectedSight({ way }: Element, { outcome }: Evaluation): string {
  if (way.way === 'beacon') return 'sent'
  return way.way === 'media' && outcome !== 'blocked' ? 'loaded' : outcome
}

function arrivalsOf({ sent }: Evaluation): readonly Arrival[] {
  return sent.map(({ kind, method, headers, credentials }) => ({
    line: kind === 'preflight' ? 'preflight' : method,
    origin: getHeader(headers, 'origin') ?? null,
    cookie: credentials,
  }))
}
