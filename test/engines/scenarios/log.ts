import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { type AppAnswer, answer, pathOf } from './app.js'

/** A request as it arrived, and what became of it. What it does not have is `none`. */
export interface Arrived {
  /** `METHOD /path status`, and for a preflight `preflight /path status`. */
  readonly line: string
  readonly origin: string
  /** Sec-Fetch-Site. */
  readonly site: string
  readonly cookie: string
  /** What a preflight asks for: the method, and the headers. */
  readonly asks: readonly string[]
}

/** All that a scenario led to. */
export interface Traffic {
  readonly arrived: readonly Arrived[]
  /** `METHOD /path` of those that reached the app's own code. */
  readonly ran: readonly string[]
}

/** What servers got, in the order of arrival. */
export class Log {
  readonly #exchanges: (readonly [request: IncomingMessage, response: ServerResponse])[] = []
  readonly #runs: (readonly [method: string, url: string])[] = []

  /** Notes every request to a server, before anything could answer it. */
  watch(server: Server): void {
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      this.#exchanges.push([request, response])
    })
  }

  /** The app's own code: notes that it ran, and answers. */
  run(method = '', url = ''): AppAnswer {
    this.#runs.push([method, url])
    return answer(url)
  }

  /** @param scenario the number with which its URLs begin */
  trafficOf(scenario: number): Traffic {
    const isMeant = (url = '') => url.startsWith(`/${scenario}/`)
    const exchanges = this.#exchanges.filter(([{ url }]) => isMeant(url))
    const runs = this.#runs.filter(([, url]) => isMeant(url))
    return {
      arrived: exchanges.map(([request, response]) => toArrived(request, response)),
      ran: runs.map(([method, url]) => `${method} ${pathOf(url)}`),
    }
  }
}

function toArrived({ method, url = '', headers }: IncomingMessage, { statusCode }: ServerResponse): Arrived {
  const asked = headers['access-control-request-method']
  const askedHeaders = headers['access-control-request-headers']
  return {
    line: `${asked === undefined ? method : 'preflight'} ${pathOf(url)} ${statusCode}`,
    origin: headers.origin ?? 'none',
    site: String(headers['sec-fetch-site'] ?? 'none'),
    cookie: /page=\w+/.exec(headers.cookie ?? '')?.[0] ?? 'none',
    asks: [asked, askedHeaders].flat().filter((value) => value !== undefined),
  }
}
