import { normalizeMethod } from '../../../src/fetch-model/method.js'
import type { Random } from '../../config/fixtures/random.js'
import { type Case, type Lines, PLAIN_CASE } from '../case.js'
import {
  ANY_VALUES,
  FORBIDDEN_NAMES,
  FORBIDDEN_VALUES,
  INVALID_HEADERS,
  METHODS,
  OVERRIDE_NAMES,
  OVERRIDE_VALUES,
  REFUSED_METHODS,
  SAFELISTED_HEADERS,
  UNSAFE_NAMES,
} from './request-values.js'

/** A page's request: mostly a legal one, so that something is sent and the servers' answers matter. */
export function generateRequest(random: Random): Omit<Case, 'hops'> {
  const { hops: _, ...plain } = PLAIN_CASE
  const via = random.pick(['fetch', 'fetch', 'fetch', 'fetch', 'xhr', 'xhr', 'frame', 'image'] as const)
  if (via === 'image') return { ...plain, via, ...imageAttributes(random) }
  const mode =
    via === 'xhr' ? 'cors' : random.pick(['cors', 'cors', 'cors', 'cors', 'cors', 'no-cors', 'same-origin'] as const)
  const method = generateMethod(random, mode === 'no-cors')
  const body = generateBody(random, method, via === 'xhr')
  return {
    via,
    mode,
    method,
    headers: generateHeaders(random, via === 'xhr' && body !== null),
    credentials: random.pick(
      via === 'xhr' ? (['same-origin', 'include'] as const) : (['omit', 'same-origin', 'include'] as const),
    ),
    redirect: via === 'xhr' || !random.once(8) ? 'follow' : random.pick(['error', 'manual'] as const),
    body,
    uploadListeners: via === 'xhr' && random.once(4),
    userInUrl: via !== 'xhr' && random.once(60),
  }
}

function imageAttributes(random: Random): Pick<Case, 'mode' | 'credentials'> {
  if (random.once(3)) return { mode: 'no-cors', credentials: 'include' }
  return { mode: 'cors', credentials: random.pick(['same-origin', 'include'] as const) }
}

function generateMethod(random: Random, noCors: boolean): string {
  if (random.once(40)) return random.pick(REFUSED_METHODS)
  if (random.once(3) || (noCors && !random.once(6))) return random.pick(['GET', 'GET', 'POST', 'HEAD'])
  return random.pick(METHODS)
}

/** XMLHttpRequest ignores a body with GET, where `fetch` throws. */
function generateBody(random: Random, method: string, xhr: boolean): Case['body'] {
  const isBodyless = ['GET', 'HEAD'].includes(normalizeMethod(method))
  if (isBodyless && (xhr || !random.once(40))) return null
  return random.once(2) ? null : random.pick(['text', 'urlencoded', 'form-data', 'bytes'] as const)
}

/**
 * One Content-Type at most: what more of them mean, each browser knows for itself.
 *
 * @param keepType XMLHttpRequest rewrites a Content-Type's charset to that of the body, which is not of CORS
 */
function generateHeaders(random: Random, keepType: boolean): Lines {
  const headers = random.list(0, random.pick([0, 1, 2, 4]), () => generateHeader(random))
  const isType = ([name]: readonly [string, string]) => name.toLowerCase() === 'content-type'
  return headers.filter((line, i) => !isType(line) || (!keepType && headers.findIndex(isType) === i))
}

function generateHeader(random: Random): readonly [string, string] {
  const kind = random.below(20)
  if (kind < 9) {
    const name = random.pick(Object.keys(SAFELISTED_HEADERS))
    return [name, random.pick(SAFELISTED_HEADERS[name] as readonly string[])]
  }
  if (kind < 16) return [random.pick(UNSAFE_NAMES), random.pick(ANY_VALUES)]
  if (kind < 18) return [random.pick(FORBIDDEN_NAMES), random.pick(FORBIDDEN_VALUES)]
  if (kind < 19) return [random.pick(OVERRIDE_NAMES), random.pick(OVERRIDE_VALUES)]
  return random.once(3) ? random.pick(INVALID_HEADERS) : ['x-a', random.pick(ANY_VALUES)]
}
