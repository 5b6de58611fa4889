import t from 'tap'
import { begin, end, isDone, isMarked, mark, type PendingAnswer, tellNode } from '../../src/adapters/fetch-state.js'
import { PENDING } from '../../src/adapters/pending-answer.js'
import type { CorsConfig } from '../../src/index.js'
import { type Answer, NO_CORS } from '../../src/policy/answer.js'
import { policySource } from '../../src/policy/policy-input.js'
import { APP, config, EVIL } from '../support/policy.js'

const { current } = policySource(config)
const allowed = current.answerFor('GET', APP, undefined, undefined, undefined)
const refused = current.answerFor('GET', EVIL, undefined, undefined, undefined)
const [open, plain] = [{ origins: '*' }, { origins: [APP] }].map((config) =>
  policySource(config as CorsConfig).current.answerFor('GET', APP, undefined, undefined, undefined),
) as [Answer, Answer]
const says = (answer = allowed) => ({ answer, fields: {} })

t.test('the first handler of a request learns about the others', async (t) => {
  const request = new Request('http://localhost/')
  const first = begin(request, APP, says(refused))
  t.ok(first)
  t.equal(begin(request, APP, { answer: allowed, fields: { a: '1' } }), undefined)
  t.strictSame(first?.said, { answer: allowed, fields: { a: '1' } })
  t.ok(begin(new Request(request), APP, says()), 'a copy of it is another')
  end(request)
  t.ok(begin(request, APP, says()))
})

/** What a policy says to a request of its own. */
function answerTo(origin: string, answer: Answer): PendingAnswer {
  return begin(new Request('http://localhost/'), origin, says(answer)) as PendingAnswer
}

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
    const outer = answerTo(outerOrigin, outerAllows ? allowed : refused)
    t.equal(isDone(response, outer), false, name)
    const inner = answerTo(innerOrigin, innerAllows ? allowed : refused)
    t.equal(isMarked(response), false)
    mark(response, inner)
    t.equal(isMarked(response), true)
    t.equal(isDone(response, outer), done, name)
    t.equal(isDone(response, answerTo(innerOrigin, allowed)), false, 'of an earlier request')
  }
})

t.test('the response of a Node server that has a policy', async (t) => {
  const responseTo = (url: string, outer = NO_CORS) => ({
    req: { url },
    [PENDING]: { answer: outer, origin: APP, incoming: { a: '1' }, writeHead: () => {} },
  })
  type Told = ReturnType<typeof responseTo>
  const request = (url: string, runtime?: unknown) => Object.assign(new Request(url), { runtime })
  const ways: Record<string, (url: string, response: Told) => [Request, unknown[]]> = {
    'of @hono/node-server': (url, outgoing) => [request(url), [{ outgoing }]],
    'of srvx': (url, res) => [request(url, { node: { res } }), []],
  }
  const rows: [asked: string, url: string, origin: string, answer: Answer, isTold: boolean, outer?: Answer][] = [
    ['/', 'http://localhost/', APP, allowed, true],
    ['/page?a=1', 'https://a/page?a=1', APP, allowed, true],
    ['/page/other', 'http://localhost/other', APP, allowed, false],
    ['/page/other', 'http://localhost/other', APP, refused, true],
    ['/page/other', 'http://localhost/other', APP, allowed, true, allowed],
    ['/page/other', 'http://localhost/other', APP, open, false, allowed],
    ['/page/other', 'http://localhost/other', APP, open, true, open],
    ['/page/other', 'http://localhost/other', APP, allowed, false, open],
    ['/page/other', 'http://localhost/other', APP, plain, true, open],
    ['/page/other', 'http://localhost/other', APP, plain, true, allowed],
    ['/page/other', 'http://localhost/other', APP, allowed, false, plain],
    ['/page', 'http://localhost/other', APP, plain, true, allowed],
    ['/page', 'http://localhost/other', APP, allowed, false],
    ['/page?a=/other', 'http://localhost/other', APP, allowed, false],
    ['/page#/other', 'http://localhost/other', APP, allowed, false],
    ['/other', 'http://localhost/page/other', APP, allowed, false],
    ['/page', 'http://localhost/age', APP, allowed, false],
    ['/page', 'http://localhost/page?a=1', APP, allowed, false],
    ['/page', 'http://localhost/other', APP, refused, true],
    ['/page', 'http://localhost/page', EVIL, refused, false],
  ]
  for (const [name, way] of Object.entries(ways)) {
    for (const [asked, url, origin, answer, isTold, outer = NO_CORS] of rows) {
      const response = responseTo(asked, outer)
      tellNode(...way(url, response), answer, origin)
      const expected = isTold ? { answer, origin: APP, incoming: {} } : { answer: outer, incoming: { a: '1' } }
      t.match(response[PENDING], expected, `${name}: ${url} for ${asked}`)
    }
  }
  for (const rest of [[], [undefined], [null], [1], [{}], [{ outgoing: null }], [{ outgoing: {} }]]) {
    for (const runtime of [undefined, null, {}, { node: null }, { node: {} }, { node: { res: {} } }]) {
      t.doesNotThrow(() => tellNode(request('http://localhost/', runtime), rest, allowed, APP))
    }
  }
})
