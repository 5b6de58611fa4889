import type { HeaderFields } from '../fetch-model/header-list.js'
import { parseUrl } from '../http/parse-url.js'
import { DoctorError } from './doctor-error.js'
import { nodeTransport } from './node-transport.js'
import type { Transport } from './transport.js'

/** What a page asks for, and how far the doctor may go. */
export interface DiagnoseOptions {
  /** The page's origin, `https://app.example.com`; a URL is cut down to its origin. */
  readonly origin: string
  /** What the page sends. Default: `GET`. */
  readonly method?: string | undefined
  /** As the page sets them. Default: none. */
  readonly headers?: HeaderFields | undefined
  /** Whether the page sends cookies: `credentials: 'include'`, `withCredentials`. None is sent. Default: false. */
  readonly credentials?: boolean | undefined
  /**
   * Whether to send the request itself even if its method may change something, with an empty body. Default: false, and
   * then a GET stands in for it. GET and HEAD are always sent.
   */
  readonly sendActual?: boolean | undefined
  /** Milliseconds for everything together; one request gets a third of it. Default: 30 000. */
  readonly timeout?: number | undefined
  /** Bytes of a body after which no more is read. Default: 65 536; nothing depends on what a body says. */
  readonly maxBodyBytes?: number | undefined
  /** Default: node:http and node:https. */
  readonly transport?: Transport | undefined
}

/** The options, checked. */
export interface Settings {
  readonly url: URL
  readonly origin: string
  readonly method: string
  readonly headers: HeaderFields
  readonly credentials: boolean
  readonly sendActual: boolean
  readonly timeout: number
  readonly maxBodyBytes: number
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
    origin: parseOrigin(options.origin),
    method: options.method ?? 'GET',
    headers: options.headers ?? {},
    credentials: options.credentials === true,
    sendActual: options.sendActual === true,
    timeout: parseCount('timeout', options.timeout ?? DEFAULT_TIMEOUT),
    maxBodyBytes: parseCount('maxBodyBytes', options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES),
    transport: options.transport ?? nodeTransport,
  }
}

function parseTarget(text: string): URL {
  const url = parseUrl(text)
  if (url === undefined) throw new DoctorError('url-invalid', `${JSON.stringify(text)} is not a URL`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new DoctorError('url-scheme', `the URL's scheme is ${url.protocol.slice(0, -1)}, and has to be http or https`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new DoctorError('url-invalid', 'a URL with a user name or a password is one that no script can ask for')
  }
  url.hash = ''
  return url
}

function parseOrigin(text: string): string {
  if (text === 'null') return text
  const url = parseUrl(text)
  if (url === undefined || url.host === '') {
    throw new DoctorError('origin-invalid', `${JSON.stringify(text)} is not an origin such as https://app.example.com`)
  }
  // Schemes of apps (capacitor:, chrome-extension:) have no origin by the URL standard; browsers write one all the same.
  return url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin
}

function parseCount(name: string, value: number): number {
  if (Number.isInteger(value) && value > 0 && value <= MAX_TIMEOUT) return value
  throw new DoctorError('option-invalid', `${name} has to be a whole number above 0, not ${value}`)
}
