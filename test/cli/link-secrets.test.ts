import t from 'tap'
import { explainStates } from '../../src/cli/explain-link.js'
import { pasteLink } from '../../src/cli/paste-link.js'
import { linkTo } from '../../src/cli/playground-link.js'
import { diagnoseWithTranscript } from '../../src/doctor/diagnose.js'
import { inspectWithTranscript } from '../../src/doctor/inspect/inspect.js'
import type { TransportResponse } from '../../src/doctor/transport.js'
import type { ExplainRequest } from '../../src/explain/explain.js'
import { shareablePaste } from '../../src/playground/share.js'
import { follow } from './links.js'

t.setTimeout(300_000)

/** Whatever place it is put into, no link has it. */
const SECRET = 'S3CRET'
/** In a path or in text, a secret is told from words by what it looks like. */
const LONG = 'S3CRETabcdefghij0123456789'
const APP = 'https://app.example.com'
const API = 'https://api.example.com/things'

const HEADER_NAMES = [
  ...['Authorization', 'Proxy-Authorization', 'Cookie', 'X-Api-Key', 'apikey', 'X-CSRF-Token', 'X-Any', 'X-Amz-Date'],
  ...[
    'Accept',
    'Accept-Language',
    'Content-Language',
    'Content-Type',
    'Range',
    'Referer',
    'User-Agent',
    'If-None-Match',
  ],
  ...[
    'X-HTTP-Method-Override',
    'Sec-WebSocket-Protocol',
    'Forwarded',
    'X-Forwarded-For',
    'traceparent',
    'Origin-Token',
  ],
]
const RESPONSE_NAMES = [
  ...['WWW-Authenticate', 'Link', 'ETag', 'Last-Modified', 'Content-Disposition', 'Content-Security-Policy', 'Refresh'],
  ...['X-Auth-Token', 'X-Request-Id', 'Authentication-Info', 'Report-To', 'NEL', 'X-Amz-Security-Token', 'Content-MD5'],
]
const COOKIES = [
  `id=${SECRET}`,
  `id=${SECRET}; Path=/`,
  `id=1; Path=/${SECRET}; Domain=${SECRET}; Comment=${SECRET}`,
  SECRET,
  `=${SECRET}`,
  `;${SECRET}`,
  `id=1; SameSite=${SECRET}`,
]
const URLS = [
  `${API}?token=${SECRET}`,
  `${API}?${SECRET}`,
  `${API}?a=1&b=${SECRET}&c`,
  `${API}?a;b=${SECRET}`,
  `${API}#${SECRET}`,
  `${API}#a=1&access_token=${SECRET}`,
  `https://${SECRET}@api.example.com/things`,
  `https://me:${SECRET}@api.example.com/things`,
  `https:\\\\me:${SECRET}@api.example.com/things`,
  `https:me:${SECRET}@api.example.com/things`,
  `https://api.example.com/${LONG}/things`,
  `https://api.example.com/things/${LONG}`,
  `https://api.example.com/things;sid=${LONG}`,
  `https://api.example.com/%20${LONG}`,
  `https://api.example.com/a;jsessionid=${SECRET}`,
  `https://api.example.com/reset/${SECRET}`,
  `https://api.example.com/a%3Ftoken%3D${SECRET}`,
]
/** Where a redirect leads: also relative. */
const LOCATIONS = [...URLS, `//me:${SECRET}@api.example.com/`, `/login?next=${SECRET}`, `?${SECRET}`, `#${SECRET}`]

/** @returns whether there was a link */
function check(t: Tap, name: string, link: string | null | undefined): boolean {
  if (typeof link !== 'string') return false
  const shown = JSON.stringify(follow(link))
  t.notOk(/S3CRET/i.test(link + shown + decodeURIComponent(link)), `${name}: ${shown.slice(0, 3000)}`)
  return true
}

interface Tap {
  notOk(value: unknown, message: string): unknown
}

t.test('explain', async (t) => {
  const base: ExplainRequest = { origin: APP, url: API, method: 'PUT' }
  const requests: ExplainRequest[] = [
    ...URLS.map((url) => ({ ...base, url })),
    ...LOCATIONS.map((url) => ({ ...base, url })),
    ...HEADER_NAMES.flatMap((name) => [
      { ...base, headers: { [name]: SECRET } },
      { ...base, headers: [[name, `text/plain; a=${SECRET}`] as const, [name, `bytes=${SECRET}`] as const] },
    ]),
    { ...base, url: `data:text/plain,${SECRET}` },
    { ...base, headers: { 'content-type': `application/${SECRET}+json` } },
    { ...base, origin: `https://me:${SECRET}@app.example.com/a?b=${SECRET}#${SECRET}` },
    { ...base, response: { headers: { 'set-cookie': SECRET } } },
  ]
  for (const request of requests) {
    t.ok(check(t, JSON.stringify(request), linkTo(explainStates({ origins: [APP] }, request))))
  }
})

