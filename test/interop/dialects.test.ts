import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { fromGcs } from '../../src/interop/from-gcs.js'
import { fromHeaders } from '../../src/interop/from-headers.js'
import { fromIngressNginx } from '../../src/interop/from-ingress-nginx.js'
import { fromIstio } from '../../src/interop/from-istio.js'
import { fromKong } from '../../src/interop/from-kong.js'
import { fromR2 } from '../../src/interop/from-r2.js'
import { fromTraefik } from '../../src/interop/from-traefik.js'
import type { Imported } from '../../src/interop/note.js'
import { briefNotes, briefProblems } from './support.js'

const A = 'https://a.test'
const B = 'https://b.test'
const ALL = ['GET', 'HEAD', 'POST']
const PREFIX = 'nginx.ingress.kubernetes.io/'

type From = (document: unknown) => Imported
type Row = [from: From, document: unknown, config: CorsConfig, notes: string[]]

t.test('converted', async (t) => {
  const rows: Row[] = [
    [
      fromR2,
      {
        rules: [
          {
            allowed: { origins: [A], methods: [...ALL, 'PUT'], headers: ['x-id'] },
            exposeHeaders: ['etag'],
            maxAgeSeconds: 60,
            id: 'a',
          },
        ],
      },
      { origins: [A], methods: ['PUT'], headers: ['x-id'], exposeHeaders: ['etag'], maxAge: 60 },
      [],
    ],
    [fromR2, [{ AllowedOrigins: [A], AllowedMethods: ALL }], { origins: [A] }, []],
    [
      fromGcs,
      [{ origin: ['*'], method: ['*'], responseHeader: ['content-type', 'Set-Cookie', 'Host'], maxAgeSeconds: 60 }],
      { origins: '*', methods: '*', headers: ['content-type'], exposeHeaders: ['content-type', 'host'], maxAge: 60 },
      ['names-dropped [0].responseHeader', 'names-dropped [0].responseHeader'],
    ],
    [fromGcs, { cors: { origin: A, method: ALL } }, { origins: [A] }, []],
    [
      fromIngressNginx,
      {
        [`${PREFIX}enable-cors`]: 'true',
        [`${PREFIX}cors-allow-origin`]: `${A}, ${B}:8443,`,
        [`${PREFIX}cors-allow-methods`]: 'GET, HEAD, POST',
        [`${PREFIX}cors-allow-headers`]: 'x-id',
        [`${PREFIX}cors-expose-headers`]: '*, etag',
        [`${PREFIX}cors-max-age`]: '60',
        other: 'x',
      },
      {
        origins: [A, 'https://b.test:8443'],
        headers: ['x-id'],
        exposeHeaders: ['etag'],
        credentials: true,
        maxAge: 60,
      },
      [`wildcard-dropped ${PREFIX}cors-expose-headers`],
    ],
    [
      fromIngressNginx,
      { 'enable-cors': true, 'cors-allow-credentials': 'false', 'cors-max-age': 5 },
      {
        origins: '*',
        methods: ['PUT', 'DELETE', 'PATCH', 'OPTIONS'],
        headers: [
          'user-agent',
          'x-requested-with',
          'if-modified-since',
          'cache-control',
          'content-type',
          'range',
          'authorization',
        ],
        credentials: false,
        maxAge: 5,
      },
      [
        `origin-default ${PREFIX}cors-allow-origin`,
        `safelisted-method ${PREFIX}cors-allow-methods`,
        `names-dropped ${PREFIX}cors-allow-headers`,
      ],
    ],
    [fromIngressNginx, { 'enable-cors': 'false' }, { origins: 'none' }, ['not-enabled enable-cors']],
    [
      fromTraefik,
      {
        headers: {
          accessControlAllowOriginList: [A],
          accessControlAllowOriginListRegex: ['^https://(.*\\.)?b\\.test$'],
          accessControlAllowCredentials: true,
          accessControlAllowMethods: ALL,
          accessControlExposeHeaders: 'etag',
          customFrameOptionsValue: 'x',
        },
      },
      { origins: [A, B, 'https://*.b.test'], exposeHeaders: ['etag'], credentials: true },
      [],
    ],
    [
      fromTraefik,
      { accessControlAllowOriginList: ['*'], accessControlAllowMethods: ALL, accessControlMaxAge: 60 },
      { origins: '*', maxAge: 60 },
      [],
    ],
    [
      fromIstio,
      {
        spec: {
          http: [
            {
              corsPolicy: {
                allowOrigins: [{ exact: A }, { regex: 'https://(.*\\.)?b\\.test' }],
                allowMethods: ALL,
                allowHeaders: ['*'],
                exposeHeaders: ['etag'],
                allowCredentials: true,
                maxAge: '1h30m',
                unmatchedPreflights: 'IGNORE',
              },
            },
          ],
        },
      },
      {
        origins: [A, B, 'https://*.b.test'],
        headers: '*',
        exposeHeaders: ['etag'],
        credentials: true,
        maxAge: 5400,
      },
      [],
    ],
    [
      fromIstio,
      {
        allowOrigin: ['*'],
        allowMethods: ALL,
        allowHeaders: ['*'],
        allowCredentials: false,
        unmatchedPreflights: 'FORWARD',
      },
      { origins: '*', headers: ['*', 'authorization'], credentials: false },
      ['option-dropped unmatchedPreflights'],
    ],
    [
      fromKong,
      {
        name: 'cors',
        config: {
          origins: [A, '^https?://localhost(:\\d+)?$'],
          methods: [...ALL, 'PUT'],
          headers: ['x-id'],
          exposed_headers: ['etag'],
          credentials: true,
          max_age: 60,
          preflight_continue: true,
          private_network: true,
          allow_origin_absent: false,
        },
      },
      {
        origins: [A, 'http://localhost:*', 'https://localhost:*'],
        methods: ['PUT'],
        headers: ['x-id'],
        exposeHeaders: ['etag'],
        credentials: true,
        maxAge: 60,
        preflightStatus: 200,
      },
      [
        'preflight-differs config.preflight_continue',
        'option-dropped config.private_network',
        'option-dropped config.allow_origin_absent',
      ],
    ],
    [
      fromKong,
      { plugins: [{ name: 'cors' }] },
      {
        origins: '*',
        methods: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
        headers: ['*', 'authorization'],
        preflightStatus: 200,
      },
      ['origin-default plugins[0].origins'],
    ],
    [
      fromKong,
      { origins: ['*', A], methods: ALL, headers: ['x'] },
      { origins: '*', headers: ['x'], preflightStatus: 200 },
      [],
    ],
    [
      fromHeaders,
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Access-Control-Max-Age': 60 },
      { origins: '*', headers: '*', maxAge: 60 },
      [],
    ],
    [
      fromHeaders,
      [
        { key: 'Access-Control-Allow-Origin', value: A },
        { key: 'Access-Control-Allow-Credentials', value: 'true' },
      ],
      { origins: [A], credentials: true },
      [],
    ],
    [
      fromHeaders,
      "res.header('Access-Control-Allow-Methods', ['GET', 'PUT'].join(','))\nres.header(\"Access-Control-Allow-Origin\", `https://a.test`)",
      { origins: [A], methods: ['PUT'] },
      [],
    ],
    [
      fromHeaders,
      '# Access-Control-Allow-Origin: x\nresponse.headers["Access-Control-Allow-Origin"] = "https://a.test"\nif (h["Access-Control-Allow-Origin"] == "x") {}\nres.removeHeader("Access-Control-Allow-Origin")',
      { origins: [A] },
      [],
    ],
    [
      fromHeaders,
      'more_set_headers "Access-Control-Allow-Origin: https://a.test";\nadd_header Access-Control-Allow-Methods GET,PUT;',
      { origins: [A], methods: ['PUT'] },
      [],
    ],
    [fromHeaders, 'add_header Access-Control-Allow-Origin $http_origin;', { origins: '*' }, []],
    [
      fromHeaders,
      'map $http_origin $ok {\n  default 0;\n  ~*^https://B\\.test$ 1;\n  "https://a.test" 1;\n}\nif ($ok) { add_header Access-Control-Allow-Origin $http_origin; }',
      { origins: [B, A] },
      [],
    ],
    [
      fromHeaders,
      'if ($http_origin = "https://a.test") { add_header Access-Control-Allow-Origin $http_origin; }\nif ($http_origin ~ \'^https://b\\.test$\') { add_header Access-Control-Allow-Origin $http_origin; }',
      { origins: [A, B] },
      [],
    ],
    [
      fromHeaders,
      'SetEnvIfNoCase Origin "^https://A\\.test$" OK=$0\nSetEnvIf Origin ^https://b\\.test$ OK=$0\nHeader set Access-Control-Allow-Origin %{OK}e env=OK',
      { origins: [A, B] },
      [],
    ],
    [
      fromHeaders,
      "const allowed = new Set(['https://a.test', \"https://b.test\"])\nif (allowed.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin)",
      { origins: [A, B] },
      [],
    ],
  ]
  for (const [from, document, config, notes] of rows) {
    const imported = from(document)
    const name = `${from.name} ${JSON.stringify(document)}`
    t.strictSame(imported.config, config, name)
    t.strictSame(briefNotes(imported), notes, name)
  }
})

