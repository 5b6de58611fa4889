import t from 'tap'
import { placeOf } from '../../src/doctor/place.js'

t.test('where a response comes from', async (t) => {
  const rows: [name: string, status: number, headers: Record<string, string>, place: string][] = [
    ['nothing said', 200, {}, 'app'],
    ['Express', 200, { 'X-Powered-By': 'Express' }, 'app'],
    ['Cloudflare', 200, { Server: 'cloudflare', 'CF-Ray': '1' }, 'cdn'],
    ['CloudFront, before an API gateway', 403, { Via: '1.1 x (CloudFront)', 'x-amz-apigw-id': '1' }, 'cdn'],
    ['a cache', 200, { Age: '5', Server: 'nginx' }, 'cdn'],
    ['Varnish', 200, { Via: '1.1 varnish' }, 'cdn'],
    ['API Gateway', 403, { 'apigw-requestid': '1' }, 'api-gateway'],
    ['Kong', 403, { Server: 'kong/3' }, 'api-gateway'],
    ['ALB', 502, { Server: 'awselb/2.0' }, 'load-balancer'],
    ['HAProxy', 502, {}, 'load-balancer'],
    ['nginx', 502, { Server: 'nginx' }, 'nginx'],
    ['a long value', 200, { Server: `${'a'.repeat(300)}nginx` }, 'app'],
  ]
  for (const [name, status, headers, place] of rows) {
    const response = { status, statusText: '', httpVersion: '1.1', headers: Object.entries(headers), bodyBytes: 0 }
    t.equal(placeOf(response), place, name)
  }
  t.equal(placeOf(undefined), 'app')
})

t.test('the fix for the place of the fault, if it can be fixed there', async (t) => {
  const { diagnose } = await import('../../src/doctor/diagnose.js')
  const answer = (origin: string) => async () => {
    const headers = Object.entries({ Server: 'nginx', Vary: 'Origin', 'Access-Control-Allow-Origin': origin })
    return { status: 200, statusText: 'OK', httpVersion: '1.1', headers, bodyBytes: 0 }
  }
  for (const [origin, place] of [
    ['https://app.example.com/', 'nginx'],
    ['http://app.example.com', 'app'],
  ] as const) {
    const options = { origin: 'https://app.example.com', transport: answer(origin) }
    const [finding] = (await diagnose('https://api.example.com/', options)).findings
    t.match(finding, { place, fix: String, fixes: { app: String } })
    t.equal(finding?.fix, finding?.fixes[place])
  }
})
