import type { ExplainRequest } from '../explain/explain.js'
import { beaconRequest, eventSourceRequest, formRequest, webSocketRequest } from '../fetch-model/api-requests.js'
import {
  fontRequest,
  imageRequest,
  mediaRequest,
  scriptRequest,
  styleRequest,
} from '../fetch-model/element-requests.js'
import type { BodyKind, BrowserRequest, CrossOrigin, RedirectMode, RequestMode } from '../fetch-model/request.js'
import { parseHeader } from './parse-header.js'
import { UsageError } from './usage-error.js'

/** The options that say what the page requests, as they were passed. */
export interface RequestOptions {
  readonly origin?: string | undefined
  readonly url?: string | undefined
  readonly method?: string | undefined
  readonly header?: readonly string[] | undefined
  readonly read?: readonly string[] | undefined
  readonly credentials?: boolean | undefined
  readonly mode?: string | undefined
  readonly body?: string | undefined
  readonly redirect?: string | undefined
  readonly destination?: string | undefined
  readonly image?: boolean | undefined
}

const MODES: readonly RequestMode[] = ['cors', 'no-cors', 'same-origin']
const REDIRECTS: readonly RedirectMode[] = ['follow', 'error', 'manual']
const BODIES: readonly BodyKind[] = ['text', 'urlencoded', 'form-data', 'bytes', 'stream']
/** For an element, `--mode cors` and `--credentials` are what its `crossorigin` attribute says. */
const ELEMENT_OPTIONS = ['mode', 'credentials'] as const
const REQUEST_OPTIONS = ['method', 'header', 'mode', 'credentials', 'body', 'redirect'] as const

type Builder = (origin: string, url: string, options: RequestOptions) => BrowserRequest

interface Kind {
  readonly build: Builder
  /** The options that say something about it. */
  readonly takes: readonly (typeof REQUEST_OPTIONS)[number][]
}

function element(build: (origin: string, url: string, crossOrigin: CrossOrigin) => BrowserRequest): Kind {
  return { build: (origin, url, options) => build(origin, url, crossOriginOf(options)), takes: ELEMENT_OPTIONS }
}

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['image', element(imageRequest)],
  ['style', element(styleRequest)],
  ['script', element((origin, url, crossOrigin) => scriptRequest(origin, url, { crossOrigin }))],
  ['module', element((origin, url, crossOrigin) => scriptRequest(origin, url, { crossOrigin, type: 'module' }))],
  ['audio', element((origin, url, crossOrigin) => mediaRequest('audio', origin, url, crossOrigin))],
  ['video', element((origin, url, crossOrigin) => mediaRequest('video', origin, url, crossOrigin))],
  ['font', { build: fontRequest, takes: [] }],
  [
    'eventsource',
    {
      build: (origin, url, { credentials }) => eventSourceRequest(origin, url, { withCredentials: credentials }),
      takes: ['credentials'],
    },
  ],
  [
    'form',
    {
      build: (origin, url, { method }) =>
        formRequest(origin, url, { method: method === undefined ? 'GET' : formMethod(method) }),
      takes: ['method'],
    },
  ],
  ['beacon', { build: (origin, url) => beaconRequest(origin, url), takes: [] }],
  ['websocket', { build: webSocketRequest, takes: [] }],
])

/** A form sends POST if it is told so, and else GET: https://html.spec.whatwg.org/#attr-fs-method. */
function formMethod(method: string): 'GET' | 'POST' {
  return method.toUpperCase() === 'POST' ? 'POST' : 'GET'
}

function crossOriginOf({ mode, credentials }: RequestOptions): CrossOrigin {
  if (credentials === true) return 'use-credentials'
  return mode === 'cors' ? 'anonymous' : undefined
}

/**
 * What the options ask for.
 *
 * @param defaultUrl where it goes without `--url`
 * @throws UsageError
 */
export function requestFrom(options: RequestOptions, defaultUrl: string): ExplainRequest {
  if (options.origin === undefined) throw new UsageError({ code: 'origin-missing' })
  const url = options.url === undefined ? defaultUrl : checkUrl(options.url)
  const kind = kindOf(options)
  const reads = options.read
  return { ...(kind === undefined ? scriptRequestOf(options, url) : kind.build(options.origin, url, options)), reads }
}

function kindOf({ image, destination, ...options }: RequestOptions): Kind | undefined {
  if (image === true && destination !== undefined && destination !== 'image') {
    throw new UsageError({ code: 'image-and-destination', destination })
  }
  const name = image === true ? 'image' : destination
  if (name === undefined) return undefined
  const kind = KINDS.get(name)
  if (kind === undefined) {
    throw new UsageError({ code: 'choice-unknown', option: 'destination', value: name, choices: [...KINDS.keys()] })
  }
  const useless = REQUEST_OPTIONS.find((option) => options[option] !== undefined && !kind.takes.includes(option))
  if (useless !== undefined) throw new UsageError({ code: 'option-without-effect', option: useless, destination: name })
  return kind
}

function scriptRequestOf(options: RequestOptions, url: string): BrowserRequest {
  return {
    origin: String(options.origin),
    url,
    method: options.method,
    headers: (options.header ?? []).map(parseHeader),
    credentials: options.credentials === true ? 'include' : 'same-origin',
    mode: choose('mode', options.mode, MODES),
    body: choose('body', options.body, BODIES),
    redirect: choose('redirect', options.redirect, REDIRECTS),
  }
}

function choose<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined) throw new UsageError({ code: 'choice-unknown', option, value, choices })
  return chosen
}

/** In a shell, a host is written sooner than a relative URL: `localhost:3000/x` even parses as one with a scheme. */
function checkUrl(url: string): string {
  if (/^([a-z][a-z0-9+.-]*:\/\/|[/?#]|\.\.?\/)/i.test(url)) return url
  const scheme = /^(localhost|127\.|\[::1\])/i.test(url) ? 'http' : 'https'
  throw new UsageError({ code: 'url-without-scheme', url, suggestion: `${scheme}://${url}` })
}
