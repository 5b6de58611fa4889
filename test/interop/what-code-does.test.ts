import t, { type Test } from 'tap'
import { fromApiGateway } from '../../src/interop/from-api-gateway.js'
import { fromExpressCors } from '../../src/interop/from-express-cors.js'
import { fromFastifyCors } from '../../src/interop/from-fastify-cors.js'
import { fromHeaders } from '../../src/interop/from-headers.js'
import { fromKong } from '../../src/interop/from-kong.js'
import { fromS3 } from '../../src/interop/from-s3.js'
import { fromStarlette } from '../../src/interop/from-starlette.js'
import { fromTraefik } from '../../src/interop/from-traefik.js'
import type { Imported } from '../../src/interop/note.js'
import { briefProblems } from './support.js'

/**
 * Programs and configurations of servers that do something else than one line of them says: an object that is changed
 * later, a header that is sent under a condition.
 */

const A = 'https://a.test'
const B = 'https://b.test'

type Case = readonly [document: string, expected: readonly string[] | object]

function check(t: Test, from: (document: unknown) => Imported, cases: readonly Case[]): void {
  for (const [document, expected] of cases) {
    const found = Array.isArray(expected) ? briefProblems(() => from(document)) : from(document).config
    t.strictSame(found, expected, document.slice(0, 150))
  }
}

const SET = "setHeader('Access-Control-Allow-Origin', origin)"
const LIST = `const list = ['${A}']\n`
const COMPUTED = ['computed-value Access-Control-Allow-Origin']

t.test('a name that is set twice, or changed', async (t) => {
  const use = 'app.add_middleware(CORSMiddleware, allow_origins=o, allow_methods=["GET", "HEAD", "POST"], max_age=None)'
  const refused = ['computed-value add_middleware.allow_origins']
  const same = { origins: [A], headers: ['content-type'] }
  check(t, fromStarlette, [
    [`o = ["${A}"]\n${use}`, same],
    [`o: list[str] = ["${A}"]\n${use}`, same],
    [`o = ["${A}"]\nif o == ["x"] or o <= y: pass\n${use}`, same],
    [`o = ["${A}"]\nf(o=o)\n${use}`, same],
    [`o = ["${A}"]\nif debug:\n    o = ["${B}"]\n${use}`, refused],
    [`o = ["${A}"]\no.append("${B}")\n${use}`, refused],
    [`o = ["${A}"]\no += ["${B}"]\n${use}`, refused],
    [`o = ["${A}"]\no[0] = "${B}"\n${use}`, refused],
    [`k = {"allow_origins": ["${A}"]}\nk["allow_credentials"] = True`, ['options-elsewhere k']],
    [`k = {"allow_origins": ["${A}"]}\nk.update(allow_credentials=True)`, ['several-found document']],
  ])
})

t.test('blocks and functions of Python', async (t) => {
  const use = `app.add_middleware(CORSMiddleware, allow_origins=["${A}"], allow_methods=["GET", "HEAD", "POST"], max_age=None)`
  const same = { origins: [A], headers: ['content-type'] }
  check(t, fromStarlette, [
    [`def f(app: App) -> None:\n    ${use}`, same],
    [`def f(\n    app: App,\n) -> None:  # why\n    ${use}`, same],
    [`if settings.origins:\n    ${use}`, same],
    [`def f(allow_origins: list[str]):\n    ${use}`, same],
    [`if debug:\n    ${use.replace(A, B)}\nelse:\n    ${use}`, ['several-found document']],
  ])
})

