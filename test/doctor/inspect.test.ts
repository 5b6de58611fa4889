import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Diagnosis } from '../../src/doctor/diagnosis.js'
import type { FindingCode } from '../../src/doctor/finding.js'
import { type InspectOptions, inspect, inspectWithTranscript } from '../../src/doctor/inspect/inspect.js'
import { reconstruct } from '../../src/doctor/inspect/reconstruct.js'
import { renderDiagnosis } from '../../src/doctor/render-diagnosis.js'
import { consoleMessages } from '../../src/explain/console-messages.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import { VERDICTS } from '../../src/text/doctor.js'
import { importsOfFile } from '../support/imports.js'

const APP = 'https://app.example.com'
const API = 'https://api.example.com/things'
const PAGE = { origin: APP, url: API }
const CHROMIUM = `Access to fetch at '${API}' from origin '${APP}' has been blocked by CORS policy: `
const PREFLIGHT = "Response to preflight request doesn't pass access control check: "
const FIREFOX = `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${API}. (Reason: `

/** A HAR file with these entries: method, URL, request headers, status, response headers, and more of the response. */
type Entry = [
  method: string,
  url: string,
  sent: Record<string, string>,
  status: number,
  received: Record<string, string>,
  more?: object,
]
const har = (...entries: Entry[]) =>
  JSON.stringify({
    log: {
      entries: entries.map(([method, url, sent, status, received, more]) => ({
        request: { method, url, headers: pairs(sent) },
        response: { status, statusText: '', httpVersion: 'h2', headers: pairs(received), content: {}, ...more },
      })),
    },
  })
