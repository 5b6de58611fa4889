import { imageRequest } from '../../src/fetch-model/element-requests.js'
import { type Evaluation, evaluate } from '../../src/fetch-model/evaluate.js'
import type { OutgoingRequest } from '../../src/fetch-model/exchange.js'
import { isForbiddenRequestHeader } from '../../src/fetch-model/forbidden-request-header.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { answerOf, hopUrl, originOf, type Place, parsePath } from './answers.js'
import type { Case, Hop, Lines } from './case.js'
import { inAscii, type Observation, type Seen, wireRequest } from './observation.js'

/**
 * What the model says of a case.
 *
 * @param taken what the browser takes it for, where that is something else
 */
export function predict(asked: Case, place: Place, taken = asked): Observation {
  const { outcome, response, sent } = evaluateCase(taken, place)
  const seen: Seen =
    response === undefined || asked.via === 'image'
      ? { outcome }
      : {
          outcome,
          ...(asked.via !== 'xhr' && { type: response.type }),
          status: response.status,
          url: response.url,
          headers: response.headers.map(([name, value]) => [name, inAscii(value)] as const),
        }
  return { seen, wire: sent.map((request) => reduce(request, asked, taken)) }
}

export function evaluateCase(asked: Case, place: Place): Evaluation {
  return evaluate(requestOf(asked, place), ({ kind, url }) => {
    const parsed = parsePath(new URL(url).pathname)
    return parsed && answerOf(asked, place, parsed.index, kind)
  })
}

function reduce(request: OutgoingRequest, asked: Case, taken: Case) {
  const { kind, method, url, credentials, headers } = request
  const cookie = asked.via === 'frame' ? null : credentials
  return wireRequest({ kind, method, url, cookie }, headers, asked, taken.headers)
}

function requestOf(asked: Case, place: Place): BrowserRequest {
  const { via, method, headers, mode, credentials, redirect, body, uploadListeners } = asked
  const url = requestUrlOf(asked, place)
  const origin = via === 'frame' ? 'null' : originOf(place, 0)
  if (via !== 'image') {
    return {
      origin,
      url,
      method,
      headers: via === 'xhr' ? combine(headers) : headers,
      mode,
      credentials,
      redirect,
      body: body ?? undefined,
      uploadListeners,
      initiator: via === 'xhr' ? 'xhr' : undefined,
    }
  }
  if (mode === 'no-cors') return imageRequest(origin, url)
  return imageRequest(origin, url, credentials === 'include' ? 'use-credentials' : 'anonymous')
}

/** https://xhr.spec.whatwg.org/#the-setrequestheader()-method: unlike `fetch`, it makes one line of several. */
function combine(lines: Lines): Lines {
  const combined = new Map<string, readonly [string, string]>()
  for (const [name, value] of lines) {
    if (isForbiddenRequestHeader(name, value)) continue
    const before = combined.get(name.toLowerCase())
    combined.set(name.toLowerCase(), [name, before === undefined ? value.trim() : `${before[1]}, ${value.trim()}`])
  }
  return [...combined.values()]
}

/** The URL that the script asks for. */
export function requestUrlOf({ hops, userInUrl }: Case, place: Place): string {
  const url = hopUrl(place, hops[0] as Hop, 0)
  return userInUrl ? url.replace('//', '//user@') : url
}