const ASKED = { method: 'OPTIONS', url: API, headers: { origin: APP, 'access-control-request-method': 'PUT' } }

/** HAR files, each with a secret in one place. */
function hars(): [name: string, text: string][] {
  const pairs = (fields: object) => Object.entries(fields).map(([name, value]) => ({ name, value }))
  const har = (request: object, response: object, more: object = {}, others: object[] = []) => {
    const { url = API, headers = {}, ...rest } = request as { url?: string; headers?: object }
    const { status = 200, headers: received = {}, ...body } = response as { status?: number; headers?: object }
    const entries = [
      { request: { ...ASKED, headers: pairs(ASKED.headers) }, response: { status: 204, headers: pairs(received) } },
      {
        request: { method: 'PUT', url, headers: pairs({ origin: APP, ...headers }), ...rest },
        response: { status, headers: pairs(received), ...body },
        ...more,
      },
      ...others,
    ]
    return JSON.stringify({ log: { creator: { name: SECRET }, pages: [{ title: SECRET }], entries } })
  }
  return [
    // A script cannot ask for a URL with a password, and so `inspect` has no report of it.
    ...URLS.filter((url) => !url.includes('@')).map((url): [string, string] => [`HAR ${url}`, har({ url }, {})]),
    ...HEADER_NAMES.map((name): [string, string] => [`HAR ${name}`, har({ headers: { [name]: SECRET } }, {})]),
    ...HEADER_NAMES.map((name): [string, string] => [
      `HAR ${name}, 2`,
      har({ headers: { [name]: `a, ${SECRET}=(` } }, {}),
    ]),
    ...RESPONSE_NAMES.map((name): [string, string] => [`HAR ${name}`, har({}, { headers: { [name]: SECRET } })]),
    ...COOKIES.map((cookie): [string, string] => [`HAR ${cookie}`, har({}, { headers: { 'Set-Cookie': cookie } })]),
    ...LOCATIONS.map((location): [string, string] => [
      `HAR Location ${location}`,
      har({}, { status: 302, headers: { Location: location } }),
    ]),
    ['HAR WWW-Authenticate', har({}, { status: 401, headers: { 'WWW-Authenticate': `Negotiate ${SECRET}` } })],
    ['HAR postData', har({ postData: { text: SECRET, params: [{ value: SECRET }] } }, {})],
    [
      'HAR lists',
      har({ cookies: [{ value: SECRET }], queryString: [{ value: SECRET }] }, { cookies: [{ value: SECRET }] }),
    ],
    ['HAR body', har({}, { content: { text: SECRET } })],
    ['HAR status text', har({}, { statusText: SECRET, redirectURL: SECRET })],
    ['HAR other fields', har({}, { _error: SECRET }, { comment: SECRET, _initiator: { url: SECRET } })],
    ['HAR error', har({}, { status: 0, _error: `net::ERR_NAME_NOT_RESOLVED ${SECRET}` })],
    ['HAR 500', har({}, { status: 500, headers: { 'content-type': 'text/plain' }, content: { text: `no ${LONG}` } })],
    ['HAR 403', har({}, { status: 403, content: { text: `<p>token: ${SECRET}</p><p>{"password":"${SECRET}"}` } })],
    [
      'HAR debug page',
      har(
        {},
        {
          status: 500,
          content: { text: `<th>HTTP_COOKIE</th><td>a=${SECRET}; b=${SECRET}</td> csrf_token=${SECRET}` },
        },
      ),
    ],
    ['HAR bearer', har({}, { status: 403, content: { text: `Bearer ${SECRET} is not allowed` } })],
    [
      'HAR other entries',
      har({}, {}, {}, [
        { request: { method: 'GET', url: `${APP}/?${SECRET}`, headers: [] }, response: { status: 200 } },
      ]),
    ],
  ]
}

