import type { Test } from 'tap'
import { Random } from '../config/fixtures/random.js'
import { testWithPrograms } from '../support/programs.js'
import { differingPaths, meets } from './compare.js'
import { DRIVERS, ENGINES, open } from './drivers/open.js'
import type { Session } from './drivers/session.js'
import { readFixtures, writeFixture } from './fixtures.js'
import { generateCase } from './generator/case.js'
import { expectationFor, KNOWN_DIFFERENCES } from './known-differences.js'
import { type Experiment, Laboratory } from './laboratory.js'
import { shrink } from './shrink.js'

/**
 * The model of the browser against the browsers: what the page saw and what the servers got has to be what the model
 * says, plus the known differences of that browser. `BROWSER_CASES` and `BROWSER_SEED` ask for more cases, or others.
 */
const CASES = Number(process.env['BROWSER_CASES'] ?? 2500)
const SEED = Number(process.env['BROWSER_SEED'] ?? 1)
const BATCH = 100
const TIMEOUT = 15 * 60_000
/** So many disagreements are shrunk and shown; more would say no more. */
const SHOWN = 3

for (const engine of ENGINES) {
  testWithPrograms(`${engine} and the model`, DRIVERS[engine].programs, TIMEOUT, async (t) => {
    const laboratory = await Laboratory.start()
    t.teardown(() => laboratory.close())
    const session = await open(engine)
    t.teardown(() => session.end())
    await replayFixtures(t, laboratory, session)
    await compareGenerated(t, laboratory, session)
  })
}

async function replayFixtures(t: Test, laboratory: Laboratory, session: Session): Promise<void> {
  const { engine } = session
  const fixtures = readFixtures()
  const experiments = await laboratory.run(
    session,
    fixtures.map(({ asked }) => asked),
  )
  for (const [i, { name }] of fixtures.entries()) {
    const { asked, place, observed } = experiments[i] as Experiment
    const { predicted, limit } = expectationFor(engine, asked, place)
    if (limit === undefined) t.strictSame(observed, predicted, name)
    else t.strictSame(observed.wire.slice(0, limit), predicted.wire.slice(0, limit), name)
    const known = KNOWN_DIFFERENCES.find((known) => known.name === name)
    if (!known?.engines.includes(engine)) continue
    const shows = !meets(expectationFor(engine, asked, place, known), observed)
    t.ok(shows, `${name}: ${engine} is still another than the standard`)
  }
  for (const { name } of KNOWN_DIFFERENCES)
    t.ok(
      fixtures.some((fixture) => fixture.name === name),
      `${name} has a fixture`,
    )
}

async function compareGenerated(t: Test, laboratory: Laboratory, session: Session): Promise<void> {
  const random = new Random(SEED)
  const disagreements: Experiment[] = []
  const outcomes: Record<string, number> = {}
  let limited = 0
  for (let done = 0; done < CASES; done += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, CASES - done) }, () => generateCase(random))
    for (const experiment of await laboratory.run(session, cases)) {
      const { asked, place, observed } = experiment
      const expectation = expectationFor(session.engine, asked, place)
      if (!meets(expectation, observed)) disagreements.push(experiment)
      if (expectation.limit !== undefined) limited++
      outcomes[observed.seen.outcome] = (outcomes[observed.seen.outcome] ?? 0) + 1
    }
  }
  for (const { asked } of disagreements.slice(0, SHOWN)) await show(t, laboratory, session, asked)
  t.equal(disagreements.length, 0, `${CASES} cases with the seed ${SEED}`)
  t.comment(
    `${JSON.stringify(outcomes)}; of ${limited}, known to differ at a redirect, the part before it was compared`,
  )
  for (const outcome of ['readable', 'opaque', 'blocked']) {
    t.ok((outcomes[outcome] ?? 0) >= CASES / 20, `enough are ${outcome} for the cases to say something`)
  }
  t.ok(limited < CASES / 5, 'nearly all were compared as a whole')
}

/** Shrinks a disagreement to a fixture, and prints it. */
async function show(t: Test, laboratory: Laboratory, session: Session, asked: Experiment['asked']): Promise<void> {
  const disagrees = ({ asked, place, observed }: Experiment) =>
    !meets(expectationFor(session.engine, asked, place), observed)
  const smallest = await shrink(asked, async (cases) => (await laboratory.run(session, cases)).map(disagrees))
  const [{ place, observed }] = (await laboratory.run(session, [smallest])) as [Experiment]
  const { predicted } = expectationFor(session.engine, smallest, place)
  t.fail(`a disagreement about ${differingPaths(predicted, observed).join(', ') || 'what does not happen each time'}`, {
    fixture: writeFixture(smallest),
    predicted,
    observed,
  })
}
