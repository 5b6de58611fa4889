import t from 'tap'
import { diagnoseWithTranscript } from '../../src/doctor/diagnose.js'
import type { Diagnosis } from '../../src/doctor/diagnosis.js'
import type { FindingCode } from '../../src/doctor/finding.js'
import { curlFailure, netFailure } from '../../src/doctor/inspect/failures.js'
import { inspect, inspectWithTranscript } from '../../src/doctor/inspect/inspect.js'
import type { TransportErrorCode, TransportFault } from '../../src/doctor/transport.js'
import { serve } from '../support/serve.js'
import { APP, headers, serverWith, status } from './good-server.js'
import { leadTo } from './lead-to.js'
import { FIXTURES } from './servers.js'

t.setTimeout(300_000)

const PUT_JSON = {
  origin: APP,
  method: 'PUT',
  headers: { 'content-type': 'application/json' },
  credentials: true,
  timeout: 20_000,
}

/** What only other requests show: without an Origin, of other pages, repeated, or of paths that do not exist. */
const OF_OTHER_REQUESTS: ReadonlySet<FindingCode> = new Set([
  ...(['vary-missing', 'vary-missing-without-origin', 'vary-missing-error', 'error-without-cors'] as const),
  ...(['cached-without-cors', 'cached-for-another-origin'] as const),
  ...(['origin-reflected', 'null-accepted', 'near-miss-accepted', 'scheme-not-checked', 'port-not-checked'] as const),
])
/** A body that must not be there is not in a transcript. */
const OTHERS: ReadonlySet<string> = new Set(['a body on 204'])

function causeOf({ findings }: Diagnosis): FindingCode | undefined {
  return findings.find(({ severity }) => severity !== 'note')?.code
}

let compared = 0

for (const { name, server, url, ask } of FIXTURES) {
  t.test(`inspect finds the same in a transcript: ${name}`, async (t) => {
    const port = await serve(t, server())
    const asked = { ...PUT_JSON, ...ask, ...(url && { transport: leadTo(port) }) }
    const { diagnosis, transcript } = await diagnoseWithTranscript(url ?? `http://127.0.0.1:${port}/things`, asked)
    const cause = causeOf(diagnosis)
    for (const detail of ['headers', 'bodies'] as const) {
      const shown = inspect(transcript(detail))
      // The doctor sends mixed content all the same, to see what the server says.
      const isMixed = diagnosis.findings.some(({ code }) => code === 'mixed-content')
      t.equal(shown.evaluation.outcome, isMixed ? 'blocked' : diagnosis.evaluation.outcome)
      t.strictSame([shown.origin, shown.credentials], [diagnosis.origin, diagnosis.credentials])
      // Without a preflight, only the GET that was sent in place of the request is known.
      if (transcript(detail).includes('OPTIONS')) t.equal(shown.method, diagnosis.method)
      if ((cause !== undefined && OF_OTHER_REQUESTS.has(cause)) || OTHERS.has(name)) continue
      t.equal(causeOf(shown), cause, transcript(detail))
      compared++
    }
  })
}

t.test('most of them', async (t) => {
  t.ok(compared > 100, `${compared}`)
})

t.test('what curl would print, without secrets', async (t) => {
  const server = serverWith({
    preflight: status(401, { 'WWW-Authenticate': 'Negotiate S3CRETabc' }),
    actual: headers({
      ETag: '"S3CRET"',
      'X-Request-Id': 'S3CRET',
      'Set-Cookie': ['id=S3CRET; Path=/S3CRET; Secure; SameSite=None; Domain=S3CRET', 'S3CRET; HttpOnly'],
      Server: 'nginx',
      Location: '/x?S3CRET',
    }),
  })
  const port = await serve(t, server)
  const { transcript } = await diagnoseWithTranscript(`http://127.0.0.1:${port}/things?token=S3CRET`, {
    ...PUT_JSON,
    headers: { authorization: 'Bearer S3CRET', 'content-type': 'application/json; a=S3CRET' },
  })
  const lines = transcript('headers')
    .replaceAll(String(port), 'port')
    .split('\n')
    .filter((line) => !/^< Transfer-Encoding/.test(line))
  t.strictSame(lines, [
    '> OPTIONS http://127.0.0.1:port/things?token=hidden HTTP/1.1',
    '> Access-Control-Request-Method: PUT',
    '> Access-Control-Request-Headers: authorization,content-type',
    `> Origin: ${APP}`,
    '>',
    '< HTTP/1.1 401',
    '< Vary: Origin',
    `< Access-Control-Allow-Origin: ${APP}`,
    '< Access-Control-Allow-Credentials: true',
    '< Access-Control-Allow-Methods: PUT, DELETE',
    '< Access-Control-Allow-Headers: content-type, authorization',
    '< Access-Control-Max-Age: 600',
    '< WWW-Authenticate: Negotiate',
    '<',
    '> GET http://127.0.0.1:port/things?token=hidden HTTP/1.1',
    '> authorization: hidden',
    `> Origin: ${APP}`,
    '> Cookie: hidden',
    '>',
    '< HTTP/1.1 200',
    '< Vary: Origin',
    `< Access-Control-Allow-Origin: ${APP}`,
    '< Access-Control-Allow-Credentials: true',
    '< ETag: "hidden"',
    '< X-Request-Id: hidden',
    '< Set-Cookie: id=hidden; Secure; SameSite=None',
    '< Set-Cookie: hidden; HttpOnly',
    '< Server: nginx',
    '< Location: http://127.0.0.1:port/x?hidden',
    '<',
  ])
  t.notMatch(transcript('cors'), /ETag|X-Request-Id/)
})

