import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'

/** A request as it arrived, byte for byte: one character per byte. */
export interface RawRequest {
  readonly method: string
  readonly path: string
  /** Names in lower case, in order. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

export interface RawResponse {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

export interface RawServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * An HTTP/1.1 server that takes every method and every header, and writes whatever it is told to: node:http knows a
 * fixed set of methods, and cares for what a header may hold.
 *
 * @param tls its certificate and key, for https
 */
export async function startRawServer(
  answer: (request: RawRequest) => RawResponse,
  tls?: TlsOptions,
): Promise<RawServer> {
  const sockets = new Set<Socket>()
  const serve = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    let received = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      received += chunk
      for (let parsed = parse(received); parsed !== undefined; parsed = parse(received)) {
        received = received.slice(parsed.length)
        socket.write(serialize(answer(parsed.request), parsed.request.method), 'latin1')
      }
    })
  }
  const server = tls === undefined ? createServer({ noDelay: true }, serve) : createTlsServer(tls, serve)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** @returns undefined as long as the request has not arrived as a whole */
function parse(text: string): { request: RawRequest; length: number } | undefined {
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const [requestLine = '', ...lines] = text.slice(0, headEnd).split('\r\n')
  const [method = '', path = ''] = requestLine.split(' ')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')]
  })
  const bodyStart = headEnd + 4
  const length = bodyStart + Number(headers.find(([name]) => name === 'content-length')?.[1] ?? 0)
  if (text.length < length) return undefined
  return { request: { method, path, headers, body: text.slice(bodyStart, length) }, length }
}

function serialize({ status, headers, body }: RawResponse, method: string): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`)
  const hasBody = method !== 'HEAD' && status >= 200 && status !== 204 && status !== 304
  return `HTTP/1.1 ${status} Answer\r\n${lines.join('')}\r\n${hasBody ? body : ''}`
}
