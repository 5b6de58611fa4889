import { toHeaderList } from '../../src/fetch-model/header-list.js'
import type { Case } from './case.js'

/** A request as a server got it, as far as CORS and the script have a say in it. */
export interface WireRequest {
  readonly kind: 'preflight' | 'actual'
  readonly method: string
  /** Without the query, which there is none. */
  readonly url: string
  readonly origin: string | null
  readonly requestMethod: string | null
  readonly requestHeaders: string | null
  /** Whether the page's cookie came along; null where that depends on SameSite, which is not of CORS. */
  readonly cookie: boolean | null
  /** Those that the script set, in lower case, and what became of them; null where they did not arrive. */
  readonly headers: Readonly<Record<string, string | null>>
}

/** What the script got. */
export interface Seen {
  /** `none` for a request that did not end. That is never predicted. */
  readonly outcome: 'readable' | 'opaque' | 'blocked' | 'none'
  /** Absent for XMLHttpRequest, which does not know it, and for images. */
  readonly type?: string
  readonly status?: number
  readonly url?: string
  readonly headers?: readonly (readonly [name: string, value: string])[]
}

/** What a prediction says, and what a test observes. */
export interface Observation {
  readonly seen: Seen
  readonly wire: readonly WireRequest[]
}

const CORS_NAMES = ['origin', 'access-control-request-method', 'access-control-request-headers']
/** A browser has its own value for these, and adds it where the script's is refused. */
export const BROWSER_VALUES: ReadonlySet<string> = new Set([
  ...[
    'accept',
    'accept-charset',
    'accept-encoding',
    'accept-language',
    'connection',
    'content-length',
    'cookie',
    'dnt',
  ],
  ...['cache-control', 'host', 'keep-alive', 'pragma', 'priority', 'referer', 'sec-fetch-mode', 'sec-fetch-site', 'te'],
  ...['upgrade-insecure-requests', 'user-agent'],
])

/**
 * Reduces a request to what is compared, be it one that arrived or one that is predicted.
 *
 * @param taken the script's headers, where the browser takes them for others
 */
export function wireRequest(
  request: Omit<WireRequest, 'origin' | 'requestMethod' | 'requestHeaders' | 'headers'>,
  lines: readonly (readonly [name: string, value: string])[],
  { headers }: Case,
  taken = headers,
): WireRequest {
  const value = (name: string) => {
    const values = lines.filter(([line]) => line.toLowerCase() === name).map(([, text]) => text)
    return values.length === 0 ? null : values.join(', ').trim()
  }
  const [origin = null, requestMethod = null, requestHeaders = null] = CORS_NAMES.map(value)
  const sent: Record<string, string | null> = {}
  const names = new Set([...headers.map(([name]) => name.toLowerCase()), 'content-type', 'authorization'])
  for (const name of [...names].sort()) {
    if (CORS_NAMES.includes(name)) continue
    const got = inAsciiOrNull(value(name))
    const set = toHeaderList(taken.filter(([line]) => line.toLowerCase() === name)).map(([, text]) => inAscii(text))
    const isScripts = set.length > 0 && set.join(', ').trim() === got
    sent[name] = BROWSER_VALUES.has(name) && !isScripts ? null : withoutBoundary(got)
  }
  return { ...request, origin, requestMethod, requestHeaders, headers: sent }
}

/** A multipart body's boundary is the browser's choice. */
function withoutBoundary(value: string | null): string | null {
  return value?.startsWith('multipart/form-data; boundary=--') ? 'multipart/form-data; boundary=?' : value
}

function inAsciiOrNull(value: string | null): string | null {
  return value === null ? null : inAscii(value)
}

/** Browsers differ in how they encode what is beyond ASCII (WebKit takes UTF-8), which is not of CORS. */
export function inAscii(value: string): string {
  return value.replaceAll(/[^\0-\x7f]+/g, '?')
}
