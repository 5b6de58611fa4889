import t, { type Test } from 'tap'
import type { Diagnosis } from '../../src/doctor/diagnosis.js'
import type { FindingCode } from '../../src/doctor/finding.js'
import { cleanLines } from '../../src/doctor/inspect/clean.js'
import { parseCommands } from '../../src/doctor/inspect/command.js'
import { type InspectOptions, inspect } from '../../src/doctor/inspect/inspect.js'

/*
 * The shapes of what people copy, one by one: commands, schemes, heads, the network panel, and the messages of Firefox in
 * its languages. What people really pasted is in pastes.test.ts.
 */

const APP = 'https://app.example.com'
const API = 'https://api.example.com/things'

type Row = [name: string, text: string, first: FindingCode | 'healthy' | 'unclear', more?: Partial<Diagnosis>]

function check(t: Test, [name, text, first, more = {}]: Row, options: InspectOptions = {}) {
  const diagnosis = inspect(text, options)
  const [found] = diagnosis.findings
  t.equal(diagnosis.healthy ? 'healthy' : (found?.code ?? 'unclear'), first, name)
  t.match(diagnosis, more, name)
}

t.test('commands', async (t) => {
  const rows: [command: string, method: string, url: string, headers: Record<string, string>][] = [
    ['curl https://a.example/x', 'GET', 'https://a.example/x', {}],
    ['curl -XPUT localhost:8080/x', 'PUT', 'http://localhost:8080/x', {}],
    ['curl --request DELETE "https://a.example/x"', 'DELETE', 'https://a.example/x', {}],
    ['curl -sI a.example', 'HEAD', 'http://a.example/', {}],
    ['curl --head https://a.example', 'HEAD', 'https://a.example/', {}],
    ['curl https://a.example --data-raw \'{"a": 1}\'', 'POST', 'https://a.example/', {}],
    ['curl -d a=1 -o out.html -A agent https://a.example', 'POST', 'https://a.example/', {}],
    [
      "curl -H $'Origin: https://b.example' https://a.example",
      'GET',
      'https://a.example/',
      { Origin: 'https://b.example' },
    ],
    ['curl -b sid=1 -H broken https://a.example', 'GET', 'https://a.example/', { Cookie: 'sid=1' }],
    [
      'curl.exe "https://a.example/x" ^\n  -H ^"Origin: https://b.example^" ^\n  --compressed',
      'GET',
      'https://a.example/x',
      { Origin: 'https://b.example' },
    ],
    [
      "$ curl 'https://a.example/x' \\\n  -X 'OPTIONS' \\\n  -H 'Access-Control-Request-Method: PUT'",
      'OPTIONS',
      'https://a.example/x',
      { 'Access-Control-Request-Method': 'PUT' },
    ],
    [
      'http -v PATCH a.example/x Origin:https://b.example name=1',
      'PATCH',
      'http://a.example/x',
      { Origin: 'https://b.example' },
    ],
    ['--2017-03-01 10:00:00--  https://a.example/x', 'GET', 'https://a.example/x', {}],
  ]
  for (const [command, method, url, headers] of rows) {
    const [found] = parseCommands(command.split('\n'))
    t.strictSame(
      [found?.request.method, found?.request.url, Object.fromEntries(found?.request.requestHeaders ?? [])],
      [method, url, { ...headers, Host: new URL(url).host }],
      command,
    )
  }
  for (const words of ['curl', 'I ran curl and got nothing', 'curl https://[x', 'the http headers are']) {
    t.strictSame(parseCommands([words]), [], words)
  }
  t.equal(parseCommands(['curl https://a.example', '', 'curl https://b.example']).length, 2)
})

