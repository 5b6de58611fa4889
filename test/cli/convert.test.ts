import t from 'tap'
import { main } from '../../src/cli/main.js'

const ORIGIN = 'https://app.example.com'
const CONFIG = JSON.stringify({ origins: [ORIGIN], methods: ['PUT'], headers: ['content-type'], maxAge: 60 })

type Files = Record<string, string | Record<string, string>>

/** Runs `convert` in a folder of files, with a text on standard input. */
async function run(t: Tap, argv: string[], { files = {}, stdin }: { files?: Files; stdin?: string | undefined } = {}) {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
  })
  const io = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    env: {},
    cwd: t.testdir(files),
    stdin: chunksOf(stdin),
  }
  return { code: await main(['convert', ...argv], io), ...written }
}

interface Tap {
  testdir(files: Files): string
}

/** In pieces that cut a character in two, as a pipe may. */
function chunksOf(text: string | undefined): AsyncIterable<Uint8Array | string> | undefined {
  if (text === undefined) return undefined
  const bytes = Buffer.from(text)
  return (async function* () {
    yield ''
    for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7)
  })()
}

t.test('every format in, to a config', async (t) => {
  const rows: [from: string, document: unknown][] = [
    ['starlette', { allow_origins: [ORIGIN], allow_methods: ['GET', 'HEAD', 'POST', 'PUT'], max_age: 60 }],
    [
      's3',
      [
        {
          AllowedOrigins: [ORIGIN],
          AllowedMethods: ['GET', 'HEAD', 'POST', 'PUT'],
          AllowedHeaders: ['content-type'],
          MaxAgeSeconds: 60,
        },
      ],
    ],
    [
      'api-gateway',
      {
        AllowOrigins: [ORIGIN],
        AllowMethods: ['GET', 'HEAD', 'POST', 'PUT'],
        AllowHeaders: ['content-type'],
        MaxAge: 60,
      },
    ],
    ['express', { origin: ORIGIN, methods: 'PUT', allowedHeaders: 'content-type', maxAge: 60 }],
    ['fastify', { origin: ORIGIN, methods: 'PUT', allowedHeaders: 'content-type', maxAge: 60 }],
    ['config', JSON.parse(CONFIG)],
  ]
  for (const [from, document] of rows) {
    const text = JSON.stringify(document)
    const piped = await run(t, ['--from', from, '--to', 'config'], { stdin: text })
    t.strictSame([piped.code, JSON.parse(piped.stdout)], [0, JSON.parse(CONFIG)], from)
    const read = await run(t, ['--from', from, '--to', 'config', 'cors.json'], { files: { 'cors.json': text } })
    t.strictSame(read, piped, `${from} from a file`)
  }
})

t.test('every format out', async (t) => {
  const rows: [to: string, stdout: RegExp, notes: RegExp][] = [
    ['config', /^\{\n {2}"origins"/, /^$/],
    ['starlette', /"allow_origins"/, /^note: origins: .* \[vary-not-always\]\n$/],
    ['s3', /"CORSRules"/, /\[credentials-differ\]\n$/],
    ['api-gateway', /"AllowOrigins"/, /^$/],
    ['cloudfront', /"CachePolicyConfig"/, /\[preflight-from-origin\]\n$/],
    ['nginx', /^# In the http block:\n[\s\S]*# In the server or location block:\n[\s\S]*\}\n$/, /^$/],
  ]
  for (const [to, stdout, notes] of rows) {
    const result = await run(t, ['--from', 'config', '--to', to, '-'], { stdin: `\uFEFF${CONFIG}` })
    t.equal(result.code, 0, to)
    t.match(result.stdout, stdout, to)
    t.match(result.stderr, notes, to)
  }
})

t.test('XML, a module with a regular expression, a module with a config', async (t) => {
  const xml =
    '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule></CORSConfiguration>'
  t.match(await run(t, ['--from', 's3', '--to', 'config'], { stdin: xml }), { code: 0, stderr: /safelisted-method/ })
  const files = {
    'cors.mjs': 'export default { origin: [/^https:\\/\\/(.*\\.)?example\\.com$/], credentials: true }',
    'config.mjs': `export default ${CONFIG}`,
  }
  const regex = await run(t, ['--from', 'express', '--to', 'config', 'cors.mjs'], { files })
  t.match(JSON.parse(regex.stdout), { origins: ['https://example.com', 'https://*.example.com'] })
  t.match(await run(t, ['--from', 'config', '--to', 'config', 'config.mjs'], { files }), { code: 0 })
})

t.test('--name', async (t) => {
  const argv = ['--from', 'config', '--to', 'nginx', '--name', 'shop']
  t.match(await run(t, argv, { stdin: CONFIG }), { code: 0, stdout: /\$cors_shop_preflight/ })
})

t.test('what is refused exits with 1, and writes no document', async (t) => {
  const rows: [from: string, to: string, stdin: string, stderr: RegExp][] = [
    ['express', 'config', '{"origin":true,"credentials":true}', /origin: true reflects every origin/],
    ['starlette', 'config', 'not JSON', /document: is not JSON/],
    ['config', 'nginx', 'not JSON', /document: is not JSON/],
    ['config', 'nginx', '\u001b[2J\n\n', /document: is not JSON: [ -~]+ \[wrong-type\]\n$/],
    ['config', 's3', '{"origins":[]}', /origins-missing/],
    ['config', 's3', '{"origins":["https://pr-*.a.test"]}', /origin-syntax/],
    ['s3', 'config', '<a', /is not XML/],
    ['s3', 'config', '', /is not JSON/],
  ]
  for (const [from, to, stdin, stderr] of rows) {
    const result = await run(t, ['--from', from, '--to', to], { stdin })
    t.strictSame([result.code, result.stdout], [1, ''], stdin)
    t.match(result.stderr, stderr, stdin)
  }
})

t.test('what cannot run exits with 2', async (t) => {
  const both = ['--from', 'express', '--to', 'config']
  const rows: [argv: string[], stderr: RegExp][] = [
    [[], /--from, one of starlette, s3/],
    [['--from', 'nginx', '--to', 'config'], /--from, one of/],
    [['--from', 'express'], /--to, one of config, /],
    [[...both, 'a', 'b'], /one file/],
    [both, /standard input/],
    [[...both, 'none.json'], /none\.json cannot be read/],
    [[...both, 'none.mjs'], /none\.mjs does not exist/],
    [[...both, '--bogus'], /bogus/],
  ]
  for (const [argv, stderr] of rows) {
    const result = await run(t, argv)
    t.strictSame([result.code, result.stdout], [2, ''], argv.join(' '))
    t.match(result.stderr, stderr, argv.join(' '))
  }
})

t.test('a failure of its own is not hidden', async (t) => {
  const broken = {
    write() {
      throw new Error('broken pipe')
    },
  }
  const io = { stdout: broken, stderr: broken, env: {}, cwd: t.testdir({}), stdin: chunksOf(CONFIG) }
  await t.rejects(main(['convert', '--from', 'config', '--to', 'config'], io), { message: 'broken pipe' })
})
