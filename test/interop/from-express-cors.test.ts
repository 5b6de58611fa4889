import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { fromExpressCors } from '../../src/interop/from-express-cors.js'
import { briefNotes, briefProblems, firstMessage } from './support.js'

const A = 'https://a.test'
const METHODS = ['PUT', 'PATCH', 'DELETE']
const ANY_HEADER = ['*', 'authorization']

t.test('options', async (t) => {
  const rows: [options: object, config: CorsConfig, notes: string[]][] = [
    [{}, { origins: '*', methods: METHODS, headers: ANY_HEADER }, ['origin-default origin']],
    [{ origin: '*' }, { origins: '*', methods: METHODS, headers: ANY_HEADER }, []],
    [{ origin: true }, { origins: '*', methods: METHODS, headers: ANY_HEADER }, []],
    [{ origin: A }, { origins: [A], methods: METHODS, headers: ANY_HEADER }, []],
    [{ origin: A, credentials: true }, { origins: [A], methods: METHODS, headers: '*', credentials: true }, []],
    [{ origin: A, credentials: false }, { origins: [A], methods: METHODS, headers: ANY_HEADER }, []],
    [
      {
        origin: [A, /^https:\/\/(.+\.)?b\.test$/i, /^https:\/\/pr-.*\.c\.test$/],
        methods: 'GET, PUT',
        allowedHeaders: 'Content-Type,X-Id',
        exposedHeaders: ['X-Total'],
        maxAge: 100_000,
        optionsSuccessStatus: 200,
        preflightContinue: true,
      },
      {
        origins: [A, 'https://b.test', 'https://*.b.test', 'https://pr-*.c.test'],
        methods: ['PUT'],
        headers: ['content-type', 'x-id'],
        exposeHeaders: ['x-total'],
        maxAge: 86_400,
        preflightStatus: 200,
      },
      ['pattern-narrowed origin[2]', 'max-age-capped maxAge', 'preflight-differs preflightContinue'],
    ],
    [{ origin: A, methods: [], headers: '' }, { origins: [A], headers: ANY_HEADER }, []],
    [{ origin: false }, { origins: 'none', methods: METHODS, headers: ANY_HEADER }, []],
    [{ origin: undefined }, { origins: 'none', methods: METHODS, headers: ANY_HEADER }, []],
    [{ origin: null }, { origins: 'none', methods: METHODS, headers: ANY_HEADER }, []],
    [
      { origin: A, maxAge: '5', methods: ['PUT'] },
      { origins: [A], methods: ['PUT'], headers: ANY_HEADER, maxAge: 5 },
      [],
    ],
    [
      { origin: '*', credentials: true, methods: ['PUT'] },
      { origins: '*', methods: ['PUT'], headers: ANY_HEADER },
      ['credentials-differ credentials'],
    ],
    [
      { credentials: true, methods: ['PUT'] },
      { origins: '*', methods: ['PUT'], headers: ANY_HEADER },
      ['origin-default origin', 'credentials-differ credentials'],
    ],
    [
      { origin: A, methods: '*', allowedHeaders: ['x', '*'], exposedHeaders: '*', credentials: true },
      { origins: [A], headers: ['x'], credentials: true },
      ['wildcard-dropped methods', 'wildcard-dropped allowedHeaders[1]', 'wildcard-dropped exposedHeaders'],
    ],
    [{ origin: A, methods: [], allowedHeaders: [] }, { origins: [A] }, []],
    [{ origin: A, methods: '*', headers: ['x-id'] }, { origins: [A], methods: '*', headers: ['x-id'] }, []],
    [{ origin: A, methods: ['PUT'], allowedHeaders: '' }, { origins: [A], methods: ['PUT'], headers: ANY_HEADER }, []],
    [
      {
        origin: A,
        optionsSuccessStatus: 204,
        maxAge: null,
        allowedHeaders: ['x'],
        methods: ['PUT'],
        exposedHeaders: null,
      },
      { origins: [A], methods: ['PUT'], headers: ['x'] },
      [],
    ],
  ]
  for (const [options, config, notes] of rows) {
    const imported = fromExpressCors(options)
    t.strictSame(imported.config, config)
    t.strictSame(briefNotes(imported), notes)
  }
  t.strictSame(fromExpressCors('{"origin":"https://a.test"}').config.origins, [A])
})

