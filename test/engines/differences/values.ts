import type { Case } from '../case.js'
import { type KnownDifference, mapWire, markUnsafe, unmark, withMethods } from './known-difference.js'

/** Where browsers judge a header, or its value, in another way than the standard does. */

const OVERRIDES = ['x-http-method', 'x-http-method-override', 'x-method-override']

export const QUOTED_OVERRIDE: KnownDifference = {
  name: 'method-override-in-quotes',
  engines: ['firefox', 'webkit'],
  reason:
    'The value of X-HTTP-Method and the like is split at every comma; in the standard, one in quotes separates nothing.',
  spec: 'https://fetch.spec.whatwg.org/#forbidden-request-header',
  amend: (asked) => {
    const headers = asked.headers.filter(
      ([name, value]) => !OVERRIDES.includes(name.toLowerCase()) || value !== '"a,TRACE,b"',
    )
    return headers.length === asked.headers.length ? asked : { ...asked, headers }
  },
}

const uploadWithoutMethods: KnownDifference = {
  name: 'upload-listeners-without-methods',
  engines: ['chromium', 'firefox', 'webkit'],
  reason:
    'Where an upload that is listened to gets no Access-Control-Allow-Methods, its method is refused; in the standard it is allowed.',
  spec: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch',
  amend: (asked) => (asked.uploadListeners ? withMethods(asked) : asked),
}

const uploadWithoutBody: KnownDifference = {
  name: 'upload-listeners-without-body',
  engines: ['chromium'],
  reason: 'Listeners for an upload ask for a preflight only if there is something to upload.',
  spec: 'https://xhr.spec.whatwg.org/#the-send()-method',
  amend: (asked) => (asked.body === null && asked.uploadListeners ? { ...asked, uploadListeners: false } : asked),
}

export const FOREIGN_BYTES: KnownDifference = {
  name: 'value-bytes-beyond-ascii',
  engines: ['firefox'],
  reason: 'Bytes above 0x7F make a value of Accept or Content-Type one that is not safelisted.',
  spec: 'https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte',
  amend: (asked) => ['accept', 'content-type'].reduce((changed, name) => markUnsafe(changed, name, isForeign), asked),
  adjust: (predicted) => unmark(predicted, ['accept', 'content-type']),
}

export const EMPTY_PARAMETER: KnownDifference = {
  name: 'content-type-empty-parameter',
  engines: ['firefox'],
  reason: 'A Content-Type with two semicolons in a row is no MIME type.',
  spec: 'https://mimesniff.spec.whatwg.org/#parse-a-mime-type',
  amend: (asked) => markUnsafe(asked, 'content-type', (value) => value === 'text/plain;;'),
  adjust: (predicted) => unmark(predicted, ['content-type']),
}

function isForeign(value: string): boolean {
  return /[\x80-\xff]/.test(value)
}

const CLIENT_HINTS = ['dpr', 'downlink', 'save-data', 'viewport-width', 'width']

const clientHints: KnownDifference = {
  name: 'client-hints-safelisted',
  engines: ['chromium'],
  reason: 'Client hints with a value of their own kind are safelisted, as they were in the standard until 2019.',
  spec: 'https://fetch.spec.whatwg.org/#cors-safelisted-request-header',
  amend: (asked) => {
    const headers = asked.headers.filter((line) => !isSafeHint(line) || asked.mode === 'no-cors')
    return headers.length === asked.headers.length ? asked : { ...asked, headers }
  },
  adjust: (predicted, asked) => addHints(predicted, asked),
}

function isSafeHint([name, value]: readonly [string, string]): boolean {
  const lowerCase = name.toLowerCase()
  if (!CLIENT_HINTS.includes(lowerCase)) return false
  return lowerCase === 'save-data' ? value === 'on' : /^\d+(\.\d+)?$/.test(value)
}

function addHints(predicted: ReturnType<NonNullable<KnownDifference['adjust']>>, { headers, mode }: Case) {
  const hints = mode === 'no-cors' ? [] : headers.filter(isSafeHint)
  return mapWire(predicted, (request) => {
    if (request.kind === 'preflight') return request
    const added = hints.map(([name, value]) => [name.toLowerCase(), value] as const)
    return { ...request, headers: { ...request.headers, ...Object.fromEntries(added) } }
  })
}

export const VALUE_DIFFERENCES: readonly KnownDifference[] = [
  QUOTED_OVERRIDE,
  uploadWithoutMethods,
  uploadWithoutBody,
  FOREIGN_BYTES,
  EMPTY_PARAMETER,
  clientHints,
]
