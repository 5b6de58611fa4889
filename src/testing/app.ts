import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { pairsOf } from '../http/header-lines.js'
import { parseUrl } from '../http/parse-url.js'
import { testedAppTexts } from '../text/testing.js'

/** The parts of a Fastify instance that are used. */
export interface FastifyLike {
  ready(): PromiseLike<unknown>
  routing(request: IncomingMessage, response: ServerResponse): void
}

/** A Hono app, or whatever a worker exports. */
export interface FetchLike {
  fetch(request: Request): Response | PromiseLike<Response>
}

/**
 * What can be tested: a Fastify instance, an Express app or any other request listener of node:http, an object with a
 * `fetch` function, or the URL of a server that runs already.
 */
export type TestableApp = FastifyLike | RequestListener | FetchLike | URL | string

/** An app as a request listener, or where it listens already. */
export type Target = { readonly listener: RequestListener } | { readonly url: URL }

/** @throws TypeError if it is none of these */
export async function targetOf(app: unknown): Promise<Target> {
  if (typeof app === 'string' || app instanceof URL) return { url: urlOf(app) }
  if (typeof app === 'function') return { listener: app as RequestListener }
  if (isFastify(app)) {
    await app.ready()
    return { listener: (request, response) => app.routing(request, response) }
  }
  if (hasFunction(app, 'fetch')) return { listener: fetchListener(app as unknown as FetchLike) }
  throw new TypeError(testedAppTexts.notAnApp(app))
}

function urlOf(text: string | URL): URL {
  const url = parseUrl(String(text))
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw new TypeError(testedAppTexts.notAnHttpUrl(text))
}

function isFastify(app: unknown): app is FastifyLike {
  return hasFunction(app, 'ready') && hasFunction(app, 'routing')
}

function hasFunction(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'function'
}

/** Turns a fetch handler into a request listener, as the servers of Deno, Bun and others do. */
function fetchListener(app: FetchLike): RequestListener {
  return async (incoming, outgoing) => {
    const response = await app.fetch(await toRequest(incoming))
    for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
    outgoing.writeHead(response.status)
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  }
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const { url = '/', method = 'GET', headers, rawHeaders } = incoming
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }
  return new Request(new URL(url, `http://${headers.host}`), { method, headers: pairsOf(rawHeaders), ...body })
}