t.test('options in functions, and none at all', async (t) => {
  const reflects = ['reflects-any-origin "exports()".fp.register.origin']
  check(t, fromFastifyCors, [
    [
      `const fp = require('x')\nmodule.exports = fp(async (f) => { f.register(cors, { origin: '${A}' }) })`,
      anyHeader(A),
    ],
    [
      `const fp = require('x')\nmodule.exports = fp(async function (f) { f.register(cors, { origin: true, credentials: true }) })`,
      reflects,
    ],
    [
      `async function p(f: F) {\n  const options: Options = { origin: '${A}' }\n  f.register(cors, options)\n}`,
      anyHeader(A),
    ],
  ])
  const methods = ['PUT', 'PATCH', 'DELETE']
  check(t, fromExpressCors, [
    ['const app = express()\napp.use(cors())', { ...anyHeader('*'), methods }],
    ['app.enableCors( )', { ...anyHeader('*'), methods }],
    [`app.use(cors({ origin: '${A}' }))\napp.options('*', cors())`, { ...anyHeader(A), methods }],
    [`const o = { origin: '${A}' }\nput({ cors: o })`, { ...anyHeader(A), methods }],
    [`a({ origin: /a/ })\nb({ origin: /b/ })`, ['several-found document']],
    [`a({ origin: '${A}' })\nb({ origin: '${A}', methods: undefined })`, ['several-found document']],
    [
      'const list = []\nconst d = (req, cb) => { let o = { origin: true }; cb(null, o) }\ncors(d)',
      ['origin-function d'],
    ],
    ['const d = function (req, callback) { callback(null, { origin: true }) }', ['origin-function d']],
    ['export default (req, cb) => cb(null, { origin: true })', ['origin-function callback']],
    [
      'app.use(cors((req, callback) => { let o = { origin: true }; callback(null, o) }))',
      ['origin-function use.cors.callback'],
    ],
    [
      'async function d(req: Request, cb: (e: Error | null, o?: O) => void): void {\n  cb(null, { origin: true })\n}',
      ['origin-function callback'],
    ],
    [
      'r.register(cors, (instance) => { return (req, done) => { done(null, { origin: true }) } })',
      ['origin-function register.callback'],
    ],
    ['const corsOptions = isDev\n  ? { origin: true }\n  : { origin: false }', ['computed-value corsOptions']],
    [`const o = { origin: isDev ?\n  ['${A}'] :\n  '*', maxAge: 1 }`, ['computed-value o.origin']],
    ['const a = b\nconst c = () => { f(', ['nothing-found document']],
  ])
})

function anyHeader(origin: string): object {
  return { origins: origin === '*' ? '*' : [origin], headers: ['*', 'authorization'] }
}

t.test('names in quotes with values that have none', async (t) => {
  const origin = `add_header 'Access-Control-Allow-Origin' ${A};`
  check(t, fromHeaders, [
    [`${origin} add_header 'Access-Control-Allow-Methods' PUT,DELETE;`, { origins: [A], methods: ['PUT', 'DELETE'] }],
    [`${origin} set('Access-Control-Allow-Methods', methods)`, ['computed-value Access-Control-Allow-Methods']],
    [`${origin} set('Access-Control-Allow-Headers', NAMES)`, ['computed-value Access-Control-Allow-Headers']],
  ])
})

t.test('headers that differ by path', async (t) => {
  const origin = `add_header Access-Control-Allow-Origin ${A};`
  const credentials = 'add_header Access-Control-Allow-Credentials true;'
  const methods = 'if ($request_method = OPTIONS) { add_header Access-Control-Allow-Methods DELETE; }'
  const differ = ['paths-differ document']
  const next = (path: string, name: string, value: string) =>
    `{ source: '${path}', headers: [{ key: 'Access-Control-Allow-Origin', value: '${A}' }, { key: '${name}', value: '${value}' }] }`
  check(t, fromHeaders, [
    [`location /a { ${origin} ${credentials} }\nlocation /b { ${origin} }`, differ],
    [`server { ${credentials} location /a { ${origin} } }`, differ],
    [`location /a { ${origin} } ${credentials}`, differ],
    [
      `<Directory /a>\nHeader set Access-Control-Allow-Origin ${A}\n</Directory>\nHeader set Access-Control-Max-Age 5`,
      differ,
    ],
    [`[${next('/a', 'Access-Control-Allow-Methods', 'PUT')}, ${next('/b', 'Access-Control-Max-Age', '5')}]`, differ],
    [`for = "/a"\nAccess-Control-Allow-Origin = "${A}"\n for = "/b"\nAccess-Control-Allow-Origin = "*"`, differ],
    // The same for each path, or of one path.
    [
      `location /a { ${origin} ${credentials} }\nlocation ~ /b{2} { ${credentials} ${origin} }`,
      { origins: [A], credentials: true },
    ],
    [`server { location /a { ${methods} ${origin} } location /b { root /b; } }`, { origins: [A], methods: ['DELETE'] }],
    [`} } location /a { ${methods} ${origin} }`, { origins: [A], methods: ['DELETE'] }],
    [
      `[${next('/a', 'Access-Control-Max-Age', '5')}, ${next('/b', 'Access-Control-Max-Age', '5')}]`,
      { origins: [A], maxAge: 5 },
    ],
    [`# location /b { ${credentials} }\nlocation /a { ${origin} }`, { origins: [A] }],
  ])
})

