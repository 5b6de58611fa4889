import t from 'tap'
import { CorsConversionError } from '../../src/interop/conversion-error.js'
import { fromApiGateway } from '../../src/interop/from-api-gateway.js'
import { fromExpressCors } from '../../src/interop/from-express-cors.js'
import { fromS3 } from '../../src/interop/from-s3.js'
import { fromStarlette } from '../../src/interop/from-starlette.js'
import { renderConversionProblems } from '../../src/text/interop.js'
import { briefProblems, firstMessage } from './support.js'

const A = 'https://a.test'

t.test('one configuration in many forms', async (t) => {
  const expected = { origins: [A], methods: ['PUT'], headers: ['x-id'] }
  const forms = [
    `{ // comment\n "AllowOrigins": ["${A}",], "AllowMethods": ["GET", "HEAD", "POST", "PUT"], "AllowHeaders": ["x-id"] }`,
    `AllowOrigins: ${A}\r\nAllowMethods: [GET, HEAD, POST, PUT]\r\nAllowHeaders:\r\n  - x-id\r\n`,
    `\uFEFFallow_origins = ["${A}"]\nallow_methods = ["GET", "HEAD", "POST", "PUT"] # all\nallow_headers = ["x-id"]\n`,
    `resource "aws" "x" {\n cors_configuration {\n  allow_origins = ["${A}"]\n  allow_methods = ["GET", "HEAD", "POST", "PUT"]\n  allow_headers = ["x-id"]\n }\n}`,
    `new Api(this, 'x', { corsPreflight: { allowOrigins: ['${A}'], allowMethods: [\`GET\`, "HEAD", 'POST', 'PUT'], allowHeaders: ['x-id'] } })`,
    `# first\n---\nAllowOrigins: &o [${A}]\nAllowMethods: [GET, HEAD, POST, PUT]\nAllowHeaders: [x-id]\n---\nother: *x`.replace(
      'other: *x',
      'other: 1',
    ),
    `defaults: &d\n  none: 1\ncors:\n  <<: *d\n  AllowOrigins: [${A}]\n  AllowMethods: [GET, HEAD, POST, PUT]\n  AllowHeaders: [x-id]\n`.replace(
      'none: 1',
      'cacheControl: x',
    ),
  ]
  for (const form of forms) t.strictSame(fromApiGateway(form).config, expected, form)
})

t.test('code: literals, and what is none', async (t) => {
  const rows: [text: string, expected: object | string[]][] = [
    [
      `allow_origins=["${A}"], allow_credentials=True, max_age=1_0, expose_headers=None`,
      { origins: [A], credentials: true, maxAge: 10 },
    ],
    [`origins = ['${A}']\nf(allow_origins=origins)`, { origins: [A] }],
    [`f(allow_origins=("${A}",), allow_origin_regex=r"https://b\\.test")`, { origins: [A, 'https://b.test'] }],
    [`f(allow_origin_regex="https://b\\\\.test")`, { origins: ['https://b.test'] }],
    [`f(allow_origin_regex='https://b\\.test')`, { origins: ['https://b.test'] }],
    [`f(allow_origins=["""${A}"""])`, { origins: [A] }],
    [
      `f(allow_origins=os.getenv("X").split(","))`,
      ['computed-value allow_origins'.replace('allow_origins', 'f.allow_origins')],
    ],
    [`f(allow_origins=[f"https://{host}"])`, ['computed-value f.allow_origins[0]']],
    [`f(allow_origins=["${A}"] + more)`, ['computed-value f.allow_origins']],
    [`f(allow_origins=["${A}"], **more)`, ['options-elsewhere f."**more"']],
    [`f(allow_origins=["${A}"], allow_methods=lambda: 1)`, ['computed-value f.allow_methods']],
    [`f(allow_origins=["${A}"]`, ['document-syntax document']],
    [`f(allow_origins=["${A}")`, ['document-syntax document']],
    ['('.repeat(5000), ['document-limit document']],
    [`x = ${'['.repeat(5000)}`, ['document-limit document']],
  ]
  for (const [text, expected] of rows) {
    if (Array.isArray(expected))
      t.strictSame(
        briefProblems(() => fromStarlette(text)),
        expected,
        text.slice(0, 90),
      )
    else t.match(fromStarlette(text).config, expected, text)
  }
  const express: [text: string, expected: object | string[]][] = [
    ['app.use(cors({ origin: /^https:\\/\\/a\\.test$/, maxAge: -1 }))', { origins: [A], maxAge: 0 }],
    ['cors({ origin: /(/i, credentials: true })', ['computed-value cors.origin']],
    ['cors({ origin, credentials: true })', ['computed-value cors.origin']],
    ['cors({ origin(o, cb) { cb() }, credentials: true })', ['origin-function cors.origin']],
    ['cors({ origin: (o, cb) => cb(), credentials: true })', ['origin-function cors.origin']],
    ['cors({ ...base, credentials: true })', ['options-elsewhere cors....base']],
    ["cors({ ['origin']: x, credentials: true })", ['unknown-key cors."[…]"']],
    [`cors({ origin: '${'$'}{A}', credentials: true })`, ['computed-value cors.origin']],
    ['if (a) { cors({ origin: false }) }', { origins: 'none' }],
    ['cors({ origin: undefined, credentials: null })', { origins: 'none' }],
  ]
  for (const [text, expected] of express) {
    if (Array.isArray(expected))
      t.strictSame(
        briefProblems(() => fromExpressCors(text)),
        expected,
        text,
      )
    else t.match(fromExpressCors(text).config, expected, text)
  }
})