const pairs = (fields: Record<string, string>) => Object.entries(fields).map(([name, value]) => ({ name, value }))
const ASKS = { origin: APP, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' }
const ALLOWS = {
  'access-control-allow-origin': APP,
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'content-type',
}
const SENT = { ':authority': 'api.example.com', origin: APP, 'content-type': 'application/json', 'user-agent': 'x' }

const CURL_VERBOSE = `*   Trying 127.0.0.1:443...
* SSL connection using TLSv1.3
> OPTIONS /things HTTP/2
> Host: api.example.com
> Origin: ${APP}
> Access-Control-Request-Method: PUT
>
< HTTP/2 403
< server: AmazonS3
< content-type: application/xml
<
<Error><Code>AccessForbidden</Code></Error>
CORSResponse: CORS is not enabled for this bucket.`

const rows: [name: string, text: string, options: InspectOptions, first: FindingCode | 'healthy', unknown: number][] = [
  // HAR
  ['HAR: right', har(['OPTIONS', API, ASKS, 204, ALLOWS], ['PUT', API, SENT, 200, ALLOWS]), {}, 'healthy', 1],
  [
    'HAR: another request before it',
    har(
      ['GET', `${API}/other`, SENT, 200, ALLOWS],
      ['PUT', API, SENT, 200, {}],
      ['GET', `${API}/last`, SENT, 200, ALLOWS],
    ),
    {},
    'allow-origin-missing',
    2,
  ],
  [
    'HAR: PUT is not listed',
    har(['OPTIONS', API, ASKS, 204, { ...ALLOWS, 'access-control-allow-methods': 'GET' }]),
    {},
    'method-not-covered',
    1,
  ],
  [
    'HAR: the header is not listed',
    har(['OPTIONS', API, ASKS, 204, { ...ALLOWS, 'access-control-allow-headers': 'x-id' }]),
    {},
    'header-not-covered',
    1,
  ],
  [
    'HAR: 405',
    har(['GET', `${APP}/`, {}, 200, {}], ['OPTIONS', API, ASKS, 405, {}]),
    {},
    'preflight-method-not-allowed',
    1,
  ],
  [
    'HAR: a 502 that looks like CORS',
    har(['GET', API, { origin: APP }, 502, { server: 'awselb/2.0' }]),
    {},
    'server-failing',
    1,
  ],
  [
    'HAR: no name',
    har(['GET', API, { origin: APP }, 0, {}, { _error: 'net::ERR_NAME_NOT_RESOLVED' }]),
    {},
    'dns-failed',
    1,
  ],
  ['HAR: the preflight is missing', har(['PUT', API, SENT, 200, {}]), {}, 'allow-origin-missing', 2],
  [
    'HAR: a redirect to a login',
    har(['GET', API, { origin: APP }, 302, { location: 'https://login.example.com/' }]),
    {},
    'login-redirect',
    1,
  ],
  [
    'HAR: led on to another origin',
    har(
      ['GET', API, { origin: APP }, 302, { ...ALLOWS, location: 'https://cdn.example.org/x' }],
      ['GET', 'https://cdn.example.org/x', { origin: 'null' }, 200, {}],
    ),
    {},
    'redirect-cross-origin',
    1,
  ],
  [
    'HAR: with cookies, and a star',
    har(['GET', API, { origin: APP, cookie: 'sid=S3CRET' }, 200, { 'access-control-allow-origin': '*' }]),
    {},
    'allow-origin-wildcard-credentials',
    1,
  ],
  // curl
  ['curl -v: the bucket has no CORS', CURL_VERBOSE, {}, 'origin-rejected', 1],
  [
    'curl -v: a name that is unknown',
    'curl: (6) Could not resolve host: api.example.com',
    { origin: APP },
    'dns-failed',
    1,
  ],
  [
    'curl -v: a certificate',
    '* Connected to api.example.com (10.0.0.1) port 443\n> GET / HTTP/1.1\n> Host: api.example.com\n>\ncurl: (60) SSL certificate problem: self-signed certificate',
    { origin: APP },
    'tls-untrusted',
    1,
  ],
  [
    'curl -v: 100 first',
    '* SSL connection\n> GET /things HTTP/1.1\n> Host: api.example.com\n> Origin: https://app.example.com\n>\n< HTTP/1.1 100 Continue\n<\n< HTTP/1.1 200 OK\n< Access-Control-Allow-Origin: https://app.example.com/\n<\n{}',
    {},
    'allow-origin-trailing-slash',
    1,
  ],
  [
    'curl -i',
    'HTTP/1.1 200 OK\r\nServer: nginx\r\nAccess-Control-Allow-Origin: *\r\nAccess-Control-Allow-Origin: https://app.example.com\r\n\r\n{}',
    PAGE,
    'allow-origin-doubled',
    1,
  ],
  ['curl -i, and nothing else', 'HTTP/1.1 200 OK\nContent-Type: text/plain\n\nhello', {}, 'allow-origin-missing', 3],
  // Copied headers
  [
    'raw request and response',
    `GET /things HTTP/1.1\nHost: api.example.com\nOrigin: ${APP}\n\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: "${APP}"\n`,
    {},
    'allow-origin-quoted',
    1,
  ],
  [
    'Chromium, with colons',
    `Request URL: ${API}\nRequest Method: OPTIONS\nStatus Code: 401 Unauthorized\nRemote Address: 1.2.3.4:443\nResponse Headers\nserver: nginx\nRequest Headers\norigin: ${APP}\naccess-control-request-method: PUT`,
    {},
    'preflight-unauthorized',
    1,
  ],
  [
    'Chromium, a line for each',
    `General\nRequest URL\n${API}\nRequest Method\nGET\nStatus Code\n200 OK\nResponse Headers (2)\nserver:\nKestrel\naccess-control-allow-origin:\nhttps://*.example.com\nRequest Headers\norigin:\n${APP}`,
    {},
    'allow-origin-pattern',
    1,
  ],
  [
    'response headers alone',
    'access-control-allow-origin: app.example.com\nserver: nginx',
    PAGE,
    'allow-origin-no-scheme',
    1,
  ],
  // Console messages
  [
    'Chromium: missing',
    `${CHROMIUM}No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    {},
    'allow-origin-missing',
    1,
  ],
  [
    'Chromium: many',
    `${CHROMIUM}The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed.`,
    {},
    'allow-origin-doubled',
    1,
  ],
  [
    'Chromium: a list',
    `${CHROMIUM}The 'Access-Control-Allow-Origin' header contains multiple values '${APP}, https://b.example', but only one is allowed.`,
    {},
    'allow-origin-list',
    1,
  ],
  [
    'Chromium: a pattern',
    `${CHROMIUM}The 'Access-Control-Allow-Origin' header contains the invalid value '*.example.com'.`,
    {},
    'allow-origin-pattern',
    1,
  ],
  [
    'Chromium: empty',
    `${CHROMIUM}The 'Access-Control-Allow-Origin' header contains the invalid value ''.`,
    {},
    'allow-origin-empty',
    1,
  ],
  [
    'Chromium: quoted',
    `${CHROMIUM}The 'Access-Control-Allow-Origin' header contains the invalid value '"${APP}"'.`,
    {},
    'allow-origin-quoted',
    1,
  ],
  [
    'Chromium: no scheme',
    `${CHROMIUM}The 'Access-Control-Allow-Origin' header contains the invalid value 'app.example.com'.`,
    {},
    'allow-origin-no-scheme',
    1,
  ],
  [
    'Chromium: a slash',
    `${CHROMIUM}The 'Access-Control-Allow-Origin' header has a value '${APP}/' that is not equal to the supplied origin.`,
    {},
    'allow-origin-trailing-slash',
    1,
  ],
  [
    'Chromium: null',
    `${CHROMIUM}The 'Access-Control-Allow-Origin' header has a value 'null' that is not equal to the supplied origin.`,
    {},
    'allow-origin-null',
    1,
  ],
  [
    'Chromium: a star with cookies',
    `${CHROMIUM}The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.`,
    {},
    'allow-origin-wildcard-credentials',
    1,
  ],
  [
    'Chromium: no credentials',
    `${CHROMIUM}The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.`,
    {},
    'allow-credentials-missing',
    1,
  ],
  [
    'Chromium: True',
    `${CHROMIUM}The value of the 'Access-Control-Allow-Credentials' header in the response is 'True' which must be 'true' when the request's credentials mode is 'include'.`,
    {},
    'allow-credentials-not-true',
    1,
  ],
  ['Chromium: not ok', `${CHROMIUM}${PREFLIGHT}It does not have HTTP ok status.`, {}, 'preflight-client-error', 1],
  [
    'Chromium: redirected',
    `${CHROMIUM}${PREFLIGHT}Redirect is not allowed for a preflight request.`,
    {},
    'preflight-redirect',
    1,
  ],
  [
    'Chromium: a header',
    `${CHROMIUM}Request header field x-api-key is not allowed by Access-Control-Allow-Headers in preflight response.`,
    {},
    'header-not-covered',
    1,
  ],
  [
    'Chromium: a method',
    `${CHROMIUM}Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.`,
    {},
    'method-not-covered',
    1,
  ],
  [
    'Chromium: methods that cannot be parsed',
    `${CHROMIUM}Cannot parse Access-Control-Allow-Methods response header field in preflight response.`,
    {},
    'allow-methods-invalid',
    1,
  ],
  [
    'Chromium: headers that cannot be parsed',
    `${CHROMIUM}Cannot parse Access-Control-Allow-Headers response header field in preflight response.`,
    {},
    'allow-headers-invalid',
    1,
  ],
  [
    'Chromium: local network',
    `${CHROMIUM}Permission was denied for this request to access the \`loopback\` address space.`,
    {},
    'local-network-access',
    1,
  ],
  [
    'Chromium: mixed content',
    `Mixed Content: The page at '${APP}/' was loaded over HTTPS, but requested an insecure resource 'http://api.example.com/things'. This request has been blocked; the content must be served over HTTPS.`,
    {},
    'mixed-content',
    1,
  ],
  ['Chromium: refused', `GET ${API} net::ERR_CONNECTION_REFUSED`, { origin: APP }, 'connection-refused', 1],
  ['Chromium: a loop', `GET ${API} net::ERR_TOO_MANY_REDIRECTS`, { origin: APP }, 'redirect-loop', 1],
  [
    'Chromium: CORP',
    `GET ${API} net::ERR_BLOCKED_BY_RESPONSE.NotSameSite 200 (OK)`,
    { origin: APP },
    'resource-policy',
    1,
  ],
  [
    'Firefox: missing',
    `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.`,
    { origin: APP },
    'allow-origin-missing',
    1,
  ],
  [
    'Firefox: a preflight with 404',
    `${FIREFOX}CORS preflight response did not succeed). Status code: 404.`,
    { origin: APP },
    'preflight-not-found',
    1,
  ],
  [
    'Firefox: a preflight with 403',
    `${FIREFOX}CORS preflight response did not succeed). Status code: 403.`,
    { origin: APP },
    'preflight-forbidden',
    1,
  ],
  [
    'Firefox: a preflight with 502',
    `${FIREFOX}CORS preflight response did not succeed). Status code: 502.`,
    { origin: APP },
    'preflight-server-error',
    1,
  ],
  [
    'Firefox: another origin',
    `${FIREFOX}CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://b.example.com’).`,
    { origin: APP },
    'allow-origin-other',
    1,
  ],
  [
    'Firefox: doubled',
    `${FIREFOX}Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).`,
    { origin: APP },
    'allow-origin-doubled',
    1,
  ],
  [
    'Firefox: credentials',
    `${FIREFOX}expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).`,
    { origin: APP },
    'allow-credentials-missing',
    1,
  ],
  [
    'Firefox: the method',
    `${FIREFOX}Did not find method in CORS header ‘Access-Control-Allow-Methods’).`,
    { origin: APP },
    'method-not-covered',
    1,
  ],
  [
    'Firefox: a token',
    `${FIREFOX}header ‘authorization’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`,
    { origin: APP },
    'authorization-not-covered',
    1,
  ],
  [
    'Safari: missing',
    `Origin ${APP} is not allowed by Access-Control-Allow-Origin. Status code: 200\nFetch API cannot load ${API} due to access control checks.`,
    {},
    'allow-origin-missing',
    1,
  ],
  [
    'Safari: the preflight',
    `Preflight response is not successful. Status code: 405\nFetch API cannot load ${API} due to access control checks.`,
    { origin: APP },
    'preflight-method-not-allowed',
    1,
  ],
  [
    'Safari, and no page',
    'Request header field X-Id is not allowed by Access-Control-Allow-Headers.',
    {},
    'header-not-covered',
    3,
  ],
  [
    'HAR: led on, among other entries',
    har(
      ['GET', API, { origin: APP }, 302, { ...ALLOWS, location: '/x' }],
      ['GET', `${APP}/style.css`, {}, 200, {}],
      ['GET', 'https://api.example.com/x', { origin: APP }, 200, ALLOWS],
    ),
    {},
    'healthy',
    1,
  ],
  [
    'HAR: a redirect to no URL',
    har(['GET', API, { origin: APP }, 302, { ...ALLOWS, location: 'http://' }]),
    {},
    'redirect-refused',
    1,
  ],
  [
    'HAR: headers that tracing adds',
    har([
      'OPTIONS',
      API,
      { ...ASKS, 'access-control-request-headers': 'sentry-trace' },
      204,
      { ...ALLOWS, 'access-control-allow-headers': '' },
    ]),
    {},
    'header-not-covered',
    1,
  ],
  [
    'HAR: a body that says so',
    har(['OPTIONS', API, ASKS, 403, {}, { content: { text: 'CORS is not enabled for this bucket' } }]),
    {},
    'origin-rejected',
    1,
  ],
  [
    'HAR: closed',
    har(['GET', API, { origin: APP }, 0, {}, { _error: 'net::ERR_EMPTY_RESPONSE' }]),
    {},
    'connection-failed',
    1,
  ],
  [
    'curl -v: over http, by a proxy',
    '> GET http://api.example.com/ HTTP/1.1\n> Origin: http://app.example.com\n>\n< HTTP/1.1 200 OK\n<',
    {},
    'allow-origin-missing',
    1,
  ],
  [
    'curl -v: no host',
    '> GET / HTTP/1.1\n> Origin: http://app.example.com\n>\n< HTTP/1.1 200 OK\n<',
    {},
    'allow-origin-missing',
    1,
  ],
  [
    'curl -v: a port',
    'curl: (7) Failed to connect to api.example.com port 8443 after 1 ms',
    { origin: APP },
    'connection-refused',
    1,
  ],
  ['curl -v: no host in the error', 'curl: (28) Operation timed out', { origin: APP }, 'timeout', 2],
  [
    'Chromium, no status',
    `Request URL: ${API}\nResponse Headers\nserver: nginx\nRequest Headers\norigin: ${APP}`,
    {},
    'allow-origin-missing',
    1,
  ],
  [
    'Chromium: CORP of the origin',
    `GET ${API} net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin 200 (OK)`,
    { origin: APP },
    'resource-policy',
    1,
  ],
  [
    'Chromium: a URL that cannot be read',
    'GET http://[x net::ERR_CONNECTION_REFUSED',
    { origin: APP },
    'connection-refused',
    1,
  ],
  [
    'Firefox: a preflight with 401',
    `${FIREFOX}CORS preflight response did not succeed). Status code: 401.`,
    { origin: APP },
    'preflight-unauthorized',
    1,
  ],
  [
    'Firefox: a preflight with 407',
    `${FIREFOX}CORS preflight response did not succeed). Status code: 407.`,
    { origin: APP },
    'preflight-unauthorized',
    1,
  ],
  [
    'Firefox: a preflight with 501',
    `${FIREFOX}CORS preflight response did not succeed). Status code: 501.`,
    { origin: APP },
    'preflight-method-not-allowed',
    1,
  ],
]

for (const [name, text, options, first, unknown] of rows) {
  t.test(name, async (t) => {
    const diagnosis = inspect(text, options)
    t.equal(
      diagnosis.healthy ? 'healthy' : diagnosis.findings[0]?.code,
      first,
      diagnosis.findings.map(({ code }) => code).join(),
    )
    t.equal(diagnosis.unknown.length, unknown, diagnosis.unknown.map(({ code }) => code).join())
    t.equal(diagnosis.reached, true)
    t.notMatch(JSON.stringify(diagnosis), 'S3CRET')
    for (const { title, fix, evidence } of diagnosis.findings) t.ok(title && fix && evidence.length > 0)
  })

  t.test(`${name}: a transcript of it says the same`, async (t) => {
    const { diagnosis, transcript } = inspectWithTranscript(text, options)
    const shared = transcript('bodies')
    t.notMatch(shared, 'S3CRET')
    const again = inspect(shared)
    const codes = ({ findings, unknown }: Diagnosis) => [
      findings.map(({ code }) => code),
      // What was passed along has no place in what curl prints if that was another request, or none.
      unknown.map(({ code }) => code).filter((code) => !/url|origin/.test(code)),
    ]
    t.strictSame(codes(again), codes(diagnosis))
    t.equal(again.evaluation.outcome, diagnosis.evaluation.outcome)
  })
}

t.test('reads what the model writes', async (t) => {
  const cases: [name: string, headers: Record<string, string> | undefined, credentials: boolean, preflight: boolean][] =
    [
      ['missing', {}, false, false],
      ['a star', { 'access-control-allow-origin': '*' }, true, false],
      ['another', { 'access-control-allow-origin': 'https://b.example.com' }, false, false],
      ['a list', { 'access-control-allow-origin': `${APP}, https://b.example.com` }, false, false],
      ['no credentials', { 'access-control-allow-origin': APP }, true, false],
      ['no method', { 'access-control-allow-origin': APP }, false, true],
      ['no header', { 'access-control-allow-origin': APP, 'access-control-allow-methods': 'PUT' }, false, true],
    ]
  for (const [name, headers, credentials, preflight] of cases) {
    const request = {
      ...PAGE,
      credentials: credentials ? 'include' : 'same-origin',
      ...(preflight && { method: 'PUT', headers: { 'x-id': '1' } }),
    } as const
    const evaluation = evaluate(request, [{ status: 200, headers }])
    const codes = Object.values(consoleMessages(evaluation)).map((line) => inspect(line, PAGE).findings[0]?.code)
    t.equal(codes.length, 3, name)
    t.ok(
      codes.every((code) => code !== undefined),
      `${name}: ${codes.join()}`,
    )
  }
})

t.test('texts of other kinds', async (t) => {
  for (const text of [
    'hello',
    '{}',
    '{"log":{}}',
    '{"log":{"entries":[]}}',
    '{',
    'GET / HTTP/1.1',
    'origin: https://a.example',
    'origin: https://a.example\nvary: x',
  ]) {
    t.throws(() => inspect(text), { name: 'DoctorError', code: 'record-unreadable' }, text)
  }
  t.throws(() => inspect('HTTP/1.1 200 OK', { origin: 'app' }), { code: 'origin-invalid' })
  for (const entry of [
    null,
    1,
    {},
    { request: null },
    { request: { headers: [null, { name: 1 }] }, response: { status: 'x' } },
  ]) {
    t.ok(inspect(JSON.stringify({ log: { entries: [entry] } })).unknown.length > 0)
  }
})

t.test('runs in a browser: it imports no built-in of Node', async (t) => {
  const src = fileURLToPath(new URL('../../src/', import.meta.url))
  const seen = new Set<string>()
  const builtins: string[] = []
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { specifier, typeOnly } of importsOfFile(file)) {
      if (typeOnly) continue
      if (isBuiltin(specifier)) builtins.push(`${file} imports ${specifier}`)
      if (specifier.startsWith('.')) visit(join(dirname(file), specifier).replace(/\.js$/, '.ts'))
    }
  }
  visit(join(src, 'doctor/inspect/inspect.ts'))
  t.strictSame(builtins, [])
  t.ok(seen.size > 10 && [...seen].every((file) => readFileSync(file, 'utf8').length > 0))
})