t.test('the scheme of what curl -v prints', async (t) => {
  const sent = (host = 'api.example.com') =>
    `> GET / HTTP/1.1\n> Host: ${host}\n> Origin: ${APP}\n>\n< HTTP/1.1 200 OK\n<`
  const rows: [name: string, text: string, url: string][] = [
    ['nothing says it', sent(), 'https://api.example.com/'],
    ['the command', `curl -v http://api.example.com\n${sent()}`, 'http://api.example.com/'],
    [
      'the command has https',
      `curl -v https://api.example.com\n* Connected to x port 80\n${sent()}`,
      'https://api.example.com/',
    ],
    ['the command is of another host', `curl -v http://b.example\n${sent()}`, 'https://api.example.com/'],
    ['the command comes later', `${sent()}\ncurl -v http://api.example.com`, 'https://api.example.com/'],
    [
      'connected, and no TLS',
      `* Connected to api.example.com (10.0.0.1) port 8080\n${sent()}`,
      'http://api.example.com/',
    ],
    ['a certificate', `*  SSL certificate verify ok.\n${sent()}`, 'https://api.example.com/'],
    ['the port', `* Connected to api.example.com (10.0.0.1) port 443 (#0)\n${sent()}`, 'https://api.example.com/'],
    ['HTTP/2', sent().replace('HTTP/1.1', 'HTTP/2'), 'https://api.example.com/'],
    [
      'a port in a header is no sign',
      `* Trying 10.0.0.1...\n${sent().replace(/<$/, '< Link: <https://x:443/>\n<')}`,
      'http://api.example.com/',
    ],
    [
      'a redirect to https',
      `> GET / HTTP/1.1\n> Host: api.example.com\n>\n< HTTP/1.1 301 Moved\n< Location: https://api.example.com/\n<`,
      'http://api.example.com/',
    ],
    [
      "the page's own host",
      `> GET / HTTP/1.1\n> Host: a.example:3000\n> Origin: http://a.example:3000\n>\n< HTTP/1.1 200 OK\n<`,
      'http://a.example:3000/',
    ],
    [
      'a connection that is used again',
      `* Connected to api.example.com (10.0.0.1) port 8080\n${sent()}\n${sent()}`,
      'http://api.example.com/',
    ],
  ]
  for (const [name, text, url] of rows) {
    const diagnosis = inspect(text)
    t.equal(diagnosis.url, url, name)
    if (url.startsWith('https')) {
      t.notOk(
        diagnosis.findings.some(({ code }) => code === 'mixed-content'),
        `${name}: nothing follows from a guess`,
      )
    }
  }
  t.match(inspect(`curl -v http://a.example/x -H 'Origin: ${APP}'\ncurl: (7) Failed to connect to a.example port 80`), {
    url: 'http://a.example/x',
    origin: APP,
    findings: [{ code: 'connection-refused' }],
  })
})

t.test('nothing follows from a page that is not known', async (t) => {
  const rows: Row[] = [
    ['no mixed content', 'curl -i http://api.example.com/\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *', 'healthy'],
    ['no other origin', 'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://app.example.com', 'unclear'],
    [
      'but a slash is one too many',
      'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://app.example.com/',
      'allow-origin-trailing-slash',
    ],
    ['no network', 'curl -i http://192.168.0.1/\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *', 'healthy'],
    ['no Origin was sent', 'curl -i https://api.example.com/\nHTTP/1.1 200 OK\nServer: x', 'unclear'],
  ]
  for (const row of rows) if (row[2] !== 'allow-origin-trailing-slash') check(t, row)
  const { findings } = inspect('curl -i http://127.0.0.1/\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *')
  t.strictSame(findings, [])
})

t.test('heads', async (t) => {
  const response = 'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *'
  const request = `GET /things HTTP/1.1\nHost: api.example.com\nOrigin: ${APP}`
  const rows: Row[] = [
    ['the request below', `${response}\n\n${request}`, 'healthy', { url: API, origin: APP }],
    ['103 first', `HTTP/1.1 103 Early Hints\nLink: </x>\n\n${response}`, 'healthy'],
    [
      'led on',
      `curl -iL -H 'Origin: ${APP}' ${API}\nHTTP/1.1 302 Found\nLocation: /login\nAccess-Control-Allow-Origin: *\n\n${response}`,
      'healthy',
      { url: API },
    ],
    ['led nowhere', `curl -i -H 'Origin: ${APP}' ${API}\nHTTP/1.1 302 Found\n\n${response}`, 'unclear'],
    ['an absolute target', `GET ${API} HTTP/1.1\nOrigin: ${APP}\n\n${response}`, 'healthy', { url: API }],
    ['no host', `GET /x HTTP/1.1\nOrigin: ${APP}\n\n${response}`, 'healthy', { origin: APP }],
    [
      'a label',
      `Request URL: http://api.example.com/things\n${request.replace('https', 'http')}\n\n${response}`,
      'healthy',
      { url: 'http://api.example.com/things' },
    ],
    ['two, and one more without an answer', `${request}\n\n${response}\n\n${request}`, 'healthy'],
    [
      'PowerShell',
      `RawContent : HTTP/1.1 200 OK\n             Access-Control-Allow-Origin: *\n             Content-Type: text/plain`,
      'healthy',
    ],
    ['only a request', request, 'unclear', { url: API, origin: APP }],
  ]
  for (const row of rows) check(t, row)
})