t.test('values of which a part is shared', async (t) => {
  const sharedLine = (line: string) => {
    const text = `> GET https://api.example.com/ HTTP/1.1\n> Origin: ${APP}\n>\n< HTTP/1.1 200\n< ${line}\n<`
    return inspectWithTranscript(text, {}).transcript('headers').split('\n').at(-2)
  }
  const rows = [
    ['WWW-Authenticate: Basic realm="S3CRET"', 'WWW-Authenticate: Basic'],
    ['WWW-Authenticate: "S3CRET"', 'WWW-Authenticate: hidden'],
    ['ETag: W/"S3CRET"', 'ETag: W/"hidden"'],
    ['ETag: "S3CRET"', 'ETag: "hidden"'],
    [`Server: ${'x'.repeat(300)}`, `Server: ${'x'.repeat(200)}`],
    ['Location: //[', 'Location: https://[hidden]/'],
  ] as const
  for (const [line, shared] of rows) t.equal(sharedLine(line), `< ${shared}`)
})

t.test('an error page', async (t) => {
  const text = '{"error":"no origin","password":"S3CRET","sid":"S3CRETabcdefghijklmnop"}'
  const actual = () => ({ status: 500, headers: { 'Content-Type': 'application/json' }, body: text })
  const port = await serve(t, serverWith({ any: actual }))
  const { transcript } = await diagnoseWithTranscript(`http://127.0.0.1:${port}/`, { origin: APP })
  t.notMatch(transcript('headers'), 'no origin')
  t.match(transcript('bodies'), '\n {"error":"no origin","password":"hidden","sid":"hidden"}')
})

t.test('every failure of a connection is read back', async (t) => {
  const codes: TransportErrorCode[] = [
    ...(['dns-failed', 'connection-refused', 'connection-failed', 'timeout', 'tls-untrusted'] as const),
    ...(['tls-name-mismatch', 'tls-expired', 'tls-failed', 'client-certificate-required'] as const),
  ]
  // A transport may be the user's own, so any fault may come with any code.
  const strange = codes.filter((code) => code !== 'connection-failed').map((code) => [code, 'closed'] as const)
  for (const [code, fault] of strange) t.equal(curlFailure({ code, fault }), curlFailure({ code, fault: 'other' }))
  const faults: [TransportErrorCode, TransportFault][] = [
    ['connection-failed', 'closed'],
    ['connection-failed', 'not-http'],
    ['connection-failed', 'headers-too-large'],
    ['tls-expired', 'not-yet-valid'],
    ['tls-failed', 'not-tls'],
    ['tls-failed', 'tls-version'],
    ['tls-failed', 'tls-refused'],
  ]
  const all = [...codes.map((code) => [code, 'other'] as const), ...faults]
  for (const [code, fault] of all) {
    const line = curlFailure({ code, fault })
    t.match(line, /^curl: \(\d+\) \w/)
    const { code: read, fault: readFault = 'other' } = netFailure(line) ?? {}
    t.strictSame([read, readFault], [code, fault], line)
  }
})

t.test('two requests that fail in different ways', async (t) => {
  const request = (method: string) => `> ${method} https://api.example.com/ HTTP/1.1\n> Origin: ${APP}\n`
  const preflight = `${request('OPTIONS')}> Access-Control-Request-Method: PUT\n>\n${curlFailure({ code: 'timeout', fault: 'other' })}\n`
  const text = `${preflight}${request('PUT')}>\n${curlFailure({ code: 'connection-failed', fault: 'closed' })}`
  const { exchanges } = inspect(text)
  t.strictSame(
    exchanges.map(({ response }) => response),
    [['<curl: (28) Operation timed out>'], ['<curl: (52) Empty reply from server>']],
  )
})

t.test('a method of any name', async (t) => {
  const { method, findings } = inspect(
    `> patch https://api.example.com/ HTTP/1.1\n> Origin: ${APP}\n>\n< HTTP/1.1 200\n<`,
  )
  t.equal(method, 'patch')
  t.equal(findings[0]?.code, 'allow-origin-missing')
})
