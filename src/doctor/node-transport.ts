import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { HTTPS_PORT } from '../http/default-ports.js'
import { pairsOf } from '../http/header-lines.js'
import { readBody } from './body-start.js'
import { sendHttp2 } from './http2-transport.js'
import type { TransportLimits, TransportRequest, TransportResponse } from './transport.js'
import { toTransportError } from './transport-error.js'

/** Bytes of response headers. Chromium reads as many, Node by itself only 16 kB. */
const MAX_HEADER_SIZE = 262_144

/**
 * The default transport, a connection of its own for each request: HTTP/2 where the server offers it over TLS, as
 * browsers do, else HTTP/1.1.
 *
 * @throws TransportError
 */
export async function nodeTransport(request: TransportRequest, limits: TransportLimits): Promise<TransportResponse> {
  try {
    if (!request.url.startsWith('https:')) return await sendHttp1(request, limits)
    const socket = await startTls(request, limits)
    const send = socket.alpnProtocol === 'h2' ? sendHttp2 : sendHttp1
    return await send(request, limits, socket)
  } catch (error) {
    throw toTransportError(error, limits)
  }
}

function startTls({ url }: TransportRequest, { ca, insecure, address, signal }: TransportLimits): Promise<TLSSocket> {
  const { hostname, port } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: address ?? host,
      port: port === '' ? HTTPS_PORT : Number(port),
      ALPNProtocols: ['h2', 'http/1.1'],
      rejectUnauthorized: insecure !== true,
      ...(isIP(host) === 0 && { servername: host }),
      ...(ca !== undefined && { ca }),
    })
    const stop = () => socket.destroy(new Error('aborted'))
    signal.addEventListener('abort', stop)
    socket.once('close', () => signal.removeEventListener('abort', stop))
    socket.on('error', reject).once('secureConnect', () => resolve(socket))
  })
}

function sendHttp1(request: TransportRequest, limits: TransportLimits, socket?: TLSSocket): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const sent = startHttp1(request, limits, socket)
    sent.on('error', reject)
    sent.on('response', (response) => {
      sent.off('error', reject)
      receive(sent, response, limits).then(resolve)
    })
    sent.end(request.body)
  })
}

function startHttp1(
  { method, url, headers }: TransportRequest,
  { signal, address }: TransportLimits,
  socket?: TLSSocket,
): ClientRequest {
  const common = { method, signal, maxHeaderSize: MAX_HEADER_SIZE, setHost: false }
  // With an agent, even with none (false), Node would not use the connection that is there.
  const sent =
    socket === undefined
      ? http.request(url, { ...common, agent: false, ...(address !== undefined && { hostname: address }) })
      : https.request(url, { ...common, createConnection: () => socket })
  const names = new Set(['Host', ...headers.map(([name]) => name)])
  for (const name of names) {
    const lines = headers.filter(([line]) => line === name).map(([, value]) => value)
    if (lines.length === 0) sent.setHeader(name, new URL(url).host)
    else sent.setHeader(name, lines.length === 1 ? (lines[0] as string) : lines)
  }
  return sent
}

async function receive(sent: ClientRequest, response: IncomingMessage, limits: TransportLimits) {
  // What comes after the end of a response, such as the body that a 204 must not have, is bytes that no reader sees.
  let extra = 0
  sent.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code?.startsWith('HPE_') === true) extra += 1
    response.destroy()
  })
  const headers = pairsOf(response.rawHeaders)
  const body = await readBody(response, headers, limits.maxBodyBytes)
  // The parser speaks up after the end of the message.
  await new Promise((resolve) => setImmediate(resolve))
  sent.destroy()
  return {
    status: response.statusCode as number,
    statusText: response.statusMessage as string,
    httpVersion: response.httpVersion,
    headers,
    bodyBytes: body.bytes + extra,
    bodyStart: body.start,
  }
}
