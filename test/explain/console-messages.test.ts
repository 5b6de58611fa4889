import t from 'tap'
import { consoleMessages } from '../../src/explain/console-messages.js'
import { beaconRequest, eventSourceRequest, webSocketRequest } from '../../src/fetch-model/api-requests.js'
import {
  fontRequest,
  imageRequest,
  mediaRequest,
  scriptRequest,
  styleRequest,
} from '../../src/fetch-model/element-requests.js'
import type { Engine } from '../../src/fetch-model/engine.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import type { ServerResponse } from '../../src/fetch-model/exchange.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'

const PAGE = 'https://app.test'
const API = 'https://api.test/'

function ask(request: Partial<BrowserRequest> = {}): BrowserRequest {
  return { origin: PAGE, url: API, ...request }
}

const PUT = ask({ method: 'PUT', headers: { 'x-a': '1' } })
const COOKIES = ask({ credentials: 'include' })

function allow(headers: Record<string, string | string[]> = {}, status = 200): ServerResponse {
  return { status, headers: { 'access-control-allow-origin': PAGE, ...headers } }
}

const CHROMIUM = `Access to fetch at '${API}' from origin '${PAGE}' has been blocked by CORS policy: `
const CHROMIUM_PREFLIGHT = `${CHROMIUM}Response to preflight request doesn't pass access control check: `
const FIREFOX = `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${API}. (Reason: `
const VALID = ' Have the server send the header with a valid value.'
const DENIED = 'denied by Cross-Origin Resource Sharing policy: '

type Row = [BrowserRequest, ServerResponse, { readonly [E in Engine]?: string }]

