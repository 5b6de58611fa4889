import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import http2, { type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import https from 'node:https'
import Koa from 'koa'
import { type WithCorsOptions, withCors as withFetchCors } from '../../src/adapters/fetch.js'
import { withCors } from '../../src/adapters/node.js'
import type { CorsPolicy } from '../../src/index.js'

/**
 * What the adapters take, and as what handlers get it. Nothing here runs: `tsc --noEmit` fails where good code does
 * not compile, and where bad code does.
 */
declare const policy: CorsPolicy

// Listeners without types of their own, in the place where they are used.
createServer(withCors(policy, (request, response) => response.writeHead(200, 'OK', {}).end(request.url)))
createServer(
  {},
  withCors(policy, (request, response) => void response.end(request.socket.remoteAddress)),
)
createServer().on(
  'request',
  withCors(policy, (request, response) => void response.end(request.headers.host)),
)
https.createServer(
  {},
  withCors(policy, (request, response) => void response.end(request.url)),
)
http2.createServer(
  withCors(policy, (request, response) => void response.end(`${request.authority} ${response.stream.id}`)),
)
http2.createServer(
  {},
  withCors(policy, (request, response) => void response.end(request.url)),
)
http2.createSecureServer(withCors(policy, (request, response) => void response.end(`${request.authority}`)))
http2.createSecureServer(
  {},
  withCors(policy, (request, response) => void response.end(request.url)),
)
http2.createSecureServer(
  { allowHTTP1: true },
  withCors(policy, async (_, response) => void response.end()),
)

// In a variable: those of node:http.
const listener = withCors(policy, (request, response) => void response.end(request.headersDistinct['x-a']?.[0]))
createServer(listener)
http2.createServer({}, listener)

// With types of their own.
declare function onHttp(request: IncomingMessage, response: ServerResponse): void
declare function onHttp2(request: Http2ServerRequest, response: Http2ServerResponse): void
createServer(withCors(policy, onHttp))
http2.createServer({}, withCors(policy, onHttp2))
http2.createSecureServer({}, withCors(policy, onHttp2))
createServer(withCors(policy, new Koa().callback()))
// @ts-expect-error a server of HTTP/1 has no HTTP/2 requests
createServer(withCors(policy, onHttp2))

// What is not a listener.
// @ts-expect-error nothing
withCors(policy)
// @ts-expect-error a Koa app
withCors(policy, new Koa())
// @ts-expect-error a module of Workers
withCors(policy, { fetch: () => new Response() })

// Requests of a class of their own.
class NextRequest extends Request {
  declare readonly nextUrl: URL
}
class BunRequest<Path extends string> extends Request {
  declare readonly params: Readonly<Record<Path, string>>
}
const next: (request: NextRequest) => Promise<Response> = withFetchCors(
  policy,
  async (request: NextRequest) => new Response(request.nextUrl.pathname),
)
const route: (request: BunRequest<'id'>, server: { upgrade(): boolean }) => Promise<Response | undefined> =
  withFetchCors(policy, (request: BunRequest<'id'>, server: { upgrade(): boolean }) =>
    server.upgrade() ? undefined : new Response(request.params.id),
  )
const inPlace: (request: NextRequest, context: { params: Promise<{ id: string }> }) => Promise<Response> =
  withFetchCors(policy, async (request, { params }) => new Response(request.nextUrl.pathname + (await params).id))
const plain: (request: Request) => Promise<Response> = withFetchCors(policy, (request) => new Response(request.url))
export const used = [next, route, inPlace, plain]
export default {
  fetch: withFetchCors(
    policy,
    async (request: Request, env: { readonly KEY: string }) => new Response(request.url + env.KEY),
  ),
}

// onError gets what the handler gets.
withFetchCors(policy, (request: NextRequest) => new Response(request.url), {
  onError: (error, request) => new Response(`${error} ${request.nextUrl}`, { status: 500 }),
})
export const options: WithCorsOptions = { onError: async () => new Response(null, { status: 500 }) }
// @ts-expect-error no Response
withFetchCors(policy, () => new Response(), { onError: () => 'sorry' })
// @ts-expect-error another option
withFetchCors(policy, () => new Response(), { onerror: () => new Response() })
// @ts-expect-error no Response
withFetchCors(policy, () => ({ ok: true }))
