// One request to a listener, and all that comes back: in HTTP/1 the bytes, without a socket; in HTTP/2 what a client gets.
import { once } from 'node:events'
import { IncomingMessage, ServerResponse } from 'node:http'
import http2 from 'node:http2'
import { Writable } from 'node:stream'

/** @typedef {(request: IncomingMessage, response: ServerResponse) => unknown} Listener */
/** @typedef {readonly (readonly [name: string, value: string])[]} Lines */
/** @typedef {{ readonly start: string, readonly lines: Lines, readonly body: string }} Received */

/** Keeps what is written. Frameworks ask it who is there. */
class Wire extends Writable {
  remoteAddress = '127.0.0.1'
  text = ''

  /** @override @param {Buffer | string} chunk @param {string} _encoding @param {() => void} done */
  _write(chunk, _encoding, done) {
    this.text += chunk.toString('latin1')
    done()
  }
}

/**
 * @param {Listener} listener
 * @param {Readonly<Record<string, string>>} headers
 * @returns {Promise<Received>}
 */
export async function exchange(listener, headers) {
  const wire = new Wire()
  const socket = /** @type {import('node:net').Socket} */ (/** @type {unknown} */ (wire))
  const request = new IncomingMessage(socket)
  const lines = ['Host', 'api.example.com', ...Object.entries(headers).flat()]
  Object.assign(request, { httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1, method: 'GET', url: '/' })
  // What Node's parser calls for the lines that it has read.
  Reflect.get(request, '_addHeaderLines').call(request, lines, lines.length)
  request.push(null)
  const response = new ServerResponse(request)
  response.assignSocket(socket)
  const done = Promise.race([once(response, 'finish'), once(response, 'close'), once(wire, 'close')])
  listener(request, response)
  await done
  return parse(wire.text)
}

/** @param {string} text @returns {Received} */
function parse(text) {
  const end = text.lastIndexOf('HTTP/1.1 ')
  const [start = '', ...rest] = text.slice(end).split('\r\n')
  const empty = rest.indexOf('')
  const lines = rest.slice(0, empty).map((line) => {
    const colon = line.indexOf(': ')
    return /** @type {const} */ ([line.slice(0, colon), line.slice(colon + 2)])
  })
  // What came before: 1xx responses.
  return { start: text.slice(0, end) + start, lines, body: rest.slice(empty + 1).join('\r\n') }
}

/**
 * A server of HTTP/2 and a client of it.
 *
 * @param {import('node:http2').Http2Server} server not listening yet
 * @param {'http' | 'https'} scheme
 */
export async function http2Exchanger(server, scheme) {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const connect = () => {
    const session = http2.connect(`${scheme}://127.0.0.1:${port}`, { rejectUnauthorized: false })
    // What breaks the protocol ends the connection, and its streams say so.
    return session.on('error', () => {})
  }
  let session = connect()
  return {
    /** @param {Readonly<Record<string, string>>} headers @returns {Promise<Received>} */
    async exchange(headers) {
      if (session.destroyed || session.closed) session = connect()
      const stream = session.request({ ':path': '/', ...headers })
      let start = ''
      /** @type {[string, string][]} */
      const lines = []
      let body = ''
      stream.on('headers', (received) => {
        start += `${received[':status']} `
      })
      stream.on('response', (received) => {
        start += received[':status']
        for (const [name, value] of Object.entries(received)) {
          if (name !== ':status') for (const line of [value].flat()) lines.push([name, String(line)])
        }
      })
      stream.on('error', (error) => {
        start += `${Reflect.get(error, 'code')}`
      })
      stream.setEncoding('latin1').on('data', (chunk) => {
        body += chunk
      })
      await new Promise((resolve) => stream.once('close', resolve))
      return { start, lines, body }
    },
    async close() {
      session.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
