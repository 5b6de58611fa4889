import { consoleMessages } from '../../src/explain/console-messages.js'
import { testWithPrograms } from '../support/programs.js'
import { CONSOLE_CASES } from './console-cases.js'
import { DRIVERS, open } from './drivers/open.js'
import { Laboratory } from './laboratory.js'
import { evaluateCase } from './predict.js'

const TIMEOUT = 5 * 60_000
/** WebKit's driver does not tell what is in the console. */
const TALKING = ['chromium', 'firefox'] as const
/** What stands in a line that a browser writes about CORS. */
const ABOUT_CORS = /CORS|Cross-Origin|ERR_BLOCKED_BY_RESPONSE/

for (const engine of TALKING) {
  testWithPrograms(`what is in ${engine}'s console`, DRIVERS[engine].programs, TIMEOUT, async (t) => {
    const laboratory = await Laboratory.start()
    t.teardown(() => laboratory.close())
    const session = await open(engine)
    t.teardown(() => session.end())
    for (const [name, asked] of Object.entries(CONSOLE_CASES)) {
      await session.readConsole?.()
      const [experiment] = await laboratory.run(session, [asked])
      const lines = (await session.readConsole?.()) ?? []
      const said = experiment && consoleMessages(evaluateCase(asked, experiment.place))[engine]
      if (said === undefined)
        t.strictSame(
          lines.filter((line) => ABOUT_CORS.test(line)),
          [],
          `${name}: nothing`,
        )
      else t.ok(lines.includes(inLog(said)), name, { said, lines })
    }
  })
}

/** The tools of Chromium write the request itself into the line of a failed one; in its log there are other words. */
function inLog(line: string): string {
  return line.replace(/^[A-Z]+ \S+ (?=net::)/, 'Failed to load resource: ')
}
