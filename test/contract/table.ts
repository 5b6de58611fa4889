import type { CorsConfig } from '../../src/index.js'

/** One request table for every adapter: what goes in, and all that a response says about CORS. */

export const APP = 'https://app.example.com'
export const PREVIEW = 'https://pr-7.preview.example.com:8443'
export const EVIL = 'https://app.example.com.evil.com'

export const config: CorsConfig = {
  origins: [APP, 'https://pr-*.preview.example.com:*', 'http://192.168.0.0/16:*'],
  methods: ['PUT', 'DELETE'],
  headers: ['content-type', 'x-request-id'],
  exposeHeaders: ['x-total'],
  credentials: true,
  maxAge: 600,
  dangerouslyAllowInsecureOrigins: true,
}

export type Fields = Readonly<Record<string, string>>

export interface Row {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly status: number
  readonly fields: Fields
  /** Whether the app's own code ran for it. */
  readonly ran: boolean
}

const NONE: Fields = { vary: 'Origin' }
const REQUEST_METHOD = { 'access-control-request-method': 'PUT' }

export function actual(origin = APP, vary = 'Origin'): Fields {
  return {
    vary,
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'x-total',
  }
}

export function preflight(origin = APP): Fields {
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'PUT, DELETE',
    'access-control-allow-headers': 'content-type, x-request-id',
    'access-control-max-age': '600',
  }
}

/** What the app answers by path, written in each framework's own way. */
export interface Behaviour {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const behaviours: Readonly<Record<string, Behaviour>> = {
  '/ok': { status: 200, headers: {}, body: 'ok' },
  '/created': { status: 201, headers: { 'x-total': '1' }, body: 'created' },
  '/no-content': { status: 204, headers: {}, body: '' },
  '/redirect': { status: 302, headers: { location: '/ok' }, body: '' },
  '/not-modified': { status: 304, headers: { etag: '"1"' }, body: '' },
  '/unauthorised': { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: 'no' },
  '/method-not-allowed': { status: 405, headers: { allow: 'GET' }, body: 'no' },
  '/too-many': { status: 429, headers: { 'retry-after': '1' }, body: 'no' },
  '/vary': { status: 200, headers: { vary: 'Accept-Encoding' }, body: 'ok' },
  '/vary-origin': { status: 200, headers: { vary: 'accept-encoding, origin' }, body: 'ok' },
  '/vary-all': { status: 200, headers: { vary: '*' }, body: 'ok' },
  '/upstream': {
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-credentials': 'false',
      'access-control-allow-methods': 'PATCH',
      'access-control-max-age': '1',
    },
    body: 'ok',
  },
}

const VARY: Readonly<Record<string, string>> = {
  '/vary': 'Accept-Encoding, Origin',
  '/vary-origin': 'accept-encoding, origin',
  '/vary-all': '*',
}

/** Paths with behaviour that data cannot describe: every framework has its own way to throw and to stream. */
const special: Readonly<Record<string, number>> = { '/throws': 500, '/throws-later': 500, '/stream': 200 }

function row(name: string, method: string, path: string, headers: Row['headers'], rest: Partial<Row>): Row {
  return { name, method, path, headers, status: 200, fields: NONE, ran: true, ...rest }
}

function everyResponse(path: string, status: number): Row[] {
  const vary = VARY[path] ?? 'Origin'
  return [
    row(`${path}, allowed`, 'GET', path, { origin: APP }, { status, fields: actual(APP, vary) }),
    row(`${path}, other`, 'GET', path, { origin: EVIL }, { status, fields: { vary } }),
    row(`${path}, no origin`, 'GET', path, {}, { status, fields: { vary } }),
  ]
}

function refused(name: string, origin: string | string[]): Row[] {
  return [
    row(`GET from ${name}`, 'GET', '/ok', { origin }, {}),
    row(`preflight from ${name}`, 'OPTIONS', '/ok', { origin, ...REQUEST_METHOD }, { status: 403, ran: false }),
  ]
}

function allowedPreflight(name: string, path: string, headers: Row['headers'], origin = APP): Row {
  return row(name, 'OPTIONS', path, { origin, ...headers }, { status: 204, fields: preflight(origin), ran: false })
}

export const rows: readonly Row[] = [
  ...Object.entries(behaviours).flatMap(([path, { status }]) => everyResponse(path, status)),
  ...Object.entries(special).flatMap(([path, status]) => everyResponse(path, status)),
  row('404, allowed', 'GET', '/nowhere', { origin: APP }, { status: 404, fields: actual(), ran: false }),
  row('404, no origin', 'GET', '/nowhere', {}, { status: 404, ran: false }),
  row('a pattern', 'GET', '/ok', { origin: PREVIEW }, { fields: actual(PREVIEW) }),
  row(
    'an address range',
    'GET',
    '/ok',
    { origin: 'http://192.168.7.9:3000' },
    { fields: actual('http://192.168.7.9:3000') },
  ),
  row('HEAD', 'HEAD', '/ok', { origin: APP }, { fields: actual() }),
  row('PUT', 'PUT', '/ok', { origin: APP }, { fields: actual() }),
  allowedPreflight('preflight', '/ok', REQUEST_METHOD),
  allowedPreflight('preflight from a pattern', '/ok', REQUEST_METHOD, PREVIEW),
  allowedPreflight('preflight for what is not allowed', '/ok', {
    'access-control-request-method': 'PURGE',
    'access-control-request-headers': 'x-other',
  }),
  allowedPreflight('preflight for nothing', '/nowhere', REQUEST_METHOD),
  allowedPreflight('hostile preflight', '/ok', {
    'access-control-request-method': `${'P'.repeat(4000)}`,
    'access-control-request-headers': `${',x'.repeat(1900)}`,
  }),
  ...refused('another origin', EVIL),
  ...refused('null', 'null'),
  ...refused('two origins', `${APP}, ${APP}`),
  ...refused('an origin in capitals', APP.toUpperCase()),
  ...refused('an origin with a slash', `${APP}/`),
  ...refused('a long origin', `https://${'a'.repeat(8000)}`),
  row('OPTIONS without a method asked for', 'OPTIONS', '/ok', { origin: APP }, { fields: actual() }),
  row('OPTIONS without Origin', 'OPTIONS', '/ok', REQUEST_METHOD, {}),
]
