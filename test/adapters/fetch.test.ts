import { createServer } from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { withCors } from '../../src/adapters/fetch.js'
import { CorsConfigError, compilePolicy, livePolicy } from '../../src/index.js'
import { corsFields } from '../support/cors-fields.js'
import { messageOf } from '../support/message-of.js'
import { ACTUAL, APP, asking, config, EVIL, type Fields, NONE, PREFLIGHT } from '../support/policy.js'
import { serve } from '../support/serve.js'

const URL_HERE = 'https://api.example.com/things'

function request(method = 'GET', headers: Record<string, string> = { origin: APP }): Request {
  return new Request(URL_HERE, { method, headers })
}

function fieldsOf(response: Response | undefined): Fields {
  return corsFields(Object.fromEntries(response?.headers ?? []))
}

/** What a client gets from a handler that returns this. */
async function answerWith(response: Response, origin = APP): Promise<Response> {
  return await withCors(config, () => response)(request('GET', { origin }))
}

/** A server of the network, whose responses a handler passes on: those of `fetch` are immutable. */
async function startUpstream(t: Test): Promise<string> {
  const port = await serve(
    t,
    createServer(({ url }, response) => {
      if (url === '/204') response.writeHead(204).end()
      else if (url === '/304') response.writeHead(304, { etag: '"1"' }).end()
      else {
        response.writeHead(203, 'Passed On', {
          'Set-Cookie': ['a=1', 'b=2'],
          Vary: 'Accept',
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'PATCH',
          'X-Total': '1',
        })
        response.end('upstream')
      }
    }),
  )
  return `http://127.0.0.1:${port}`
}

t.test('every kind of input, and every kind of answer', async (t) => {
  const inputs = { config, policy: compilePolicy(config), live: livePolicy(config) }
  const rows = [
    { name: 'no Origin', request: request('GET', {}), status: 200, fields: NONE, runs: 1 },
    { name: 'allowed', request: request(), status: 200, fields: ACTUAL, runs: 1 },
    { name: 'other', request: request('PUT', { origin: EVIL }), status: 200, fields: NONE, runs: 1 },
    { name: 'null', request: request('GET', { origin: 'null' }), status: 200, fields: NONE, runs: 1 },
    { name: 'preflight', request: request('OPTIONS', asking()), status: 204, fields: PREFLIGHT, runs: 0 },
    { name: 'refused', request: request('OPTIONS', asking('PUT', EVIL)), status: 403, fields: NONE, runs: 0 },
    { name: 'OPTIONS', request: request('OPTIONS'), status: 200, fields: ACTUAL, runs: 1 },
  ]
  for (const [name, input] of Object.entries(inputs)) {
    let ran = 0
    const handler = withCors(input, () => {
      ran++
      return new Response('ok')
    })
    for (const row of rows) {
      ran = 0
      const response = await handler(row.request)
      t.strictSame(
        [response.status, fieldsOf(response), ran],
        [row.status, row.fields, row.runs],
        `${name}: ${row.name}`,
      )
      if (row.runs === 0) t.equal(response.body, null, `${name}: ${row.name}: no body`)
    }
  }
  t.throws(() => withCors({ origins: [] }, () => new Response()), CorsConfigError, 'a bad config')
})

t.test('statuses of preflights, and echoes', async (t) => {
  const never = () => t.fail('the handler ran') as never
  const ok = await withCors({ ...config, preflightStatus: 200 }, never)(request('OPTIONS', asking()))
  t.strictSame([ok.status, ok.body, fieldsOf(ok)], [200, null, PREFLIGHT])
  const echo = withCors({ origins: [APP], methods: '*', headers: '*', credentials: true }, never)
  const echoed = await echo(request('OPTIONS', { ...asking('PURGE'), 'access-control-request-headers': 'x-a,x-b' }))
  t.strictSame(fieldsOf(echoed), {
    vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
    'allow-origin': APP,
    'allow-credentials': 'true',
    'allow-methods': 'PURGE',
    'allow-headers': 'x-a,x-b',
  })
})

