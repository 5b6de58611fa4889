import net from 'node:net'
import tls from 'node:tls'
import type { Address } from './client.js'

/** A response as it came, byte for byte. */
export interface RawResponse {
  readonly status: number
  /** Every field line, in lower case, in order. */
  readonly lines: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

/** Long enough for a busy machine; a socket that stays silent for longer hangs. */
const TIMEOUT = 10_000
const END_OF_HEAD = '\r\n\r\n'

/** One socket to a server of HTTP/1, on which bytes are written as they are given. */
export class RawConnection {
  readonly #socket: net.Socket
  #received = ''
  #closed = false
  #wake: () => void = () => {}

  constructor({ protocol, port }: Address) {
    const options = { host: '127.0.0.1', port }
    this.#socket = protocol === 'https' ? tls.connect({ ...options, rejectUnauthorized: false }) : net.connect(options)
    this.#socket.setEncoding('latin1')
    this.#socket.on('data', (chunk) => {
      this.#received += String(chunk)
      this.#wake()
    })
    // A reset is an end too; `close` follows.
    this.#socket.on('error', () => {})
    this.#socket.on('close', () => {
      this.#closed = true
      this.#wake()
    })
  }

  /** What has been received, and not been taken by `next`. */
  get pending(): string {
    return this.#received
  }

  write(text: string): this {
    this.#socket.write(text, 'latin1')
    return this
  }

  /** The next response. @param method of its request: there is no body after HEAD */
  async next(method = 'GET'): Promise<RawResponse> {
    const head = await this.#until(END_OF_HEAD)
    const [statusLine = '', ...fields] = head.split('\r\n')
    const lines = fields.map((field) => {
      const [name = '', ...value] = field.split(':')
      return [name.toLowerCase(), value.join(':').trim()] as const
    })
    const status = Number(statusLine.split(' ')[1])
    return { status, lines, body: await this.#body(status, method, new Map(lines)) }
  }

  /** Resolves when some bytes have come. */
  async some(): Promise<void> {
    await this.#wait(() => this.#received !== '')
  }

  /** Resolves when the server has closed the connection. */
  async closed(): Promise<void> {
    await this.#wait(() => this.#closed)
  }

  /** Goes away without a word. */
  destroy(): void {
    this.#socket.destroy()
  }

  async #body(status: number, method: string, fields: ReadonlyMap<string, string>): Promise<string> {
    if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return ''
    if (fields.get('transfer-encoding') === 'chunked') return this.#chunks()
    const length = fields.get('content-length')
    if (length !== undefined) return this.#take(Number(length))
    await this.closed()
    return this.#take(this.#received.length)
  }

  async #chunks(): Promise<string> {
    let body = ''
    for (;;) {
      const length = Number.parseInt(await this.#until('\r\n'), 16)
      body += await this.#take(length)
      await this.#until('\r\n')
      if (length === 0) return body
    }
  }

  async #until(end: string): Promise<string> {
    await this.#wait(() => this.#received.includes(end))
    const text = await this.#take(this.#received.indexOf(end) + end.length)
    return text.slice(0, -end.length)
  }

  async #take(length: number): Promise<string> {
    await this.#wait(() => this.#received.length >= length)
    const text = this.#received.slice(0, length)
    this.#received = this.#received.slice(length)
    return text
  }

  async #wait(isDone: () => boolean): Promise<void> {
    const deadline = Date.now() + TIMEOUT
    while (!isDone()) {
      const left = deadline - Date.now()
      if (this.#closed) throw new Error(`closed after ${JSON.stringify(this.#received)}`)
      if (left <= 0) throw new Error(`hangs after ${JSON.stringify(this.#received)}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
}

/** A request in HTTP/1.1, as text. */
export function requestText(method: string, path: string, lines: readonly string[] = [], body = ''): string {
  return [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...lines, '', body].join('\r\n')
}
