import t from 'tap'
import { allLines, evidenceOf } from '../../src/doctor/evidence.js'
import type { Exchange } from '../../src/doctor/session.js'
import { TransportError } from '../../src/doctor/transport.js'

const request = {
  method: 'GET',
  url: 'https://api.example.com/a?b',
  headers: [
    ['Accept', '*/*'],
    ['Authorization', 'Bearer secret'],
    ['Origin', 'https://app.example.com'],
  ],
} as const
const exchange: Exchange = {
  probe: 'actual',
  request,
  response: {
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
  },
}

t.test('the very lines, as far as they count', async (t) => {
  t.strictSame(evidenceOf(exchange, ['Vary', 'Location']), {
    probe: 'actual',
    url: 'https://api.example.com/a?b',
    request: ['GET /a?b HTTP/1.1', 'Origin: https://app.example.com'],
    response: ['HTTP/1.1 200', 'vary: a', 'Vary: b', `Server: ${'x'.repeat(392)}…`, '<no Location>'],
  })
})

t.test('all lines, without secrets', async (t) => {
  const { request, response } = allLines(exchange)
  t.strictSame(request, ['GET /a?b HTTP/1.1', 'Accept: */*', 'Authorization: …', 'Origin: https://app.example.com'])
  t.strictSame(response.slice(3, 5), ['Content-Type: text/plain', 'Set-Cookie: id=…; Path=/'])
})

t.test('no response', async (t) => {
  const silent: Exchange = { probe: 'actual', request, failure: new TransportError('tls', 'expired') }
  t.strictSame(evidenceOf(silent, ['Vary']).response, ['<expired>'])
})