t.test('headers for Vary and CORS that a handler sets', async (t) => {
  const rows: [headers: [string, string][], vary: string][] = [
    [[['Vary', 'Accept']], 'Accept, Origin'],
    [[['Vary', 'accept, origin']], 'accept, origin'],
    [
      [
        ['vary', 'Accept'],
        ['Vary', 'Cookie'],
      ],
      'Accept, Cookie, Origin',
    ],
    [[['vary', '*']], '*'],
    [
      [
        ['access-control-allow-origin', '*'],
        ['Access-Control-Allow-Methods', 'PATCH'],
        ['Access-Control-Max-Age', '1'],
      ],
      'Origin',
    ],
  ]
  for (const [headers, vary] of rows) {
    t.strictSame(fieldsOf(await answerWith(new Response('x', { headers }))), { ...ACTUAL, vary })
    t.strictSame(fieldsOf(await answerWith(new Response('x', { headers }), EVIL)), { vary })
  }
})

t.test('a response that can be changed is the one that is returned', async (t) => {
  const response = new Response('x', { status: 201, statusText: 'Made', headers: { 'set-cookie': 'a=1' } })
  response.headers.append('set-cookie', 'b=2')
  t.equal(await answerWith(response), response)
  t.strictSame([response.status, response.statusText, response.headers.getSetCookie()], [201, 'Made', ['a=1', 'b=2']])
})

t.test('a response that cannot be changed is copied', async (t) => {
  const upstream = await startUpstream(t)
  for (const [origin, fields] of [
    [APP, { ...ACTUAL, vary: 'Accept, Origin' }],
    [EVIL, { vary: 'Accept, Origin' }],
  ] as const) {
    const passed = await answerWith(await fetch(upstream), origin)
    t.strictSame([passed.status, passed.statusText, fieldsOf(passed)], [203, 'Passed On', fields])
    t.strictSame(passed.headers.getSetCookie(), ['a=1', 'b=2'])
    t.strictSame([passed.headers.get('x-total'), await passed.text()], ['1', 'upstream'])
    for (const status of [204, 304]) {
      const empty = await answerWith(await fetch(`${upstream}/${status}`), origin)
      t.strictSame([empty.status, empty.body, empty.headers.get('vary')], [status, null, 'Origin'])
    }
    const redirect = await answerWith(Response.redirect('https://example.com/elsewhere', 307), origin)
    t.strictSame([redirect.status, redirect.headers.get('location')], [307, 'https://example.com/elsewhere'])
    t.strictSame(fieldsOf(redirect), { ...fields, vary: 'Origin' })
  }
})

t.test('values that are not a response for a client are returned unchanged', async (t) => {
  const error = Response.error()
  t.equal(await answerWith(error), error)
  t.strictSame(fieldsOf(error), {})
  // Only runtimes that can switch protocols let one be made.
  const upgrade = Object.defineProperty(new Response(null), 'status', { value: 101 })
  t.equal(await answerWith(upgrade), upgrade)
  t.strictSame(fieldsOf(upgrade), {})
  t.equal(await withCors(config, () => undefined)(request()), undefined, 'after an upgrade in Bun')
  t.equal(await withCors(config, async () => undefined)(request()), undefined)
})

t.test('streams', async (t) => {
  for (const immutable of [false, true]) {
    const name = immutable ? 'copied' : 'in place'
    let pulled = 0
    let cancelled: unknown
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array([pulled]))
      },
      cancel(reason) {
        cancelled = reason
      },
    })
    const source = new Response(endless)
    // The way in which a response of `fetch` refuses.
    const refuse = () => {
      throw new TypeError('immutable')
    }
    if (immutable) Object.assign(source.headers, { set: refuse })
    const response = await answerWith(source)
    t.equal(response === source, !immutable, name)
    t.strictSame(fieldsOf(response), ACTUAL, name)
    await turn()
    t.ok(pulled <= 1, `${name}: nothing is read before the client reads`)
    const reader = response.body?.getReader()
    for (const byte of [1, 2, 3]) t.strictSame((await reader?.read())?.value, new Uint8Array([byte]), name)
    await turn()
    t.ok(pulled <= 5, `${name}: nor more than it reads`)
    await reader?.cancel('gone')
    t.equal(cancelled, 'gone', `${name}: a client that leaves is noticed`)
  }
})

t.test('a stream that fails fails for the client', async (t) => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('begun'))
      setImmediate(() => controller.error(new Error('broken')))
    },
  })
  const response = await answerWith(new Response(broken))
  t.strictSame([response.status, fieldsOf(response)], [200, ACTUAL])
  await t.rejects(response.text(), { message: 'broken' })
})

