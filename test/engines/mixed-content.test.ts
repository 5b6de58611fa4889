import { readFileSync } from 'node:fs'
import type { Test } from 'tap'
import { consoleMessages } from '../../src/explain/console-messages.js'
import { beaconRequest, eventSourceRequest, webSocketRequest } from '../../src/fetch-model/api-requests.js'
import { fontRequest, imageRequest, scriptRequest, styleRequest } from '../../src/fetch-model/element-requests.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { makeCertificate } from '../support/certificate.js'
import { testWithPrograms } from '../support/programs.js'
import { DRIVERS, ENGINES, open } from './drivers/open.js'
import type { Engine, Session } from './drivers/session.js'
import { type RawResponse, startRawServer } from './raw-server.js'

/** An https page that asks for http: what is sent, and what the console says. */

const TIMEOUT = 3 * 60_000
const PAGE = `<!doctype html><link rel="icon" href="data:,"><body><script>${readFileSync(new URL('./page/elements.js', import.meta.url), 'utf8')}</script>`

/** By the page's own function for it. */
const REQUESTS: Readonly<Record<string, (origin: string, url: string) => BrowserRequest>> = {
  fetch: (origin, url) => ({ origin, url }),
  script: (origin, url) => scriptRequest(origin, url),
  style: (origin, url) => styleRequest(origin, url),
  font: fontRequest,
  image: (origin, url) => imageRequest(origin, url),
  eventsource: (origin, url) => eventSourceRequest(origin, url),
  beacon: (origin, url) => beaconRequest(origin, url),
  websocket: webSocketRequest,
}

/** The first resolves nowhere, which makes no difference to what is blocked before. */
const HOSTS = ['api.test', '127.0.0.1'] as const

for (const engine of ENGINES) {
  testWithPrograms(`mixed content in ${engine}`, DRIVERS[engine].programs, TIMEOUT, async (t) => {
    const arrived: string[] = []
    const page = await startRawServer(() => answer('text/html', PAGE), await makeCertificate())
    const api = await startRawServer(({ path }) => {
      arrived.push(path)
      return answer('text/plain', 'x')
    })
    t.teardown(() => Promise.all([page.close(), api.close()]))
    const session = await open(engine)
    t.teardown(() => session.end())
    const origin = `https://app.localhost:${page.port}`
    for (const host of HOSTS) {
      for (const way of Object.keys(REQUESTS)) {
        await compare(t, { engine, session, arrived, origin, host, way, port: api.port })
      }
    }
  })
}

interface Scene {
  readonly engine: Engine
  readonly session: Session
  /** The paths that the server got. */
  readonly arrived: readonly string[]
  readonly origin: string
  readonly host: (typeof HOSTS)[number]
  readonly way: string
  readonly port: number
}

async function compare(t: Test, { engine, session, arrived, origin, host, way, port }: Scene): Promise<void> {
  const path = `/${host}/${way}`
  const url = `http://${host}:${port}${path}`
  await session.readConsole?.()
  await session.exec(`${origin}/`, 'return await run(arguments[0])', { way, url })
  const lines = (await session.readConsole?.()) ?? []
  const evaluation = evaluate((REQUESTS[way] as (origin: string, url: string) => BrowserRequest)(origin, url), [])
  const isLoopback = host === '127.0.0.1'
  t.equal(arrived.includes(path), isSent(engine, way, isLoopback), `${way} from ${host}: whether it is sent`)
  t.equal(evaluation.sent.length, isLoopback || way === 'image' ? 1 : 0, `${way} from ${host}: the model`)
  const isNoted = evaluation.notes.some(({ code }) => code === 'mixed-content-loopback')
  t.equal(isNoted, isLoopback && way !== 'image', `${way} from ${host}: the note`)
  const said = isLoopback || way === 'image' ? undefined : consoleMessages(evaluation)[engine]
  if (said === undefined || session.readConsole === undefined) return
  t.ok(
    lines.some((line) => line.endsWith(said)),
    `${way} from ${host}: the console`,
    { said, lines },
  )
}

/**
 * The notes say in what the engines differ: WebKit blocks the user's own machine, but for images. Firefox shows an image
 * over http, where the others ask for https, which nobody speaks here.
 */
function isSent(engine: Engine, way: string, isLoopback: boolean): boolean {
  if (way === 'image') return isLoopback || engine === 'firefox'
  return isLoopback && engine !== 'webkit'
}

function answer(type: string, body: string): RawResponse {
  const headers = [
    ['Content-Type', type],
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Access-Control-Allow-Origin', '*'],
    ['Cache-Control', 'no-store'],
  ] as const
  return { status: 200, headers, body }
}
