import { inspect } from 'node:util'
import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { fromS3 } from '../../src/interop/from-s3.js'
import { briefNotes, briefProblems } from './support.js'

const A = 'https://a.test'
const ALL = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE']

function xml(...rules: string[]): string {
  const body = rules.map((rule) => `<CORSRule>${rule}</CORSRule>`).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\n${body}\n</CORSConfiguration>\n`
}

t.test('rules', async (t) => {
  const rule = (more: object) => ({ AllowedOrigins: ['*'], AllowedMethods: ALL, ...more })
  const rows: [name: string, rules: object[], config: CorsConfig, notes: string[]][] = [
    ['everybody', [rule({})], { origins: '*', methods: ['PUT', 'DELETE'] }, []],
    [
      'all there is',
      [rule({ ID: 'one', AllowedHeaders: ['*'], ExposeHeaders: ['ETag'], MaxAgeSeconds: 3000 })],
      {
        origins: '*',
        methods: ['PUT', 'DELETE'],
        headers: ['*', 'authorization'],
        exposeHeaders: ['etag'],
        maxAge: 3000,
      },
      [],
    ],
    [
      'patterns',
      [
        rule({
          AllowedOrigins: [A, 'https://*.a.test', 'http://localhost', 'http://localhost:*', 'https://pr-*.b.test'],
        }),
      ],
      { origins: [A, 'https://*.a.test', 'http://localhost:*', 'https://pr-*.b.test'], methods: ['PUT', 'DELETE'] },
      ['pattern-narrowed [0].AllowedOrigins[4]', 'credentials-differ [0].AllowedOrigins'],
    ],
    [
      'any port of loopback',
      [rule({ AllowedOrigins: ['http://localhost:*'], MaxAgeSeconds: '60' })],
      { origins: ['http://localhost:*'], methods: ['PUT', 'DELETE'], maxAge: 60 },
      ['default-port [0].AllowedOrigins[0]', 'credentials-differ [0].AllowedOrigins'],
    ],
    [
      'an app, and everybody else',
      [
        rule({ AllowedOrigins: [A], AllowedHeaders: ['*'], MaxAgeSeconds: 60 }),
        rule({ AllowedMethods: ['GET', 'HEAD', 'POST'], AllowedHeaders: ['x-id'] }),
      ],
      {
        origins: [A],
        methods: ['PUT', 'DELETE'],
        headers: ['*', 'authorization'],
        maxAge: 60,
        otherwise: { origins: '*', headers: ['x-id'] },
      },
      ['credentials-differ [0].AllowedOrigins'],
    ],
    [
      'apps that have nothing in common',
      [
        rule({ AllowedOrigins: [A], AllowedMethods: ['GET', 'HEAD', 'POST'] }),
        rule({ AllowedOrigins: ['https://b.test'], AllowedHeaders: ['x-id'] }),
      ],
      { origins: [A], otherwise: { origins: ['https://b.test'], methods: ['PUT', 'DELETE'], headers: ['x-id'] } },
      ['credentials-differ [0].AllowedOrigins'],
    ],
    [
      'origins that differ',
      [rule({ AllowedOrigins: [A] }), rule({ AllowedOrigins: ['https://b.test'] })],
      { origins: [A, 'https://b.test'], methods: ['PUT', 'DELETE'] },
      ['credentials-differ [0].AllowedOrigins'],
    ],
    [
      'methods that differ',
      [rule({ AllowedMethods: ['GET'] }), rule({ AllowedMethods: ['PUT'] })],
      { origins: '*', methods: ['PUT'] },
      ['safelisted-method [0].AllowedMethods'],
    ],
  ]
  for (const [name, rules, config, notes] of rows) {
    for (const document of [rules, JSON.stringify(rules)]) {
      const imported = fromS3(document)
      t.strictSame(imported.config, config, name)
      t.strictSame(briefNotes(imported), notes, name)
    }
    t.strictSame(fromS3({ CORSRules: rules }).config, config, name)
  }
})

t.test('three blocks of Terraform', async (t) => {
  const block = (origin: string) => `  cors_rule {
    allowed_origins = ["${origin}"]
    allowed_methods = ["GET", "HEAD", "POST"]
  }`
  const origins = [A, 'https://b.test', 'https://c.test']
  const document = `resource "aws_s3_bucket_cors_configuration" "b" {\n${origins.map(block).join('\n')}\n}\n`
  t.strictSame(fromS3(document).config, { origins })
  const listed = `{ allowed_origins = ["${A}"], allowed_methods = ["GET", "HEAD", "POST"] }`
  const mixed = `resource "aws_s3_bucket_cors_configuration" "b" {\ncors_rule = [${listed}]\n${block('https://b.test')}\n}\n`
  t.strictSame(fromS3(mixed).config, { origins: [A, 'https://b.test'] }, 'a list, and a block after it')
})

t.test('a rule without methods allows those that no policy forbids', async (t) => {
  t.strictSame(fromS3([{ AllowedOrigins: [A] }]).config, { origins: [A] })
})

t.test('one of several rules', async (t) => {
  const rules = [
    { AllowedOrigins: [A], AllowedMethods: ['GET'] },
    { AllowedOrigins: ['*'], AllowedMethods: ['PUT'] },
  ]
  t.strictSame(fromS3(rules, { rule: 2 }).config, { origins: '*', methods: ['PUT'] })
  t.strictSame(
    briefProblems(() => fromS3(rules, { rule: 3 })),
    ['rule-not-found rule'],
  )
})

t.test('XML', async (t) => {
  const imported = fromS3(
    xml(
      ' <AllowedOrigin> https://a.test </AllowedOrigin>\n<AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>' +
        '<AllowedHeader>x-id</AllowedHeader><ExposeHeader>x-amz-id-2</ExposeHeader><MaxAgeSeconds>60</MaxAgeSeconds><ID>a</ID>',
    ),
  )
  t.strictSame(imported.config, {
    origins: [A],
    methods: ['PUT'],
    headers: ['x-id'],
    exposeHeaders: ['x-amz-id-2'],
    maxAge: 60,
  })
  t.strictSame(briefNotes(imported), [
    'safelisted-method CORSConfiguration.CORSRule.AllowedMethod',
    'credentials-differ CORSConfiguration.CORSRule.AllowedOrigin',
  ])
})

t.test('refused', async (t) => {
  const ok = '<AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>'
  const rows: [document: unknown, problems: string[]][] = [
    [undefined, ['nothing-found document']],
    ['', ['nothing-found document']],
    ['{', ['document-syntax document']],
    ['<', ['document-syntax document']],
    [[], ['nothing-found document']],
    [{}, ['nothing-found document']],
    [{ CORSRules: 5, Other: 1 }, ['nothing-found document']],
    [[5], ['nothing-found document']],
    [[{ AllowedMethods: ['GET'] }], ['origins-missing [0].AllowedOrigins']],
    [[{ AllowedOrigins: ['https://a.test:*'], AllowedMethods: ALL }], ['port-required [0].AllowedOrigins[0]']],
    [[{ AllowedOrigins: [A, 'https://*'], AllowedMethods: ALL }], ['origin-syntax [0].AllowedOrigins[1]']],
    [[{ AllowedOrigins: [A, 'http://10.0.0.0/8'], AllowedMethods: ALL }], ['literal-pattern [0].AllowedOrigins[1]']],
    [
      [{ AllowedOrigins: ['*'], AllowedMethods: ALL, AllowedHeaders: ['x-amz-*'] }],
      ['header-syntax [0].AllowedHeaders[0]'],
    ],
    [
      [
        { AllowedOrigins: [A], AllowedMethods: ['GET'] },
        { AllowedOrigins: ['*'], AllowedMethods: ['PUT'] },
      ],
      ['rules-differ document'],
    ],
    [new Proxy([], { get: fail }), ['document-unreadable document']],
    [Object.assign([], { length: 2 ** 32 - 1 }), ['document-limit document']],
    [{ CORSRules: new Proxy([], { get: fail }) }, ['document-unreadable CORSRules']],
    ['<Cors/>', ['nothing-found document']],
    ['<CORSConfiguration/>', ['nothing-found document']],
    ['<CORSConfiguration>x</CORSConfiguration>', ['nothing-found document']],
    ['<CORSConfiguration><Rule/></CORSConfiguration>', ['nothing-found document']],
    [xml(`${ok}x`), ['document-syntax document']],
    [xml(`${ok}<ID>&eacute;</ID>`), ['document-syntax document']],
    [xml(`${ok}<Other>1</Other>`), ['unknown-key CORSConfiguration.CORSRule.Other']],
    [xml(`${ok}<__proto__>1</__proto__>`), ['unknown-key CORSConfiguration.CORSRule.__proto__']],
    [xml(`${ok}<MaxAgeSeconds>soon</MaxAgeSeconds>`), ['wrong-value CORSConfiguration.CORSRule.MaxAgeSeconds']],
    ['<CORSConfiguration><CORSRule><A><B/></A></CORSRule></CORSConfiguration>', ['nothing-found document']],
  ]
  for (const [document, problems] of rows) {
    t.strictSame(
      briefProblems(() => fromS3(document)),
      problems,
      inspect(document),
    )
  }
})

function fail(): never {
  throw new Error('hostile')
}