t.test('values that look like a list or an expression but cannot be read', async (t) => {
  const throws = new Proxy([A], { get: fail })
  const endless = Object.assign([A], { length: 2 ** 32 - 1 })
  const rows: [options: unknown, problems: string[]][] = [
    [{ origin: throws }, ['document-unreadable origin']],
    [{ origin: endless }, ['document-limit origin']],
    [{ origin: revoked() }, ['document-unreadable origin']],
    [{ origin: Object.create(RegExp.prototype) }, ['regex origin']],
    [{ origin: Object.defineProperty(/a/, Symbol.match, { get: fail }) }, ['regex origin']],
    [{ origin: A, methods: throws }, ['document-unreadable methods']],
    [{ origin: A, exposedHeaders: endless }, ['document-limit exposedHeaders']],
  ]
  for (const [options, problems] of rows) {
    t.strictSame(
      briefProblems(() => fromExpressCors(options)),
      problems,
    )
  }
  const pretending = Object.defineProperty(/^https:\/\/a\.test$/, 'flags', { get: fail })
  t.strictSame(fromExpressCors({ origin: pretending }).config.origins, [A])
})

t.test('refused', async (t) => {
  const rows: [options: unknown, problems: string[]][] = [
    [null, ['nothing-found document']],
    [{ origins: [A] }, ['unknown-key origins']],
    [{ origin: true, credentials: true }, ['reflects-any-origin origin']],
    [() => A, ['origin-function document']],
    [{ origin: 5 }, ['wrong-value origin']],
    [{ origin: () => true }, ['origin-function origin']],
    [{ origin: [A, true] }, ['wrong-value origin[1]']],
    [{ origin: [A, '*'] }, ['wildcard-in-list origin[1]']],
    [{ origin: [] }, ['origins-missing origin']],
    [{ origin: [A, 'https://*.b.test'] }, ['literal-pattern origin[1]']],
    [{ origin: [A, 'b.test'] }, ['origin-syntax origin[1]']],
    [{ origin: [A, /a\.test/] }, ['regex origin[1]']],
    [{ origin: [A, /^https:\/\/a\.test$/g] }, ['regex-flags origin[1]']],
    [{ origin: A, methods: 'get' }, ['method-case methods']],
    [{ origin: A, methods: 5 }, ['wrong-value methods']],
    [{ origin: A, exposedHeaders: [5] }, ['wrong-value exposedHeaders[0]']],
    [{ origin: A, optionsSuccessStatus: 302 }, ['status-range optionsSuccessStatus']],
    [{ origin: A, credentials: 'true' }, ['wrong-value credentials']],
    [{ origin: A, preflightContinue: 1 }, ['wrong-value preflightContinue']],
  ]
  for (const [options, problems] of rows) {
    t.strictSame(
      briefProblems(() => fromExpressCors(options)),
      problems,
      JSON.stringify(options),
    )
  }
  t.match(
    firstMessage(() => fromExpressCors({ origin: true, credentials: true })),
    /List the origins/,
  )
})

function fail(): never {
  throw new Error('hostile')
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

t.test('a function names the way out', async (t) => {
  t.match(
    firstMessage(() => fromExpressCors({ origin: () => true })),
    /livePolicy\(\) and policy\.origins.*docs\/data-origins\.md/,
  )
  t.match(
    firstMessage(() => fromExpressCors(() => ({ origin: true }))),
    'docs/servers.md',
  )
})
