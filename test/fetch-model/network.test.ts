import t from 'tap'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import { getHeader } from '../../src/fetch-model/header-list.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { crossOrigin, PAGE, reasonOf, sentBy } from './outcomes.js'

const OPEN = { status: 200, headers: { 'access-control-allow-origin': '*' } }

t.test('421 is asked once more, over another connection', async (t) => {
  const misdirected = { ...OPEN, status: 421 }
  const again = evaluate(crossOrigin(), [misdirected, OPEN])
  t.match(again, { outcome: 'readable', response: { status: 200 } })
  t.strictSame(sentBy(again), ['GET https://api.test/', 'GET https://api.test/'])
  const twice = evaluate(crossOrigin(), [misdirected, misdirected, OPEN])
  t.match(twice, { outcome: 'readable', response: { status: 421 } })
  const stream: BrowserRequest = { origin: PAGE, url: '/', method: 'POST', body: 'stream' }
  t.match(evaluate(stream, [misdirected, OPEN]), { response: { status: 421 } }, 'a stream has been read')
})

t.test('401 to a stream with credentials', async (t) => {
  const stream: BrowserRequest = { origin: PAGE, url: '/', method: 'POST', body: 'stream' }
  t.equal(reasonOf(evaluate(stream, [{ status: 401 }])), 'stream-unauthorized')
  t.equal(reasonOf(evaluate({ ...stream, credentials: 'omit' }, [{ status: 401 }])), 'readable')
  t.equal(reasonOf(evaluate({ ...stream, body: 'bytes' }, [{ status: 401 }])), 'readable')
  const permitted = { status: 200, headers: { ...OPEN.headers, 'access-control-allow-methods': 'POST' } }
  const foreign = crossOrigin({ method: 'POST', body: 'stream' })
  t.equal(reasonOf(evaluate(foreign, [permitted, { ...OPEN, status: 401 }])), 'readable')
})

t.test('XMLHttpRequest drops the body of GET and HEAD', async (t) => {
  for (const options of [{ initiator: 'xhr' }, { uploadListeners: true }] as const) {
    for (const method of ['GET', 'head']) {
      const { outcome, steps } = evaluate({ origin: PAGE, url: '/', method, body: 'text', ...options }, [OPEN])
      t.equal(outcome, 'readable')
      t.ok(steps.some(({ fact }) => fact.code === 'body-dropped'))
    }
  }
  t.equal(reasonOf(evaluate({ origin: PAGE, url: '/', body: 'text' }, [OPEN])), 'body-with-get')
})

t.test('a repeated name keeps the case of its first use', async (t) => {
  const headers = { 'X-A': '1', 'x-a': '2', 'x-B': '3' }
  const { sent } = evaluate({ origin: PAGE, url: '/', headers }, [OPEN])
  t.strictSame(sent[0]?.headers.slice(0, 3), [
    ['X-A', '1'],
    ['X-A', '2'],
    ['x-B', '3'],
  ])
  t.equal(getHeader(sent[0]?.headers ?? [], 'x-a'), '1, 2')
})

t.test('non-ASCII bytes in Location stay unchanged', async (t) => {
  const rows: [location: string, path: string][] = [
    // UTF-8, and what is not.
    ['/\xe2\x98\x83', '/%E2%98%83'],
    ['/\xff\x80', '/%FF%80'],
    ['/%E2%98%83', '/%E2%98%83'],
    ['/?\xe4', '/?%E4'],
  ]
  for (const [location, path] of rows) {
    const { sent } = evaluate({ origin: PAGE, url: '/' }, [{ status: 302, headers: { location } }, OPEN])
    t.equal(sent[1]?.url, PAGE + path)
  }
})
