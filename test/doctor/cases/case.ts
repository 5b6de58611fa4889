import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { createServer as createTcpServer, type Server as NetServer, type Socket } from 'node:net'
import type { Test } from 'tap'
import type { FindingCode, Place } from '../../../src/doctor/finding.js'
import type { DiagnoseOptions } from '../../../src/doctor/options.js'
import { serve } from '../../support/serve.js'

export const APP = 'https://app.example.com'
export const API = 'https://api.example.com/things'

/** A server as somebody met it, what is asked of it, and the cause of what they saw. */
export interface Case {
  readonly name: string
  readonly programs?: readonly string[]
  /** Starts everything. @returns the port of 127.0.0.1 at which to ask; more options where they depend on the start */
  readonly start: (t: Test) => Promise<number | Started>
  /** As which URL it is asked: the test leads the connection to the port. Default: `http://127.0.0.1:<port>/things`. */
  readonly at?: string
  readonly ask?: Partial<DiagnoseOptions>
  /** The first finding; several where either is right. `healthy`: nothing worse than a note. */
  readonly first: FindingCode | 'healthy' | readonly FindingCode[]
  /** Findings that would send people the wrong way. */
  readonly not?: readonly FindingCode[]
  readonly place?: Place
  /** What has to be found besides. */
  readonly also?: readonly FindingCode[]
}

export interface Started {
  readonly port: number
  readonly url?: string
  readonly ask?: Partial<DiagnoseOptions>
}

/** What a page asks for. */
export const GET: Partial<DiagnoseOptions> = { method: 'GET' }
export const GET_COOKIES: Partial<DiagnoseOptions> = { method: 'GET', credentials: true }
export const PUT_JSON: Partial<DiagnoseOptions> = { method: 'PUT', headers: { 'content-type': 'application/json' } }
export const POST_JSON: Partial<DiagnoseOptions> = { ...PUT_JSON, method: 'POST' }
export const PUT_COOKIES: Partial<DiagnoseOptions> = { ...PUT_JSON, credentials: true }

/** A request, as a table of servers sees it. */
export interface Asked {
  readonly kind: 'preflight' | 'actual'
  readonly method: string
  readonly origin: string | undefined
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** How many requests came before. */
  readonly count: number
}

export type Fields = Readonly<Record<string, string | readonly string[]>>
export type Reply = readonly [status: number, headers?: Fields, body?: string]

/** A server that answers as the function says; undefined closes the connection. */
export function app(answer: (asked: Asked) => Reply | undefined): Server {
  let count = 0
  return createServer((request, response) => {
    const { method = '', url: path = '/', headers } = request
    const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
    const kind = isPreflight ? 'preflight' : 'actual'
    const reply = answer({ kind, method, origin: headers.origin, path, headers, count: count++ })
    if (reply === undefined) {
      request.socket.destroy()
      return
    }
    const [status, fields = {}, body = status === 204 ? '' : '{}'] = reply
    const flat = Object.entries(fields).flatMap(([name, value]) => [value].flat().flatMap((line) => [name, line]))
    response.writeHead(status, flat).end(body)
  })
}

export const on = (server: () => NetServer) => (t: Test) => serve(t, server())
export const apps = (answer: (asked: Asked) => Reply | undefined) => on(() => app(answer))
export const listener = (handle: RequestListener) => on(() => createServer(handle))

/** A server of bytes. */
export function tcp(onSocket: (socket: Socket) => void): NetServer {
  const sockets: Socket[] = []
  const server = createTcpServer({ allowHalfOpen: true }, (socket) => {
    sockets.push(socket.on('error', () => {}))
    onSocket(socket)
  })
  const closeAllConnections = () => {
    for (const socket of sockets) socket.destroy()
  }
  return Object.assign(server, { closeAllConnections })
}

export const ORIGIN = 'Access-Control-Allow-Origin'
export const CREDENTIALS = 'Access-Control-Allow-Credentials'
export const METHODS = 'Access-Control-Allow-Methods'
export const HEADERS = 'Access-Control-Allow-Headers'

/** The fields of a policy that lets in those origins, as a good server sends them. */
export function fields({ kind, origin }: Asked, allowed: readonly string[] = [APP], more: Fields = {}): Fields {
  const isAllowed = origin !== undefined && allowed.includes(origin)
  if (!isAllowed) return { Vary: 'Origin', ...more }
  const lists = kind === 'preflight' ? { [METHODS]: 'PUT, DELETE', [HEADERS]: 'content-type, authorization' } : {}
  return { Vary: 'Origin', [ORIGIN]: origin, [CREDENTIALS]: 'true', ...lists, ...more }
}

/** What a good server answers. */
export function good(asked: Asked, more: Fields = {}): Reply {
  const isMissing = asked.path.includes('doctor-404')
  const status = asked.kind === 'preflight' ? 204 : isMissing ? 404 : 200
  return [status, fields(asked, [APP], more)]
}
