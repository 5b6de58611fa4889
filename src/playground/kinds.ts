import { beaconRequest, eventSourceRequest, formRequest, webSocketRequest } from '../fetch-model/api-requests.js'
import {
  fontRequest,
  imageRequest,
  mediaRequest,
  scriptRequest,
  styleRequest,
} from '../fetch-model/element-requests.js'
import type { BrowserRequest, CrossOrigin } from '../fetch-model/request.js'
import { EMPTY_STATE, type PlaygroundRequest } from './state.js'

/** What on the page makes the request. */
export const KINDS = [
  'fetch',
  'image',
  'font',
  'script',
  'style',
  'audio',
  'video',
  'eventsource',
  'form',
  'beacon',
  'websocket',
] as const

export type Kind = (typeof KINDS)[number]

/** Elements that have a `crossorigin` attribute; a font is always requested as with `anonymous`. */
const WITH_ATTRIBUTE: ReadonlySet<Kind> = new Set(['image', 'script', 'style', 'audio', 'video'])

export function kindOf({ destination, initiator }: PlaygroundRequest): Kind {
  if (destination !== '') return destination
  const kind = KINDS.find((known) => known === initiator)
  return kind ?? 'fetch'
}

export function hasCrossOriginAttribute(kind: Kind): boolean {
  return WITH_ATTRIBUTE.has(kind)
}

/** The `crossorigin` attribute of the element that makes such a request. */
export function crossOriginOf({ mode, credentials }: PlaygroundRequest): CrossOrigin {
  if (mode === 'no-cors') return undefined
  return credentials === 'include' ? 'use-credentials' : 'anonymous'
}

/** The same request, made by something else. What the other cannot choose is as the standards have it. */
export function withKind(request: PlaygroundRequest, kind: Kind, crossOrigin?: CrossOrigin): PlaygroundRequest {
  const { origin, url, method, headers, reads } = request
  const own = kind === 'fetch' ? { method, headers } : {}
  return { ...EMPTY_STATE.request, ...own, ...defined(requestOf(kind, origin, url, crossOrigin)), reads }
}

function requestOf(kind: Kind, origin: string, url: string, crossOrigin: CrossOrigin): BrowserRequest {
  switch (kind) {
    case 'fetch':
      return { origin, url }
    case 'image':
      return imageRequest(origin, url, crossOrigin)
    case 'font':
      return fontRequest(origin, url)
    case 'script':
      return scriptRequest(origin, url, { crossOrigin })
    case 'style':
      return styleRequest(origin, url, crossOrigin)
    case 'audio':
    case 'video':
      return mediaRequest(kind, origin, url, crossOrigin)
    case 'eventsource':
      return eventSourceRequest(origin, url)
    case 'form':
      return formRequest(origin, url, { method: 'POST' })
    case 'beacon':
      return beaconRequest(origin, url)
    case 'websocket':
      return webSocketRequest(origin, url)
  }
}

/** Headers are set by scripts only, and none of these has one. */
function defined({ headers: _, ...rest }: BrowserRequest): Partial<PlaygroundRequest> {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
}
