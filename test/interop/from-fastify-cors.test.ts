import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { fromFastifyCors } from '../../src/interop/from-fastify-cors.js'
import { briefNotes, briefProblems, firstMessage } from './support.js'

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
    [{ origin: false }, { origins: 'none', headers: ANY_HEADER }, []],
    [{ origin: ['*'], credentials: true }, { origins: '*', headers: ANY_HEADER }, ['credentials-differ credentials']],
    [{ origin: A, allowedHeaders: undefined, exposedHeaders: undefined, maxAge: undefined }, { origins: [A] }, []],
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
      briefProblems(() => fromFastifyCors(options)),
      problems,
    )
  }
  const pretending = Object.defineProperty(/^https:\/\/a\.test$/, 'flags', { get: fail })
  t.strictSame(fromFastifyCors({ origin: pretending }).config.origins, [A])
})

t.test('refused', async (t) => {
  const rows: [options: unknown, problems: string[]][] = [
    ['nonsense', ['document-syntax document']],
    [() => A, ['origin-function document']],
    [{ origin: undefined }, ['source-fails origin']],
    [{ origin: '' }, ['source-fails origin']],
    [
      { origin: A, methods: undefined, optionsSuccessStatus: null, hook: undefined },
      ['source-fails methods', 'source-fails optionsSuccessStatus', 'source-fails hook'],
    ],
    [{ origin: A, hook: 'never' }, ['wrong-value hook']],
    [{ delegator: () => {} }, ['origin-function delegator']],
    [{ origin: A, preflight: false }, ['preflight-off preflight']],
    [{ origin: true, credentials: true }, ['reflects-any-origin origin']],
    [{ origin: () => A }, ['origin-function origin']],
    [{ origin: [A, /example\.com$/] }, ['regex origin[1]']],
    [{ origin: 'https://*.a.test' }, ['literal-pattern origin']],
    [{ origin: [A, 7] }, ['wrong-value origin[1]']],
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

t.test('a function names the way out', async (t) => {
  t.match(
    firstMessage(() => fromFastifyCors({ origin: () => true })),
    /livePolicy\(\) and policy\.origins.*docs\/data-origins\.md/,
  )
  t.match(
    firstMessage(() => fromFastifyCors(() => ({ origin: true }))),
    'docs/servers.md',
  )
  t.match(
    firstMessage(() => fromFastifyCors({ delegator: () => {} })),
    'docs/servers.md',
  )
})
