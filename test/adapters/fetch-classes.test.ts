import { Window } from 'happy-dom'
import { FastResponse } from 'srvx'
import t from 'tap'
import { Headers as UndiciHeaders, Response as UndiciResponse } from 'undici'
import { withCors } from '../../src/adapters/fetch.js'
import { corsFields } from '../support/cors-fields.js'
import { ACTUAL, APP, config, EVIL, NONE } from '../support/policy.js'

/** Classes of responses that servers, tests and frameworks have: whatever they share, clients do not get to see it. */

class Sub extends Response {}

/** As that of @whatwg-node/fetch: its headers are a field, and those that it is made with. */
class Ponyfill {
  readonly headers: Headers
  readonly status: number
  readonly body: ReadableStream | null
  constructor(body: string | null, { headers, status }: { headers: Headers; status: number }) {
    this.headers = headers
    this.status = status
    this.body = new Response(body).body
  }
}

const window = new Window()
const { Headers: DomHeaders, Response: DomResponse } = window

interface Made {
  readonly headers: Headers
  readonly make: (body: string | null, headers: Headers, status: number) => unknown
}

const init = { 'x-a': '1', vary: 'Accept' }
const classes: Readonly<Record<string, () => Made>> = {
  native: () => ({
    headers: new Headers(init),
    make: (body, headers, status) => new Response(body, { headers, status }),
  }),
  'a subclass': () => ({
    headers: new Headers(init),
    make: (body, headers, status) => new Sub(body, { headers, status }),
  }),
  srvx: () => ({
    headers: new Headers(init),
    make: (body, headers, status) => new FastResponse(body, { headers, status }),
  }),
  undici: () => ({
    headers: new UndiciHeaders(init) as never,
    make: (body, headers, status) => new UndiciResponse(body, { headers: headers as never, status }),
  }),
  'happy-dom': () => ({
    headers: new DomHeaders(init) as never,
    make: (body, headers, status) => new DomResponse(body, { headers: headers as never, status }),
  }),
  'headers as a field': () => ({
    headers: new Headers(init),
    make: (body, headers, status) => new Ponyfill(body, { headers, status }),
  }),
}

for (const [name, prepare] of Object.entries(classes)) {
  t.test(name, async (t) => {
    for (const [body, status] of [
      ['text', 201],
      ['', 200],
      [null, 404],
    ] as const) {
      // A response of srvx cannot be sent twice: it forgets its status and headers.
      if (name === 'srvx' && body === null) continue
      const { headers, make } = prepare()
      const constant = make(body, headers, status) as Response
      const others = [constant, make(body, headers, status) as Response]
      const before = others.map((other) => [...other.headers])
      const handle = withCors(config, () => (body === null ? constant : (make(body, headers, status) as Response)))
      const ask = (origin: string) => handle(new Request('https://api.example.com/', { headers: { origin } }))
      for (const [origin, fields] of [
        [APP, ACTUAL],
        [EVIL, NONE],
        [APP, ACTUAL],
      ] as const) {
        const response = await ask(origin)
        t.strictSame(corsFields(Object.fromEntries(response.headers)), { ...fields, vary: 'Accept, Origin' })
        t.equal(response.headers.get('x-a'), '1')
        t.equal(response.status, status)
        t.equal(await new Response(response.body).text(), body ?? '')
      }
      t.strictSame([...headers], [...prepare().headers], 'the headers of the app')
      t.strictSame(
        others.map((other) => [...other.headers]),
        before,
        'other responses with them',
      )
    }
  })
}
