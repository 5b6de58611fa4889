// Asks the fetch adapter, without a server: this runs on every runtime.
import { livePolicy } from 'cors-policy'
import { withCors } from 'cors-policy/fetch'
import { makeHandler } from './app.mjs'

/** @import { FetchInput } from '../probe-input.js' */
/** @import { Row } from '../../contract/table.js' */
/** @typedef {(request: Request) => Promise<Response>} Handler */

const URL_OF_APP = 'http://api.example.com'

/** @param {FetchInput} input */
export async function probeFetch(input) {
  const handler = withCors(
    input.config,
    makeHandler(input, () => new Response()),
  )
  const rows = []
  for (const row of input.rows) rows.push(await askRow(handler, row))
  return {
    rows,
    proxied: await describe(await handler(get('/proxied', input.app))),
    redirect: await describe(await answer(input, () => Response.redirect('http://app.example.com/', 307))),
    networkError: await passesThrough(input, Response.error()),
    nothing: await passesThrough(input, undefined),
    thrown: await probeThrow(input),
    twice: await probeTwice(input),
    stream: await probeStream(input),
    live: await probeLive(input),
    enforced: await probeEnforce(input),
    rest: await withCors(input.config, (_request, ...rest) => new Response(rest.join()))(get('/'), 'a', 'b').then(
      textOf,
    ),
  }
}

/** @type {(handler: Handler, row: Row) => Promise<object>} */
async function askRow(handler, { name, method, path, headers }) {
  const runs = async () => Number(await textOf(await handler(get('/runs'))))
  const before = await runs()
  const request = new Request(URL_OF_APP + path, { method, headers: /** @type {Record<string, string>} */ (headers) })
  const { status, fields } = await describe(await handler(request))
  return { name, status, fields, ran: (await runs()) > before }
}

/** @type {(path: string, origin?: string) => Request} */
function get(path, origin) {
  return new Request(URL_OF_APP + path, origin === undefined ? {} : { headers: { origin } })
}

/** @type {(response: Response) => Promise<string>} */
const textOf = (response) => response.text()

/** @param {Response} response */
async function describe(response) {
  const fields = [...response.headers].filter(([name]) => name === 'vary' || name.startsWith('access-control-'))
  return { status: response.status, fields: Object.fromEntries(fields), body: await response.text() }
}

/**
 * The adapter's response to a request from the allowed origin, to which the handler returns `make()`.
 *
 * @template {Response | undefined} Result
 * @param {FetchInput} input
 * @param {() => Result | Promise<Result>} make
 */
function answer({ config, app }, make) {
  return withCors(config, make)(get('/', app))
}

/** @type {(input: FetchInput, response: Response | undefined) => Promise<boolean>} */
async function passesThrough(input, response) {
  return (await answer(input, () => response)) === response
}

/** @param {FetchInput} input */
async function probeThrow(input) {
  const error = new Error('broken')
  const rejection = await answer(input, async () => {
    throw error
  }).catch((reason) => reason)
  return rejection === error
}

/** A handler that returns one response to two requests. What the first has been told is not for the second. @param {FetchInput} input */
async function probeTwice({ config, app, other }) {
  const response = new Response(null, { headers: { vary: 'Accept' } })
  const handler = withCors(config, () => response)
  const first = await handler(get('/', app))
  const second = await handler(get('/', other))
  return [await describe(first), await describe(second)]
}

/** Whether the first chunk comes before the handler has written the second. @param {FetchInput} input */
async function probeStream(input) {
  const encoder = new TextEncoder()
  const { readable, writable } = new TransformStream()
  const writer = writable.getWriter()
  const response = await answer(input, () => new Response(readable))
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader()
  writer.write(encoder.encode('first'))
  const first = new TextDecoder().decode((await reader.read()).value)
  writer.close()
  return [first, (await reader.read()).done]
}

/** @param {FetchInput} input */
async function probeLive({ config, app, other }) {
  const live = livePolicy(config)
  const handler = withCors(live, () => new Response())
  const ask = async () => (await handler(get('/', other))).headers.get('access-control-allow-origin')
  const before = await ask()
  live.replace({ ...config, origins: [app, other] })
  return [before, await ask()]
}

/** Without a Host header, as here, the request's URL says which host was meant. @param {FetchInput} input */
async function probeEnforce({ config, other }) {
  const handler = withCors({ ...config, enforce: true }, () => new Response('ran'))
  /** @param {string} origin */
  const post = (origin) => handler(new Request(URL_OF_APP, { method: 'POST', headers: { origin } }))
  return [(await post(other)).status, (await post('https://api.example.com')).status]
}
