import http, { type IncomingMessage, type RequestListener, type Server } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import type { HeaderList } from '../fetch-model/header-list.js'
import { pairsOf } from '../http/header-lines.js'
import type { Target } from './app.js'

/** A request for the app. */
export interface AppRequest {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly host: string
  readonly headers: HeaderList
  readonly body?: string | undefined
}

/** What the app answered. */
export interface AppResponse {
  readonly status: number
  readonly headers: HeaderList
  readonly body: string
}

/** An app that listens on loopback, or somewhere already. */
export interface RunningApp {
  /** @throws Error if there is no answer in time, or the app's listener throws */
  send(request: AppRequest): Promise<AppResponse>
  close(): Promise<void>
}

/** More of a body than this is not read. */
const MAX_BODY_BYTES = 1_000_000

/** @param timeout milliseconds for one answer */
export async function start(target: Target, timeout: number): Promise<RunningApp> {
  if ('url' in target) {
    const { url } = target
    return { send: (request) => exchange(url, request, timeout), close: async () => {} }
  }
  const failure: { error?: unknown } = {}
  const server = http.createServer(guarded(target.listener, failure))
  const url = new URL(`http://127.0.0.1:${await listen(server)}`)
  return {
    send: async (request) => {
      try {
        return await exchange(url, request, timeout)
      } catch (error) {
        throw failure.error ?? error
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** An exception of a listener would end the process, and with it the test run. It becomes the reason of the failure. */
function guarded(listener: RequestListener, failure: { error?: unknown }): RequestListener {
  return async (request, response) => {
    // An explanation that says what time it is can be compared with nothing.
    response.sendDate = false
    try {
      await listener(request, response)
    } catch (error) {
      failure.error = error
      response.destroy()
    }
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function exchange(base: URL, { method, path, host, headers, body }: AppRequest, timeout: number): Promise<AppResponse> {
  const { request } = base.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeout)
    const sent = request(new URL(path, base), { method, agent: false, signal, setHost: false })
    sent.on('error', (error) => reject(signal.aborted ? new Error(`no answer within ${timeout} ms`) : error))
    sent.on('response', (response) => {
      readBody(response).then((text) => {
        resolve({ status: response.statusCode as number, headers: pairsOf(response.rawHeaders), body: text })
        sent.destroy()
      }, reject)
    })
    sent.setHeader('Host', host)
    for (const [name, value] of headers) sent.appendHeader(name, value)
    sent.end(body)
  })
}

/** Server-sent events never end, and CORS is decided by the head of a response. */
async function readBody(response: IncomingMessage): Promise<string> {
  if (response.headers['content-type']?.startsWith('text/event-stream')) return ''
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > MAX_BODY_BYTES) break
  }
  return Buffer.concat(chunks).toString()
}