t.test('the network panel', async (t) => {
  const rows: Row[] = [
    ['only what is general', `Request URL: ${API}\nRequest Method: GET\nStatus Code: 200 OK`, 'unclear', { url: API }],
    [
      'a status that tells',
      `Request URL: ${API}\nRequest Method: OPTIONS\nStatus Code: 404 Not Found`,
      'preflight-not-found',
      { url: API },
    ],
    [
      'headers below no heading',
      `Request URL: ${API}\nStatus Code: 200\nAccess-Control-Allow-Origin: *`,
      'healthy',
      { url: API },
    ],
    [
      'those are of the request',
      `Request URL: ${API}\nStatus Code: 200\nOrigin: ${APP}\nHost: api.example.com`,
      'unclear',
      { url: API },
    ],
    [
      'of HTTP/2',
      `:authority: api.example.com\n:method: PUT\norigin: ${APP}\nuser-agent: x`,
      'unclear',
      { url: 'https://api.example.com/', method: 'PUT' },
    ],
    ['only those of the request', `Request URL: ${API}\nStatus Code: 200\nRequest Headers\nOrigin: ${APP}`, 'unclear'],
    [
      'headers of a request',
      `Host: api.example.com\nOrigin: ${APP}\nAccess-Control-Request-Method: PUT`,
      'unclear',
      { origin: APP, method: 'PUT' },
    ],
    [
      'below their heading',
      `Request URL: ${API}\nRequest Headers\nOrigin: ${APP}`,
      'unclear',
      { url: API, origin: APP },
    ],
    ['words with a colon first', `Note: see below\n\nlook\naccess-control-allow-origin: *\nserver: x`, 'healthy'],
  ]
  for (const row of rows) check(t, row)
})

t.test('an archive with more than requests of http', async (t) => {
  const entry = (url: string, status: number) => ({
    request: { method: 'GET', url, headers: [{ name: 'Origin', value: APP }] },
    response: { status, headers: [] },
  })
  const text = JSON.stringify({ log: { entries: [entry('wss://api.example.com/ws', 101), entry(API, 200)] } })
  t.match(inspect(text), { url: API, findings: [{ code: 'allow-origin-missing' }] })
})

