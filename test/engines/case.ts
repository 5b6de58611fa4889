import type { BodyKind, CredentialsMode, RedirectMode, RequestMode } from '../../src/fetch-model/request.js'

/** Field lines, in order. A value is a byte string: one character per byte. */
export type Lines = readonly (readonly [name: string, value: string])[]

/** In a value, these stand for what is known when a case runs: ports are not the same twice. */
export const ORIGIN = '{origin}'
export const UPPER_CASE_ORIGIN = '{ORIGIN}'
export const OTHER_ORIGIN = '{other}'

/** What a server answers. */
export interface Answer {
  readonly status: number
  readonly headers: Lines
}

/** One of the servers: the page's own, and two others. All are ports of 127.0.0.1. */
export type ServerIndex = 0 | 1 | 2

/** How a Location is written: `url` is the plain one, `scheme` and `data` lead to URLs that are not of HTTP. */
export type LocationForm =
  | 'url'
  | 'relative'
  | 'fragment'
  | 'user'
  | 'password'
  | 'scheme'
  | 'data'
  | 'invalid'
  | 'absent'
  | 'double'

/** One URL on the request's way. Each hop but the last may redirect to the next one. */
export interface Hop {
  readonly server: ServerIndex
  /** How the answer of the hop before points here. */
  readonly location: LocationForm
  readonly preflight: Answer
  readonly actual: Answer
}

/** A page's request and what the servers make of it: all that a prediction needs, as JSON. */
export interface Case {
  /** `frame` is fetch in a sandboxed frame, whose origin is opaque; `image` an `img` element and a canvas. */
  readonly via: 'fetch' | 'xhr' | 'frame' | 'image'
  readonly method: string
  readonly headers: Lines
  readonly mode: RequestMode
  readonly credentials: CredentialsMode
  readonly redirect: RedirectMode
  readonly body: BodyKind | null
  readonly uploadListeners: boolean
  /** Whether the script's own URL holds a user name. */
  readonly userInUrl: boolean
  readonly hops: readonly Hop[]
}

/** An answer that knows nothing of CORS, and the plainest request for it: a case is written as what differs from it. */
export const PLAIN_ANSWER: Answer = { status: 200, headers: [] }
export const PLAIN_HOP: Hop = { server: 1, location: 'url', preflight: PLAIN_ANSWER, actual: PLAIN_ANSWER }
export const PLAIN_CASE: Case = {
  via: 'fetch',
  method: 'GET',
  headers: [],
  mode: 'cors',
  credentials: 'same-origin',
  redirect: 'follow',
  body: null,
  uploadListeners: false,
  userInUrl: false,
  hops: [PLAIN_HOP],
}
