import { join } from 'node:path'
import type { Test } from 'tap'
import { runNode } from './child.js'
import { corsFields } from './cors-fields.js'
import { exchange } from './exchange.js'
import { allowed, from, NONE, preflight, put, type Row, serves } from './server-example.js'

/** Runs the example that lies in the folder, and checks that it does what it says. */
export type ExampleCheck = (t: Test, folder: string) => Promise<unknown>

const APP = 'https://app.example.com'
const OTHER = 'https://app.example.com.evil.com'
const GALLERY = 'https://gallery.example.com'
const ECHOING = 'Origin, Access-Control-Request-Headers'
// biome-ignore lint/suspicious/noControlCharactersInRegex: what colours a terminal begins with one
const COLOUR = /\u001b\[\d+m/

/** The examples that are not servers. All others export `build`. */
export const SCRIPTS = ['demo.mjs', 'mistake.mjs']

/** Every example, by file name. They run from the repository, and once more from the packed package. */
export const EXAMPLES: Readonly<Record<string, ExampleCheck>> = {
  'fastify.mjs': serves('fastify.mjs', {}, [
    ['no Origin', '/notes', {}, 200, NONE],
    ['allowed', '/notes', from(APP), 200, { ...allowed(APP), 'expose-headers': 'x-total-count' }],
    ['other', '/notes', from(OTHER), 200, NONE],
    ['PUT', '/notes/2', put(APP), 204, { ...allowed(APP), 'expose-headers': 'x-total-count' }],
    ['404', '/notes/9', from(APP, 'DELETE'), 404, { ...allowed(APP), 'expose-headers': 'x-total-count' }],
    [
      'preflight',
      '/notes/2',
      preflight(APP, 'PUT', 'content-type'),
      204,
      { ...allowed(APP), 'allow-methods': 'PUT, DELETE', 'allow-headers': 'content-type', 'max-age': '600' },
    ],
    ['preflight, other', '/notes/2', preflight(OTHER, 'PUT'), 403, NONE],
  ]),
  'fastapi-style.mjs': serves('fastapi-style.mjs', {}, [
    ['no Origin', '/items/1', {}, 200, NONE],
    ['allowed', '/items/1', from('http://localhost:5173'), 200, allowed('http://localhost:5173')],
    ['other', '/items/1', from(OTHER), 200, NONE],
    ['PUT', '/items/1', put(APP), 200, allowed(APP)],
    ['an error', '/broken', from(APP), 500, allowed(APP)],
    [
      'preflight',
      '/items/1',
      preflight(APP, 'PUT', 'authorization,x-any'),
      204,
      {
        ...allowed(APP),
        vary: ECHOING,
        'allow-methods': 'GET, POST, PUT, DELETE',
        'allow-headers': 'authorization,x-any',
        'max-age': '600',
      },
    ],
    ['preflight, other', '/items/1', preflight(OTHER, 'PUT'), 403, { vary: ECHOING }],
  ]),
  'image-api.mjs': async (t, folder) => {
    const gallery = { vary: 'Origin', 'allow-origin': GALLERY }
    const rows: Row[] = [
      ['<img>, which sends no Origin', '/logo.png', {}, 200, NONE],
      ['<img crossorigin>', '/logo.png', from(GALLERY), 200, gallery],
      ['another site', '/logo.png', from(OTHER), 200, NONE],
      ['404, no Origin', '/none.png', {}, 404, NONE],
    ]
    const url = await serves('image-api.mjs', {}, rows)(t, folder)
    const { headers, body } = await exchange(`${url}/logo.png`)
    t.match(headers, { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400', etag: String })
    t.equal(body.slice(1, 4), 'PNG')
    const again = { 'if-none-match': headers.etag as string }
    t.match(await exchange(`${url}/logo.png`, { headers: again }), { status: 304, headers: { vary: 'Origin' } })
    const revalidated = await exchange(`${url}/logo.png`, { headers: { ...again, origin: GALLERY } })
    t.strictSame([revalidated.status, corsFields(revalidated.headers)], [304, gallery], '304 to a canvas')
  },
  'subdomains.mjs': serves('subdomains.mjs', {}, [
    ...[
      'https://example.com',
      'https://acme.example.com',
      'https://eu.acme.example.com',
      'https://pr-7.preview.example.net',
    ].map((origin): Row => [origin, '/me', from(origin), 200, allowed(origin)]),
    ...[
      'https://example.com.evil.com',
      'https://notexample.com',
      'http://acme.example.com',
      'https://preview.example.net',
      'https://pr-7.x.preview.example.net',
      'https://pr-evil.vercel.app',
    ].map((origin): Row => [origin, '/me', from(origin), 200, NONE]),
    [
      'preflight',
      '/me',
      preflight('https://acme.example.com', 'PATCH', 'content-type'),
      204,
      {
        ...allowed('https://acme.example.com'),
        'allow-methods': 'PATCH',
        'allow-headers': 'content-type',
      },
    ],
  ]),
  'local-development.mjs': async (t, folder) => {
    const local = ['http://localhost:5173', 'http://localhost', 'http://acme.localhost:8080', 'http://127.0.0.1:4000']
    const lan = ['http://192.168.1.20:5173']
    const health = (allow: string[], refuse: string[]): Row[] => [
      ...allow.map((origin): Row => [origin, '/health', from(origin), 200, allowed(origin)]),
      ...refuse.map((origin): Row => [origin, '/health', from(origin), 200, NONE]),
    ]
    const file = 'local-development.mjs'
    const listed = 'https://a.example.com,https://b.example.com\nhttp://localhost:3000'
    await serves(file, {}, health([APP], [...local, ...lan]))(t, folder)
    await serves(file, { NODE_ENV: 'production' }, health([APP], [...local, ...lan]))(t, folder)
    const development = health([APP, ...local, ...lan], ['http://8.8.8.8:5173', 'http://localhost.evil.com'])
    await serves(file, { NODE_ENV: 'development' }, development)(t, folder)
    const fromList = health(['https://a.example.com', 'https://b.example.com', 'http://localhost:3000'], [APP, ...lan])
    await serves(file, { CORS_ORIGINS: listed }, fromList)(t, folder)
    for (const [list, code] of [
      ['', 'origins-missing'],
      ['https://a.example.com/', 'origin-not-canonical'],
      ['*', 'origin-syntax'],
    ] as const) {
      const { code: exit, stderr } = await runNode([join(folder, file)], { env: { CORS_ORIGINS: list, PORT: '0' } })
      t.equal(exit, 1, `CORS_ORIGINS=${list} does not start`)
      t.match(stderr, code)
    }
  },
  'mistake.mjs': async (t, folder) => {
    const { code, stdout, stderr } = await runNode([join(folder, 'mistake.mjs')])
    t.strictSame([code, stdout], [1, ''])
    const [title, ...problems] = stderr.trimEnd().split('\n')
    t.equal(title, `The CORS config has ${problems.length} problems:`)
    t.strictSame(problems.map((line) => line.replace(/^ {2}([^:]+): .* \[(.+)\]$/, '$1 $2')).sort(), [
      'allowedHeaders unknown-option',
      'exposeHeaders expose-wildcard-with-credentials',
      'headers[0] header-direction',
      'maxAge max-age-range',
      'methods[0] method-case',
      'origins[0] wildcard-with-credentials',
      'origins[1] origin-not-canonical',
      'origins[2] origin-null',
      'origins[3] origin-syntax',
      'origins[4] public-suffix',
      'origins[5] insecure-origin',
    ])
  },
  'demo.mjs': async (t, folder) => {
    const plain = await runNode([join(folder, 'demo.mjs')])
    t.strictSame([plain.code, plain.stderr], [0, ''])
    t.notMatch(plain.stdout, COLOUR, 'plain in a pipe')
    const lines = plain.stdout.split('\n')
    t.strictSame(
      lines.filter((line) => line.length > 110),
      [],
    )
    const answers = lines.filter((line) => /^[A-Z]+ \/\S+ +\d{3} Vary: Origin {2,}\w/.test(line))
    t.ok(answers.length >= 12, `${answers.length} requests`)
    const columns = new Set(answers.flatMap((line) => [line.search(/\d{3} Vary/), line.search(/(?<=Origin +)[a-z]/i)]))
    t.equal(columns.size, 2, 'aligned')
    const seen = ['Origin: null', 'page may read it', 'page gets nothing', 'PUT is sent next', 'blocked: DELETE']
    const others = ['a 500', 'a 404', '403', 'wildcard-with-credentials', 'origin-not-canonical', 'method-case']
    for (const text of [...seen, ...others]) t.ok(plain.stdout.includes(text), text)
    const coloured = await runNode([join(folder, 'demo.mjs')], { env: { FORCE_COLOR: '1' } })
    t.equal(coloured.code, 0)
    t.match(coloured.stdout, COLOUR, 'in colour if told to')
    t.equal(coloured.stdout.split(COLOUR).join(''), plain.stdout, 'and otherwise the same')
    const uncoloured = await runNode([join(folder, 'demo.mjs')], { env: { NO_COLOR: '1' } })
    t.equal(uncoloured.stdout, plain.stdout)
  },
}