t.test('Firefox, in its languages', async (t) => {
  const blocked = (reason: string, status = '') =>
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${API}. (Reason: ${reason}).${status}`
  const rows: [message: string, first: FindingCode][] = [
    [blocked('invalid token ‘GET;’ in CORS header ‘Access-Control-Allow-Methods’'), 'allow-methods-invalid'],
    [blocked('invalid token ‘a b’ in CORS header ‘Access-Control-Allow-Headers’'), 'allow-headers-invalid'],
    [blocked('invalid token in CORS header ‘Access-Control-Allow-Headers’'), 'allow-headers-invalid'],
    [
      blocked('missing token ‘x-id’ in CORS header ‘Access-Control-Allow-Headers’ from CORS preflight channel'),
      'header-not-covered',
    ],
    [
      blocked('Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’'),
      'allow-origin-wildcard-credentials',
    ],
    [blocked('CORS request external redirect not allowed'), 'preflight-redirect'],
    [blocked('CORS preflight response did not succeed', ' Status code: (null).'), 'preflight-no-response'],
    [blocked('CORS preflight response did not succeed', ' Status code: 308.'), 'preflight-redirect'],
    [blocked('CORS request not http'), 'not-http'],
    [blocked('CORS disabled'), 'cause-hidden'],
    [
      blocked('CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://a.example, https://b.example’'),
      'allow-origin-list',
    ],
    [blocked('CORS header ‘Access-Control-Allow-Origin’ missing', ' Status code: 404.'), 'server-failing'],
    [
      `Quellübergreifende (Cross-Origin) Anfrage blockiert: … auf ${API}. (Grund: CORS-Kopfzeile ‘Access-Control-Allow-Origin’ fehlt). Statuscode: 502.`,
      'server-failing',
    ],
    [
      `クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、${API} にあるリモートリソースの読み込みは拒否されます (理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が足りない)。ステータスコード: 200`,
      'allow-origin-missing',
    ],
    [
      `교차 출처 요청 차단: 동일 출처 정책으로 인해 ${API}에 있는 원격 자원을 읽을 수 없습니다. (원인: ‘Access-Control-Allow-Origin’ CORS 헤더가 없음). 상태 코드: 200.`,
      'allow-origin-missing',
    ],
    [
      `Solicitud de origen cruzado bloqueada: … en ${API}. (Razón: Se han encontrado múltiples cabeceras CORS 'Access-Control-Allow-Origin').`,
      'allow-origin-doubled',
    ],
    [
      `Blocage d’une requête multiorigine (Cross-Origin Request) : … située sur ${API}. Raison : méthode non trouvée dans l’en-tête CORS « Access-Control-Allow-Methods ».`,
      'method-not-covered',
    ],
    [
      `Blocage … sur ${API}. Raison : « true » attendu dans l’en-tête CORS « Access-Control-Allow-Credentials ».`,
      'allow-credentials-missing',
    ],
  ]
  for (const [message, first] of rows) {
    check(t, [message, message, first, { url: API }], { origin: APP })
  }
})

t.test('other messages', async (t) => {
  const rows: Row[] = [
    [
      'Edge',
      `SEC7120: [CORS] The origin '${APP}' did not find '${APP}' in the Access-Control-Allow-Origin response header for cross-origin resource at '${API}'.`,
      'allow-origin-missing',
      { url: API, origin: APP },
    ],
    [
      'Internet Explorer',
      `SEC7120: Origin ${APP} not found in Access-Control-Allow-Origin header.`,
      'allow-origin-missing',
      { origin: APP },
    ],
    [
      'Internet Explorer: a header',
      'SEC7123: Request header x-id was not present in the Access-Control-Allow-Headers list.',
      'header-not-covered',
    ],
    [
      'Safari: mixed content',
      `[blocked] The page at ${APP}/ was not allowed to display insecure content from http://a.example/x.`,
      'mixed-content',
    ],
    ['Safari: many', 'Access-Control-Allow-Origin cannot contain more than one origin.', 'allow-origin-doubled'],
    [
      'Safari: credentials',
      'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
      'allow-credentials-missing',
    ],
    [
      'a redirect, and its status',
      `Cross-origin redirection to ${API} denied by Cross-Origin Resource Sharing policy: Origin ${APP} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
      'redirect-without-cors',
    ],
    ['a log', '::1 - - [26/Nov/2026:10:00:00 +0000] "OPTIONS /x HTTP/1.1" 502 157', 'preflight-server-error'],
    ['another log', 'OPTIONS /x 404 3.1 ms - 139', 'preflight-not-found'],
    ['an extension', `GET ${API} net::ERR_BLOCKED_BY_CLIENT`, 'not-cors'],
    [
      'an element',
      `Cross-Origin Read Blocking (CORB) blocked cross-origin response ${API} with MIME type text/html.`,
      'not-cors',
    ],
    [
      'a certificate of a WebSocket',
      "WebSocket connection to 'wss://a.example/' failed: Error in connection establishment: net::ERR_CERT_DATE_INVALID",
      'tls-expired',
    ],
    [
      'an error that Chromium hides',
      `Access to fetch at '${API}' from origin '${APP}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.\nGET ${API} net::ERR_FAILED 504 (Gateway Timeout)`,
      'server-failing',
      { url: API, origin: APP },
    ],
    [
      'a 403',
      `Access to fetch at '${API}' from origin '${APP}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.\nGET ${API} net::ERR_FAILED 403 (Forbidden)`,
      'server-failing',
    ],
    [
      'many lines',
      `${'x y\n'.repeat(120)}Access to fetch at '${API}' from origin '${APP}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.${'\nx y'.repeat(120)}`,
      'allow-origin-missing',
      { url: API },
    ],
  ]
  for (const row of rows) check(t, row)
  t.match(
    inspect(`Fetch API cannot load ${API} due to access control checks.`, { origin: 'https://api.example.com' }),
    {
      findings: [{ code: 'cause-hidden', by: 'own-origin' }],
    },
  )
  t.match(inspect(`A: Fetch API cannot load ${API}?cause-hidden=cause-hidden due to access control checks.`), {
    findings: [{ code: 'cause-hidden' }],
  })
})