t.test('a * under a condition about the origin', async (t) => {
  const refused = ['conditional-wildcard Access-Control-Allow-Origin']
  const nginx = 'add_header Access-Control-Allow-Origin *;'
  check(t, fromHeaders, [
    [nginx, { origins: '*' }],
    [`# if ($http_origin = x)\n${nginx}`, { origins: '*' }],
    [`if ($request_method = OPTIONS) { ${nginx} }`, { origins: '*' }],
    ["if (!origin) return\nh('Access-Control-Allow-Origin', '*')", { origins: '*' }],
    ["if (r.Header.Get('Origin') != '') h('Access-Control-Allow-Origin', '*')", { origins: '*' }],
    [`if ($http_origin = ${A}) { ${nginx} }`, refused],
    [`map $http_origin $ok { ${A} 1; }\nif ($ok) { ${nginx} }`, refused],
    [`SetEnvIf Origin "^${A}$" OK=1\nHeader set Access-Control-Allow-Origin "*" env=OK`, refused],
    ['RewriteCond %{HTTP:Origin} a.test\nHeader set Access-Control-Allow-Origin "*"', refused],
    [`@cors header Origin ${A}\nheader @cors Access-Control-Allow-Origin *`, refused],
    [`http-response set-header Access-Control-Allow-Origin "*" if { req.hdr(Origin) -m str ${A} }`, refused],
    [`if ($_SERVER['HTTP_ORIGIN'] === '${A}') header('Access-Control-Allow-Origin: *');`, refused],
    [`if ('${A}' == req.headers.origin) h('Access-Control-Allow-Origin', '*')`, refused],
    ["if (list.includes(origin)) h('Access-Control-Allow-Origin', '*')", refused],
    ["if (origin.endsWith('.a.test')) h('Access-Control-Allow-Origin', '*')", refused],
    // A server that compares nothing says what * says. One that compares does not.
    ['add_header Access-Control-Allow-Origin $http_origin;', { origins: '*' }],
    ["if ($http_origin !~ 'a') { return 403; }\nadd_header Access-Control-Allow-Origin $http_origin;", COMPUTED],
  ])
})

t.test('what lets in more than the list, or other origins', async (t) => {
  const one = { origins: [A] }
  check(t, fromHeaders, [
    [`${LIST}if (list.includes(origin)) ${SET}`, one],
    [`${LIST}if (!origin || list.includes(origin)) ${SET}`, one],
    [`${LIST}if (list.includes(origin) || !origin) ${SET}`, one],
    [`${LIST}if (list.indexOf(origin) !== -1) ${SET}`, one],
    [`${LIST}if (list.indexOf(req.headers.origin) > -1) ${SET}`, one],
    [`${LIST}if (list.indexOf(origin) >= 0) ${SET}`, one],
    [`${LIST}if (list.indexOf(origin) === -1) stop()\n${SET}`, COMPUTED],
    [`${LIST}if (list.indexOf(origin)) ${SET}`, COMPUTED],
    // Always true.
    [`${LIST}if (list.includes(origin) !== -1) ${SET}`, COMPUTED],
    [`${LIST}if (list.includes(origin) || origin.endsWith('b')) ${SET}`, COMPUTED],
    [`${LIST}if (isLocal(origin) || list.includes(origin)) ${SET}`, COMPUTED],
    [`${LIST}const o = list.includes(origin) ? origin : '*'\nsetHeader('Access-Control-Allow-Origin', o)`, COMPUTED],
    [`${LIST}list.push(more)\nif (list.includes(origin)) ${SET}`, COMPUTED],
    [
      `if ($http_origin = '${A}') { set $c 1; }\nif ($http_origin = '${B}') { return 403; }\nadd_header Access-Control-Allow-Origin $http_origin;`,
      COMPUTED,
    ],
    [
      `if ($http_origin ~ .) { set $c 1; }\nif ($http_origin = '${B}') { set $c ""; }\nadd_header Access-Control-Allow-Origin $http_origin;`,
      COMPUTED,
    ],
    [`if ($http_origin = '${A}') { add_header Access-Control-Allow-Origin $http_origin; return 204; }`, one],
  ])
})