t.test('the messages of each console', async (t) => {
  const rows: Row[] = [
    [
      ask(),
      { status: 404 },
      {
        chromium: `${CHROMIUM}No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
        firefox: `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 404.`,
        webkit: `Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 404`,
      },
    ],
    [
      PUT,
      { status: 403 },
      {
        chromium: `${CHROMIUM_PREFLIGHT}No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
        firefox: `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.`,
        webkit: 'Preflight response is not successful. Status code: 403',
      },
    ],
    [
      COOKIES,
      allow({ 'access-control-allow-origin': '*' }),
      {
        chromium: `${CHROMIUM}The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.`,
        firefox: `${FIREFOX.replace(API, `‘${API}’`)}Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).`,
        webkit: 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
      },
    ],
    [
      ask(),
      allow({ 'access-control-allow-origin': ['*', '*'] }),
      {
        chromium: `${CHROMIUM}The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed.${VALID}`,
        firefox: `${FIREFOX}Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).`,
        webkit: 'Access-Control-Allow-Origin cannot contain more than one origin.',
      },
    ],
    [
      ask(),
      allow({ 'access-control-allow-origin': 'https://a.test, https://b.test' }),
      {
        chromium: `${CHROMIUM}The 'Access-Control-Allow-Origin' header contains multiple values 'https://a.test, https://b.test', but only one is allowed.${VALID}`,
        firefox: `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://a.test, https://b.test’).`,
        webkit: 'Access-Control-Allow-Origin cannot contain more than one origin.',
      },
    ],
    [
      ask(),
      allow({ 'access-control-allow-origin': 'https://b.test' }),
      {
        chromium: `${CHROMIUM}The 'Access-Control-Allow-Origin' header has a value 'https://b.test' that is not equal to the supplied origin.${VALID}`,
        firefox: `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://b.test’).`,
        webkit: `Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
      },
    ],
    [
      ask(),
      allow({ 'access-control-allow-origin': 'null' }),
      {
        chromium: `${CHROMIUM}The 'Access-Control-Allow-Origin' header has a value 'null' that is not equal to the supplied origin.${VALID}`,
        firefox: `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ does not match ‘null’).`,
        webkit: `Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
      },
    ],
    [
      ask(),
      allow({ 'access-control-allow-origin': 'app.test' }),
      {
        chromium: `${CHROMIUM}The 'Access-Control-Allow-Origin' header contains the invalid value 'app.test'.${VALID}`,
        firefox: `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ does not match ‘app.test’).`,
        webkit: `Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
      },
    ],
    [
      COOKIES,
      allow({ 'access-control-allow-credentials': 'True' }),
      {
        chromium: `${CHROMIUM}The value of the 'Access-Control-Allow-Credentials' header in the response is 'True' which must be 'true' when the request's credentials mode is 'include'.`,
        firefox: `${FIREFOX}expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).`,
        webkit: 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
      },
    ],
    [
      COOKIES,
      allow(),
      {
        chromium: `${CHROMIUM}The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.`,
        firefox: `${FIREFOX}expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).`,
        webkit: 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
      },
    ],
    [
      PUT,
      allow({}, 500),
      {
        chromium: `${CHROMIUM_PREFLIGHT}It does not have HTTP ok status.`,
        firefox: `${FIREFOX}CORS preflight response did not succeed). Status code: 500.`,
        webkit: 'Preflight response is not successful. Status code: 500',
      },
    ],
    [
      PUT,
      allow({}, 301),
      {
        chromium: `${CHROMIUM_PREFLIGHT}It does not have HTTP ok status.`,
        firefox: `${FIREFOX}CORS preflight response did not succeed). Status code: 301.`,
        webkit: 'Preflight response is not successful. Status code: 301',
      },
    ],
    [
      PUT,
      allow({ location: '/b' }, 301),
      {
        chromium: `${CHROMIUM_PREFLIGHT}Redirect is not allowed for a preflight request.`,
        firefox: `${FIREFOX}CORS request external redirect not allowed).`,
        webkit: 'Preflight response is not successful. Status code: 301',
      },
    ],
    [
      PUT,
      { status: 301, headers: { location: '/b' } },
      {
        chromium: `${CHROMIUM_PREFLIGHT}Redirect is not allowed for a preflight request.`,
        firefox: `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 301.`,
        webkit: 'Preflight response is not successful. Status code: 301',
      },
    ],
    [
      PUT,
      allow({ 'access-control-allow-methods': 'a b' }),
      {
        chromium: `${CHROMIUM}Cannot parse Access-Control-Allow-Methods response header field in preflight response.`,
        firefox: `${FIREFOX}invalid token ‘a b’ in CORS header ‘Access-Control-Allow-Methods’).`,
        webkit: 'Header Access-Control-Allow-Methods has an invalid value: a b',
      },
    ],
    [
      PUT,
      allow({ 'access-control-allow-headers': 'x, a b' }),
      {
        chromium: `${CHROMIUM}Cannot parse Access-Control-Allow-Headers response header field in preflight response.`,
        firefox: `${FIREFOX}Did not find method in CORS header ‘Access-Control-Allow-Methods’).`,
        webkit: 'Header Access-Control-Allow-Headers has an invalid value: x, a b',
      },
    ],
    [
      PUT,
      allow({ 'access-control-allow-methods': 'PUT', 'access-control-allow-headers': 'x, a b' }),
      {
        chromium: `${CHROMIUM}Cannot parse Access-Control-Allow-Headers response header field in preflight response.`,
        firefox: `${FIREFOX}invalid token ‘a b’ in CORS header ‘Access-Control-Allow-Headers’).`,
        webkit: 'Header Access-Control-Allow-Headers has an invalid value: x, a b',
      },
    ],
    [
      PUT,
      allow(),
      {
        chromium: `${CHROMIUM}Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.`,
        firefox: `${FIREFOX}Did not find method in CORS header ‘Access-Control-Allow-Methods’).`,
        webkit: 'Method PUT is not allowed by Access-Control-Allow-Methods.',
      },
    ],
    [
      PUT,
      allow({ 'access-control-allow-methods': 'PUT' }),
      {
        chromium: `${CHROMIUM}Request header field x-a is not allowed by Access-Control-Allow-Headers in preflight response.`,
        firefox: `${FIREFOX}header ‘x-a’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`,
        webkit: 'Request header field x-a is not allowed by Access-Control-Allow-Headers.',
      },
    ],
    [
      ask({ headers: { authorization: 'x' } }),
      allow({ 'access-control-allow-headers': '*' }),
      {
        firefox: `Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${API} soon. (Reason: When the \`Access-Control-Allow-Headers\` is \`*\`, the \`Authorization\` header is not covered. To include the \`Authorization\` header, it must be explicitly listed in CORS header \`Access-Control-Allow-Headers\`).`,
      },
    ],
    [
      ask({ headers: { authorization: 'x' } }),
      allow({ 'access-control-allow-headers': 'x-a' }),
      {
        chromium: `${CHROMIUM}Request header field authorization is not allowed by Access-Control-Allow-Headers in preflight response.`,
        firefox: `${FIREFOX}header ‘authorization’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`,
        webkit: 'Request header field Authorization is not allowed by Access-Control-Allow-Headers.',
      },
    ],
    [
      ask({ headers: { authorization: 'x' }, credentials: 'include' }),
      allow({ 'access-control-allow-headers': '*', 'access-control-allow-credentials': 'true' }),
      {
        chromium: `${CHROMIUM}Request header field authorization is not allowed by Access-Control-Allow-Headers in preflight response.`,
        firefox: `${FIREFOX}header ‘authorization’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`,
        webkit: 'Request header field Authorization is not allowed by Access-Control-Allow-Headers.',
      },
    ],
    [
      ask(),
      { status: 302, headers: { location: '/b' } },
      {
        chromium: `${CHROMIUM}No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
        firefox: `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 302.`,
        webkit: `Cross-origin redirection to /b ${DENIED}Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 302`,
      },
    ],
    [
      ask(),
      allow({ location: 'https://u:p@b.test/' }, 302),
      {
        chromium: `${CHROMIUM}Redirect location '' contains a username and password, which is disallowed for cross-origin requests.`,
        firefox: `${FIREFOX}CORS request did not succeed). Status code: (null).`,
        webkit: `Cross-origin redirection to https://b.test/ ${DENIED}redirection URL https://u:p@b.test/ has credentials`,
      },
    ],
    [
      ask(),
      allow({ location: 'ftp://b.test/' }, 302),
      {
        chromium: `${CHROMIUM.replace(`'${API}'`, `'ftp://b.test/' (redirected from '${API}')`)}Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.`,
        firefox: `${FIREFOX.replace(API, 'ftp://b.test/')}CORS request not http).`,
        webkit: 'FTP URLs are disabled',
      },
    ],
    [
      ask(),
      allow({ location: 'x-app://b/' }, 302),
      {
        chromium: `${CHROMIUM.replace(`'${API}'`, `'x-app://b/' (redirected from '${API}')`)}Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.`,
        firefox: `${FIREFOX.replace(API, 'x-app://b/')}CORS request not http).`,
        webkit: `Cross-origin redirection to x-app://b/ ${DENIED}not allowed to follow a cross-origin CORS redirection with non CORS scheme`,
      },
    ],
    [
      ask({ headers: { 'X-A': '1' } }),
      allow(),
      {
        chromium: `${CHROMIUM}Request header field x-a is not allowed by Access-Control-Allow-Headers in preflight response.`,
        firefox: `${FIREFOX}header ‘x-a’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`,
        webkit: 'Request header field X-A is not allowed by Access-Control-Allow-Headers.',
      },
    ],
    [
      ask({ redirect: 'error' }),
      allow({}, 302),
      { webkit: `Not allowed to follow a redirection while loading ${API}` },
    ],
    [ask({ redirect: 'manual' }), allow({}, 302), {}],
    [ask({ mode: 'no-cors' }), { status: 200 }, {}],
    [
      imageRequest(PAGE, API),
      { status: 200 },
      {
        chromium: "Failed to execute 'toDataURL' on 'HTMLCanvasElement': Tainted canvases may not be exported.",
        firefox: 'SecurityError: The operation is insecure.',
        webkit: 'SecurityError: The operation is insecure.',
      },
    ],
    [
      imageRequest(PAGE, API, 'anonymous'),
      { status: 200 },
      {
        chromium: `Access to image at '${API}' from origin '${PAGE}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
        firefox: `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.`,
        webkit: `Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
      },
    ],
    [
      imageRequest(PAGE, API, 'anonymous'),
      allow({ 'access-control-allow-origin': 'https://b.test' }),
      {
        chromium: `Access to image at '${API}' from origin '${PAGE}' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'https://b.test' that is not equal to the supplied origin.`,
        firefox: `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://b.test’).`,
        webkit: `Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
      },
    ],
    [
      imageRequest(PAGE, API),
      { status: 200, headers: { 'cross-origin-resource-policy': 'same-origin' } },
      {
        chromium: `GET ${API} net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin`,
        firefox: `The resource at “${API}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#`,
        webkit: `Cancelled load to ${API} because it violates the resource's Cross-Origin-Resource-Policy response header.`,
      },
    ],
    [
      ask({ origin: 'https://app.example', mode: 'no-cors', method: 'POST' }),
      { status: 200, headers: { 'cross-origin-resource-policy': 'same-site' } },
      {
        chromium: `POST ${API} net::ERR_BLOCKED_BY_RESPONSE.NotSameSite`,
        firefox: `The resource at “${API}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#`,
        webkit: `Cancelled load to ${API} because it violates the resource's Cross-Origin-Resource-Policy response header.`,
      },
    ],
  ]
  for (const [request, response, expected] of rows) {
    t.strictSame(consoleMessages(evaluate(request, [response])), expected, JSON.stringify([request, response]))
  }
})

