import type { Test } from 'tap'
import { testWithPrograms } from '../support/programs.js'
import { DRIVERS, ENGINES, open } from './drivers/open.js'
import type { Session } from './drivers/session.js'
import { ADAPTERS, type App, type StartApp } from './scenarios/apps.js'
import { Log, type Traffic } from './scenarios/log.js'
import { PAGE_SCRIPT, SET_COOKIE, startPages } from './scenarios/pages.js'
import { type From, type PolicyName, policies, type Scenario } from './scenarios/scenario.js'
import { SCENARIOS } from './scenarios/table.js'

const TIMEOUT = 10 * 60_000

type Pages = Readonly<Record<Exclude<From, 'own'>, string>>
type Apps = Readonly<Record<PolicyName, App>>

/** A scenario that has been played. */
interface Experiment {
  readonly scenario: Scenario
  /** Of the page. */
  readonly origin: string
  readonly sees: unknown
}

for (const engine of ENGINES) {
  testWithPrograms(`${engine}, end to end`, DRIVERS[engine].programs, TIMEOUT, async (t) => {
    const pages = await startAllPages(t)
    const session = await open(engine)
    t.teardown(() => session.end())
    for (const [adapter, startApp] of Object.entries(ADAPTERS)) {
      await t.test(adapter, { timeout: TIMEOUT }, (t) => runScenarios(t, session, startApp, pages))
    }
  })
}

async function startAllPages(t: Test): Promise<Pages> {
  const [allowed, other] = await Promise.all([startPages(SET_COOKIE), startPages(SET_COOKIE)])
  t.teardown(() => Promise.all([allowed.close(), other.close()]))
  return {
    allowed: `http://127.0.0.1:${allowed.port}`,
    other: `http://127.0.0.1:${other.port}`,
    elsewhere: `http://elsewhere.localhost:${other.port}`,
  }
}

async function runScenarios(t: Test, session: Session, startApp: StartApp, pages: Pages): Promise<void> {
  const log = new Log()
  const apps = await startApps(t, startApp, log, pages.allowed)
  // All of one page in a row: to go from one to another takes a while.
  const sorted = SCENARIOS.toSorted((a, b) => String(a.from).localeCompare(String(b.from)))
  const experiments: Experiment[] = []
  for (const [i, scenario] of sorted.entries()) {
    const app = apps[scenario.policy ?? 'main']
    const from = scenario.from ?? 'allowed'
    const page = from === 'own' ? `${app.url}/page` : `${pages[from]}/`
    const sees = await session.exec(page, scriptOf(scenario), `${app.url}/${i}`, `${apps.echo.url}/${i}`)
    experiments.push({ scenario, origin: new URL(page).origin, sees })
  }
  // Not before all is over: what should never arrive might arrive late.
  for (const [i, experiment] of experiments.entries()) check(t, experiment, log.trafficOf(i))
}

function scriptOf({ does }: Scenario): string {
  return `
    const [app, second] = arguments
    ${PAGE_SCRIPT}
    document.body.replaceChildren()
    return inTime((async () => { ${does} })())`
}

async function startApps(t: Test, startApp: StartApp, log: Log, page: string): Promise<Apps> {
  const apps: Partial<Record<PolicyName, App>> = {}
  for (const [name, config] of Object.entries(policies(page))) {
    const app = await startApp(config, log)
    t.teardown(() => app.close())
    apps[name as PolicyName] = app
  }
  return apps as Apps
}

function check(t: Test, { scenario, origin, sees }: Experiment, { arrived, ran }: Traffic): void {
  const { name, arrives, says = {} } = scenario
  const runs = scenario.runs ?? arrives.map(withoutStatus).filter((line) => !line.startsWith('preflight '))
  t.strictSame(
    { sees, arrives: arrived.map(({ line }) => line), runs: ran },
    { sees: scenario.sees, arrives, runs },
    name,
  )
  const { asks, ...last } = { origin, ...says }
  t.hasStrict(arrived.at(-1), last, `${name}: what the request says`)
  if (asks !== undefined) t.strictSame(arrived[0]?.asks, asks, `${name}: what the preflight asks for`)
  for (const { line, cookie } of arrived)
    if (line.startsWith('preflight ')) t.equal(cookie, 'none', `${name}: a preflight has no cookie`)
}

function withoutStatus(line: string): string {
  return line.slice(0, line.lastIndexOf(' '))
}
