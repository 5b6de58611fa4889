import {
  beaconRequest,
  eventSourceRequest,
  formRequest,
  webSocketRequest,
} from '../../../src/fetch-model/api-requests.js'
import {
  fontRequest,
  imageRequest,
  mediaRequest,
  scriptRequest,
  styleRequest,
} from '../../../src/fetch-model/element-requests.js'
import type { BrowserRequest } from '../../../src/fetch-model/request.js'

/** What a page does, and what the model takes it for. */
export interface Element {
  readonly name: string
  /** What the page's script is told, with the URL. */
  readonly way: Readonly<Record<string, unknown>> & { readonly way: string }
  readonly request: (origin: string, url: string) => BrowserRequest
  /** What the server serves. */
  readonly content: 'font' | 'script' | 'style' | 'sound' | 'picture' | 'events' | 'text' | 'socket'
}

/** @param integrity of the script that is served */
export function elementsOf(integrity: string): readonly Element[] {
  return [
    { name: '@font-face', way: { way: 'font' }, request: fontRequest, content: 'font' },
    { name: 'script', way: { way: 'script' }, request: (o, u) => scriptRequest(o, u), content: 'script' },
    {
      name: 'script crossorigin',
      way: { way: 'script', crossOrigin: 'anonymous' },
      request: (o, u) => scriptRequest(o, u, { crossOrigin: 'anonymous' }),
      content: 'script',
    },
    {
      name: 'script crossorigin=use-credentials',
      way: { way: 'script', crossOrigin: 'use-credentials' },
      request: (o, u) => scriptRequest(o, u, { crossOrigin: 'use-credentials' }),
      content: 'script',
    },
    {
      name: 'script integrity',
      way: { way: 'script', integrity },
      request: (o, u) => scriptRequest(o, u, { integrity: true }),
      content: 'script',
    },
    {
      name: 'script integrity crossorigin',
      way: { way: 'script', integrity, crossOrigin: 'anonymous' },
      request: (o, u) => scriptRequest(o, u, { integrity: true, crossOrigin: 'anonymous' }),
      content: 'script',
    },
    {
      name: 'script type=module',
      way: { way: 'script', type: 'module' },
      request: (o, u) => scriptRequest(o, u, { type: 'module' }),
      content: 'script',
    },
    {
      name: 'script type=module crossorigin=use-credentials',
      way: { way: 'script', type: 'module', crossOrigin: 'use-credentials' },
      request: (o, u) => scriptRequest(o, u, { type: 'module', crossOrigin: 'use-credentials' }),
      content: 'script',
    },
    { name: 'stylesheet', way: { way: 'style' }, request: (o, u) => styleRequest(o, u), content: 'style' },
    {
      name: 'stylesheet crossorigin',
      way: { way: 'style', crossOrigin: 'anonymous' },
      request: (o, u) => styleRequest(o, u, 'anonymous'),
      content: 'style',
    },
    { name: 'audio', way: { way: 'media' }, request: (o, u) => mediaRequest('audio', o, u), content: 'sound' },
    {
      name: 'audio crossorigin',
      way: { way: 'media', crossOrigin: 'anonymous' },
      request: (o, u) => mediaRequest('audio', o, u, 'anonymous'),
      content: 'sound',
    },
    { name: 'img', way: { way: 'image' }, request: (o, u) => imageRequest(o, u), content: 'picture' },
    {
      name: 'img crossorigin',
      way: { way: 'image', crossOrigin: 'anonymous' },
      request: (o, u) => imageRequest(o, u, 'anonymous'),
      content: 'picture',
    },
    {
      name: 'EventSource',
      way: { way: 'eventsource' },
      request: (o, u) => eventSourceRequest(o, u),
      content: 'events',
    },
    {
      name: 'EventSource withCredentials',
      way: { way: 'eventsource', credentials: true },
      request: (o, u) => eventSourceRequest(o, u, { withCredentials: true }),
      content: 'events',
    },
    {
      name: 'EventSource of text',
      way: { way: 'eventsource' },
      request: (o, u) => eventSourceRequest(o, u),
      content: 'text',
    },
    { name: 'sendBeacon', way: { way: 'beacon' }, request: (o, u) => beaconRequest(o, u), content: 'text' },
    {
      name: 'sendBeacon of JSON',
      way: { way: 'beacon', type: 'application/json' },
      request: (o, u) => beaconRequest(o, u, { body: 'bytes', type: 'application/json' }),
      content: 'text',
    },
    { name: 'form', way: { way: 'form' }, request: (o, u) => formRequest(o, u, { method: 'POST' }), content: 'text' },
    { name: 'WebSocket', way: { way: 'websocket' }, request: webSocketRequest, content: 'socket' },
    { name: 'WebSocket refused', way: { way: 'websocket' }, request: webSocketRequest, content: 'text' },
  ]
}
