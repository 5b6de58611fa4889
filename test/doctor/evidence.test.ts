import t from 'tap'
import { allLines, evidenceOf } from '../../src/doctor/evidence.js'
import type { Exchange } from '../../src/doctor/exchange.js'
import { redactEvaluation, redactor } from '../../src/doctor/redact.js'
import { TransportError } from '../../src/doctor/transport.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'

const request = {
  method: 'GET',
  url: 'https://api.example.com/a?b',
  headers: [
    ['Accept', '*/*'],
    ['Authorization', 'Bearer secret'],
    ['Origin', 'https://app.example.com'],
  ],
} as const
const response = {
  status: 200,
  statusText: '',
  httpVersion: '1.1',
  headers: [
    ['vary', 'a'],
    ['Vary', 'b'],
    ['Content-Type', 'text/plain'],
    ['Set-Cookie', 'id=secret=; Path=/'],
    ['Server', 'x'.repeat(500)],
  ],
  bodyBytes: 0,
} as const
const exchange: Exchange = { probe: 'actual', request, response }
const none = redactor([], [], [])

t.test('quotes the lines that matter', async (t) => {
  t.strictSame(evidenceOf(exchange, none, ['Vary', 'Location']), {
    probe: 'actual',
    url: 'https://api.example.com/a?b',
    request: ['GET /a?b HTTP/1.1', 'Origin: https://app.example.com'],
    response: ['HTTP/1.1 200', 'vary: a', 'Vary: b', `Server: ${'x'.repeat(392)}…`, '<no Location>'],
  })
})

t.test('all lines, without secrets', async (t) => {
  const { request, response } = allLines(exchange, none)
  t.strictSame(request, ['GET /a?b HTTP/1.1', 'Accept: */*', 'Authorization: …', 'Origin: https://app.example.com'])
  t.strictSame(response.slice(3, 5), ['Content-Type: text/plain', 'Set-Cookie: id=…; Path=/'])
})

t.test('no response', async (t) => {
  const silent: Exchange = { probe: 'actual', request, failure: new TransportError('tls-expired', 'expired') }
  t.strictSame(evidenceOf(silent, none, ['Vary']).response, ['<expired>'])
})

t.test('quotes an error page without its markup', async (t) => {
  const says = (status: number, type: string, bodyStart: string) => {
    const headers = [['Content-Type', type]] as const
    return evidenceOf(
      { probe: 'actual', request, response: { ...response, status, headers, bodyStart } },
      none,
    ).response.at(-1)
  }
  t.equal(
    says(403, 'application/xml', '<Error><Message>CORS is not enabled for this bucket.</Message></Error>'),
    '<body: CORS is not enabled for this bucket.>',
  )
  t.equal(says(500, 'text/html', `<style>a {}</style><p>${'a'.repeat(200)}</p>`), `<body: ${'a'.repeat(120)}…>`)
  t.equal(says(500, 'text/html', '<p></p>'), 'HTTP/1.1 500', 'nothing')
  t.equal(says(500, 'image/png', 'PNG'), 'HTTP/1.1 500', 'no text')
  t.equal(says(200, 'text/plain', 'data'), 'HTTP/1.1 200', 'no error')
})

t.test('an evaluation of a request without headers', async (t) => {
  const evaluation = evaluate({ origin: 'https://app.example.com', url: 'https://api.example.com/?token=abcdefgh' }, [])
  const redacted = redactEvaluation(evaluation, none)
  t.match(redacted, { outcome: 'blocked', request: { url: 'https://api.example.com/?token=…', headers: [] } })
})
