import { readFileSync } from 'node:fs'
import { answerOf, bodyOf, type Place, parsePath } from './answers.js'
import type { Case } from './case.js'
import type { Session } from './drivers/session.js'
import { inAscii, type Observation, type Seen, type WireRequest, wireRequest } from './observation.js'
import { requestUrlOf } from './predict.js'
import { type RawRequest, type RawResponse, type RawServer, startRawServer } from './raw-server.js'

const SCRIPT = readFileSync(new URL('./page/run-cases.js', import.meta.url), 'utf8')
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Cases</title><link rel="icon" href="data:,">' +
  '<body><script src="/run-cases.js"></script><script>document.cookie = "page=1"</script>'

interface Running {
  readonly asked: Case
  readonly place: Place
  readonly wire: WireRequest[]
}

/** A case where it ran, and what was to be seen. */
export interface Experiment {
  readonly asked: Case
  readonly place: Place
  readonly observed: Observation
}

/** The page's server and two others, which answer as the cases say and keep a log. */
export class Laboratory {
  readonly #servers: RawServer[] = []
  readonly #running = new Map<string, Running>()
  #count = 0

  static async start(): Promise<Laboratory> {
    const laboratory = new Laboratory()
    for (let i = 0; i < 3; i++) {
      laboratory.#servers.push(await startRawServer((request) => laboratory.#answer(request, i)))
    }
    return laboratory
  }

  get #ports(): readonly number[] {
    return this.#servers.map(({ port }) => port)
  }

  /** Runs cases in a browser, in one go. */
  async run(session: Session, cases: readonly Case[]): Promise<Experiment[]> {
    const running = cases.map((asked): Running => {
      const place = { id: String(++this.#count), ports: this.#ports }
      const entry = { asked, place, wire: [] }
      this.#running.set(place.id, entry)
      return entry
    })
    const url = `http://127.0.0.1:${this.#ports[0]}/`
    const jobs = running.map(({ asked: { hops: _, ...rest }, place, asked }) => ({
      ...rest,
      url: requestUrlOf(asked, place),
    }))
    const seen = await session.exec<Seen[]>(url, 'return await window.runCases(arguments[0])', jobs)
    return running.map(({ asked, place, wire }, i) => {
      this.#running.delete(place.id)
      return { asked, place, observed: { seen: normalize(seen[i] as Seen), wire } }
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()))
  }

  #answer(request: RawRequest, server: number): RawResponse {
    const parsed = parsePath(request.path)
    if (parsed === undefined) return servePage(request.path)
    const running = this.#running.get(parsed.id)
    if (running === undefined) return page('text/plain', 'too late')
    const { asked, place, wire } = running
    const isPreflight = request.headers.some(([name]) => name === 'access-control-request-method')
    const kind = isPreflight ? 'preflight' : 'actual'
    wire.push(reduce(request, kind, `http://127.0.0.1:${this.#ports[server]}${request.path}`, asked))
    return { ...answerOf(asked, place, parsed.index, kind), body: bodyOf(asked) }
  }
}

function normalize(seen: Seen): Seen {
  const { headers } = seen
  return headers === undefined
    ? seen
    : { ...seen, headers: headers.map(([name, value]) => [name, inAscii(value)] as const) }
}

function reduce({ method, headers }: RawRequest, kind: 'preflight' | 'actual', url: string, asked: Case): WireRequest {
  const sentCookie = headers.some(([name, value]) => name === 'cookie' && value.includes('page=1'))
  return wireRequest({ kind, method, url, cookie: asked.via === 'frame' ? null : sentCookie }, headers, asked)
}

function servePage(path: string): RawResponse {
  return path === '/run-cases.js' ? page('text/javascript', SCRIPT) : page('text/html', PAGE)
}

function page(type: string, body: string): RawResponse {
  const headers = [
    ['Content-Type', type],
    ['Content-Length', String(Buffer.byteLength(body, 'latin1'))],
    ['Cache-Control', 'no-store'],
    // The script is loaded from a frame whose origin is opaque, too.
    ['Access-Control-Allow-Origin', '*'],
  ] as const
  return { status: 200, headers, body }
}