t.test('a response that is returned again and again', async (t) => {
  const shared = new Response(null, { status: 404, headers: { vary: 'Accept' } })
  const handler = withCors(config, async () => {
    await turn()
    return shared
  })
  const other = 'http://localhost:3000'
  const origins = Array.from({ length: 60 }, (_, i) => [APP, other, EVIL, undefined][i % 4])
  const responses = await Promise.all(
    origins.map((origin) => handler(request('GET', origin === undefined ? {} : { origin }))),
  )
  const check = (when: string) => {
    for (const [i, response] of responses.entries()) {
      const origin = origins[i]
      const allowed = origin === APP || origin === other
      const fields = { ...(allowed ? { ...ACTUAL, 'allow-origin': origin } : {}), vary: 'Accept, Origin' }
      t.strictSame([response.status, fieldsOf(response)], [404, fields], `${when}: ${origin}`)
    }
  }
  check('at once')
  await turn()
  check('later, when a server gets to write them')
  const again = withCors({ origins: [EVIL] }, () => shared)
  const { headers } = await again(request('GET', { origin: EVIL }))
  t.equal(headers.get('access-control-allow-origin'), EVIL)
  check('after another app has returned it too')
})

t.test('calls the handler as the server would', async (t) => {
  const self = {}
  const original = request('PUT')
  const calls: unknown[][] = []
  const handler = withCors(config, function (this: unknown, ...args: [Request, { env: string }, number]) {
    calls.push([this, ...args])
    return new Response('ok')
  })
  const environment = { env: 'x' }
  await handler.call(self, original, environment, 7)
  t.equal(calls.length, 1)
  t.ok([self, original, environment, 7].every((value, i) => calls[0]?.[i] === value))
})

t.test('the body of a request is left to the handler', async (t) => {
  const handler = withCors(config, async (request: Request) => new Response(await request.text()))
  const sent = new Request(URL_HERE, { method: 'POST', body: 'sent', headers: { origin: APP } })
  t.equal(await (await handler(sent)).text(), 'sent')
})

t.test('errors of the handler are rethrown', async (t) => {
  const error = new Error('broken')
  const throwing = withCors(config, () => {
    throw error
  })
  const rejecting = withCors(config, async () => {
    await turn()
    throw error
  })
  for (const handler of [throwing, rejecting]) {
    const rejected = handler(request()).then(
      () => t.fail('it resolved'),
      (reason: unknown) => reason,
    )
    t.equal(await rejected, error)
  }
  const gone = new Response('x')
  await gone.text()
  t.equal(await answerWith(gone), gone, 'a body that has been read is for the server to complain about')
})

t.test('nested handlers: the outer answers preflights, and the inner sets the headers', async (t) => {
  const inner = withCors(config, () => new Response('ok'))
  const outer = withCors({ origins: '*', methods: ['PATCH'] }, inner)
  t.strictSame(fieldsOf(await outer(request())), ACTUAL)
  t.strictSame(fieldsOf(await outer(request('GET', { origin: EVIL }))), NONE)
  const preflight = { vary: 'Origin', 'allow-origin': '*', 'allow-methods': 'PATCH' }
  t.strictSame(fieldsOf(await outer(request('OPTIONS', asking()))), preflight)
})

t.test('responses that share their headers', async (t) => {
  /** As srvx 0.8 had it, and H3 2.0.1-rc.2 with one Headers object for every error. */
  class Sharing extends Response {
    readonly #headers: Headers | undefined
    constructor(body: string | null, init: { readonly headers?: Headers }) {
      super(body, { status: 500, headers: { 'x-own': '1' } })
      this.#headers = init.headers
    }
    override get headers(): Headers {
      return this.#headers ?? super.headers
    }
  }
  /** Nothing is known of a class that cannot be made this way. */
  class Choosy extends Sharing {
    constructor(body: string | null, init: { readonly headers?: Headers }) {
      if (body === null) throw new RangeError('a body, please')
      super(body, init)
    }
  }
  const constant = new Headers({ vary: 'Accept' })
  /** All have the same, whatever they are made with. */
  class Constant extends Sharing {
    override get headers(): Headers {
      return constant
    }
  }
  for (const Class of [Sharing, Choosy, Constant]) {
    const headers = new Headers({ vary: 'Accept' })
    const handle = withCors(config, () => new Class('broken', { headers }))
    const [allowed, refused] = await Promise.all([APP, EVIL].map((origin) => handle(request('GET', { origin }))))
    t.strictSame(fieldsOf(allowed), { ...ACTUAL, vary: 'Accept, Origin' })
    t.strictSame(fieldsOf(refused), { vary: 'Accept, Origin' })
    t.equal(allowed?.status, 500)
    t.equal(await allowed?.text(), 'broken')
    t.strictSame([...headers, ...constant].join(), 'vary,Accept,vary,Accept', 'another route may answer with them')
  }
})

