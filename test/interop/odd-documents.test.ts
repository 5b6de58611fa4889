import t, { type Test } from 'tap'
import { fromApiGateway } from '../../src/interop/from-api-gateway.js'
import { fromExpressCors } from '../../src/interop/from-express-cors.js'
import { fromGcs } from '../../src/interop/from-gcs.js'
import { fromHeaders } from '../../src/interop/from-headers.js'
import { fromIstio } from '../../src/interop/from-istio.js'
import { fromKong } from '../../src/interop/from-kong.js'
import { fromR2 } from '../../src/interop/from-r2.js'
import { fromS3 } from '../../src/interop/from-s3.js'
import { fromStarlette } from '../../src/interop/from-starlette.js'
import { fromTraefik } from '../../src/interop/from-traefik.js'
import type { Imported } from '../../src/interop/note.js'
import { readOriginRegex } from '../../src/interop/origin-regex.js'
import { cases } from '../support/cases.js'
import { briefNotes, briefProblems, firstMessage } from './support.js'

/** Documents that are cut off, half-way edited, or use more of their format than most do. */

const A = 'https://a.test'

t.setTimeout(120_000)

type Row = readonly [from: (document: unknown) => Imported, document: unknown, expected: object | readonly string[]]

function check(t: Test, rows: readonly Row[]): void {
  for (const [from, document, expected] of rows) {
    const name = `${from.name} ${String(JSON.stringify(document)).slice(0, 120)}`
    const found = Array.isArray(expected) ? briefProblems(() => from(document)) : from(document).config
    t.strictSame(found, expected, name)
  }
}

