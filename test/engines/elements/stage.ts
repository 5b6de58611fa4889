import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ServerResponse } from '../../../src/fetch-model/exchange.js'
import { PIXEL } from '../answers.js'
import { type RawRequest, type RawResponse, type RawServer, startRawServer } from '../raw-server.js'
import type { Element } from './case.js'

const PAGE_SCRIPT = readFileSync(new URL('../page/elements.js', import.meta.url), 'utf8')
const PAGE =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body>' +
  '<script src="/elements.js"></script><script>document.cookie = "page=1"</script>'
/** Installed with the browsers. */
const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf'

export const SCRIPT = 'throw new Error("seen")'
export const SCRIPT_INTEGRITY = `sha256-${createHash('sha256').update(SCRIPT).digest('base64')}`

type Content = Element['content']

/** What is served, with its type. */
const CONTENTS: Readonly<Record<Content, () => readonly [type: string, body: string]>> = {
  font: () => ['font/ttf', readFileSync(FONT, 'latin1')],
  script: () => ['text/javascript', SCRIPT],
  style: () => ['text/css', 'a { color: red }'],
  sound: () => ['audio/wav', wave()],
  picture: () => ['image/png', PIXEL],
  events: () => ['text/event-stream', 'data: 1\n\n'],
  text: () => ['text/plain', 'text'],
  socket: () => ['text/plain', ''],
}

/** A tenth of a second of silence. */
function wave(): string {
  const samples = 800
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + samples, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8000, 24)
  header.writeUInt32LE(8000, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples, 40)
  return Buffer.concat([header, Buffer.alloc(samples, 128)]).toString('latin1')
}

/** What a server got: `preflight`, or the method, and what came with it. */
export interface Arrival {
  readonly line: string
  readonly origin: string | null
  readonly cookie: boolean
}

/** A play of one element: what the server answers, and what arrived. */
export interface Play {
  readonly content: Content
  /** To each request, a preflight included. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly arrivals: Arrival[]
}

/** The page's server, and another one. */
export class Stage {
  readonly #plays = new Map<string, Play>()
  readonly #servers: RawServer[] = []

  static async start(): Promise<Stage> {
    const stage = new Stage()
    stage.#servers.push(await startRawServer(({ path }) => servePage(path)))
    stage.#servers.push(await startRawServer((request) => stage.#answer(request)))
    return stage
  }

  get pageOrigin(): string {
    return `http://127.0.0.1:${this.#servers[0]?.port}`
  }

  /** @returns the URL at which it is played */
  add(id: string, play: Play): string {
    this.#plays.set(id, play)
    return `http://127.0.0.1:${this.#servers[1]?.port}/${id}`
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()))
  }

  #answer(request: RawRequest): RawResponse {
    const play = this.#plays.get(request.path.slice(1))
    if (play === undefined) return { status: 404, headers: [['Content-Length', '0']], body: '' }
    const valueNamed = (name: string) => request.headers.find(([line]) => line === name)?.[1]
    const isPreflight = valueNamed('access-control-request-method') !== undefined
    play.arrivals.push({
      line: isPreflight ? 'preflight' : request.method,
      origin: valueNamed('origin') ?? null,
      cookie: (valueNamed('cookie') ?? '').includes('page=1'),
    })
    if (play.content === 'socket') return shakeHands(valueNamed('sec-websocket-key') ?? '')
    return respond(play, valueNamed('range') !== undefined && play.content === 'sound')
  }
}

/** Media are asked for in ranges, which the model leaves out. */
const STATUSES: Readonly<Partial<Record<Content, number>>> = { socket: 101, sound: 206 }

/** What the model is told of the same answer. */
export function responseTo({ content, headers }: Play): ServerResponse {
  const [type] = CONTENTS[content]()
  return { status: STATUSES[content] ?? 200, headers: [['Content-Type', type], ...headers] }
}

/** Media are asked for in ranges, and some players take nothing else. */
function respond({ content, headers }: Play, isRange: boolean): RawResponse {
  const [type, body] = CONTENTS[content]()
  const length = String(body.length)
  const range = [['Content-Range', `bytes 0-${body.length - 1}/${body.length}`] as const]
  return {
    status: isRange ? 206 : 200,
    headers: [
      ['Content-Type', type],
      ['Content-Length', length],
      ['Cache-Control', 'no-store'],
      ...(isRange ? range : []),
      ...headers,
    ],
    body,
  }
}

/** RFC 6455 section 4.2.2. */
function shakeHands(key: string): RawResponse {
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  const headers = [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Accept', accept],
  ] as const
  return { status: 101, headers, body: '' }
}

function servePage(path: string): RawResponse {
  const [type, body] = path === '/elements.js' ? ['text/javascript', PAGE_SCRIPT] : ['text/html', PAGE]
  const headers = [
    ['Content-Type', type],
    ['Content-Length', String(Buffer.byteLength(body, 'latin1'))],
    ['Cache-Control', 'no-store'],
  ] as const
  return { status: 200, headers, body: Buffer.from(body).toString('latin1') }
}