/** What `curl -v`, `curl -i`, the network panel and consoles print. */
function texts(): [name: string, text: string][] {
  const curl = (sent: string, received: string, more = '', target = '/things') =>
    `* Server auth using Basic with user '${SECRET}'\n* SSL connection\n> PUT ${target} HTTP/1.1\n> Host: api.example.com\n> Origin: ${APP}\n${sent}>\n* upload ${SECRET}\n< HTTP/1.1 500 ${SECRET}\n${received}<\n{ [5 bytes data]\n${more}\n* Connection #0 to host ${SECRET} left intact`
  const denied = `Access to fetch at '${API}' from origin '${APP}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`
  return [
    ['curl target', curl('', '', '', `/things?a=${SECRET}`)],
    ...HEADER_NAMES.map((name): [string, string] => [`curl ${name}`, curl(`> ${name}: ${SECRET}\n`, '')]),
    ...RESPONSE_NAMES.map((name): [string, string] => [`curl ${name}`, curl('', `< ${name}: ${SECRET}\n`)]),
    ['curl body', curl('', '< Content-Type: text/html\n', `<p>${LONG}`)],
    ['curl -i', `HTTP/1.1 200 ${SECRET}\nSet-Cookie: a=${SECRET}\nX-Any: ${SECRET}\n\n${SECRET}`],
    [
      'raw',
      `GET /?${SECRET} HTTP/1.1\nHost: api.example.com\nCookie: ${SECRET}\n\nHTTP/1.1 200 OK\nX-Any: ${SECRET}\n\n`,
    ],
    [
      'panel',
      `Request URL: ${API}?a=${SECRET}\nStatus Code: 200\nResponse Headers\nx-any: ${SECRET}\nRequest Headers\ncookie: ${SECRET}`,
    ],
    ['bare headers', `content-type: text/plain\nvary: Origin\nset-cookie: ${SECRET}\nx-any: ${SECRET}`],
    ['console', `${SECRET}\n${denied}\napp.js:1 token ${SECRET}`],
    ['console URL', denied.replace(API, `${API}?a=${SECRET}&b`)],
    ['console path', denied.replace(API, `${API}/${LONG}`)],
    ['console stack', `${denied}\n    at login (${APP}/main.js?${SECRET}:1:2)`],
  ]
}

t.test('inspect', async (t) => {
  const rows = [...hars(), ...texts()]
  for (const [name, text] of rows) {
    for (const options of [{}, { origin: `https://me:${SECRET}@app.example.com/?a`, url: `${API}?${SECRET}` }]) {
      const examined = inspectWithTranscript(text, options)
      for (const detail of ['headers', 'bodies', 'cors'] as const) {
        t.notOk(/S3CRET/i.test(examined.transcript(detail)), `${name}: ${examined.transcript(detail)}`)
      }
      t.ok(check(t, name, pasteLink(examined).link), name)
    }
    const shared = shareablePaste(text)
    t.notOk(shared === '' || /S3CRET/i.test(shared), `in the page: ${name}`)
    t.equal(shareablePaste(shared), shared, `${name}: the page leaves it as it is`)
  }
})

t.test('doctor', async (t) => {
  const respond = (headers: TransportResponse['headers'], status = 500) => ({
    status,
    statusText: SECRET,
    httpVersion: '1.1',
    headers: [...headers, ['Content-Type', 'text/plain'] as const],
    bodyBytes: 9,
    bodyStart: `you sent ${SECRET}, ${LONG}`,
  })
  const passed = Object.fromEntries(
    HEADER_NAMES.filter((name) => !/cookie|referer|user-agent/i.test(name)).map((name) => [name, SECRET]),
  )
  const answers: TransportResponse[] = [
    ...COOKIES.map((cookie) => respond([['Set-Cookie', cookie]])),
    ...RESPONSE_NAMES.map((name) => respond([[name, SECRET]])),
    ...LOCATIONS.map((location) => respond([['Location', location]], 302)),
    respond([['Server', `nginx ${SECRET}`]], 200),
  ]
  for (const url of URLS.filter((each) => !each.includes('@'))) {
    for (const answer of url === URLS[0] ? answers : answers.slice(0, 2)) {
      const examined = await diagnoseWithTranscript(url, {
        origin: APP,
        method: 'PUT',
        headers: passed,
        cookie: `sid=${SECRET}`,
        transport: async () => answer,
        resolve: async () => ['203.0.113.1'],
      })
      for (const detail of ['headers', 'bodies', 'cors'] as const) {
        t.notOk(/S3CRET/i.test(examined.transcript(detail)), `${url}: ${examined.transcript(detail)}`)
      }
      t.ok(check(t, url, pasteLink(examined).link), url)
    }
  }
})