t.test('a message whose meaning was in what is hidden has no transcript', async (t) => {
  const { transcript, diagnosis } = inspectWithTranscript(
    `${CHROMIUM}It contains the invalid value 'a*S3CRETabcdefghijklmnop'`,
    {},
  )
  t.equal(diagnosis.findings[0]?.code, 'allow-origin-pattern')
  t.equal(transcript('headers'), '')
})

t.test('a URL that is none is not known', async (t) => {
  for (const url of ['things', '/things', '//', '', 'http://', '<hidden>', 'https://[hidden]/']) {
    const { unknown } = inspect(har(['GET', url, { origin: APP }, 200, {}]))
    t.equal(unknown[0]?.code, 'url', url)
    t.match(inspect(har(['GET', url, { origin: APP }, 200, {}]), PAGE), { url: API, unknown: [{ code: 'others' }] })
  }
  t.equal(inspect('> GET / HTTP/1.1\n> Host: <hidden>\n>\n< HTTP/1.1 200 OK\n<').unknown[0]?.code, 'url')
})

t.test('names what is missing in a record', async (t) => {
  const passed = inspect(har(['OPTIONS', API, ASKS, 204, ALLOWS]))
  t.match(passed, { healthy: false, findings: [], unknown: [{ code: 'actual' }, { code: 'others' }] })
  const sent = inspect('> GET / HTTP/1.1\n> Host: a.example\n> Origin: http://b.example\n>')
  t.match(sent, { healthy: false, findings: [] })
  const { facts, unknown } = reconstruct([], { origin: undefined, url: undefined, credentials: undefined })
  t.strictSame([facts.exchanges, unknown], [[], ['url', 'origin', 'actual']])
  const headers = [{ name: 'x' }]
  const entry = { request: { method: 'GET', url: API, headers }, response: { status: 200, headers } }
  const plain = inspect(JSON.stringify({ log: { entries: [entry] } }), { origin: APP })
  t.match(plain, {
    healthy: false,
    findings: [],
    unknown: [{ code: 'request-origin' }, { code: 'preflight' }, { code: 'others' }],
  })
  t.match(renderDiagnosis(plain), VERDICTS.unclear())
})

// What takes quadratic time here runs into the timeout of the test.
t.test('a long record of curl is read', async (t) => {
  t.ok(inspect('> GET / HTTP/1.1\n'.repeat(20_000)))
})

t.test('records and texts that are made to take long', async (t) => {
  const headers = Array.from({ length: 20_000 }, (_, i) => ({ name: `x${i}`, value: `secret-value-${i}` }))
  const request = {
    method: 'PUT',
    url: 'https://api.test/',
    headers: [{ name: 'origin', value: 'https://a.test' }, ...headers],
  }
  const entries = [{ request, response: { status: 200, headers: [] } }]
  t.ok(inspect(JSON.stringify({ log: { entries } })))
  t.throws(() => inspect("has a value '".repeat(150_000)))
})
