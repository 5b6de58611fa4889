import t from 'tap'
import { main } from '../../src/cli/main.js'
import { COMMAND_WORDS } from '../../src/text/command.js'

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

t.test('aliases of formats', async (t) => {
  for (const from of ['fastapi', 'FastAPI']) {
    t.match(await run(t, ['--from', from, '--to', 'config'], { stdin: '{"allow_origins":["https://a.test"]}' }), {
      code: 0,
    })
  }
  for (const from of ['cors', 'express', '@fastify/cors']) {
    t.match(await run(t, ['--from', from, '--to', 'config'], { stdin: '{"origin":["https://a.test"]}' }), { code: 0 })
  }
  const nginx = { stdin: 'add_header Access-Control-Allow-Origin https://a.test;' }
  t.match(await run(t, ['--from', 'nginx', '--to', 'nginx'], nginx), { code: 0, stdout: /cors_allow_origin|cors_p/ })
})

t.test('a refusal that can be overridden names the flag', async (t) => {
  const origin = 'http://192.168.1.23:5173'
  const stdin = JSON.stringify({ origin: [origin, 'https://*.github.io'.replace('*', 'a')], credentials: true })
  const argv = ['--from', 'express', '--to', 'config']
  const refused = await run(t, argv, { stdin })
  t.match(refused, { code: 1, stderr: `${COMMAND_WORDS.accept('insecure-origins', origin)}\n` })
  for (const allow of [
    ['--allow', `insecure-origins=${origin}`],
    ['--allow', 'insecure-origins'],
    ['--allow', 'insecure-origins', '--allow', `insecure-origins=${origin}`],
    ['--allow', `insecure-origins=${origin}`, '--allow', `insecure-origins=${origin}`],
  ]) {
    t.match(await run(t, [...argv, ...allow], { stdin }), { code: 0, stdout: /dangerouslyAllowInsecureOrigins/ })
  }
})

t.test('--rule and --pick', async (t) => {
  const rules = [
    { AllowedOrigins: ['*'], AllowedMethods: ['GET'] },
    { AllowedOrigins: [ORIGIN], AllowedMethods: ['PUT'] },
  ]
  const stdin = JSON.stringify({ a: rules, b: [...rules].reverse() })
  const argv = ['--from', 's3', '--to', 'config']
  t.match(await run(t, argv, { stdin }), { code: 1, stderr: /several-found/ })
  t.match(await run(t, [...argv, '--pick', 'a'], { stdin }), { code: 1, stderr: /rules-differ/ })
  const picked = await run(t, [...argv, '--pick', 'a', '--rule', '2'], { stdin })
  t.match(JSON.parse(picked.stdout), { origins: [ORIGIN], methods: ['PUT'] })
})

t.test('modules: named exports, the only export, and code that does not run by itself', async (t) => {
  const files = {
    'named.mjs': "export const other = 1\nexport const corsOptions = { origin: 'https://a.test' }",
    'only.mjs': "export const anything = { origin: 'https://a.test' }",
    'app.mjs': "app.use(cors({ origin: 'https://a.test' }))",
    'two.mjs': 'export const x = 1\nexport const y = 2',
    'headers.mjs': "res.setHeader('Access-Control-Allow-Origin', 'https://a.test')",
  }
  for (const file of ['named.mjs', 'only.mjs', 'app.mjs']) {
    t.match(
      await run(t, ['--from', 'express', '--to', 'config', file], { files }),
      { code: 0, stdout: /a\.test/ },
      file,
    )
  }
  t.match(await run(t, ['--from', 'headers', '--to', 'config', 'headers.mjs'], { files }), {
    code: 0,
    stdout: /a\.test/,
  })
  // A function may choose the options, or register what its text says.
  const functions = {
    'chooses.mjs': 'export default (r, c) => c(null, { origin: true })',
    'serves.mjs': 'export default async (app) => { app.listen(1) }',
    'registers.mjs': `export default async (app) => { app.register(cors, { origin: '${ORIGIN}' }) }`,
    'throws.mjs': `export default async (app) => { app.register(cors, { origin: true, credentials: true }) }`,
  }
  const ask = (file: string) => run(t, ['--from', 'fastify', '--to', 'config', file], { files: functions })
  t.match(await ask('chooses.mjs'), { code: 1, stderr: /\[origin-function\]/ })
  t.match(await ask('serves.mjs'), { code: 1, stderr: /\[origin-function\]/ })
  t.match(await ask('registers.mjs'), { code: 0, stdout: ORIGIN })
  t.match(await ask('throws.mjs'), { code: 1, stderr: /\[reflects-any-origin\]/ })
  t.match(await run(t, ['--from', 'express', '--to', 'config', 'two.mjs'], { files }), {
    code: 1,
    stderr: /\[nothing-found\]/,
  })
})

t.test('a CommonJS module that exports nothing is read as text', async (t) => {
  const files = { 'serverless.cjs': `const service = { httpApi: { cors: { allowedOrigins: ['${ORIGIN}'] } } }` }
  const { code, stdout } = await run(t, ['--from', 'api-gateway', '--to', 'config', 'serverless.cjs'], { files })
  t.equal(code, 0)
  t.strictSame(JSON.parse(stdout), { origins: [ORIGIN] })
})

t.test('a refused conversion exits with 1 and writes no document', async (t) => {
  const rows: [from: string, to: string, stdin: string][] = [
    ['express', 'config', '{"origin":true,"credentials":true}'],
    ['starlette', 'config', 'not JSON'],
    ['config', 'nginx', '[]'],
    ['config', 'nginx', '\u001b[2J\n\n'],
    ['config', 's3', '{"origins":[]}'],
    ['config', 's3', '{"origins":["https://pr-*.a.test"]}'],
    ['s3', 'config', '<a'],
    ['s3', 'config', ''],
  ]
  const messages: string[] = []
  for (const [from, to, stdin] of rows) {
    const result = await run(t, ['--from', from, '--to', to], { stdin })
    t.strictSame([result.code, result.stdout], [1, ''], stdin)
    messages.push(result.stderr)
  }
  t.matchSnapshot(messages.join(''))
})

t.test('a wrong command line exits with 2', async (t) => {
  const both = ['--from', 'express', '--to', 'config']
  const rows: [argv: string[]][] = [
    [[]],
    [['--from', 'fastfy', '--to', 'config']],
    [['--from', 'nonsense', '--to', 'config']],
    [[...both, '--allow', 'insecure-origin']],
    [[...both, '--allow', 'constructor']],
    [[...both, '--allow', 'everything']],
    [[...both, '--rule', '0']],
    [['--from', 'express']],
    [[...both, 'a', 'b']],
    [both],
    [[...both, 'none.json']],
    [[...both, 'none.mjs']],
    [[...both, '--bogus']],
  ]
  const messages: string[] = []
  for (const [argv] of rows) {
    const result = await run(t, argv)
    t.strictSame([result.code, result.stdout], [2, ''], argv.join(' '))
    messages.push(result.stderr)
  }
  t.matchSnapshot(messages.join(''))
})

t.test('an internal failure is shown', async (t) => {
  const broken = {
    write() {
      throw new Error('broken pipe')
    },
  }
  const io = { stdout: broken, stderr: broken, env: {}, cwd: t.testdir({}), stdin: chunksOf(CONFIG) }
  await t.rejects(main(['convert', '--from', 'config', '--to', 'config'], io), { message: 'broken pipe' })
})
