import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type CorsConfig, compilePolicy, type LivePolicy, livePolicy } from '../../src/index.js'
import { APP, EVIL } from './table.js'

/** An app that keeps and shares whatever it can: one client's headers would show up in another client's response. */

export const OTHER = 'https://other.example'

const fixed: CorsConfig = { origins: [APP], credentials: true, exposeHeaders: ['x-total'], methods: ['PUT'] }
const open: CorsConfig = { origins: '*', exposeHeaders: ['x-open'] }
/** What the live policy is replaced with, by turns. */
export const LIVE: readonly CorsConfig[] = [
  { origins: [OTHER], credentials: true, headers: ['x-live'], maxAge: 5 },
  { origins: [APP, OTHER], exposeHeaders: ['x-later'], otherwise: open },
]
const tenants = { app: compilePolicy(fixed), open: compilePolicy(open), none: undefined }

/** The tenant is in the query, which every adapter's request has. */
function choose({ url = '' }: { readonly url?: string | undefined }) {
  const name = new URL(url, 'http://localhost').searchParams.get('tenant') as keyof typeof tenants
  return tenants[name]
}

/** Parts of the app by the first part of the path, each with a policy of its own; `bare` has none. */
export function makeInputs() {
  const live: LivePolicy = livePolicy(LIVE[0] as CorsConfig)
  return { live, inputs: { fixed, open, live, chosen: choose } as const }
}

export type Inputs = ReturnType<typeof makeInputs>['inputs']
export const PARTS = ['fixed', 'open', 'live', 'chosen', 'bare'] as const
export type Part = (typeof PARTS)[number]

export function partOf(url: string | undefined): Part {
  const part = new URL(String(url), 'http://localhost').pathname.split('/')[1] as Part
  return PARTS.includes(part) ? part : 'bare'
}

export const ORIGINS = [APP, OTHER, EVIL, undefined] as const

export function kindAndPause(url: string | undefined) {
  const { pathname, searchParams } = new URL(String(url), 'http://localhost')
  return { kind: pathname.split('/')[2], pause: Number(searchParams.get('pause')) }
}

const UPSTREAM = { 'Access-Control-Allow-Origin': 'https://upstream.example', Vary: 'Accept', 'X-Total': '1' } as const
const frozen = Object.freeze({ ...UPSTREAM })
const list = Object.freeze(Object.entries(UPSTREAM).flat())
const pairs = Object.freeze(Object.entries(UPSTREAM).map((pair) => Object.freeze(pair)))
const map = new Map<string, string>(Object.entries(UPSTREAM))
const lines = Object.freeze(['Accept', 'Cookie'])
const headers = new Headers(UPSTREAM)

/** Express sends the stack, which depends on the pause. */
function brokenBy(kind: string): Error {
  return Object.assign(new Error(kind), { stack: kind })
}

type Act = (response: ServerResponse) => unknown

/** For node:http, and what is built on it. */
const acts: Readonly<Record<string, Act>> = {
  object: (response) => response.writeHead(200, frozen).end('object'),
  list: (response) => response.writeHead(200, list as never).end('list'),
  both: (response) => response.setHeader('Vary', 'Cookie').writeHead(200, 'fine', frozen).end('both'),
  map: (response) => response.setHeaders(map).end('map'),
  headers: (response) => response.setHeaders(headers).end('headers'),
  lines: (response) => response.setHeader('Vary', lines).end('lines'),
  empty: (response) => response.writeHead(404, frozen).end(),
  stream: (response) => Readable.from(['str', 'eam']).pipe(response),
}

export const NODE_KINDS = [...Object.keys(acts), 'throws']
/** Those that HTTP/2 has as well. */
export const HTTP2_KINDS = NODE_KINDS.filter((kind) => !['list', 'map', 'headers', 'both'].includes(kind))

/** Answers after the pause that the client asks for. Throws if it is told to, for frameworks to answer. */
export async function actOnNode({ url }: IncomingMessage, response: ServerResponse): Promise<void> {
  const { kind = '', pause } = kindAndPause(url)
  if (pause > 0) await wait(pause)
  const act = acts[kind]
  if (act === undefined) throw brokenBy(kind)
  act(response)
}

class Sharing extends Response {
  override get headers(): Headers {
    return headers
  }
}

const constant = new Response(null, { status: 404, headers: UPSTREAM })
const kept = new Response('kept', { headers: UPSTREAM })

const responses: Readonly<Record<string, () => Response>> = {
  object: () => new Response('object', { headers: frozen }),
  headers: () => new Response('headers', { headers }),
  pairs: () => new Response('pairs', { headers: pairs as never }),
  json: () => Response.json({ a: 1 }, { headers }),
  sharing: () => new Sharing('sharing'),
  constant: () => constant,
  kept: () => kept.clone(),
  redirect: () => Response.redirect('https://api.example.com/', 302),
  stream: () => new Response(new Blob(['stream']).stream(), { headers }),
}

export const FETCH_KINDS = [...Object.keys(responses), 'throws']

/** The same with the Fetch API. */
export async function actOnFetch({ url }: { readonly url: string }): Promise<Response> {
  const { kind = '', pause } = kindAndPause(url)
  if (pause > 0) await wait(pause)
  const make = responses[kind]
  if (make === undefined) throw brokenBy(kind)
  return make()
}
