import t from 'tap'
import { fixesFor } from '../../src/explain/fixes.js'
import { beaconRequest, eventSourceRequest, formRequest } from '../../src/fetch-model/api-requests.js'
import { imageRequest, scriptRequest } from '../../src/fetch-model/element-requests.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import type { ServerResponse } from '../../src/fetch-model/exchange.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { crossOrigin, OTHER, PAGE } from '../fetch-model/outcomes.js'

/** Fixes in short: what to set where, or that the page has to change. */
function fixesOf(request: BrowserRequest, responses: readonly ServerResponse[]): readonly string[] {
  return fixesFor(evaluate(request, responses)).map((fix) => {
    t.ok(fix.text.length > 0)
    return fix.kind === 'request' ? 'request' : `${fix.on}: ${fix.action} ${fix.field}: ${fix.value}`
  })
}

const PUT = crossOrigin({ method: 'PUT', headers: { 'x-a': '1', authorization: 'x' } })

function allow(headers: Record<string, string> = {}, status = 200): ServerResponse {
  return { status, headers: { 'access-control-allow-origin': PAGE, ...headers } }
}

t.test('fixes in the server’s answer', async (t) => {
  const rows: [BrowserRequest, ServerResponse, readonly string[]][] = [
    [crossOrigin(), { status: 200 }, [`actual: set Access-Control-Allow-Origin: ${PAGE}`]],
    [
      crossOrigin(),
      allow({ 'access-control-allow-origin': 'x' }),
      [`actual: set Access-Control-Allow-Origin: ${PAGE}`],
    ],
    [
      crossOrigin(),
      allow({ 'access-control-allow-origin': '*,*' }),
      [`actual: set Access-Control-Allow-Origin: ${PAGE}`],
    ],
    [PUT, { status: 200 }, [`preflight: set Access-Control-Allow-Origin: ${PAGE}`]],
    [
      crossOrigin({ credentials: 'include' }),
      allow({ 'access-control-allow-origin': '*' }),
      [`actual: set Access-Control-Allow-Origin: ${PAGE}`, 'request'],
    ],
    [
      crossOrigin({ credentials: 'include' }),
      allow(),
      ['actual: set Access-Control-Allow-Credentials: true', 'request'],
    ],
    [
      crossOrigin({ credentials: 'include' }),
      allow({ 'access-control-allow-credentials': '1' }),
      ['actual: set Access-Control-Allow-Credentials: true', 'request'],
    ],
    [PUT, allow({}, 404), ['preflight: set status: 204']],
    [PUT, allow({}, 301), ['preflight: set status: 204', 'request']],
    [PUT, allow(), ['preflight: add Access-Control-Allow-Methods: PUT']],
    [crossOrigin({ method: 'patch' }), allow(), ['request']],
    [crossOrigin({ method: 'PATCH' }), allow(), ['preflight: add Access-Control-Allow-Methods: PATCH']],
    [PUT, allow({ 'access-control-allow-methods': 'a b' }), ['preflight: set Access-Control-Allow-Methods: PUT']],
    [
      PUT,
      allow({ 'access-control-allow-headers': 'a b' }),
      ['preflight: set Access-Control-Allow-Headers: authorization,x-a'],
    ],
    [
      crossOrigin({ method: 'PUT' }),
      allow({ 'access-control-allow-headers': 'a b' }),
      ['preflight: remove Access-Control-Allow-Headers: '],
    ],
    [
      PUT,
      allow({ 'access-control-allow-methods': 'PUT', 'access-control-allow-headers': '*' }),
      ['preflight: add Access-Control-Allow-Headers: authorization'],
    ],
    [
      PUT,
      allow({ 'access-control-allow-methods': 'PUT', 'access-control-allow-headers': 'authorization' }),
      ['preflight: add Access-Control-Allow-Headers: x-a'],
    ],
    [eventSourceRequest(PAGE, OTHER), allow(), ['actual: set Content-Type: text/event-stream']],
    [eventSourceRequest(PAGE, OTHER), allow({}, 204), ['actual: set status: 200']],
    [
      imageRequest(PAGE, OTHER),
      allow({ 'cross-origin-resource-policy': 'same-site' }),
      ['actual: set Cross-Origin-Resource-Policy: cross-origin'],
    ],
  ]
  for (const [request, response, fixes] of rows) t.strictSame(fixesOf(request, [response]), fixes)
})

t.test('fixes in the page', async (t) => {
  const away = (location: string): ServerResponse => allow({ location }, 307)
  const rows: [BrowserRequest, ServerResponse][] = [
    [crossOrigin({ origin: 'null' }), { status: 200 }],
    [crossOrigin(), away('https://third.test/')],
    [crossOrigin(), away('https://u:p@api.test/')],
    [crossOrigin({ mode: 'same-origin' }), allow()],
    [crossOrigin({ mode: 'no-cors' }), allow()],
    [imageRequest(PAGE, OTHER), allow()],
    [crossOrigin({ mode: 'no-cors', redirect: 'error' }), allow()],
    [crossOrigin({ redirect: 'error' }), away('/b')],
    [crossOrigin({ redirect: 'manual' }), away('/b')],
    [crossOrigin({ url: 'https://u:p@api.test/' }), allow()],
    [{ origin: PAGE, url: '/', method: 'POST', body: 'stream' }, away('/b')],
    [crossOrigin({ mode: 'no-cors', method: 'PUT' }), allow()],
    [crossOrigin({ mode: 'no-cors', method: 'POST', body: 'stream' }), allow()],
    [crossOrigin({ method: 'TRACE' }), allow()],
    [crossOrigin({ url: 'http://api.test/' }), allow()],
    [scriptRequest(PAGE, OTHER, { integrity: true }), allow()],
    [formRequest(PAGE, OTHER), allow()],
    [beaconRequest(PAGE, OTHER), allow()],
  ]
  for (const [request, response] of rows) t.strictSame(fixesOf(request, [response, allow()]), ['request'])
})

t.test('failures without a fix', async (t) => {
  t.strictSame(fixesOf(crossOrigin(), []), [])
  t.strictSame(fixesOf(crossOrigin({ method: 'a b' }), []), [])
})

t.test('the origins null and * are never proposed', async (t) => {
  const origins = ['null', PAGE]
  for (const origin of origins) {
    for (const credentials of ['omit', 'include'] as const) {
      for (const allowed of ['null', '*', 'https://b.test']) {
        const headers = { 'access-control-allow-origin': allowed }
        const fixes = fixesOf(crossOrigin({ origin, credentials }), [{ status: 200, headers }])
        t.notOk(fixes.some((fix) => fix.endsWith(': null') || fix.endsWith(': *')))
      }
    }
  }
})
