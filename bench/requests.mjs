// @ts-check
import { IncomingMessage, ServerResponse } from 'node:http'
import { Writable } from 'node:stream'

/**
 * Requests without sockets: Node's own IncomingMessage and ServerResponse, written to nowhere, or the Request of the
 * Fetch API, so that all that is measured is what a server does with a request between its parser and its socket.
 */

const ALLOWED = ['Origin', 'https://app.example.com']
const OTHER = ['Origin', 'https://app.example.com.evil.com']
const LONG = ['Origin', `https://${'a.'.repeat(7500)}example.com`]
const ASKED = ['Access-Control-Request-Method', 'PUT', 'Access-Control-Request-Headers', 'content-type']
const HOSTILE = ['Access-Control-Request-Method', 'PUT', 'Access-Control-Request-Headers', 'x,'.repeat(7500)]

/** @type {Record<string, { method: string, fields: string[] }>} */
export const scenarios = {
  'actual, allowed': { method: 'GET', fields: ALLOWED },
  'actual, no Origin': { method: 'GET', fields: [] },
  'actual, other origin': { method: 'GET', fields: OTHER },
  'actual, 15 kB of Origin': { method: 'GET', fields: LONG },
  'preflight, allowed': { method: 'OPTIONS', fields: [...ALLOWED, ...ASKED] },
  'preflight, other origin': { method: 'OPTIONS', fields: [...OTHER, ...ASKED] },
  'preflight, 15 kB of headers': { method: 'OPTIONS', fields: [...ALLOWED, ...HOSTILE] },
}

/** What every browser sends beside. */
const USUAL = [
  ...['Host', 'api.example.com', 'Connection', 'close', 'Accept', '*/*', 'Accept-Language', 'en'],
  ...['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'],
]

/** A new one for each request: frameworks leave listeners on a socket, which pile up on one that never closes. */
class Nowhere extends Writable {
  remoteAddress = '127.0.0.1'

  /** @override @param {unknown} _chunk @param {string} _encoding @param {() => void} done */
  _write(_chunk, _encoding, done) {
    done()
  }
}

/**
 * @param {import('./servers/index.mjs').FetchHandler} handler
 * @param {string} scenario
 * @returns {() => void} calls the handler with the scenario's request once
 */
export function fetchSender(handler, scenario) {
  const { method, fields } = /** @type {{ method: string, fields: string[] }} */ (scenarios[scenario])
  const lines = [...USUAL, ...fields]
  /** @type {[string, string][]} */
  const headers = []
  for (let i = 0; i < lines.length; i += 2) headers.push([String(lines[i]), String(lines[i + 1])])
  return () => void handler(new Request('http://api.example.com/', { method, headers }))
}

/**
 * @param {import('./servers/index.mjs').Listener} listener
 * @param {string} scenario
 * @returns {() => void} sends the scenario's request to the listener once
 */
export function sender(listener, scenario) {
  return requestSender(listener, /** @type {{ method: string, fields: string[] }} */ (scenarios[scenario]))
}

/**
 * @param {import('./servers/index.mjs').Listener} listener
 * @param {{ method: string, fields: readonly string[], url?: string }} request
 * @returns {() => void} sends the request to the listener once
 */
export function requestSender(listener, { method, fields, url = '/' }) {
  const lines = [...USUAL, ...fields]
  const { IncomingMessage: Request, ServerResponse: Response } = classesOf(listener)
  return () => {
    const socket = /** @type {import('node:net').Socket} */ (/** @type {unknown} */ (new Nowhere()))
    const request = new Request(socket)
    Object.assign(request, { httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1, method, url })
    // What Node's parser calls for the lines that it has read.
    Reflect.get(request, '_addHeaderLines').call(request, lines, lines.length)
    request.push(null)
    const response = new Response(request)
    response.assignSocket(socket)
    listener(request, response)
  }
}

/**
 * The classes of which a listener takes requests and responses: Node's, or those of an Express app.
 *
 * @param {import('./servers/index.mjs').Listener} listener
 * @returns {{ IncomingMessage: typeof IncomingMessage, ServerResponse: typeof ServerResponse }}
 */
export function classesOf(listener) {
  const { request, response } = /** @type {{ request?: object, response?: object }} */ (listener)
  return {
    IncomingMessage: /** @type {typeof IncomingMessage} */ (request?.constructor ?? IncomingMessage),
    ServerResponse: /** @type {typeof ServerResponse} */ (response?.constructor ?? ServerResponse),
  }
}