t.test('what is known of a value that is filled in', async (t) => {
  const dynamic = ['dynamic-origin Access-Control-Allow-Origin']
  check(t, fromHeaders, [
    [`const origin = req.headers.origin\n${SET}`, dynamic],
    [`const { origin } = req.headers\n${SET}`, dynamic],
    [`$origin = $_SERVER['HTTP_ORIGIN'];\nheader("Access-Control-Allow-Origin: $origin");`, dynamic],
    [
      `if (isset($o)) header("Access-Control-Allow-Origin: {$_SERVER['HTTP_ORIGIN']}"); else header("Access-Control-Allow-Origin: *");`,
      dynamic,
    ],
    [`const origin = process.env.ORIGIN\n${SET}`, COMPUTED],
    [SET, COMPUTED],
    ['header Access-Control-Allow-Origin "{args.0}"', COMPUTED],
    ['{ "Access-Control-Allow-Origin": "https://{{ host }}" }', COMPUTED],
    ['http-response set-header Access-Control-Allow-Origin %[var(txn.o)]', COMPUTED],
    [`h('Access-Control-Allow-Origin', '${A}'); h('Access-Control-Allow-Origin', o)`, COMPUTED],
    [
      `add_header Access-Control-Allow-Origin ${A};\nadd_header Access-Control-Allow-Methods $methods;`,
      ['computed-value Access-Control-Allow-Methods'],
    ],
    [
      `add_header Access-Control-Allow-Origin ${A};\nadd_header Access-Control-Allow-Headers $http_access_control_request_headers;`,
      anyHeader(A),
    ],
    [
      `add_header Access-Control-Allow-Origin ${A};\nadd_header Access-Control-Allow-Credentials true;\nadd_header Access-Control-Allow-Headers $http_access_control_request_headers;`,
      { origins: [A], headers: '*', credentials: true },
    ],
    [
      `http-response set-header Access-Control-Allow-Origin ${A}\nhttp-response set-header Access-Control-Allow-Headers X-A,X-B`,
      { origins: [A], headers: ['x-a', 'x-b'] },
    ],
    [
      `rspadd Access-Control-Allow-Origin:\\ ${A}\nrspadd Access-Control-Allow-Headers:\\ X-A,\\ X-B if x`,
      { origins: [A], headers: ['x-a', 'x-b'] },
    ],
    [
      `h('Access-Control-Allow-Origin', '${A}')\nh('Access-Control-Allow-Headers', headers)`,
      ['computed-value Access-Control-Allow-Headers'],
    ],
    // Names in a list set nothing.
    [
      `header("Access-Control-Allow-Origin: ${A}"); header("Access-Control-Allow-Headers: Access-Control-Allow-Origin, X-A");`,
      { origins: [A], headers: ['x-a'] },
    ],
    [
      `header("Access-Control-Allow-Origin: ${A}"); header("Access-Control-Allow-Headers: X-A, Access-Control-Allow-Origin");`,
      { origins: [A], headers: ['x-a'] },
    ],
    [
      `h('Access-Control-Allow-Origin', '${A}'); f(['x', 'Access-Control-Allow-Origin', 'y'], 'Access-Control-Allow-Origin')`,
      { origins: [A] },
    ],
    [
      `{ Access-Control-Max-Age: 5, Access-Control-Allow-Origin: ${A} }`,
      ['origin-syntax Access-Control-Allow-Origin', 'wrong-type Access-Control-Max-Age'],
    ],
  ])
})

t.test('constants and defaults of the CDK', async (t) => {
  const rest = { methods: ['OPTIONS', 'PUT', 'DELETE', 'PATCH'] }
  const headers = [
    'content-type',
    'x-amz-date',
    'authorization',
    'x-api-key',
    'x-amz-security-token',
    'x-amz-user-agent',
  ]
  check(t, fromApiGateway, [
    [
      `new RestApi(this, 'a', { defaultCorsPreflightOptions: { allowOrigins: ['${A}'] } })`,
      { origins: [A], ...rest, headers },
    ],
    [
      `r.addCorsPreflight({ allowOrigins: apigw.Cors.ALL_ORIGINS, allowMethods: Cors.ALL_METHODS, allowHeaders: ['x-a'] })`,
      { origins: '*', ...rest, headers: ['x-a'] },
    ],
    [
      `f({ corsPreflight: { allowOrigins: ['${A}'], allowMethods: [CorsHttpMethod.PUT, a.CorsHttpMethod.GET] } })`,
      { origins: [A], methods: ['PUT'] },
    ],
    [
      `f({ corsPreflight: { allowOrigins: ['${A}'], allowMethods: [CorsHttpMethod.ANY] } })`,
      { origins: [A], methods: '*' },
    ],
    [
      `f({ corsPreflight: { allowOrigins: Cors.NONE, allowMethods: Other.ALL_METHODS } })`,
      ['computed-value f.corsPreflight.allowOrigins', 'computed-value f.corsPreflight.allowMethods'],
    ],
    ['{"cors": {"origin": "*", "origins": ["*"], "headers": ["x-a"]}}', { origins: '*', headers: ['x-a'] }],
  ])
  check(t, fromS3, [
    [
      `f({ cors: [{ allowedOrigins: ['*'], allowedMethods: [s3.HttpMethods.PUT] }] })`,
      { origins: '*', methods: ['PUT'] },
    ],
  ])
})

