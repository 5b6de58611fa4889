import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'

/** A request as it goes out: nothing is added to the headers but what HTTP itself demands. */
export interface ClientRequest {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string
}

export interface ClientResponse {
  readonly status: number
  /** Every field line, in lower case, in order. */
  readonly lines: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

/** Where a server listens, and how it is spoken to. */
export interface Address {
  readonly protocol: 'http' | 'https' | 'h2c' | 'h2'
  readonly port: number
}

/** Sends on a connection of its own. */
export async function send(address: Address, request: ClientRequest): Promise<ClientResponse> {
  const client = connect(address)
  try {
    return await client.send(request)
  } finally {
    client.close()
  }
}

/** A client that keeps its connections, and sends as many requests at once as it is told to. */
export interface Client {
  send(request: ClientRequest): Promise<ClientResponse>
  close(): void
}

export function connect(address: Address): Client {
  return address.protocol === 'h2c' || address.protocol === 'h2' ? connectHttp2(address) : connectHttp1(address)
}

function connectHttp1({ protocol, port }: Address): Client {
  const { request, Agent } = protocol === 'https' ? https : http
  const agent = new Agent({ keepAlive: true })
  const send = ({ method, path, headers, body: sent }: ClientRequest) => {
    const { promise, resolve, reject } = withResolvers<ClientResponse>()
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { ...headers },
      agent,
      rejectUnauthorized: false,
    }
    request(options, (response) => {
      const lines: [string, string][] = []
      for (let i = 0; i < response.rawHeaders.length; i += 2) {
        lines.push([String(response.rawHeaders[i]).toLowerCase(), String(response.rawHeaders[i + 1])])
      }
      collect(response).then((body) => resolve({ status: Number(response.statusCode), lines, body }), reject)
    })
      .on('error', reject)
      .end(sent)
    return promise
  }
  return { send, close: () => agent.destroy() }
}

function connectHttp2({ protocol, port }: Address): Client {
  const scheme = protocol === 'h2' ? 'https' : 'http'
  const session = http2.connect(`${scheme}://127.0.0.1:${port}`, { rejectUnauthorized: false })
  // Its streams fail with it.
  session.on('error', () => {})
  const send = ({ method, path, headers, body: sent }: ClientRequest) => {
    const { promise, resolve, reject } = withResolvers<ClientResponse>()
    const stream = session.request({ ':method': method, ':path': path, ...headers })
    let answered = false
    stream.on('response', (received) => {
      answered = true
      const lines = Object.entries(received)
        .filter(([name]) => !name.startsWith(':'))
        .flatMap(([name, value]) => [value].flat().map((line) => [name, String(line)] as [string, string]))
      collect(stream).then((body) => resolve({ status: Number(received[':status']), lines, body }), reject)
    })
    stream.on('error', reject)
    // One that has been answered may be closed before the last of its body is read.
    stream.on('close', () => answered || reject(new Error('closed without a response')))
    stream.end(sent)
    return promise
  }
  return { send, close: () => session.close() }
}

async function collect(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
