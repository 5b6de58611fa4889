import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { HeaderList } from '../fetch-model/header-list.js'
import type { TransportResponse } from './transport.js'
import { TransportError, type TransportErrorCode, type TransportLimits, type TransportRequest } from './transport.js'

/** Milliseconds that a body gets once its head is there: what a diagnosis needs is in the head. */
const BODY_PATIENCE = 500

/**
 * The default transport: node:http and node:https, a connection of its own for each request. Certificates are checked
 * as Node checks them.
 *
 * @throws TransportError
 */
export function nodeTransport(request: TransportRequest, limits: TransportLimits): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const sent = start(request, limits)
    const refuse = (error: unknown) => reject(toTransportError(error, limits))
    sent.on('error', refuse)
    sent.on('response', (response) => {
      sent.off('error', refuse)
      receive(sent, response, limits).then(resolve)
    })
    sent.end()
  })
}

function start({ method, url, headers }: TransportRequest, { signal }: TransportLimits): ClientRequest {
  const { request } = url.startsWith('https:') ? https : http
  const sent = request(url, { method, signal, agent: false })
  const names = new Set(headers.map(([name]) => name))
  for (const name of names) {
    const lines = headers.filter(([line]) => line === name).map(([, value]) => value)
    sent.setHeader(name, lines.length === 1 ? (lines[0] as string) : lines)
  }
  return sent
}

function receive(sent: ClientRequest, response: IncomingMessage, limits: TransportLimits): Promise<TransportResponse> {
  return new Promise((resolve) => {
    let bodyBytes = 0
    const finish = () => {
      clearTimeout(timer)
      resolve({
        status: response.statusCode as number,
        statusText: response.statusMessage as string,
        httpVersion: response.httpVersion,
        headers: pairs(response.rawHeaders),
        bodyBytes,
      })
      sent.destroy()
    }
    const timer = setTimeout(finish, BODY_PATIENCE)
    response.on('data', (chunk: Buffer) => {
      bodyBytes += chunk.length
      if (bodyBytes >= limits.maxBodyBytes) finish()
    })
    // What comes behind the end of a response, such as the body that a 204 has not, is bytes that are no response.
    sent.on('error', (error) => {
      if (isParseError(error)) bodyBytes += 1
      finish()
    })
    response.on('close', finish)
  })
}

function pairs(raw: readonly string[]): HeaderList {
  const list: [string, string][] = []
  for (let i = 0; i + 1 < raw.length; i += 2) list.push([raw[i] as string, raw[i + 1] as string])
  return list
}

const CODES: Readonly<Record<string, TransportErrorCode>> = {
  ENOTFOUND: 'name-unknown',
  EAI_AGAIN: 'name-unknown',
  ECONNREFUSED: 'connection-refused',
}

/** What went wrong, in plain words. */
export function toTransportError(error: unknown, { signal }: TransportLimits): TransportError {
  if (signal.aborted) return new TransportError('timeout', 'no answer in time')
  const { code = '', message } = firstError(error)
  const known = CODES[code]
  if (known === 'name-unknown') return new TransportError(known, 'the name of the host is unknown')
  if (known === 'connection-refused')
    return new TransportError(known, 'nothing listens there: the connection is refused')
  if (code === 'ECONNRESET')
    return new TransportError('connection-failed', 'the connection was closed without an answer')
  if (code.startsWith('HPE_')) {
    return new TransportError('not-http', `what answers is not HTTP, or its headers are too large (${code})`)
  }
  const [line = ''] = message.split('\n', 1)
  if (code === 'EPROTO') return new TransportError('tls', 'no TLS connection: what answers there does not speak it')
  if (/SSL|TLS|CERT|SELF_SIGNED|ISSUER/.test(code))
    return new TransportError('tls', `no TLS connection: ${line} (${code})`)
  return new TransportError('connection-failed', `no connection: ${line}`)
}

function isParseError(error: NodeJS.ErrnoException): boolean {
  return error.code?.startsWith('HPE_') === true
}

/** A name with several addresses fails with one error for each. */
function firstError(error: unknown): NodeJS.ErrnoException {
  return error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : (error as NodeJS.ErrnoException)
}
