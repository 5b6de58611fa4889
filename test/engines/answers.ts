import { isRedirectStatus } from '../../src/fetch-model/redirect.js'
import {
  type Answer,
  type Case,
  type Hop,
  type Lines,
  type LocationForm,
  ORIGIN,
  OTHER_ORIGIN,
  UPPER_CASE_ORIGIN,
} from './case.js'

/** A picture of one red pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
).toString('latin1')

/** Where a case runs. */
export interface Place {
  /** No two cases share a URL, since a preflight's answer is remembered by URL. */
  readonly id: string
  /** The ports of the page's own server and of the two others. */
  readonly ports: readonly number[]
}

export function originOf({ ports }: Place, server: number): string {
  return `http://127.0.0.1:${ports[server]}`
}

export function hopUrl(place: Place, hop: Hop, index: number): string {
  return `${originOf(place, hop.server)}/case/${place.id}/${index}`
}

/** The opposite of {@link hopUrl}, for a path. */
export function parsePath(path: string): { id: string; index: number } | undefined {
  const [, id, index] = /^\/case\/([^/]+)\/(\d+)$/.exec(path) ?? []
  return id === undefined ? undefined : { id, index: Number(index) }
}

/** What the server of a hop answers, complete: the prediction gets the very same lines. */
export function answerOf(asked: Case, place: Place, index: number, kind: 'preflight' | 'actual'): Answer {
  const hop = asked.hops[index]
  if (hop === undefined) return { status: 404, headers: fixedLines('', asked) }
  const { status, headers } = hop[kind]
  const next = asked.hops[index + 1]
  const location = isRedirectStatus(status) && next ? locationLines(place, next, index + 1) : []
  const body = bodyOf(asked)
  const own = headers.map(([name, value]) => [name, fillIn(value, asked, place)] as const)
  return { status, headers: [...own, ...location, ...fixedLines(body, asked, headers)] }
}

function fillIn(value: string, { via }: Case, place: Place): string {
  const origin = via === 'frame' ? 'null' : originOf(place, 0)
  return value
    .replaceAll(ORIGIN, origin)
    .replaceAll(UPPER_CASE_ORIGIN, origin.toUpperCase())
    .replaceAll(OTHER_ORIGIN, originOf(place, 1))
}

export function bodyOf({ via }: Case): string {
  return via === 'image' ? PIXEL : 'body'
}

/** Nothing may be taken from the HTTP cache: every request has to arrive. */
function fixedLines(body: string, { via }: Case, own: Lines = []): Lines {
  const has = (name: string) => own.some(([line]) => line.toLowerCase() === name)
  return [
    ...(has('cache-control') ? [] : [['Cache-Control', 'no-store'] as const]),
    ...(has('content-type') ? [] : [['Content-Type', via === 'image' ? 'image/png' : 'text/plain'] as const]),
    ['Content-Length', String(body.length)],
  ]
}

function locationLines(place: Place, next: Hop, index: number): Lines {
  const lines = locations(hopUrl(place, next, index))[next.location]
  return lines.map((value) => ['Location', value])
}

function locations(url: string): Readonly<Record<LocationForm, readonly string[]>> {
  return {
    url: [url],
    relative: [url.slice('http:'.length)],
    fragment: [`${url}#fragment`],
    user: [url.replace('//', '//user@')],
    password: [url.replace('//', '//user:password@')],
    scheme: ['ftp://127.0.0.1/'],
    data: ['data:text/plain,data'],
    invalid: ['http://['],
    absent: [],
    double: [url, url],
  }
}