t.test('documents with no configuration, or with several', async (t) => {
  const several = { one: { AllowOrigins: [A] }, two: { AllowOrigins: ['*'] } }
  t.strictSame(
    briefProblems(() => fromApiGateway(several)),
    ['several-found document'],
  )
  t.strictSame(fromApiGateway(several, { pick: 'two' }).config, { origins: '*' })
  t.strictSame(
    briefProblems(() => fromApiGateway(several, { pick: 'three' })),
    ['pick-not-found pick'],
  )
  t.match(
    firstMessage(() => fromApiGateway({}, { pick: 'x' })),
    /Found: none/,
  )
  const rows: [document: unknown, problem: string][] = [
    [{ a: { b: 1 } }, 'nothing-found document'],
    ['{"AllowOrigins": [}', 'document-syntax document'],
    [`{"a": ${'['.repeat(100_000)}`, 'document-limit document'],
    ['['.repeat(70) + ']'.repeat(70), 'document-limit document'],
    [`[${'1,'.repeat(200_001)}]`, 'document-limit document'],
    ['a: [', 'document-syntax document'],
    [
      'a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n',
      'document-limit document',
    ],
    ['a: &a [*a]', 'document-limit document'],
    [`${'- '.repeat(70)}x`, 'document-limit document'],
    ['PK\u0003\u0004', 'document-limit document'],
    ['\uFFFD\uFFFD', 'document-limit document'],
    ['x'.repeat(5_000_000), 'document-limit document'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'document-syntax document'],
    ['<a><b></a>', 'document-syntax document'],
    [`${'<a>'.repeat(100)}`, 'document-limit document'],
    ['<a>text<b/></a>', 'document-syntax document'],
    [new Date(), 'wrong-value document'],
    [Symbol('x'), 'nothing-found document'],
    [{ AllowOrigins: 5n }, 'computed-value AllowOrigins'],
    [nested(70), 'document-limit document'],
    [Array.from({ length: 200_000 }, () => 1), 'document-limit document'],
    [
      {
        get a() {
          throw 5
        },
      },
      'document-unreadable a',
    ],
    [
      {
        get a() {
          throw revoked()
        },
      },
      'document-unreadable a',
    ],
    [Object.create(Object.create(null, { AllowOrigins: { value: [A] } })), 'wrong-value document'],
  ]
  for (const [document, problem] of rows) {
    const [first] = briefProblems(() => fromApiGateway(document))
    t.ok(
      first === problem || (problem.startsWith('document-limit') && first?.startsWith('document-limit ')),
      `${problem}: ${first} ${String(typeof document === 'string' ? document.slice(0, 60) : '')}`,
    )
  }
  t.strictSame(fromApiGateway(Object.assign(Object.create(null), { AllowOrigins: [A] })).config, { origins: [A] })
  t.strictSame(
    fromS3(
      '<CORSConfiguration><CORSRule><AllowedOrigin><![CDATA[*]]></AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
    ).config,
    { origins: '*' },
  )
})

t.test('a problem gives its place in the text', async (t) => {
  const at = (text: string) => {
    try {
      return fromApiGateway(text)
    } catch (error) {
      const [problem] = (error as CorsConversionError).problems
      return [problem?.line, problem?.column]
    }
  }
  t.strictSame(at('{\n  "AllowOrigins": ["https://a.test/"]\n}'), [2, 20])
  t.strictSame(at('AllowOrigins:\n  - https://A.test\n'), [2, 5])
  t.strictSame(at('{\n  "AllowOrigins": [,]\n}'), [2, 20])
  t.strictSame(at('AllowOrigins: [\n'), [2, 1])
  t.match(
    firstMessage(() => fromApiGateway('{"a" 1}')),
    /JSON.* colon expected$/,
  )
})

t.test('the error', async (t) => {
  const error = new CorsConversionError([{ code: 'method-any', path: 'a', value: 1, message: 'm', line: 2, column: 3 }])
  t.match(error, {
    name: 'CorsConversionError',
    code: 'ERR_CORS_CONVERSION',
    message: renderConversionProblems(error.problems),
  })
  t.ok(Object.isFrozen(error.problems) && Object.isFrozen(error.problems[0]))
  const many = new CorsConversionError(
    Array.from({ length: 1001 }, () => ({ code: 'method-any', path: 'a', value: 1, message: 'm' }) as const),
  )
  t.match(many.message, /… .*\b1\b[^\n]*$/)
  t.equal(many.message.split('\n').length, 1002)
  t.equal(error.message.split('\n')[1], '  a (line 2, column 3): m [method-any]')
  class Other extends CorsConversionError {}
  t.notOk(error instanceof Other)
  t.ok(new Other(error.problems) instanceof CorsConversionError)
  const ofAnotherCopy = { [Symbol.for('cors-policy.CorsConversionError/v1')]: true }
  t.ok(ofAnotherCopy instanceof CorsConversionError)
  for (const value of [null, undefined, 'x', {}, new Error('x')]) t.notOk(value instanceof CorsConversionError)
})

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: nested(depth - 1) }
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
