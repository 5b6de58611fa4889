import { isDeepStrictEqual } from 'node:util'
import t, { type Test } from 'tap'
import type { CorsConfig, LivePolicy } from '../../src/index.js'
import { type Address, type ClientRequest, type ClientResponse, connect, send } from '../support/client.js'
import { expectNoCrash } from '../support/crashes.js'
import { RawConnection, requestText } from '../support/raw-connection.js'
import { type Inputs, LIVE, makeInputs, ORIGINS, PARTS, type Part } from './interleave-apps.js'

/** An app with all the parts. */
export interface Interleaved {
  readonly address: Address
  /** What the app can be asked for. */
  readonly kinds: readonly string[]
  close(): Promise<void>
}

export type InterleavedServers = Readonly<Record<string, (inputs: Inputs) => Promise<Interleaved>>>

interface Case extends ClientRequest {
  readonly part: Part
  readonly headers: Record<string, string>
}

const CLIENTS = 12
const REQUESTS = 40
const PIPELINED = 6
const MAX_PAUSE = 3

/** Each combination once. */
function casesOf(kinds: readonly string[]): Case[] {
  const cases: Case[] = []
  for (const part of PARTS) {
    for (const tenant of part === 'chosen' ? ['app', 'open', 'none'] : ['']) {
      for (const kind of kinds) {
        for (const origin of ORIGINS) {
          const path = `/${part}/${kind}?tenant=${tenant}`
          const headers: Record<string, string> = { 'accept-encoding': 'gzip, br', ...(origin && { origin }) }
          cases.push({ part, method: 'GET', path, headers })
          cases.push({ part, method: 'HEAD', path, headers })
          const asking = { ...headers, 'access-control-request-method': 'PUT' }
          cases.push({ part, method: 'OPTIONS', path, headers: asking })
        }
      }
    }
  }
  return cases
}

/** Small, and the same numbers on every run. https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 0x7fffffff
    return state % below
  }
}

/** All of a response but what is about the connection and the time: Hono's server has a length for what is there at once. */
function seenIn({ status, lines, body }: ClientResponse) {
  const own = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']
  return { status, body, lines: lines.filter(([name]) => !own.includes(name)).map(([...line]) => line) }
}

type Seen = ReturnType<typeof seenIn>

/** The answers that requests get if nobody else asks: one, or one for each config of the live policy. */
async function askAlone(address: Address, cases: readonly Case[], live: LivePolicy): Promise<Map<Case, Seen[]>> {
  const alone = new Map<Case, Seen[]>(cases.map((each) => [each, []]))
  const client = connect(address)
  for (const config of LIVE) {
    live.replace(config)
    for (const each of cases) {
      if (each.part === 'live' || config === LIVE[0]) alone.get(each)?.push(seenIn(await client.send(each)))
    }
  }
  client.close()
  return alone
}

/** Clients of every kind at once, while the live policy is replaced. */
class Crowd {
  readonly wrong: unknown[] = []
  asked = 0
  readonly #address: Address
  readonly #alone: ReadonlyMap<Case, readonly Seen[]>
  readonly #cases: readonly Case[]
  readonly #random: (below: number) => number
  readonly #live: LivePolicy

  constructor(address: Address, alone: ReadonlyMap<Case, readonly Seen[]>, live: LivePolicy, seed: number) {
    this.#address = address
    this.#alone = alone
    this.#cases = [...alone.keys()]
    this.#live = live
    this.#random = randomFrom(seed)
  }

  async run(): Promise<void> {
    const isHttp1 = this.#address.protocol === 'http'
    const clients = Array.from({ length: CLIENTS }, (_, i) => {
      if (i % 3 === 2) return this.#leave()
      return i % 3 === 1 && isHttp1 ? this.#pipeline() : this.#keepAlive()
    })
    await Promise.all(clients)
  }