t.test('headers in text', async (t) => {
  check(t, [
    // A list of names sets nothing.
    [fromHeaders, "const names = ['Access-Control-Allow-Origin']", ['nothing-found document']],
    [fromHeaders, undefined, ['nothing-found document']],
    [fromHeaders, `echo "Access-Control-Allow-Origin: ${A}`, { origins: [A] }],
    [fromHeaders, `{ Access-Control-Allow-Origin: '${A}' }`, { origins: [A] }],
    [fromHeaders, `{ Access-Control-Allow-Origin: "${A}" }`, { origins: [A] }],
    [fromHeaders, `{ Access-Control-Allow-Origin: \`${A}\` }`, { origins: [A] }],
    // What these are is said elsewhere: in an environment, or in a map of another file.
    [fromHeaders, `Access-Control-Allow-Origin: $\{ORIGIN}`, ['computed-value Access-Control-Allow-Origin']],
    [fromHeaders, 'Header set Access-Control-Allow-Origin %{ORIGIN}e', ['computed-value Access-Control-Allow-Origin']],
    [
      fromHeaders,
      'add_header Access-Control-Allow-Origin $cors_origin;',
      ['computed-value Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      `$ok = array('${A}', "https://b.test");\nif (in_array($origin, $ok, true)) header("Access-Control-Allow-Origin: $origin");`,
      { origins: [A, 'https://b.test'] },
    ],
    [
      fromHeaders,
      `const disallowed = ['${A}']\nif (disallowed.has(origin)) stop()\nh('Access-Control-Allow-Origin', origin)`,
      ['computed-value Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      `$denied = ['${A}'];\nif (in_array($origin, $denied)) header("Access-Control-Allow-Origin: $origin");`,
      ['computed-value Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      "if (in_array($origin, $ok)) header('Access-Control-Allow-Origin: ' . $origin);",
      ['computed-value Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      "header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);",
      ['dynamic-origin Access-Control-Allow-Origin'],
    ],
    [
      fromHeaders,
      'header("Access-Control-Allow-Origin: {$_SERVER[\'HTTP_ORIGIN\']}");',
      ['dynamic-origin Access-Control-Allow-Origin'],
    ],
    [fromHeaders, `h("Access-Control-Allow-Origin: " + "${A}")`, ['computed-value Access-Control-Allow-Origin']],
    [fromHeaders, 'Header set Access-Control-Allow-Origin "%{HTTP_ORIGIN}e"', { origins: '*' }],
    [fromHeaders, 'Header set Access-Control-Allow-Origin %{Origin}i', { origins: '*' }],
    [fromHeaders, 'Access-Control-Allow-Origin: a"b', ['computed-value Access-Control-Allow-Origin']],
    [
      fromHeaders,
      "if (allowed.includes(origin)) res.setHeader('Access-Control-Allow-Origin', origin)",
      ['computed-value Access-Control-Allow-Origin'],
    ],
  ])
})

t.test('code', async (t) => {
  check(
    t,
    [
      [fromStarlette, 'origins = load()\nf(allow_origins=origins)', ['computed-value f.allow_origins']],
      [fromStarlette, `f(allow_origins=[${'1,'.repeat(200_001)}])`, ['document-limit document']],
      [fromExpressCors, `cors({ origin credentials: true, origin: '${A}' })`, { origins: [A], credentials: true }],
      [
        fromExpressCors,
        `const setup = (app) => {\n  // for all\n  app.use(cors({ origin: '${A}', credentials: true }))\n}`,
        { origins: [A], credentials: true },
      ],
      [
        fromExpressCors,
        `const f = () => 1\ncors({ origin: '${A}', credentials: true })`,
        { origins: [A], credentials: true },
      ],
      [fromExpressCors, 'const f = () => 1', ['nothing-found document']],
      [fromExpressCors, 'cors({ credentials: true, origin })', ['computed-value cors.origin']],
    ].map(([from, document, expected]) => [from, document, withDefaults(expected)]) as Row[],
  )
})

/** What `cors` does without being told. */
function withDefaults(expected: unknown): unknown {
  if (Array.isArray(expected)) return expected
  return { methods: ['PUT', 'PATCH', 'DELETE'], headers: '*', ...(expected as object) }
}

t.test('strings that follow each other, in parentheses, and as expressions', async (t) => {
  const python = (text: string) => fromStarlette(text).config.origins
  t.strictSame(python(`f(allow_origin_regex=(r"^https://(?:a|b)"  # one\n r"\\.test$"))`), [A, 'https://b.test'])
  // A comma is missing, so this is one origin that nobody has.
  t.strictSame(
    briefProblems(() => python(`f(allow_origins=["${A}"\n "https://b.test"])`)),
    ['origin-not-canonical f.allow_origins[0]'],
  )
  t.strictSame(
    briefProblems(() => python(`f(allow_origins=["${A}" f"{port}"])`)),
    ['computed-value f.allow_origins[0]'],
  )
  // At the top a string ends with its line.
  t.strictSame(python(`regex = r"https://a\\.test"\n'why'\nf(allow_origin_regex=regex)`), [A])
  t.strictSame(python(`f(allow_origins=[${"'' ".repeat(200_000)}'${A}'])`), [A])
  t.strictSame(python(`origins: list[str] = ["${A}"]\nf(allow_origins=(origins))`), [A])
  const express = (text: string) => fromExpressCors(text).config.origins
  t.strictSame(express(`const o: CorsOptions = { origin: ('${A}'), credentials: true }`), [A])
  t.strictSame(express("cors({ origin: [new RegExp('^https://a\\\\.test$')], credentials: true })"), [A])
  t.strictSame(express('cors({ origin: new RegExp("^https://A\\\\.test$", "i"), credentials: true })'), [A])
  // In a string `\\.` is a dot, which matches any character.
  t.match(
    firstMessage(() => express("cors({ origin: new RegExp('^https://a\\.test$') })")),
    /unescaped dot/,
  )
  t.strictSame(
    briefProblems(() => express("cors({ origin: new RegExp('(') })")),
    ['computed-value cors.origin'],
  )
  t.strictSame(fromGcs(`x = {\n "origin" = "${A}"\n "method" = ["GET", "HEAD", "POST"]\n}`).config, { origins: [A] })
})

t.test('labels of Docker', async (t) => {
  const label = 'traefik.http.middlewares.a.headers.accessControlAllow'
  const methods = `${label}Methods=GET,HEAD,POST`
  t.strictSame(fromTraefik(`labels:\n  - x=y\n  - ${label}OriginList=${A},https://b.test\n  - ${methods}`).config, {
    origins: [A, 'https://b.test'],
  })
  const map = { [`${label}OriginListRegex`]: '^https://a\\.test$$', [`${label}Credentials`]: true, x: 1 }
  t.match(fromTraefik({ labels: map }).config, { origins: [A], credentials: true })
  t.strictSame(
    briefProblems(() => fromTraefik({ labels: [methods, `${label.replace('.a.', '.b.')}OriginList=${A}`] })),
    ['options-conflict labels'],
  )
})

t.test('YAML', async (t) => {
  check(t, [
    [fromApiGateway, `---\n...\n---\nAllowOrigins: [${A}]\n`, { origins: [A] }],
    [fromApiGateway, `? AllowOrigins\n`, ['origins-missing AllowOrigins']],
    [fromApiGateway, `? [a, b]\n: c\n? AllowOrigins\n: [${A}]\n`, ['unknown-key "[\\"a\\",\\"b\\"]"']],
    [fromApiGateway, 'AllowOrigins: !Split [",", !Ref Origins]\n', ['computed-value AllowOrigins']],
    [fromApiGateway, 'AllowOrigins: *origins\n', ['document-syntax document']],
    [
      fromApiGateway,
      'AllowOrigins: 2020-01-01\nMaxAge: { a: 1 }\n',
      ['wrong-value MaxAge', 'origin-syntax AllowOrigins'],
    ],
    [fromR2, 'rules:\n  - allowed: !Ref Allowed\n', ['wrong-value rules[0].allowed']],
    [fromIstio, { allowOrigins: [{ prefix: '*' }] }, ['origin-prefix allowOrigins[0].prefix']],
    [fromIstio, 'allowOrigins:\nallowMethods: [GET, HEAD, POST]\n', ['origins-missing allowOrigins']],
    [fromIstio, `allowOrigins:\n  exact: ${A}\nallowMethods: [GET, HEAD, POST]\n`, { origins: [A] }],
  ])
  t.equal(
    firstMessage(() => fromApiGateway('AllowOrigins: *origins\n')),
    'is not valid YAML: no value is called &origins',
  )
})

t.test('values', async (t) => {
  const kong = { origins: [A], methods: ['GET', 'HEAD', 'POST', 'TRACE', 'CONNECT'], headers: ['x'] }
  t.strictSame(briefNotes(fromKong(kong)), ['names-dropped methods'])
  check(t, [
    [fromKong, { origins: ['https\\072//a\\.test'] }, ['regex origins[0]']],
    [fromApiGateway, { AllowOrigins: { a: 1 } }, ['wrong-value AllowOrigins']],
    [
      fromS3,
      [
        { AllowedOrigins: [A], AllowedMethods: ['GET', 'PUT'] },
        { AllowedOrigins: ['https://B.test'], AllowedMethods: ['GET'], MaxAgeSeconds: 5 },
      ],
      ['origin-not-canonical [1].AllowedOrigins[0]'],
    ],
  ])
  const many = fromApiGateway({ AllowOrigins: [A], AllowHeaders: Array.from({ length: 14 }, (_, i) => `sec-x-${i}`) })
  t.match(many.notes[0]?.message, /sec-x-11 and 2 more/)
  t.equal(
    firstMessage(() => fromKong({ origins: ['https\\072//a\\.test'] })),
    "has no scheme, so it matches origins with any scheme, http included. Did you mean 'https://a.test'?",
  )
})

t.test('expressions', async (t) => {
  const rows: [source: string, fault: string, suggestions: string[]][] = [
    ['^https://10\\.0\\.\\d+\\.example\\.com$', 'no-pattern', []],
    ['^http://300\\.1\\.\\d+\\.\\d+$', 'no-pattern', []],
    ['^[a-z]+\\.example\\.com$', 'no-scheme', []],
    // No origin has two ports.
    ['^http://localhost:3000:\\d+$', 'never-matches', []],
    ['^https://.*\\.a\\.test:8443:\\d+$', 'never-matches', []],
    ['^(?i:https)://a\\.test$', 'syntax', []],
  ]
  for (const [source, fault, suggestions] of rows)
    t.strictSame(readOriginRegex(source, 'part'), { fault, suggestions }, source)
  t.match(readOriginRegex('^https://a{1}\\.test$', 'part'), { patterns: [A] })
  // Once says what more often says, where the set has a dot.
  t.match(readOriginRegex('^https://([^/]+\\.)*a\\.test$', 'part'), { patterns: [A, 'https://*.a.test'] })
  t.match(readOriginRegex('^https://([^/]+\\.)+a\\.test$', 'part'), { patterns: ['https://*.a.test'] })
  t.match(readOriginRegex('^https://([^/]{2,}\\.)+a\\.test$', 'part'), { fault: 'no-pattern' })
  t.match(readOriginRegex('^https://a{0}b\\.test$', 'part'), { patterns: ['https://b.test'] })
})

t.test('a list that is no list of those who may read', async (t) => {
  const send = "header('Access-Control-Allow-Origin: ' . $origin);"
  const php = [
    `$sites = ['${A}'];\nif (in_array($origin, $sites)) { exit; }\n${send}`,
    `$sites = ['${A}'];\nif (in_array($origin, $sites)) die();\n${send}`,
    `$sites = ['${A}'];\nif (in_array($origin, $sites)) return false;\n${send}`,
    `$sites = ['${A}'];\nif (in_array($origin, $sites)) { http_response_code(403); return; }\n${send}`,
    `$sites = ['${A}'];\nif (in_array($origin, $sites) === false) ${send}`,
    `$sites = ['${A}'];\nif (in_array($origin, $sites, true) !== true) ${send}`,
    `$sites = ['${A}'];\nif (!(in_array($origin, $sites))) ${send}`,
    `$sites = ['${A}'];\nif (! in_array($origin, $sites)) ${send}`,
    `$notAllowed = ['${A}'];\nif (in_array($origin, $notAllowed)) $x = 1;\n${send}`,
    `$sites = ['${A}'];\n$sites = config('sites');\nif (in_array($origin, $sites)) ${send}`,
    `/* $sites = ['${A}']; */\n$sites = ['https://b.test'];\nif (in_array($origin, $sites)) ${send}`,
    `$sites = ['*'];\nif (in_array($origin, $sites)) ${send}`,
  ]
  const set = 'res.setHeader("Access-Control-Allow-Origin", origin)'
  const js = [
    `const sites = ['${A}']\nif (sites.includes(origin)) throw new Error('no')\n${set}`,
    `const sites = ['${A}']\nif (sites.includes(origin)) { return res.status(403).end() }\n${set}`,
    `const sites = ['${A}']\nif (sites.includes(req.headers.origin)) return next(new Error('no'))\n${set}`,
    `const sites = ['${A}']\nconst origin = sites.includes(o.origin) ? '' : o.origin\n${set}`,
    `const sites = ['${A}']\nif (!(sites.includes(origin))) ${set}`,
  ]
  for (const text of [...php, ...js]) t.throws(() => fromHeaders(text), text)
  const allowed = [
    `const sites: string[] = ['${A}']\nif (sites.includes(origin)) ${set}`,
    `const sites = ['${A}']\nres.setHeader("Access-Control-Allow-Origin", sites.includes(origin) ? origin : "null")`,
  ]
  for (const text of allowed) t.match(fromHeaders(text).config, { origins: [A] }, text)
})

t.test('what makes another value of a literal', async (t) => {
  const texts = [
    `cors({ origin: ['${A}', 'https://b.test']\n  .filter(isOurs), methods: ['GET'] })`,
    `cors({ origin: '${A}'\n  + suffix })`,
    `cors(Object.assign({}, base, { origin: '${A}' }))`,
    `cors(Object.assign({ origin: '${A}' }, base()))`,
    `cors(_.merge({ origin: '${A}' }, settings.cors))`,
  ]
  for (const text of texts) t.throws(() => fromExpressCors(text), text)
  t.match(fromExpressCors(`cors(Object.assign({}, { origin: '${A}' }))`).config, { origins: [A] })
})

t.test('labels that contradict each other', async (t) => {
  const label = (value: string) => `traefik.http.middlewares.a.headers.accesscontrolalloworiginlist=${value}`
  t.strictSame(
    briefProblems(() => fromTraefik({ labels: [label(A), label('https://b.test')] })),
    ['options-conflict labels.accesscontrolalloworiginlist'],
  )
  t.match(fromTraefik({ labels: [label(A), label(A)] }).config, { origins: [A] })
})

// A busy machine is not a failure.
t.test('a text in which much is read in vain', { timeout: 300_000 }, async (t) => {
  const rows = ["'", '`', '"', '"\\', '/*', '* ', '&a ', '`\\', "'a' ", 'a(', '{"a":', "'a',", '[a, b], ', '- a: b\n']
  for (const start of ['{', 'cors({ origin: ', 'a = ', '"x', '']) {
    for (const row of rows) {
      const text = start + row.repeat(cases(75_000) / row.length)
      t.throws(() => fromExpressCors(text), JSON.stringify(text.slice(0, 30)))
    }
  }
})

t.test('many comments that do not end are too much to read, and one is not', async (t) => {
  for (const row of ['/* ', '/*\n', "/*'", 'a/*']) {
    const endless = () => fromExpressCors(`cors({ origin: ${row.repeat(75_000 / row.length)}`)
    t.strictSame(briefProblems(endless), ['document-limit document'], JSON.stringify(row))
    const one = () => fromExpressCors(`cors({ origin: ${row}${' '.repeat(75_000)}`)
    t.match(briefProblems(one), [/^document-syntax /], JSON.stringify(row))
  }
})