t.test('a class of responses with headers of their own', async (t) => {
  class Own extends Response {}
  const made: Response[] = []
  const handle = withCors(config, () => {
    const response = new Own('ok')
    made.push(response)
    return response
  })
  for (const _ of [1, 2]) t.equal(await handle(request()), made.at(-1), 'no copy')
})

t.test('a request that is handled twice in a row', async (t) => {
  const handler = withCors(config, () => new Response('ok'))
  const other = withCors({ origins: [EVIL] }, () => new Response('ok'))
  const failing = withCors({ origins: '*' }, () => {
    throw new Error('broken')
  })
  const one = request()
  await t.rejects(failing(one), { message: 'broken' })
  t.strictSame(fieldsOf(await handler(one)), ACTUAL)
  t.strictSame(fieldsOf(await other(one)), NONE)
  t.strictSame(fieldsOf(await handler(one)), ACTUAL)
})

t.test('a response that another app returns for two requests at once', async (t) => {
  const shared = new Response('ok')
  const wide = withCors({ origins: '*' }, () => shared)
  const strict = withCors(config, async () => {
    await wide(request('GET', { origin: APP }))
    return shared
  })
  t.strictSame(fieldsOf(await strict(request('GET', { origin: EVIL }))), NONE, 'to another origin')
  const later = withCors(config, async () => shared)
  t.strictSame(fieldsOf(await later(request('GET', { origin: EVIL }))), NONE)
})

t.test('values that are not a Response', async (t) => {
  const rows: [name: string, value: unknown, shown: RegExp][] = [
    ['a plain object', { ok: true }, /got an object/],
    ['Azure’s', { status: 200, jsonBody: {}, headers: { 'x-a': '1' } }, /got an object/],
    ['an object with a status', { status: 200 }, /got an object/],
    ['text', 'hello', /got "hello"/],
    ['null', null, /got null/],
    ['a number', 0, /got 0/],
    ['a function', () => new Response(), /got a function/],
  ]
  for (const [name, value, shown] of rows) {
    for (const handler of [() => value, async () => value]) {
      const wrapped = withCors(config, handler as () => Response)
      await t.rejects(wrapped(request()), TypeError, name)
      await t.rejects(wrapped(request()), { message: shown }, name)
    }
    const onError = withCors(config, () => Promise.reject(new Error('broken')), { onError: () => value as Response })
    await t.rejects(onError(request()), { message: shown }, `${name}, from onError`)
  }
  const none = withCors(config, () => Promise.reject(new Error('broken')), { onError: () => undefined as never })
  await t.rejects(none(request()), TypeError, 'nothing, from onError')
})

t.test('a Response of another class', async (t) => {
  const headers = new Headers({ vary: 'Accept' })
  const foreign = { status: 201, headers, body: null } as unknown as Response
  for (const response of [await answerWith(foreign), await answerWith(foreign)]) {
    t.equal(response.status, 201)
    t.strictSame(fieldsOf(response), { ...ACTUAL, vary: 'Accept, Origin' })
  }
  t.strictSame([...headers], [['vary', 'Accept']], 'nothing is known about these')
})

t.test('headers that do not take what is set', async (t) => {
  class Deaf extends Headers {
    override set(): void {}
    override delete(): void {}
  }
  const makers: Record<string, () => Response> = {
    'they ignore it': () =>
      new (class extends Response {
        readonly #headers = new Deaf({ 'access-control-allow-origin': '*', vary: 'Origin' })
        override get headers(): Headers {
          return this.#headers
        }
      })('ok'),
    'they are made anew each time': () =>
      new (class extends Response {
        override get headers(): Headers {
          return new Headers({ 'access-control-allow-origin': '*' })
        }
      })('ok'),
    'they throw': () =>
      Object.assign(
        Object.create({
          status: 200,
          body: 'ok',
          get headers() {
            return Object.freeze(new Map([['vary', 'Accept']]))
          },
        }),
      ),
    'nobody knows where they are': () =>
      new Proxy(new Response('ok', { headers: { 'access-control-allow-origin': '*' } }), {
        get: (target, name) => Reflect.get(target, name, target),
        getOwnPropertyDescriptor: () => undefined,
        getPrototypeOf: () => null,
      }),
  }
  for (const [name, make] of Object.entries(makers)) {
    for (const origin of [APP, EVIL]) {
      const response = await answerWith(make(), origin)
      const { vary, ...fields } = fieldsOf(response)
      t.match(vary, /Origin$/, name)
      t.strictSame({ ...fields, vary: 'Origin' }, origin === APP ? ACTUAL : NONE, name)
      t.equal(await response.text(), 'ok')
    }
  }
})