  #pick(): [picked: Case, paused: Case] {
    this.#live.replace(LIVE[this.#random(LIVE.length)] as CorsConfig)
    const picked = this.#cases[this.#random(this.#cases.length)] as Case
    return [picked, { ...picked, path: `${picked.path}&pause=${this.#random(MAX_PAUSE + 1)}` }]
  }

  #check(request: Case, response: ClientResponse): void {
    this.asked++
    const seen = seenIn(response)
    const expected = this.#alone.get(request) ?? []
    if (!expected.some((each) => isDeepStrictEqual(each, seen))) this.wrong.push({ request, seen, expected })
  }

  async #keepAlive(): Promise<void> {
    const client = connect(this.#address)
    for (let i = 0; i < REQUESTS; i += PIPELINED) {
      const sent = Array.from({ length: PIPELINED }, () => this.#pick())
      await Promise.all(sent.map(async ([picked, paused]) => this.#check(picked, await client.send(paused))))
    }
    client.close()
  }

  async #pipeline(): Promise<void> {
    const connection = new RawConnection(this.#address)
    for (let i = 0; i < REQUESTS; i += PIPELINED) {
      const sent = Array.from({ length: PIPELINED }, () => this.#pick())
      connection.write(
        sent
          .map(([, { method, path, headers }]) =>
            requestText(
              method,
              path,
              Object.entries(headers).map((line) => line.join(': ')),
            ),
          )
          .join(''),
      )
      for (const [picked, { method }] of sent) this.#check(picked, await connection.next(method))
    }
    connection.destroy()
  }

  /** Clients that go away before they are answered. */
  async #leave(): Promise<void> {
    for (let i = 0; i < REQUESTS; i++) {
      const client = connect(this.#address)
      const [, paused] = this.#pick()
      const answered = client.send(paused).catch(() => undefined)
      const leave = new Promise<void>((resolve) => setTimeout(resolve, this.#random(MAX_PAUSE + 1)))
      await Promise.race([answered, leave])
      client.close()
      await answered
    }
  }
}

/** Starts each of the servers and sends it hundreds of requests at once: each is answered as if it were the only one. */
export function runInterleave(servers: InterleavedServers, seed = Number(process.env['PROPERTY_SEED'] ?? 1)): void {
  t.setTimeout(240_000)
  for (const [name, start] of Object.entries(servers)) {
    t.test(name, async (t) => {
      t.setTimeout(90_000)
      const { live, inputs } = makeInputs()
      const server = await start(inputs)
      t.teardown(() => server.close())
      const alone = await askAlone(server.address, casesOf(server.kinds), live)
      expectPolicies(t, alone)
      const crowd = new Crowd(server.address, alone, live, seed)
      await crowd.run()
      t.strictSame(crowd.wrong.slice(0, 3), [], `seed ${seed}: none of ${crowd.asked} is answered otherwise than alone`)
      const after = [...alone.keys()].filter(({ part, method }) => part === 'bare' && method === 'GET')
      const answers = await Promise.all(after.map(async (request) => [seenIn(await send(server.address, request))]))
      t.strictSame(answers, [...after.map((request) => alone.get(request))], 'and nothing of it is left')
    })
  }
  expectNoCrash(t)
}

/** The parts do differ, and so a mix-up would show. */
function expectPolicies(t: Test, alone: ReadonlyMap<Case, readonly Seen[]>): void {
  const allowed = new Map<Part, Set<string | undefined>>(PARTS.map((part) => [part, new Set()]))
  for (const [{ part }, seen] of alone) {
    for (const { lines } of seen) {
      allowed.get(part)?.add(lines.find(([name]) => name === 'access-control-allow-origin')?.[1])
    }
  }
  const upstream = 'https://upstream.example'
  t.notOk(['fixed', 'open', 'live', 'chosen'].some((part) => allowed.get(part as Part)?.has(upstream)))
  t.strictSame(
    [...(allowed.get('bare') ?? [])].sort(),
    [upstream, undefined],
    'a part without a policy says what its app says',
  )
  t.strictSame(allowed.get('fixed')?.size, 2)
  t.strictSame(allowed.get('live')?.size, 4)
}
