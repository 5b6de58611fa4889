import t from 'tap'
import { isMarked, PendingAnswer, tellNode, tellOuter } from '../../src/adapters/fetch-state.js'
import { PENDING } from '../../src/adapters/pending-answer.js'
import { type Answer, NO_CORS } from '../../src/policy/answer.js'
import { policySource } from '../../src/policy/policy-input.js'
import { APP, config, EVIL } from '../support/policy.js'

const { current } = policySource(config)
const allowed = current.answerFor('GET', APP, undefined, undefined, undefined)
const refused = current.answerFor('GET', EVIL, undefined, undefined, undefined)
const says = (answer = allowed) => ({ answer, fields: {} })

t.test('the first handler of a request learns about the others', async (t) => {
  const request = new Request('http://localhost/')
  t.equal(tellOuter(request, says()), false)
  const exchange = new PendingAnswer(request, APP, says(refused))
  t.equal(tellOuter(request, { answer: allowed, fields: { a: '1' } }), true)
  t.strictSame(exchange.said, { answer: allowed, fields: { a: '1' } })
  t.equal(tellOuter(new Request(request), says()), false, 'a copy of it is another')
  exchange.end()
  t.equal(tellOuter(request, says()), false)
})

t.test('a response that was made for a copy of the request', async (t) => {
  const rows: [
    name: string,
    outer: string,
    inner: string,
    outerAllows: boolean,
    innerAllows: boolean,
    done: boolean,
  ][] = [
    ['both allow', APP, APP, true, true, true],
    ['the inner refuses', APP, APP, true, false, true],
    ['both refuse', APP, APP, false, false, true],
    ['the outer refuses', APP, APP, false, true, false],
    ['another origin', APP, EVIL, true, true, false],
  ]
  for (const [name, outerOrigin, innerOrigin, outerAllows, innerAllows, done] of rows) {
    const response = new Response()
    const outer = new PendingAnswer(
      new Request('http://localhost/'),
      outerOrigin,
      says(outerAllows ? allowed : refused),
    )
    t.equal(outer.isDone(response), false, name)
    const inner = new PendingAnswer(
      new Request('http://localhost/'),
      innerOrigin,
      says(innerAllows ? allowed : refused),
    )
    t.equal(isMarked(response), false)
    inner.mark(response)
    t.equal(isMarked(response), true)
    t.equal(outer.isDone(response), done, name)
    const later = new PendingAnswer(new Request('http://localhost/'), innerOrigin, says())
    t.equal(later.isDone(response), false, 'of an earlier request')
  }
})

t.test('the response of a Node server that has a policy', async (t) => {
  const responseTo = (url: string, origin = APP) => ({
    req: { url },
    [PENDING]: { answer: NO_CORS, origin, incoming: { a: '1' }, writeHead: () => {} },
  })
  type Told = ReturnType<typeof responseTo>
  const request = (url: string, runtime?: unknown) => Object.assign(new Request(url), { runtime })
  const ways: Record<string, (url: string, response: Told) => [Request, unknown[]]> = {
    'of @hono/node-server': (url, outgoing) => [request(url), [{ outgoing }]],
    'of srvx': (url, res) => [request(url, { node: { res } }), []],
  }
  const rows: [asked: string, url: string, origin: string, answer: Answer, isTold: boolean][] = [
    ['/', 'http://localhost/', APP, allowed, true],
    ['/page?a=1', 'https://a/page?a=1', APP, allowed, true],
    ['/below/page', 'http://localhost/page', APP, allowed, true],
    ['/page', 'http://localhost/other', APP, allowed, false],
    ['/page', 'http://localhost/age', APP, allowed, false],
    ['/page', 'http://localhost/page?a=1', APP, allowed, false],
    ['/page', 'http://localhost/other', APP, refused, true],
    ['/page', 'http://localhost/page', EVIL, refused, false],
  ]
  for (const [name, way] of Object.entries(ways)) {
    for (const [asked, url, origin, answer, isTold] of rows) {
      const response = responseTo(asked)
      tellNode(...way(url, response), answer, origin)
      const expected = isTold ? { answer, origin: APP, incoming: {} } : { answer: NO_CORS, incoming: { a: '1' } }
      t.match(response[PENDING], expected, `${name}: ${url} for ${asked}`)
    }
  }
  for (const rest of [[], [undefined], [null], [1], [{}], [{ outgoing: null }], [{ outgoing: {} }]]) {
    for (const runtime of [undefined, null, {}, { node: null }, { node: {} }, { node: { res: {} } }]) {
      t.doesNotThrow(() => tellNode(request('http://localhost/', runtime), rest, allowed, APP))
    }
  }
})
