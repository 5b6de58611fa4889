import type { Test } from 'tap'
import { Random } from '../config/fixtures/random.js'
import { testWithPrograms } from '../support/programs.js'
import type { Case } from './case.js'
import { differingPaths, meets } from './compare.js'
import { DRIVERS, ENGINES } from './drivers/open.js'
import { readFixtures, writeFixture } from './fixtures.js'
import { generateCase } from './generator/case.js'
import { expectationFor, KNOWN_DIFFERENCES } from './known-differences.js'
import type { Experiment } from './laboratory.js'
import { shrink } from './shrink.js'
import { Trial } from './trial.js'

/**
 * The model of the browser against the browsers: what the page saw and what the servers got has to be what the model
 * says, plus the known differences of that browser. `BROWSER_CASES` and `BROWSER_SEED` ask for more cases, or others.
 */
const CASES = Number(process.env['BROWSER_CASES'] ?? 4000)
const SEED = Number(process.env['BROWSER_SEED'] ?? 1)
const BATCH = 100
const TIMEOUT = 15 * 60_000
/** So many disagreements are shrunk and shown; more would say no more. */
const SHOWN = 3

for (const engine of ENGINES) {
  testWithPrograms(`${engine} and the model`, DRIVERS[engine].programs, TIMEOUT, async (t) => {
    const trial = await Trial.start(engine, (line) => t.comment(line))
    t.teardown(() => trial.end())
    await replayFixtures(t, trial)
    await compareGenerated(t, trial)
  })
}

async function replayFixtures(t: Test, trial: Trial): Promise<void> {
  const { engine } = trial
  const fixtures = readFixtures()
  const experiments = await trial.run(fixtures.map(({ asked }) => asked))
  for (const [i, { name }] of fixtures.entries()) {
    const { asked, place, observed } = experiments[i] as Experiment
    const { predicted, limit } = expectationFor(engine, asked, place)
    if (limit === undefined) t.strictSame(observed, predicted, name)
    else t.strictSame(observed.wire.slice(0, limit), predicted.wire.slice(0, limit), name)
    for (const known of KNOWN_DIFFERENCES.filter((known) => known.name === name && known.engines.includes(engine))) {
      const shows = !meets(expectationFor(engine, asked, place, known), observed)
      t.ok(shows, `${name}: ${engine} is still another than the standard`)
    }
  }
  for (const { name } of KNOWN_DIFFERENCES)
    t.ok(
      fixtures.some((fixture) => fixture.name === name),
      `${name} has a fixture`,
    )
}

async function compareGenerated(t: Test, trial: Trial): Promise<void> {
  const random = new Random(SEED)
  const disagreements: Experiment[] = []
  const outcomes: Record<string, number> = {}
  let limited = 0
  for (let done = 0; done < CASES; done += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, CASES - done) }, () => generateCase(random))
    for (const experiment of await trial.run(cases)) {
      const { asked, place, observed } = experiment
      const expectation = expectationFor(trial.engine, asked, place)
      if (!meets(expectation, observed)) disagreements.push(experiment)
      if (expectation.limit !== undefined) limited++
      outcomes[observed.seen.outcome] = (outcomes[observed.seen.outcome] ?? 0) + 1
    }
  }
  for (const { asked } of disagreements.slice(0, SHOWN)) await show(t, trial, asked)
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
async function show(t: Test, trial: Trial, asked: Case): Promise<void> {
  const disagrees = ({ asked, place, observed }: Experiment) =>
    !meets(expectationFor(trial.engine, asked, place), observed)
  const smallest = await shrink(asked, async (cases) => (await trial.run(cases)).map(disagrees))
  const [{ place, observed }] = (await trial.run([smallest])) as [Experiment]
  const { predicted } = expectationFor(trial.engine, smallest, place)
  t.fail(`a disagreement about ${differingPaths(predicted, observed).join(', ') || 'what does not happen each time'}`, {
    fixture: writeFixture(smallest),
    predicted,
    observed,
  })
}