t.test('refused', async (t) => {
  const rows: [from: From, document: unknown, problems: string[]][] = [
    [fromR2, {}, ['nothing-found document']],
    [
      fromR2,
      { rules: [{ allowed: { origins: ['https://*.a.test'], methods: ALL } }] },
      ['literal-pattern rules[0].allowed.origins[0]'],
    ],
    [fromR2, { rules: [{ allowed: 5 }] }, ['wrong-value rules[0].allowed']],
    [fromGcs, [{ origin: ['https://*.a.test'], method: ALL }], ['literal-pattern [0].origin[0]']],
    [fromGcs, [], ['nothing-found document']],
    [
      fromIngressNginx,
      { 'enable-cors': 'true', 'cors-allow-origin': 'https://*.a.test, https://*.a.test:*, http://10.0.0.0/8' },
      ['one-label cors-allow-origin', 'source-rejects cors-allow-origin', 'source-rejects cors-allow-origin'],
    ],
    [fromIngressNginx, { 'enable-cors': 'true', 'cors-nonsense': 'x' }, ['unknown-key cors-nonsense']],
    [fromIngressNginx, 'enable-cors: [', ['document-syntax document']],
    [
      fromTraefik,
      { accessControlAllowOriginList: ['https://*.a.test'] },
      ['literal-pattern accessControlAllowOriginList[0]'],
    ],
    [
      fromTraefik,
      { accessControlAllowOriginListRegex: ['https://a\\.test'] },
      ['regex accessControlAllowOriginListRegex[0]'],
    ],
    [fromTraefik, [], ['nothing-found document']],
    [
      fromIstio,
      { allowOrigins: [{ prefix: 'https://a' }, A, 5], allowMethods: ALL },
      ['origin-prefix allowOrigins[0].prefix', 'wrong-value allowOrigins[1]', 'wrong-value allowOrigins[2]'],
    ],
    [
      fromIstio,
      { allowOrigins: [{ exact: '*' }], allowMethods: ALL, allowCredentials: true },
      ['reflects-any-origin allowOrigins[0].exact'],
    ],
    [fromKong, { origins: ['*'], credentials: true }, ['reflects-any-origin origins[0]']],
    [fromKong, { origins: ['https://*.a.test', '(.*\\.)?b\\.test'] }, ['regex origins[0]', 'regex origins[1]']],
    [fromHeaders, 'nothing here', ['nothing-found document']],
    [fromHeaders, { 'Access-Control-Allow-Methods': 'GET' }, ['origins-missing Access-Control-Allow-Origin']],
    [fromHeaders, "h('Access-Control-Allow-Origin', ORIGIN_URL)", ['computed-value Access-Control-Allow-Origin']],
    [
      fromHeaders,
      `h('Access-Control-Allow-Origin', \`https://${'$'}{x}\`)`,
      ['computed-value Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      "h('Access-Control-Allow-Origin', 'https://' + host)",
      ['computed-value Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      "h('Access-Control-Allow-Origin', '*'); h('Access-Control-Allow-Methods', [...all].join())",
      ['computed-value Access-Control-Allow-Methods'],
    ],
    [
      fromHeaders,
      'Access-Control-Allow-Origin: https://a.test\nAccess-Control-Allow-Origin: https://b.test',
      ['options-conflict Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      'Access-Control-Allow-Origin: *\nAccess-Control-Max-Age: 1\nAccess-Control-Max-Age: 2',
      ['options-conflict Access-Control-Max-Age'],
    ],
    [
      fromHeaders,
      'Access-Control-Allow-Origin: *\nAccess-Control-Max-Age: soon',
      ['wrong-type Access-Control-Max-Age'],
    ],
    [
      fromHeaders,
      'add_header Access-Control-Allow-Origin $http_origin;\nadd_header Access-Control-Allow-Credentials true;',
      ['dynamic-origin Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      "res.setHeader('Access-Control-Allow-Origin', req.headers.origin)",
      ['dynamic-origin Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      'Header set Access-Control-Allow-Origin %{OK}e env=OK',
      ['computed-value Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      'map $http_origin $ok {\n  default $http_origin;\n}\nadd_header Access-Control-Allow-Origin $ok;',
      ['regex Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      "const a = ['https://a.test', b]\nif (a.includes(origin)) h('Access-Control-Allow-Origin', origin)",
      ['computed-value Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      "const blocked = ['https://evil.test']\nif (blocked.includes(origin)) stop()\nh('Access-Control-Allow-Origin', origin)",
      ['computed-value Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      "const list = ['https://evil.test']\nif (!list.includes(origin)) h('Access-Control-Allow-Origin', origin)",
      ['computed-value Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      'map $http_origin $ok {\n  "https://evil.test" deny;\n}\nadd_header Access-Control-Allow-Origin $http_origin;',
      ['regex Access-Control-Allow-Origin'],
    ],
    [fromHeaders, '\u0000', ['document-limit document']],
    [fromHeaders, 'x'.repeat(1_000_001), ['document-limit document']],
  ]
  for (const [from, document, problems] of rows) {
    t.strictSame(
      briefProblems(() => from(document)),
      problems,
      `${from.name} ${JSON.stringify(document).slice(0, 120)}`,
    )
  }
})

t.test('a rule that lacks a list', async (t) => {
  t.strictSame(fromGcs([{ origin: [A], responseHeader: ['etag'] }]).config, {
    origins: [A],
    headers: ['etag'],
    exposeHeaders: ['etag'],
  })
  t.strictSame(
    briefProblems(() => fromGcs([{ origin: null, method: ['GET'] }])),
    ['origins-missing [0].origin'],
  )
})
