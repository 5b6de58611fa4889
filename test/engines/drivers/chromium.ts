import { programPath } from '../../support/programs.js'
import type { Remote } from './session.js'
import { waitFor } from './wait-for.js'
import { openWebDriver } from './webdriver.js'
import type { Workspace } from './workspace.js'

export const CHROMIUM_PROGRAMS = ['chromium', 'chromedriver']

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Keeps it off the network, whatever it would like to update.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
]

export async function openChromium(workspace: Workspace): Promise<Remote> {
  const driver = workspace.start(programPath('chromedriver'), ['--port=0'])
  const port = await waitFor(
    'chromedriver',
    driver,
    () => /started successfully on port (\d+)/.exec(driver.output())?.[1],
  )
  const remote = await openWebDriver(Number(port), {
    browserName: 'chrome',
    acceptInsecureCerts: true,
    'goog:loggingPrefs': { browser: 'ALL' },
    'goog:chromeOptions': {
      binary: programPath('chromium'),
      args: [...ARGS, `--user-data-dir=${workspace.folder}/profile`],
    },
  })
  return {
    ...remote,
    readConsole: async () => ((await remote.send('se/log', { type: 'browser' })) as LogEntry[]).map(textOf),
  }
}

interface LogEntry {
  readonly message: string
}

/** Without the page's address in front of it. */
function textOf({ message }: LogEntry): string {
  return message.slice(message.indexOf(' - ') + ' - '.length)
}
