import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { fromFastifyCors } from '../../src/interop/from-fastify-cors.js'
import { briefNotes, briefProblems } from './support.js'

const A = 'https://a.test'
const ANY_HEADER = ['*', 'authorization']

t.test('options', async (t) => {
  const rows: [options: object, config: CorsConfig, notes: string[]][] = [
    [{}, { origins: '*', headers: ANY_HEADER }, ['origin-default origin']],
    [{ origin: true }, { origins: '*', headers: ANY_HEADER }, []],
    [
      { origin: A, allowedHeaders: null, exposedHeaders: null, maxAge: null },
      { origins: [A], headers: ANY_HEADER },
      [],
    ],
    [{ origin: [A, '*'] }, { origins: [A, '*'], headers: ANY_HEADER }, []],
    [
      {
        origin: [A, /^http:\/\/localhost(:\d+)?$/],
        methods: ['GET', 'PUT'],
        allowedHeaders: ['content-type'],
        exposedHeaders: 'x-total',
        credentials: true,
        maxAge: 600,
        optionsSuccessStatus: 200,
        strictPreflight: false,
        preflight: true,
        preflightContinue: true,
        cacheControl: 60,
        hook: 'preHandler',
        hideOptionsRoute: false,
        logLevel: 'warn',
      },
      {
        origins: [A, 'http://localhost:*'],
        methods: ['PUT'],
        headers: ['content-type'],
        exposeHeaders: ['x-total'],
        credentials: true,
        maxAge: 600,
        preflightStatus: 200,
      },
      [
        'preflight-differs strictPreflight',
        'preflight-differs preflightContinue',
        'option-dropped cacheControl',
        'option-dropped hook',
        'option-dropped hideOptionsRoute',
        'option-dropped logLevel',
      ],
    ],
    [
      { origin: A, allowedHeaders: ['x'], strictPreflight: true, hook: 'onRequest', hideOptionsRoute: true },
      { origins: [A], headers: ['x'] },
      [],
    ],
  ]
  for (const [options, config, notes] of rows) {
    const imported = fromFastifyCors(options)
    t.strictSame(imported.config, config)
    t.strictSame(briefNotes(imported), notes)
  }
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
      briefProblems(() => fromFastifyCors(options)),
      problems,
    )
  }
  const pretending = Object.defineProperty(/^https:\/\/a\.test$/, 'flags', { get: fail })
  t.strictSame(fromFastifyCors({ origin: pretending }).config.origins, [A])
})

t.test('refused', async (t) => {
  const rows: [options: unknown, problems: string[]][] = [
    ['nonsense', ['wrong-type document']],
    [{ delegator: () => {} }, ['unknown-option delegator']],
    [{ origin: A, preflight: false }, ['unknown-option preflight']],
    [{ origin: true, credentials: true }, ['wildcard-with-credentials origin']],
    [{ origin: ['*'], credentials: true }, ['wildcard-with-credentials origin']],
    [{ origin: false }, ['origins-missing origin']],
    [{ origin: () => A }, ['origin-syntax origin']],
    [{ origin: [A, /example\.com$/] }, ['origin-syntax origin[1]']],
    [{ origin: 'https://*.a.test' }, ['origin-syntax origin']],
    [{ origin: [A, 7] }, ['wrong-type origin[1]']],
  ]
  for (const [options, problems] of rows) {
    t.strictSame(
      briefProblems(() => fromFastifyCors(options)),
      problems,
      String(options),
    )
  }
})

function fail(): never {
  throw new Error('hostile')
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