t.test('one response for many requests', async (t) => {
  class Own extends Response {}
  const init = { status: 404, headers: { vary: 'Accept' } }
  for (const constant of [new Response(null, init), new Own(null, init)]) {
    const handle = withCors(config, () => constant)
    const [allowed, refused] = await Promise.all([APP, EVIL].map((origin) => handle(request('GET', { origin }))))
    t.strictSame(fieldsOf(allowed), { ...ACTUAL, vary: 'Accept, Origin' })
    t.strictSame(fieldsOf(refused), { vary: 'Accept, Origin' })
    t.strictSame([allowed?.status, allowed?.body], [404, null])
    t.strictSame([...constant.headers], [['vary', 'Accept']], 'a route without a policy may return it')
  }
  const constant = Object.defineProperty(new Response('ok'), 'headers', { value: new Headers(init.headers) })
  t.strictSame(fieldsOf(await answerWith(constant)), { ...ACTUAL, vary: 'Accept, Origin' })
  t.strictSame([...constant.headers], [['vary', 'Accept']], 'others may have the same')
})

t.test('where to ask for a body changes the response', async (t) => {
  let asked = 0
  const ask = async (body: string | null) => {
    const response = new Response(body)
    Object.defineProperty(response, 'body', {
      get: () => {
        asked++
        return {}
      },
    })
    asked = 0
    t.equal(await answerWith(response), response, 'no copy')
    return asked
  }
  t.equal(await ask('text'), 1)
  t.intercept(globalThis, 'Deno' as never, { value: {}, configurable: true })
  t.equal(await ask('text'), 0, 'Deno forgets its length')
  t.equal(await ask(null), 1)
  t.intercept(globalThis, 'Bun' as never, { value: {}, configurable: true })
  t.equal(await ask(null), 0, 'Bun takes a text for bytes')
})

t.test('a class of responses that cannot be made without more', async (t) => {
  let made = 0
  class Page extends Response {
    constructor(title: string, { lines }: { lines: string[] }) {
      super([title, ...lines].join('\n'))
      made++
    }
  }
  const page = new Page('a', { lines: ['b'] })
  t.equal(await answerWith(page), page, 'no copy')
  t.equal(made, 1, 'and none is made to look at')
})

t.test('onError', async (t) => {
  const error = new Error('broken')
  const seen: unknown[][] = []
  const onError = (...args: [unknown, Request]) => {
    seen.push(args)
    return new Response('sorry', { status: 500, headers: { vary: 'Accept' } })
  }
  const handlers = [
    () => {
      throw error
    },
    async () => {
      await turn()
      throw error
    },
  ]
  for (const handler of handlers) {
    for (const make of [onError, async (...args: [unknown, Request]) => onError(...args)]) {
      seen.length = 0
      const one = request()
      const response = await withCors(config, handler, { onError: make })(one)
      t.strictSame([response.status, await response.text()], [500, 'sorry'])
      t.strictSame(fieldsOf(response), { ...ACTUAL, vary: 'Accept, Origin' })
      t.ok(seen.length === 1 && seen[0]?.[0] === error && seen[0]?.[1] === one)
    }
  }
  const mistaken = withCors(config, () => ({ ok: true }) as unknown as Response, { onError })
  t.equal((await mistaken(request())).status, 500, 'for what is no Response too')
  t.ok(seen.at(-1)?.[0] instanceof TypeError)
  const later = new Error('later')
  const failing = withCors(config, () => Promise.reject(error), {
    onError: () => {
      throw later
    },
  })
  t.equal(await failing(request()).catch((reason: unknown) => reason), later, 'what it throws itself is thrown')
  const refused = await withCors(config, () => Promise.reject(error), { onError })(request('GET', { origin: EVIL }))
  t.strictSame([refused.status, fieldsOf(refused)], [500, { vary: 'Accept, Origin' }])
  for (const options of [undefined, {}, { onError: undefined }]) {
    await t.rejects(withCors(config, () => Promise.reject(error), options)(request()), { message: 'broken' })
  }
})