t.test('mixed content', async (t) => {
  const url = 'http://api.test/'
  const chromium = (noun: string) =>
    `Mixed Content: The page at '${PAGE}/' was loaded over HTTPS, but requested an insecure ${noun} '${url}'. This request has been blocked; the content must be served over HTTPS.`
  const firefox = `Blocked loading mixed active content “${url}”`
  const webkit = `[blocked] The page at ${PAGE}/ requested insecure content from ${url}. This content was blocked and must be served over HTTPS.`
  const rows: [BrowserRequest, string][] = [
    [{ origin: PAGE, url }, 'resource'],
    [{ origin: PAGE, url, initiator: 'xhr' }, 'XMLHttpRequest endpoint'],
    [{ origin: PAGE, url, uploadListeners: true, method: 'POST' }, 'XMLHttpRequest endpoint'],
    [{ origin: PAGE, url, initiator: 'element' }, 'resource'],
    [scriptRequest(PAGE, url), 'script'],
    [styleRequest(PAGE, url), 'stylesheet'],
    [fontRequest(PAGE, url), 'font'],
    [eventSourceRequest(PAGE, url), 'EventSource endpoint'],
    [beaconRequest(PAGE, url), 'Beacon endpoint'],
  ]
  for (const [request, noun] of rows) {
    t.strictSame(consoleMessages(evaluate(request, [])), { chromium: chromium(noun), firefox, webkit }, noun)
  }
  t.strictSame(consoleMessages(evaluate(webSocketRequest(PAGE, 'ws://api.test/'), [])), {
    chromium: `Mixed Content: The page at '${PAGE}/' was loaded over HTTPS, but attempted to connect to the insecure WebSocket endpoint 'ws://api.test/'. This request has been blocked; this endpoint must be available over WSS.`,
    webkit: `[blocked] The page at ${PAGE}/ requested insecure content from ws://api.test/. This content was blocked and must be served over HTTPS.`,
  })
})

