import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { fromStarlette } from '../../src/interop/from-starlette.js'
import { briefNotes, briefProblems, firstMessage } from './support.js'

const A = 'https://a.test'
const FULL = ['GET', 'HEAD', 'POST']

t.test('arguments', async (t) => {
  const rows: [name: string, args: object, config: CorsConfig, notes: string[]][] = [
    [
      'the defaults of the rest',
      { allow_origins: [A] },
      { origins: [A], headers: ['content-type'], maxAge: 600 },
      ['safelisted-method allow_methods'],
    ],
    [
      'everything',
      {
        allow_origins: [A],
        allow_methods: [...FULL, 'PUT'],
        allow_headers: ['X-Id', 'Accept', 'content-type'],
        allow_credentials: true,
        expose_headers: ['X-Total'],
        max_age: 5,
      },
      {
        origins: [A],
        methods: ['PUT'],
        headers: ['content-type', 'x-id'],
        exposeHeaders: ['x-total'],
        credentials: true,
        maxAge: 5,
      },
      [],
    ],
    [
      'wildcards',
      { allow_origins: ['*'], allow_methods: ['*'], allow_headers: ['*'], expose_headers: ['*'] },
      {
        origins: '*',
        methods: ['DELETE', 'OPTIONS', 'PATCH', 'PUT'],
        headers: ['*', 'authorization'],
        exposeHeaders: '*',
        maxAge: 600,
      },
      [],
    ],
    [
      'every header with credentials',
      { allow_origins: [A], allow_methods: FULL, allow_headers: ['*'], allow_credentials: true },
      { origins: [A], headers: '*', credentials: true, maxAge: 600 },
      [],
    ],
    [
      'a regular expression',
      { allow_origins: [A], allow_origin_regex: 'https://.*\\.b\\.test', allow_methods: FULL, max_age: 604800 },
      { origins: [A, 'https://*.b.test'], headers: ['content-type'], maxAge: 86400 },
      ['max-age-capped max_age'],
    ],
    [
      'a regular expression that matches more',
      { allow_origin_regex: 'https://pr-.*\\.b\\.test', allow_methods: FULL, allow_credentials: false },
      { origins: ['https://pr-*.b.test'], headers: ['content-type'], credentials: false, maxAge: 600 },
      ['pattern-narrowed allow_origin_regex'],
    ],
    [
      'what means nothing',
      { allow_origins: [A], allow_methods: FULL, expose_headers: null, max_age: null, allow_private_network: false },
      { origins: [A], headers: ['content-type'] },
      [],
    ],
    [
      'numbers',
      { allow_origins: [A], allow_origin_regex: '', allow_methods: FULL, max_age: -1, allow_private_network: true },
      { origins: [A], headers: ['content-type'], maxAge: 0 },
      ['max-age-explicit max_age', 'option-dropped allow_private_network'],
    ],
    [
      'None',
      { allow_origins: [A], allow_origin_regex: null, allow_methods: FULL },
      { origins: [A], headers: ['content-type'], maxAge: 600 },
      [],
    ],
  ]
  for (const [name, args, config, notes] of rows) {
    for (const document of [args, JSON.stringify(args), `\uFEFF${JSON.stringify(args)}`]) {
      const imported = fromStarlette(document)
      t.strictSame(imported.config, config, name)
      t.strictSame(briefNotes(imported), notes, name)
      t.ok(Object.isFrozen(imported) && Object.isFrozen(imported.notes))
    }
  }
})

t.test('refused', async (t) => {
  const rows: [document: unknown, problems: string[]][] = [
    [undefined, ['nothing-found document']],
    [[], ['nothing-found document']],
    ['', ['nothing-found document']],
    ['{', ['document-syntax document']],
    ['[]', ['nothing-found document']],
    ['null', ['document-syntax document']],
    [{}, ['origins-missing allow_origins']],
    [{ allow_origins: [] }, ['origins-missing allow_origins']],
    [{ allow_origins: '*' }, ['wrong-value allow_origins']],
    [{ allow_origins: [A], allow_private_network: true, 'odd key': 1 }, ['unknown-key "odd key"']],
    [{ allow_origins: ['*'], allow_credentials: true }, ['reflects-any-origin allow_origins[0]']],
    [{ allow_origins: [A, '*'], allow_credentials: true }, ['reflects-any-origin allow_origins[1]']],
    [
      { allow_origins: [A, `${A}/`, 'null'] },
      ['origin-not-canonical allow_origins[1]', 'origin-null allow_origins[2]'],
    ],
    [{ allow_origins: [A, 'https://*.b.test'] }, ['literal-pattern allow_origins[1]']],
    [{ allow_origins: [A, 'http://10.0.0.0/8'] }, ['literal-pattern allow_origins[1]']],
    [{ allow_origins: ['http://b.test'], allow_credentials: true }, ['insecure-origin allow_origins[0]']],
    [{ allow_origins: [A], allow_origin_regex: 5 }, ['wrong-value allow_origin_regex']],
    [{ allow_origins: [A], allow_origin_regex: '.*' }, ['regex allow_origin_regex']],
    [{ allow_origin_regex: 'https://.*\\.github\\.io', allow_credentials: true }, ['public-suffix allow_origin_regex']],
    [
      { allow_origins: [A], expose_headers: ['*'], allow_credentials: true },
      ['expose-wildcard-with-credentials expose_headers'],
    ],
    [
      { allow_origins: [A], allow_methods: ['GET', 'put', ''] },
      ['wrong-value allow_methods[2]', 'method-case allow_methods[1]'],
    ],
    [{ allow_origins: [A], allow_headers: ['x y'] }, ['header-syntax allow_headers[0]']],
    [
      { allow_origins: null, allow_methods: null, allow_headers: null },
      ['source-fails allow_origins', 'source-fails allow_methods', 'source-fails allow_headers'],
    ],
    [{ allow_origins: [A], allow_credentials: 'true' }, ['wrong-value allow_credentials']],
    [{ allow_origins: [A], max_age: 1.5 }, ['max-age-range max_age']],
    [{ allow_origins: [A], max_age: Number.NaN }, ['wrong-value max_age']],
    [{ allow_origins: [A], allow_credentials: 'yes' }, ['wrong-value allow_credentials']],
  ]
  for (const [document, problems] of rows) {
    t.strictSame(
      briefProblems(() => fromStarlette(document)),
      problems,
      JSON.stringify(document),
    )
  }
  const unreadable = {
    get allow_origins() {
      throw new Error('no')
    },
  }
  t.strictSame(
    briefProblems(() => fromStarlette(unreadable)),
    ['document-unreadable allow_origins'],
  )
  t.match(
    firstMessage(() => fromStarlette([])),
    /Starlette.* allow_origins,/,
  )
})