t.test('templates, and what fills them in', async (t) => {
  check(t, fromTraefik, [
    ['{{- if .Values.cors }}\nheaders:\n  accessControlMaxAge: 5\n{{- end }}', ['document-template document']],
    ['{% if cors %}\nheaders:\n  accessControlMaxAge: 5\n{% endif %}', ['document-template document']],
    [
      'accessControlAllowOriginList: ["https://{{ .Values.host }}"]',
      ['computed-value accessControlAllowOriginList[0]'],
    ],
    [`accessControlAllowOriginList: "https://$\{a},https://$\{b}"`, ['computed-value accessControlAllowOriginList']],
  ])
  check(t, fromKong, [
    [
      `resource "konnect_gateway_plugin_cors" "c" {\n config = {\n  origins = ["${A}"]\n  headers = ["x-a"]\n  methods = ["GET", "HEAD", "POST"]\n }\n}`,
      { origins: [A], headers: ['x-a'], preflightStatus: 200 },
    ],
  ])
})

t.test('configurations of programs that are not read', async (t) => {
  const documents = [
    '@CrossOrigin(origins = "x")',
    'registry.addMapping("/**").allowedOrigins("x"); void addCorsMappings() {}',
    'policy.WithOrigins("x")',
    'insert_before 0, Rack::Cors do\nend',
    "<?php return ['allowed_origins' => ['x']];",
    'CORS_ALLOWED_ORIGINS = ["x"]\nCORS_ALLOW_CREDENTIALS = True',
    'from flask_cors import CORS\nCORS(app, origins="x")',
    'cors.New(cors.Options{AllowedOrigins: []string{"x"}})',
    '{"type": "Microsoft.Web/sites", "cors": {"x": []}}',
    'resource "azurerm_app_service" "a" { x = "y" }',
    'cors_config { access_control_allow_origins { items = ["x"] } }',
    'cors:\n  allow_origin_string_match: [{prefix: "*"}]\n',
    'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n',
  ]
  for (const from of [fromStarlette, fromExpressCors, fromHeaders]) {
    for (const document of documents) {
      t.strictSame(
        briefProblems(() => from(document)),
        ['not-read document'],
        `${from.name} ${document}`,
      )
    }
    t.strictSame(
      briefProblems(() => from('nothing')),
      [`${from === fromHeaders ? 'nothing-found' : 'document-syntax'} document`],
    )
  }
  // A mistake in what is read is that.
  t.strictSame(
    briefProblems(() =>
      fromStarlette('CORS_ALLOWED_ORIGINS = x\nf(CORSMiddleware, allow_origin=["x"], allow_methods=["*"])'),
    ),
    ['unknown-key f.allow_origin', 'origins-missing f.allow_origins'].slice(0, 1),
  )
  t.strictSame(
    briefProblems(() => fromExpressCors({ flask_cors: 1 })),
    ['nothing-found document'],
  )
})

t.test('the name that was meant', async (t) => {
  const suggestion = (document: object) => {
    try {
      fromExpressCors(document)
    } catch (error) {
      return (error as { problems: { suggestion?: string }[] }).problems[0]?.suggestion
    }
    return undefined
  }
  t.equal(suggestion({ origin: A, optionSuccessStatus: 200 }), 'optionsSuccessStatus')
  t.equal(suggestion({ origin: A, nothing: 1 }), undefined)
  t.equal(suggestion({ orign: A }), 'origin')
})
