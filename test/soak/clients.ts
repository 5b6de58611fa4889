import http2 from 'node:http2'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Random } from '../config/fixtures/random.js'
import { type Address, type ClientRequest, connect } from '../support/client.js'
import { RawConnection, requestText } from '../support/raw-connection.js'
import { wrongIn } from './expected.js'
import { randomRequest } from './requests.js'

/** What clients see of a server while they are let. */
export interface Traffic {
  readonly address: Address
  /** The version that is in force for sure, and the last one that may be. */
  versions(): readonly [confirmed: number, requested: number]
  /** Whether clients go on. */
  goesOn(): boolean
  /** Called with what is wrong. */
  wrong(what: string): void
  readonly counts: Counts
}

export interface Counts {
  /** Responses that were checked against the versions that may have been in force. */
  checked: number
  /** Requests that Node itself refuses. */
  malformed: number
  /** Connections that were dropped. */
  dropped: number
}

/** A client that behaves, asks whatever it likes, and keeps its connections. */
export async function ask(traffic: Traffic, seed: number): Promise<void> {
  const random = new Random(seed)
  const client = connect(traffic.address)
  const { port } = traffic.address
  while (traffic.goesOn()) {
    const request = randomRequest(random)
    const [first] = traffic.versions()
    const response = await client.send(request)
    check(traffic, request, response, `127.0.0.1:${port}`, first)
  }
  client.close()
}

function check(
  traffic: Traffic,
  request: ClientRequest,
  response: Parameters<typeof wrongIn>[1],
  host: string,
  first: number,
): void {
  traffic.counts.checked++
  const wrong = wrongIn(request, response, host, [first, traffic.versions()[1]])
  if (wrong !== undefined) traffic.wrong(wrong)
}

/** Requests on one socket without waiting for answers, cut into pieces, and text that is not HTTP in between. */
export async function writeRaw(traffic: Traffic, seed: number): Promise<void> {
  const random = new Random(seed)
  while (traffic.goesOn()) {
    if (random.once(3)) await writeMalformed(traffic, random)
    else await pipeline(traffic, random)
  }
}

const MALFORMED: readonly (readonly string[])[] = [
  ['Origin: https://app.example.com\0'],
  ['Origin:', '\thttps://app.example.com'],
  ['Origin: https://app.example.com\nAccess-Control-Allow-Origin: *'],
  ['Origin : https://app.example.com'],
  [`X-Long: ${'x'.repeat(20_000)}`],
]

async function writeMalformed(traffic: Traffic, random: Random): Promise<void> {
  const method = random.pick(['GET', 'OPTIONS'])
  const lines = [...random.pick(MALFORMED), 'Access-Control-Request-Method: PUT']
  const connection = new RawConnection(traffic.address)
  const { status, lines: fields } = await connection.write(requestText(method, '/ok', lines)).next()
  await connection.closed()
  traffic.counts.malformed++
  const allowed = fields.some(([name]) => name.startsWith('access-control-'))
  if ((status !== 400 && status !== 431) || allowed) traffic.wrong(`${status} to ${JSON.stringify(lines)}`)
}

async function pipeline(traffic: Traffic, random: Random): Promise<void> {
  const requests = random.list(1, 6, () => randomRequest(random))
  const text = requests.map(textOf).join('')
  const cut = random.below(text.length)
  const connection = new RawConnection(traffic.address)
  const [first] = traffic.versions()
  connection.write(text.slice(0, cut))
  if (random.once(2)) await wait(random.below(4))
  connection.write(text.slice(cut))
  for (const request of requests) {
    check(traffic, request, await connection.next(request.method), 'localhost', first)
  }
  connection.destroy()
}

function textOf({ method, path, headers }: ClientRequest): string {
  return requestText(
    method,
    path,
    Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  )
}

/** Goes away at any time: in the middle of a request, before its answer, or in the middle of that. */
export async function drop(traffic: Traffic, seed: number): Promise<void> {
  const random = new Random(seed)
  while (traffic.goesOn()) {
    const text = textOf(randomRequest(random))
    const connection = new RawConnection(traffic.address)
    connection.write(random.once(2) ? text : text.slice(0, random.below(text.length)))
    if (random.once(2)) await wait(random.below(4))
    connection.destroy()
    traffic.counts.dropped++
    await wait(1)
  }
}

/** The same over HTTP/2: streams that are cancelled, sessions that end without notice, and bytes that are not HTTP/2. */
export async function dropHttp2(traffic: Traffic, seed: number): Promise<void> {
  const random = new Random(seed)
  while (traffic.goesOn()) {
    if (random.once(4)) await dropGarbage(traffic, random)
    else await dropSession(traffic, random)
    traffic.counts.dropped++
    await wait(1)
  }
}

async function dropSession({ address }: Traffic, random: Random): Promise<void> {
  const session = http2.connect(`http://127.0.0.1:${address.port}`).on('error', () => {})
  const streams = random.list(1, 4, () => {
    const { method, path, headers } = randomRequest(random)
    const stream = session.request({ ':method': method, ':path': path, ...headers })
    stream.on('error', () => {})
    return stream.resume().end()
  })
  await wait(random.below(5))
  if (random.once(2)) random.pick(streams).close(http2.constants.NGHTTP2_CANCEL)
  session.destroy()
}

async function dropGarbage({ address }: Traffic, random: Random): Promise<void> {
  const socket = net.connect({ host: '127.0.0.1', port: address.port }).on('error', () => {})
  socket.write(random.once(2) ? 'GET / HTTP/1.1\r\n\r\n' : 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\xff')
  await wait(random.below(5))
  socket.destroy()
}