t.test('invalid arguments are refused at startup', async (t) => {
  const app = { fetch: () => new Response() }
  const rows: [name: string, args: unknown[]][] = [
    ['no handler', []],
    ['a config as the handler', [config]],
    ['an app', [app]],
    ['options that are none', [() => new Response(), 1]],
    ['null for options', [() => new Response(), null]],
    ['another option', [() => new Response(), { onerror: () => {} }]],
    ['onError that is no function', [() => new Response(), { onError: 'x' }]],
  ]
  const messages: string[] = []
  for (const [name, args] of rows) {
    const wrap = () => Reflect.apply(withCors, undefined, [config, ...args])
    t.throws(wrap, TypeError, name)
    messages.push(`${name}: ${messageOf(wrap)}`)
  }
  t.matchSnapshot(messages.join('\n'))
  t.throws(() => withCors({ origins: [] }, undefined as never), CorsConfigError, 'the config first')
})

t.test('a header of an upstream does not switch the policy off', async (t) => {
  const handler = withCors({ origins: [APP] }, async () => {
    const headers = { 'x-hono-already-sent': 'true', 'Access-Control-Allow-Origin': EVIL }
    return new Response('from an upstream', { headers })
  })
  const { headers } = await handler(new Request('https://api.example.com/', { headers: { origin: EVIL } }))
  t.equal(headers.get('access-control-allow-origin'), null)
  t.equal(headers.get('vary'), 'Origin')
})

t.test('a refused response has no field that is called like those of CORS', async (t) => {
  const headers = {
    'Access-Control-Allow-Private-Network': 'true',
    'access-control-x': '1',
    'timing-allow-origin': '*',
  }
  for (const origin of [EVIL, 'null']) {
    const response = await answerWith(new Response('x', { headers }), origin)
    t.strictSame(Object.fromEntries(response.headers), {
      'content-type': 'text/plain;charset=UTF-8',
      'timing-allow-origin': '*',
      vary: 'Origin',
    })
  }
  const allowed = await answerWith(new Response('x', { headers }))
  t.equal(allowed.headers.get('access-control-allow-private-network'), 'true')
})

t.test('a request keeps the policy that it started with', async (t) => {
  const live = livePolicy(config)
  const handler = withCors(live, async () => {
    live.replace({ origins: [EVIL] })
    await turn()
    return new Response('ok')
  })
  t.strictSame(fieldsOf(await handler(request())), ACTUAL)
  t.strictSame(fieldsOf(await handler(request())), NONE)
})

t.test('enforce takes the host from the Host header, or else from the URL', async (t) => {
  let ran = 0
  const handler = withCors({ ...config, enforce: true }, () => {
    ran++
    return new Response('ok')
  })
  const rows: [name: string, headers: Record<string, string>, status: number][] = [
    ['the host of the URL', { origin: 'https://api.example.com' }, 200],
    ['another', { origin: EVIL }, 403],
    ['another port', { origin: 'https://api.example.com:8443' }, 403],
    ['Host before the URL', { origin: 'https://public.example.com', host: 'public.example.com' }, 200],
    ['Host before the URL, refused', { origin: 'https://api.example.com', host: 'public.example.com' }, 403],
    ['no X-Forwarded-Host', { origin: EVIL, 'x-forwarded-host': 'app.example.com.evil.com' }, 403],
    ['Sec-Fetch-Site before both', { origin: EVIL, 'sec-fetch-site': 'same-origin' }, 200],
    ['a cross-site write', { 'sec-fetch-site': 'cross-site' }, 403],
    ['no browser', {}, 200],
  ]
  for (const [name, headers, status] of rows) {
    ran = 0
    const response = await handler(request('POST', headers))
    t.strictSame([response.status, fieldsOf(response), ran], [status, NONE, status === 200 ? 1 : 0], name)
    if (status === 403) t.equal(response.body, null)
  }
  const allowed = await handler(request('POST', { origin: APP, 'sec-fetch-site': 'cross-site' }))
  t.strictSame([allowed.status, fieldsOf(allowed)], [200, ACTUAL])
})
