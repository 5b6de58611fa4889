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
  t.strictSame(briefNotes(imported), ['credentials-differ [0].AllowedOrigins', 'safelisted-method [0].AllowedMethods'])
})

t.test('refused', async (t) => {
  const ok = '<AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>'
  const rows: [document: unknown, problems: string[]][] = [
    [undefined, ['wrong-type document']],
    ['', ['wrong-type document']],
    ['{', ['wrong-type document']],
    ['<', ['wrong-type document']],
    [[], ['origins-missing document']],
    [{}, ['wrong-type CORSRules', 'origins-missing document']],
    [{ CORSRules: 5, Other: 1 }, ['unknown-option Other', 'wrong-type CORSRules', 'origins-missing document']],
    [[5], ['wrong-type [0]']],
    [{ CORSRules: [{ AllowedOrigin: A }] }, ['unknown-option CORSRules[0].AllowedOrigin']],
    [[{ AllowedMethods: ['GET'] }], ['origins-missing [0].AllowedOrigins']],
    [[{ AllowedOrigins: A, AllowedMethods: ALL }], ['wrong-type [0].AllowedOrigins']],
    [
      [{ AllowedOrigins: ['http://localhost:*'], AllowedMethods: ALL }],
      ['origin-syntax [0].AllowedOrigins[0]', 'origins-missing [0].AllowedOrigins'],
    ],
    [[{ AllowedOrigins: [A, 'https://*'], AllowedMethods: ALL }], ['origin-syntax [0].AllowedOrigins[1]']],
    [[{ AllowedOrigins: [A, 'http://10.0.0.0/8'], AllowedMethods: ALL }], ['origin-syntax [0].AllowedOrigins[1]']],
    [
      [{ AllowedOrigins: ['*'], AllowedMethods: ALL, AllowedHeaders: ['x-amz-*'] }],
      ['header-syntax [0].AllowedHeaders[0]'],
    ],
    [[{ AllowedOrigins: ['*'], AllowedMethods: ALL, MaxAgeSeconds: '5' }], ['wrong-type [0].MaxAgeSeconds']],
    [
      [
        { AllowedOrigins: [A], AllowedMethods: ['GET'] },
        { AllowedOrigins: ['*'], AllowedMethods: ['PUT'] },
      ],
      ['wrong-type [1]'],
    ],
    [
      [
        { AllowedOrigins: [A], AllowedMethods: ['GET'] },
        { AllowedOrigins: ['*'], AllowedMethods: ['GET'], MaxAgeSeconds: 5 },
      ],
      ['wrong-type [1]'],
    ],
    [new Proxy([], { get: fail }), ['wrong-type document', 'origins-missing document']],
    [Object.assign([], { length: 2 ** 32 - 1 }), ['wrong-type document', 'origins-missing document']],
    [{ CORSRules: new Proxy([], { get: fail }) }, ['wrong-type CORSRules', 'origins-missing document']],
    ['<Cors/>', ['wrong-type document']],
    ['<CORSConfiguration/>', ['origins-missing document']],
    ['<CORSConfiguration>x</CORSConfiguration>', ['wrong-type document']],
    ['<CORSConfiguration><Rule/></CORSConfiguration>', ['unknown-option [0].Rule']],
    [xml(`${ok}x`), ['wrong-type [0]']],
    [xml(`${ok}<Other>1</Other>`), ['unknown-option [0].Other']],
    [xml(`${ok}<__proto__>1</__proto__>`), ['unknown-option [0].__proto__']],
    [xml(`${ok}<ID>1</ID><ID>2</ID>`), ['wrong-type [0].ID']],
    [xml(`${ok}<MaxAgeSeconds>5s</MaxAgeSeconds>`), ['wrong-type [0].MaxAgeSeconds']],
    ['<CORSConfiguration><CORSRule><A><B/></A></CORSRule></CORSConfiguration>', ['wrong-type document']],
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