t.test('what a terminal or Markdown adds', async (t) => {
  t.strictSame(cleanLines('\uFEFF&gt; GET / HTTP/1.1\n&lt; HTTP/1.1 200 OK'), ['> GET / HTTP/1.1', '< HTTP/1.1 200 OK'])
  t.strictSame(cleanLines('> > GET / HTTP/1.1\n> < HTTP/1.1 200 OK'), ['> GET / HTTP/1.1', '< HTTP/1.1 200 OK'])
  t.strictSame(cleanLines('10:00:00.123456 > GET / HTTP/1.1'), ['> GET / HTTP/1.1'])
  t.strictSame(cleanLines('```http\n< HTTP/2 403\n~~~'), ['', 'HTTP/2 403', ''])
})

// What takes quadratic time here runs into the timeout of the test.
t.test('texts that are made to take long', async (t) => {
  const many = 100_000
  const texts = {
    'a run of spaces in a header': `HTTP/1.1 200 OK\nA: x${' '.repeat(many)}y${' '.repeat(many)}z`,
    'a run of spaces in a status': `HTTP/1.1 200 x${' '.repeat(many)}y`,
    'a fence that is none': `\`\`\`${' '.repeat(many)}x y`,
    'a line of spaces': `HTTP/1.1 200 OK\n${' '.repeat(many)}x`,
    quotes: `curl "${"' ".repeat(many)}`,
    backslashes: `curl ${'\\'.repeat(many)} https://a.example`,
    carets: `curl https://a.example ^\n${'^\n'.repeat(many)}`,
    commands: 'curl https://a.example\n'.repeat(many / 4),
    'heads of responses': 'HTTP/1.1 200 OK\nA: b\n'.repeat(many / 4),
    'heads of requests': 'GET / HTTP/1.1\nHost: a\n'.repeat(many / 4),
    'requests of curl': '* Connected to a port 80\n> GET / HTTP/1.1\n> Host: a\n'.repeat(many / 10),
    redirects: `curl -L https://a.example\n${'HTTP/1.1 302 Found\nLocation: /x\n\n'.repeat(many / 40)}`,
    'headers without a section': `${'a: b\n'.repeat(many)}x`,
    'reasons of Firefox': '(Reason: x '.repeat(many),
    'reasons without brackets': 'Raison : x '.repeat(many),
    'words that come before a URL': 'Access to fetch at '.repeat(many),
    'dots after a URL': `Failed to fetch at https://a.example/${'.'.repeat(many)}`,
    'insecure words': `requested an insecure ${'x '.repeat(many)}`,
    origins: "Origin 'null' ".repeat(many),
    escapes: '\u001B['.repeat(many),
    entities: '&gt;&lt;&amp;'.repeat(many),
  }
  for (const [name, text] of Object.entries(texts)) {
    const start = performance.now()
    try {
      inspect(text)
    } catch {
      // Whether it can be read does not count here.
    }
    const took = performance.now() - start
    t.ok(took < 5000, `${name}: ${Math.round(took)} ms`)
  }
})
