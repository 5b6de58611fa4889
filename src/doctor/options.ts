import type { HeaderFields } from '../fetch-model/header-list.js'
import { isForbiddenResponseHeader } from '../http/field-names.js'
import { parseUrl } from '../http/parse-url.js'
import { isToken } from '../http/token.js'
import { DoctorError } from './doctor-error.js'
import { nodeTransport } from './node-transport.js'
import { parseOriginOption } from './origin-option.js'
import { type Resolver, systemResolver } from './private-address.js'
import type { Transport } from './transport.js'

/** The request of the page, and what the doctor may do. */
export interface DiagnoseOptions {
  /** The page's origin, `https://app.example.com`. A URL is reduced to its origin. */
  readonly origin: string
  /** The method of the page's request. Default: `GET`. */
  readonly method?: string | undefined
  /** As the page sets them. Default: none. */
  readonly headers?: HeaderFields | undefined
  /** Whether the page sends cookies: `credentials: 'include'`, `withCredentials`. Default: false. */
  readonly credentials?: boolean | undefined
  /** The response headers that the page's script reads. Default: unknown, and then all that look useful. */
  readonly reads?: readonly string[] | undefined
  /**
   * The Cookie header to send along with the request itself, never with a preflight. It implies `credentials`, and its
   * value is in no report. Default: none is sent.
   */
  readonly cookie?: string | undefined
  /**
   * Whether to send the request itself even if its method may change something. The body is empty, or `{}` where the
   * Content-Type is JSON. Default: false, and then a GET is sent instead. GET and HEAD are always sent.
   */
  readonly sendActual?: boolean | undefined
  /** Milliseconds for everything together; one request gets a third of it. Default: 30 000. */
  readonly timeout?: number | undefined
  /** Bytes of a body after which no more is read. Default: 65 536. */
  readonly maxBodyBytes?: number | undefined
  /** Certificates to trust instead of Node's, as PEM: for a private CA. */
  readonly ca?: string | undefined
  /** Whether to accept a certificate that a browser would refuse. Default: false. */
  readonly insecure?: boolean | undefined
  /** Whether to follow a redirect from a public address to a private one. Default: false. */
  readonly followPrivate?: boolean | undefined
  /** Finds the addresses of a host before a redirect to it is followed. Default: the system's resolver. */
  readonly resolve?: Resolver | undefined
  /** Default: node:http, node:https and node:http2. */
  readonly transport?: Transport | undefined
}

/** The options, checked. */
export interface Settings {
  readonly url: URL
  readonly origin: string
  readonly method: string
  readonly headers: HeaderFields
  readonly credentials: boolean
  /** In lower case. */
  readonly reads: readonly string[]
  readonly sendActual: boolean
  readonly timeout: number
  readonly maxBodyBytes: number
  readonly cookie: string | undefined
  readonly ca: string | undefined
  readonly insecure: boolean
  readonly followPrivate: boolean
  readonly resolve: Resolver
  readonly transport: Transport
}

const DEFAULT_TIMEOUT = 30_000
const DEFAULT_MAX_BODY_BYTES = 65_536
/** What a timer takes: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const MAX_TIMEOUT = 2 ** 31 - 1

/** @throws DoctorError */
export function parseSettings(url: string, options: DiagnoseOptions): Settings {
  return {
    url: parseTarget(url),
    origin: parseOriginOption(options.origin),
    method: options.method ?? 'GET',
    headers: options.headers ?? {},
    credentials: options.credentials === true || options.cookie !== undefined,
    reads: parseReads(options.reads ?? []),
    sendActual: options.sendActual === true,
    timeout: parseCount('timeout', options.timeout ?? DEFAULT_TIMEOUT),
    maxBodyBytes: parseCount('maxBodyBytes', options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES),
    cookie: options.cookie,
    ca: options.ca,
    insecure: options.insecure === true,
    followPrivate: options.followPrivate === true,
    resolve: options.resolve ?? systemResolver,
    transport: options.transport ?? nodeTransport,
  }
}

function parseTarget(text: string): URL {
  const url = parseUrl(text)
  // `localhost:3000` parses as a URL with the scheme `localhost`.
  if (url === undefined || /^[^/:]+:\d/.test(text)) throw new DoctorError('url-invalid', { given: text })
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new DoctorError('url-scheme', { given: url.protocol.slice(0, -1) })
  }
  if (url.username !== '' || url.password !== '') throw new DoctorError('url-credentials', {})
  url.hash = ''
  return url
}

function parseReads(names: readonly string[]): readonly string[] {
  const lowerCase = names.map((name) => name.toLowerCase())
  const broken = names.find((name) => !isToken(name))
  if (broken !== undefined) throw new DoctorError('read-invalid', { given: broken })
  const hidden = lowerCase.find(isForbiddenResponseHeader)
  if (hidden !== undefined) throw new DoctorError('read-forbidden', { name: hidden })
  return [...new Set(lowerCase)]
}

function parseCount(name: string, value: number): number {
  if (Number.isInteger(value) && value > 0 && value <= MAX_TIMEOUT) return value
  throw new DoctorError('option-invalid', { name, given: String(value) })
}
