import { display } from '../text/display.js'
import { argumentError } from './argument-error.js'
import type { BrowserRequest, Initiator, RequestMode } from './request.js'

type ArgumentCheck = (value: unknown, path: string) => void

/** The modes that are not for scripts, and what has them. */
const OWN_MODES: ReadonlyMap<unknown, Initiator> = new Map([
  ['navigate', 'form'],
  ['websocket', 'websocket'],
])

const CHECKS: Readonly<Record<keyof BrowserRequest, ArgumentCheck>> = {
  origin: checkString,
  url: checkString,
  method: checkString,
  // Where they are read: an iterable can be read once.
  headers: () => {},
  mode: oneOf<RequestMode>(['cors', 'no-cors', 'same-origin']),
  credentials: oneOf(
    ['omit', 'same-origin', 'include'],
    new Map([
      [true, 'include'],
      [false, 'same-origin'],
    ]),
  ),
  redirect: oneOf(['follow', 'error', 'manual']),
  body: oneOf(['text', 'urlencoded', 'form-data', 'bytes', 'stream'], new Map([['json', 'text']])),
  uploadListeners: checkBoolean,
  destination: oneOf(['', 'image', 'font', 'script', 'style', 'audio', 'video']),
  integrity: checkBoolean,
  initiator: oneOf(['fetch', 'xhr', 'element', 'eventsource', 'form', 'beacon', 'websocket']),
  embedderPolicy: oneOf(['unsafe-none', 'require-corp', 'credentialless']),
}

/** What people write, and what it is here. */
const SUGGESTIONS: ReadonlyMap<string, string> = new Map([
  ['withCredentials', "credentials: 'include'"],
  ['crossOrigin', 'imageRequest() or one of its siblings'],
  ['crossorigin', 'imageRequest() or one of its siblings'],
])

/** @throws TypeError that names the option and the value, as a browser does for a value of the wrong type */
export function checkRequest(request: unknown): asserts request is BrowserRequest {
  if (typeof request !== 'object' || request === null) {
    throw argumentError({ code: 'not-an-object', path: 'request', value: display(request) })
  }
  for (const key of Object.keys(request)) {
    if (!Object.hasOwn(CHECKS, key)) {
      throw argumentError({ code: 'unknown-option', path: key, value: '', suggestion: SUGGESTIONS.get(key) })
    }
  }
  const options = request as Readonly<Record<keyof BrowserRequest, unknown>>
  checkString(options.origin, 'origin')
  checkString(options.url, 'url')
  const initiator = OWN_MODES.get(options.mode)
  if (initiator !== undefined && options.initiator !== initiator) {
    throw argumentError({ code: 'wrong-initiator', path: 'mode', value: display(options.mode), initiator })
  }
  for (const [key, check] of Object.entries(CHECKS)) {
    const value = options[key as keyof BrowserRequest]
    if (value !== undefined && (key !== 'mode' || initiator === undefined)) check(value, key)
  }
}

function checkString(value: unknown, path: string): void {
  if (typeof value !== 'string') throw argumentError({ code: 'not-a-string', path, value: display(value) })
}

function checkBoolean(value: unknown, path: string): void {
  if (typeof value !== 'boolean') throw argumentError({ code: 'not-a-boolean', path, value: display(value) })
}

function oneOf<Choice extends string>(
  expected: readonly Choice[],
  suggestions: ReadonlyMap<unknown, string> = new Map(),
): ArgumentCheck {
  const known: ReadonlySet<unknown> = new Set(expected)
  return (value, path) => {
    if (known.has(value)) return
    throw argumentError({
      code: 'not-one-of',
      path,
      value: display(value),
      expected,
      suggestion: suggestions.get(value),
    })
  }
}

/** @throws TypeError for what is not an answer; a promise is none */
export function checkResponse(response: unknown): void {
  if (response === undefined) return
  if (typeof response !== 'object' || response === null) {
    throw argumentError({ code: 'not-an-object', path: 'response', value: display(response) })
  }
  if ('then' in response) throw argumentError({ code: 'response-promise', path: 'response', value: '' })
  const { status } = response as Readonly<Record<string, unknown>>
  if (!Number.isInteger(status) || (status as number) < 100 || (status as number) > 999) {
    throw argumentError({ code: 'response-status', path: 'response.status', value: display(status) })
  }
}
