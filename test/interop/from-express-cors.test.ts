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

t.test('what looks like a list or an expression, and cannot be read', async (t) => {
  const throws = new Proxy([A], { get: fail })
  const endless = Object.assign([A], { length: 2 ** 32 - 1 })
  const rows: [options: unknown, problems: string[]][] = [
    [{ origin: throws }, ['wrong-type origin']],
    [{ origin: endless }, ['wrong-type origin']],
    [{ origin: revoked() }, ['wrong-type origin']],
    [{ origin: Object.create(RegExp.prototype) }, ['origin-syntax origin']],
    [{ origin: Object.defineProperty(/a/, Symbol.match, { get: fail }) }, ['origin-syntax origin']],
    [{ origin: A, methods: throws }, ['wrong-type methods']],
    [{ origin: A, exposedHeaders: endless }, ['wrong-type exposedHeaders']],
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
    [null, ['wrong-type document']],
    [{ origins: [A] }, ['unknown-option origins']],
    [{ origin: true, credentials: true }, ['wildcard-with-credentials origin']],
    [{ origin: '*', credentials: true }, ['wildcard-with-credentials origin']],
    [{ credentials: true }, ['wildcard-with-credentials origin']],
    [{ origin: false }, ['origins-missing origin']],
    [{ origin: null }, ['wrong-type origin']],
    [{ origin: 5 }, ['wrong-type origin']],
    [{ origin: () => true }, ['origin-syntax origin']],
    [{ origin: [A, true] }, ['wrong-type origin[1]']],
    [{ origin: [A, '*'] }, ['origin-syntax origin[1]']],
    [{ origin: [] }, ['origins-missing origin']],
    [{ origin: [A, 'https://*.b.test'] }, ['origin-syntax origin[1]']],
    [{ origin: [A, 'b.test'] }, ['origin-syntax origin[1]']],
    [{ origin: [A, /a\.test/] }, ['origin-syntax origin[1]']],
    [{ origin: [A, /^https:\/\/a\.test$/g] }, ['origin-syntax origin[1]']],
    [{ origin: A, methods: '*', credentials: true }, ['method-syntax methods']],
    [{ origin: A, allowedHeaders: ['x', '*'], credentials: true }, ['header-syntax allowedHeaders[1]']],
    [{ origin: A, methods: 'get' }, ['method-case methods']],
    [{ origin: A, methods: 5 }, ['wrong-type methods']],
    [{ origin: A, exposedHeaders: [5] }, ['wrong-type exposedHeaders[0]']],
    [{ origin: A, exposedHeaders: '*', credentials: true }, ['expose-wildcard-with-credentials exposedHeaders']],
    [{ origin: A, maxAge: '5' }, ['wrong-type maxAge']],
    [{ origin: A, optionsSuccessStatus: 302 }, ['status-range optionsSuccessStatus']],
    [{ origin: A, credentials: 'true' }, ['wrong-type credentials']],
    [{ origin: A, preflightContinue: 1 }, ['wrong-type preflightContinue']],
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
    /list your origins/,
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
