import { type Answer, type Case, type Hop, type Lines, ORIGIN, PLAIN_ANSWER, PLAIN_CASE, PLAIN_HOP } from './case.js'

/** A request that fails, for each main reason why one does. */
export const CONSOLE_CASES: Readonly<Record<string, Case>> = {
  'no Access-Control-Allow-Origin': ask({}, answers({})),
  'none in an error page': ask({}, answers({ status: 404 })),
  'a wildcard with credentials': ask({ credentials: 'include' }, answers(allow('*'))),
  'two origins in two lines': ask({}, answers(allow('*', ['Access-Control-Allow-Origin', '*']))),
  'two origins in one line': ask({}, answers(allow('https://a.test, https://b.test'))),
  'another origin': ask({}, answers(allow('https://b.test'))),
  'the origin null': ask({}, answers(allow('null'))),
  'a host': ask({}, answers(allow('app.test'))),
  'an empty origin': ask({}, answers(allow(''))),
  'credentials not allowed': ask({ credentials: 'include' }, answers(allow(ORIGIN))),
  'credentials True': ask(
    { credentials: 'include' },
    answers(allow(ORIGIN, ['Access-Control-Allow-Credentials', 'True'])),
  ),
  'a preflight without Access-Control-Allow-Origin': put({}),
  'a preflight that is forbidden': put({ status: 403 }),
  'a preflight for another origin': put(allow('https://b.test')),
  'a preflight that is an error': put({ ...allow(ORIGIN), status: 500 }),
  'a preflight that is redirected': put({ ...allow(ORIGIN), status: 301 }, PLAIN_HOP),
  'a preflight that is redirected and has no Access-Control-Allow-Origin': put({ status: 301 }, PLAIN_HOP),
  'a preflight that is redirected nowhere': put({ ...allow(ORIGIN), status: 301 }),
  'no such method': put(allow(ORIGIN)),
  'methods that are no list': put(allow(ORIGIN, ['Access-Control-Allow-Methods', 'a b'])),
  'headers that are no list': put(
    allow(ORIGIN, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', 'x, a b']),
  ),
  'headers that are no list, and no such method': put(allow(ORIGIN, ['Access-Control-Allow-Headers', 'x, a b'])),
  'no such header': put(allow(ORIGIN, ['Access-Control-Allow-Methods', 'PUT'])),
  'Authorization and a wildcard': authorized({}, allow(ORIGIN, ['Access-Control-Allow-Headers', '*'])),
  'Authorization and another header': authorized({}, allow(ORIGIN, ['Access-Control-Allow-Headers', 'x-a'])),
  'Authorization and a wildcard with credentials': authorized(
    { credentials: 'include' },
    allow(ORIGIN, ['Access-Control-Allow-Credentials', 'true'], ['Access-Control-Allow-Headers', '*']),
  ),
  'a redirect without Access-Control-Allow-Origin': ask({}, answers({ status: 302 }), answers(allow('*'))),
  'a redirect to one that has none': ask({}, answers({ ...allow(ORIGIN), status: 302 }), answers({})),
  'a redirect to one that names the page': ask({}, answers({ ...allow(ORIGIN), status: 302 }), {
    ...answers(allow(ORIGIN)),
    server: 2,
  }),
  'a redirect with a user': ask({}, answers({ ...allow(ORIGIN), status: 302 }), { ...PLAIN_HOP, location: 'password' }),
  'a redirect to another scheme': ask({}, answers({ ...allow(ORIGIN), status: 302 }), {
    ...PLAIN_HOP,
    location: 'scheme',
  }),
  'a redirect that is none': ask({ redirect: 'error' }, answers({ ...allow(ORIGIN), status: 302 }), PLAIN_HOP),
  'an image': ask({ via: 'image' }, answers({})),
  'an image of another origin': ask({ via: 'image' }, answers(allow('https://b.test'))),
  'an image that is kept back': ask(
    { via: 'image', mode: 'no-cors', credentials: 'include' },
    answers({ headers: [['Cross-Origin-Resource-Policy', 'same-origin']] }),
  ),
}

function ask(request: Partial<Case>, ...hops: readonly Hop[]): Case {
  return { ...PLAIN_CASE, ...request, hops }
}

function put(preflight: Partial<Answer>, ...next: readonly Hop[]): Case {
  return ask({ method: 'PUT', headers: [['X-A', '1']] }, preflighted(preflight), ...next)
}

function authorized(request: Partial<Case>, preflight: Answer): Case {
  return ask({ ...request, headers: [['authorization', 'x']] }, preflighted(preflight))
}

function preflighted(answer: Partial<Answer>): Hop {
  return { ...answers(allow(ORIGIN)), preflight: { ...PLAIN_ANSWER, ...answer } }
}

function answers(answer: Partial<Answer>): Hop {
  return { ...PLAIN_HOP, actual: { ...PLAIN_ANSWER, ...answer } }
}

function allow(origin: string, ...more: Lines): Answer {
  return { ...PLAIN_ANSWER, headers: [['Access-Control-Allow-Origin', origin], ...more] }
}
