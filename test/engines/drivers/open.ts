import { CHROMIUM_PROGRAMS, openChromium } from './chromium.js'
import { FIREFOX_PROGRAMS, openFirefox } from './firefox.js'
import type { Engine, Remote, Session } from './session.js'
import { openWebKit, WEBKIT_PROGRAMS } from './webkit.js'
import { Workspace } from './workspace.js'

interface Driver {
  /** What has to be installed. */
  readonly programs: readonly string[]
  readonly open: (workspace: Workspace) => Promise<Remote>
}

export const DRIVERS: Readonly<Record<Engine, Driver>> = {
  chromium: { programs: CHROMIUM_PROGRAMS, open: openChromium },
  firefox: { programs: FIREFOX_PROGRAMS, open: openFirefox },
  webkit: { programs: WEBKIT_PROGRAMS, open: openWebKit },
}

export const ENGINES = Object.keys(DRIVERS) as readonly Engine[]

/** An async function's body as a script that calls back: with JSON, so that no protocol changes a value. */
const WRAPPER = (script: string) => `
  const args = Array.from(arguments)
  const done = args.pop()
  ;(async function () { ${script} }).apply(null, JSON.parse(args[0])).then(
    (value) => done(JSON.stringify({ value })),
    (error) => done(JSON.stringify({ error: String(error) + '\\n' + String(error && error.stack) })),
  )`

/** Starts a browser, in a profile of its own. */
export async function open(engine: Engine): Promise<Session> {
  const workspace = await Workspace.create()
  try {
    const remote = await DRIVERS[engine].open(workspace)
    return sessionOf(engine, remote, workspace)
  } catch (error) {
    await workspace.end()
    throw error
  }
}

function sessionOf(engine: Engine, remote: Remote, workspace: Workspace): Session {
  let at = ''
  return {
    engine,
    readConsole: remote.readConsole,
    async exec<T>(url: string, script: string, ...args: readonly unknown[]): Promise<T> {
      if (url !== at) await remote.navigate(url)
      at = url
      const json = await remote.runAsync(WRAPPER(script), [JSON.stringify(args)])
      const { value, error } = JSON.parse(String(json)) as { value: T; error?: string }
      if (error !== undefined) throw new Error(`${engine}, at ${url}: ${error}`)
      return value
    },
    async end() {
      // The gentle way may fail; the other one does not.
      await remote.close().catch(() => {})
      await workspace.end()
    },
  }
}