t.test('each destination has its noun', async (t) => {
  const rows: [BrowserRequest, string][] = [
    [{ origin: PAGE, url: API, initiator: 'xhr' }, 'XMLHttpRequest'],
    [fontRequest(PAGE, API), 'font'],
    [scriptRequest(PAGE, API, { type: 'module' }), 'script'],
    [styleRequest(PAGE, API, 'anonymous'), 'CSS stylesheet'],
    [mediaRequest('audio', PAGE, API, 'anonymous'), 'audio'],
    [mediaRequest('video', PAGE, API, 'anonymous'), 'video'],
    [eventSourceRequest(PAGE, API), 'resource'],
  ]
  for (const [request, noun] of rows) {
    t.match(consoleMessages(evaluate(request, [{ status: 200 }])).chromium, new RegExp(`^Access to ${noun} at `))
  }
})

t.test('after a redirect', async (t) => {
  const away = allow({ location: 'https://b.test/' }, 302)
  const url = 'https://b.test/'
  t.strictSame(consoleMessages(evaluate(ask(), [away, allow()])), {
    chromium: `Access to fetch at '${url}' (redirected from '${API}') from origin '${PAGE}' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value '${PAGE}' that is not equal to the supplied origin.${VALID}`,
    firefox: `${FIREFOX.replace(API, url)}CORS header ‘Access-Control-Allow-Origin’ does not match ‘${PAGE}’).`,
    webkit: 'Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200',
  })
})

t.test('a connection that fails', async (t) => {
  const firefox = `${FIREFOX}CORS request did not succeed). Status code: (null).`
  t.strictSame(consoleMessages(evaluate(ask(), [])), { firefox })
  t.strictSame(consoleMessages(evaluate(PUT, [])), { firefox })
  t.strictSame(consoleMessages(evaluate(imageRequest(PAGE, API), [])), {}, 'not of CORS')
})

t.test('too many redirects', async (t) => {
  const loop = evaluate({ origin: PAGE, url: '/' }, () => ({ status: 302, headers: { location: '' } }))
  t.strictSame(consoleMessages(loop), { webkit: 'Load cannot follow more than 20 redirections' })
})

t.test('no message if nothing failed or nothing was sent', async (t) => {
  t.strictSame(consoleMessages(evaluate(ask(), [allow()])), {})
  t.strictSame(consoleMessages(evaluate(ask({ method: 'TRACE' }), [])), {})
  t.strictSame(consoleMessages(evaluate(ask({ mode: 'same-origin' }), [])), {})
})
