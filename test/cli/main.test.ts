import t from 'tap'
import { main } from '../../src/cli/main.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { COMMAND_WORDS } from '../../src/text/command.js'

const GOOD = JSON.stringify({ origins: ['https://app.example.com'], methods: ['PUT'], headers: ['content-type'] })
const BAD = JSON.stringify({ origins: ['https://app.example.com/', 'null'], credentials: 'yes', maxage: 5 })

/** Runs the tool in a folder of files. */
async function run(t: Folder, files: Fixtures, argv: string[], terminal: Partial<Terminal> = {}) {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: terminal.isTTY,
    write: (text: string) => {
      written[name] += text
    },
  })
  const io = { stdout: output('stdout'), stderr: output('stderr'), env: terminal.env ?? {}, cwd: t.testdir(files) }
  return { code: await main(argv, io), ...written }
}

type Fixtures = Record<string, string | Record<string, string>>

/** The part of a test that makes a folder of files. */
interface Folder {
  testdir(files: Fixtures): string
}

interface Terminal {
  isTTY: boolean
  env: Record<string, string>
}

t.test('help and version', async (t) => {
  for (const argv of [['--help'], ['-h'], ['help'], ['check', '--help'], ['explain', '-h']]) {
    t.match(await run(t, {}, argv), { code: 0, stdout: /^Usage: cors-policy/, stderr: '' }, argv.join(' '))
  }
  t.match(await run(t, {}, []), { code: 2, stdout: '', stderr: /^Usage: cors-policy/ })
  for (const name of ['check', 'explain', 'doctor', 'inspect', 'convert', 'playground']) {
    const { stdout } = await run(t, {}, [name, '--help'])
    t.strictSame(stdout.match(/^ {2}\w+/gm), [`  ${name}`], 'a command is described without the others')
    t.match(stdout, 'Every command takes --lang')
  }
  t.match((await run(t, {}, ['explain', '--help'])).stdout, /--json\n\n {6}Not modelled/)
  t.equal((await run(t, {}, ['help', 'check'])).stdout, (await run(t, {}, ['check', '--help'])).stdout)
  t.match((await run(t, {}, ['chek', '--help'])).stdout, /^ {2}check/m)
  for (const argv of [['--version'], ['-v'], ['version']]) {
    t.match(await run(t, {}, argv), { code: 0, stdout: /^\d+\.\d+\.\d+\n$/, stderr: '' }, argv.join(' '))
  }
})

t.test('check', async (t) => {
  const good = await run(t, { 'cors.json': GOOD }, ['check', 'cors.json'])
  t.match(good, { code: 0, stdout: /^cors\.json: .*\n {2}maxAge: .* \[max-age-missing\]\n$/ })
  t.match(good.stdout, `${COMMAND_WORDS.noProblems}, ${COMMAND_WORDS.suggestions(1)}`)
  const quiet = await run(t, { 'cors.json': '\uFEFF{"origins":"*"}' }, ['check', 'cors.json'])
  t.match(quiet, { code: 0, stdout: `cors.json: ${COMMAND_WORDS.noProblems}` })
  const bad = await run(t, { 'cors.json': BAD }, ['check', 'cors.json'])
  t.equal(bad.code, 1)
  t.match(bad.stdout, `cors.json: ${COMMAND_WORDS.problems(4)}\n`)
  for (const code of ['unknown-option', 'wrong-type', 'origin-not-canonical', 'origin-null']) {
    t.match(bad.stdout, `[${code}]`, code)
  }
})

t.test('check modules', async (t) => {
  const rows: [name: string, file: string, text: string, code: number][] = [
    ['a default export', 'a.mjs', `export default ${GOOD}`, 0],
    ['an export named config', 'b.mjs', `export const config = ${GOOD}`, 0],
    ['CommonJS', 'c.cjs', `module.exports = ${GOOD}`, 0],
    ['problems', 'd.mjs', `export default ${BAD}`, 1],
    ['no config at all', 'e.mjs', 'export default () => {}', 1],
  ]
  for (const [name, file, text, code] of rows) {
    t.equal((await run(t, { [file]: text }, ['check', file])).code, code, name)
  }
})

t.test('a module that compiles its policy itself', async (t) => {
  const compile = Symbol.for('cors-policy test: compilePolicy')
  Reflect.set(globalThis, compile, compilePolicy)
  t.teardown(() => Reflect.deleteProperty(globalThis, compile))
  const files = { 'policy.mjs': `export default globalThis[Symbol.for('${compile.description}')](${BAD})` }
  const problems = (await run(t, { 'bad.json': BAD }, ['check', 'bad.json'])).stdout.replace('bad.json', 'policy.mjs')
  t.strictSame(await run(t, files, ['check', 'policy.mjs']), { code: 1, stdout: problems, stderr: '' })
  const explained = await run(t, files, ['explain', 'policy.mjs', '--origin', 'https://a.example'])
  t.match(explained, { code: 2, stdout: '', stderr: /^cors-policy: The CORS config has 4 problems:\n/ })
  const converted = await run(t, files, ['convert', '--from', 'express', '--to', 'config', 'policy.mjs'])
  t.match(
    converted,
    { code: 1, stdout: '', stderr: 'origins' },
    'its text is converted, as that of any module that throws',
  )
})

t.test('check --json', async (t) => {
  const text = 'const cycle = []\ncycle.push(cycle)\nexport default { origins: ["x", cycle, 1n, null, 5], maxAge: -1 }'
  const { code, stdout } = await run(t, { 'a.mjs': text }, ['check', 'a.mjs', '--json'])
  const { ok, config, problems, advice } = JSON.parse(stdout)
  t.strictSame([code, ok, config, advice], [1, false, null, []])
  t.strictSame(
    problems.map(({ path, value }: { path: string; value: unknown }) => [path, value]),
    [
      ['origins[0]', 'x'],
      ['origins[1]', 'an array'],
      ['origins[2]', '1n'],
      ['origins[3]', null],
      ['origins[4]', 5],
      ['maxAge', -1],
    ],
  )
  const good = await run(t, { 'a.json': GOOD }, ['check', '--json', 'a.json'])
  t.match(JSON.parse(good.stdout), { ok: true, problems: [], config: JSON.parse(GOOD), advice: [{ path: 'maxAge' }] })
})

t.test('explain', async (t) => {
  const files = { 'cors.json': GOOD }
  const ask = (...more: string[]) => run(t, files, ['explain', '--config', 'cors.json', ...more])
  const origin = ['--origin', 'https://app.example.com']
  const rows: [name: string, argv: string[], code: number, text: RegExp][] = [
    ['readable', [...origin, '--method', 'PUT', '--header', 'content-type: application/json'], 0, /^readable: /m],
    ['a method', [...origin, '--method', 'DELETE'], 1, /add 'DELETE' to methods/],
    ['a header', [...origin, '--header', 'X-Id'], 1, /add 'x-id' to headers/],
    ['a header that is safelisted but for its value', [...origin, '--header', 'Content-Type'], 0, /^readable: /m],
    ['a header with a value', [...origin, '--header', 'authorization: Bearer x'], 1, /add 'authorization' to headers/],
    ['credentials', [...origin, '--credentials'], 1, /set credentials: true/],
    ['another origin', ['--origin', 'https://b.example.com'], 1, /add 'https:\/\/b\.example\.com' to origins/],
    ['a header to read', [...origin, '--read', 'x-total'], 0, /add 'x-total' to exposeHeaders/],
    ['a URL', [...origin, '--url', 'https://api.example.com/x'], 0, /GET https:\/\/api\.example\.com\/x/],
    ['a relative URL', [...origin, '--url', '/x'], 0, /GET https:\/\/app\.example\.com\/x/],
    ['a header of Object.prototype', [...origin, '--header', 'constructor'], 1, /add 'constructor' to headers/],
    ['a header that scripts cannot set', [...origin, '--header', 'cookie: a=1'], 0, /^Note\n.*cookie/m],
    ['a mode', [...origin, '--mode', 'no-cors'], 1, /^opaque at filtered-response/m],
    ['a body', [...origin, '--method', 'POST', '--body', 'stream'], 0, /the body is a stream|^→ OPTIONS/m],
    ['a redirect mode', [...origin, '--redirect', 'error'], 0, /^readable/m],
    ['an image', [...origin, '--image'], 1, /crossorigin='anonymous'/],
    ['an image, said twice', [...origin, '--image', '--destination', 'image'], 1, /crossorigin='anonymous'/],
    ['an image for a canvas', [...origin, '--destination', 'image', '--mode', 'cors'], 0, /^readable/m],
    ['an image with credentials', [...origin, '--image', '--credentials'], 1, /set credentials: true/],
    ['a stylesheet', [...origin, '--destination', 'style'], 1, /<link>/],
    ['a script', [...origin, '--destination', 'script'], 1, /<script>/],
    ['a module', [...origin, '--destination', 'module'], 0, /^readable/m],
    ['audio', [...origin, '--destination', 'audio'], 1, /<audio>/],
    ['a video', [...origin, '--destination', 'video'], 1, /<video>/],
    ['a font', [...origin, '--destination', 'font'], 0, /^readable/m],
    ['server-sent events', [...origin, '--destination', 'eventsource'], 0, /^readable/m],
    [
      'server-sent events with credentials',
      [...origin, '--destination', 'eventsource', '--credentials'],
      1,
      /credentials/,
    ],
    ['a form', [...origin, '--destination', 'form'], 1, /^→ GET[\s\S]*^opaque at/m],
    ['a form with GET', [...origin, '--destination', 'form', '--method', 'put'], 1, /^→ GET/m],
    ['a form with POST', [...origin, '--destination', 'form', '--method', 'post'], 1, /^→ POST/m],
    ['a beacon', [...origin, '--destination', 'beacon'], 1, /\[response-discarded\]/],
    ['a WebSocket', [...origin, '--destination', 'websocket'], 0, /^Note\n.*policy\.allows/m],
  ]
  for (const [name, argv, code, text] of rows) {
    const { stdout, stderr, code: got } = await ask(...argv)
    t.strictSame([got, stderr], [code, ''], name)
    t.match(stdout, text, name)
  }
  const usage: [argv: string[]][] = [
    [['--url', 'api.shop.test/x']],
    [['--url', 'localhost:3000/x']],
    [['--mode', 'navigate']],
    [['--body', 'json']],
    [['--redirect', 'x']],
    [['--destination', 'iframe']],
    [['--destination', 'font', '--image']],
    [['--destination', 'font', '--method', 'PUT']],
    [['--image', '--header', 'x']],
  ]
  const messages: string[] = []
  for (const [argv] of usage) {
    const { code, stdout, stderr } = await ask(...origin, ...argv)
    t.strictSame([code, stdout], [2, ''], argv.join(' '))
    messages.push(stderr)
  }
  t.matchSnapshot(messages.join(''))
  const direct = await run(t, files, ['explain', 'cors.json', ...origin])
  t.equal(direct.code, 0, 'the file needs no --config')
  const { stdout } = await ask(...origin, '--method', 'DELETE', '--json')
  t.match(JSON.parse(stdout), { outcome: 'blocked', steps: Array, sent: [{ method: 'OPTIONS' }], fixes: Array })
})

t.test('colours on a terminal, unless NO_COLOR', async (t) => {
  const files = { 'cors.json': GOOD }
  for (const argv of [
    ['check', 'cors.json'],
    ['explain', '--config', 'cors.json', '--origin', 'https://app.example.com'],
  ]) {
    const rows: [isTTY: boolean | undefined, env: Record<string, string>, color: boolean][] = [
      [true, {}, true],
      [true, { NO_COLOR: '' }, true],
      [true, { NO_COLOR: '1' }, false],
      [undefined, {}, false],
    ]
    for (const [isTTY, env, color] of rows) {
      const { stdout } = await run(t, files, argv, { ...(isTTY === undefined ? {} : { isTTY }), env })
      t.equal(stdout.includes('\u001b['), color, `${argv[0]} ${JSON.stringify({ isTTY, env })}`)
    }
  }
})

t.test('explains in one line why it cannot run', async (t) => {
  const files = {
    'bad.json': BAD,
    'not.json': '{ origins: 1 }',
    'escapes.json': '\u001b[2J',
    'throws.mjs': 'throw new TypeError("no\\nway")',
    'throws-odd.mjs': 'throw "odd"',
    'syntax.mjs': 'export default {',
    'c.yaml': 'origins: none',
    'empty.mjs': '',
    'folder.json': {},
  }
  const rows: [argv: string[]][] = [
    [['zap']],
    [['chek', 'bad.json']],
    [['check', 'bad.json', '--jsn']],
    [['check', 'bad.json', '--json', '--jsn']],
    [['convert', '--from', 'cors', '--jsn']],
    [['check', 'bad.json', '-j']],
    [['check', 'bad.json', '--__proto__']],
    [['check', 'bad.json', '--json=yes']],
    [['explain', 'bad.json', '--orgin', 'https://a.example']],
    [['explain', 'bad.json', '--origin']],
    [['explain', 'bad.json', '--origin', '--json']],
    [['doctor', 'https://a.example', '--headr', 'x']],
    [['inspect', '--htm', 'x']],
    [['convert', '--form', 'express']],
    [['check']],
    [['check', 'a', 'b']],
    [['check', 'bad.json', '--bogus']],
    [['check', 'none.json']],
    [['check', 'none.mjs']],
    [['check', 'folder.json']],
    [['check', 'https://api.example.com/']],
    [['explain', 'https://api.example.com/', '--origin', 'https://a.example']],
    [['convert', '--from', 'express', '--to', 'config', 'http://api.example.com/cors.mjs']],
    [['inspect', 'https://api.example.com/']],
    [['check', 'c.yaml']],
    [['check', 'empty.mjs']],
    [['explain', '--origin', 'https://a.example']],
    [['explain', '--config', 'bad.json']],
    [['explain', '--config']],
    [['explain', 'x']],
    [['explain', 'x', 'y', '--origin', 'https://a.example']],
    [['explain', 'x', '--config', 'y', '--origin', 'https://a.example']],
  ]
  // What the system says differs between versions.
  const system: [argv: string[], line: RegExp][] = [
    [['check', 'not.json/inner.json'], /inner\.json.* Error: ENOTDIR/],
    [['check', 'not.json'], /not\.json/],
    [['check', 'escapes.json'], /escapes\.json [ -~]+$/],
    [['check', 'throws.mjs'], /throws\.mjs.* TypeError: no$/],
    [['check', 'throws-odd.mjs'], /throws-odd\.mjs.* odd$/],
    [['check', 'syntax.mjs'], /syntax\.mjs.* \w*Error: /],
  ]
  const messages: string[] = []
  for (const [argv, line] of [...rows, ...system]) {
    const { code, stdout, stderr } = await run(t, files, argv)
    t.strictSame([code, stdout], [2, ''], argv.join(' '))
    t.match(stderr, /^cors-policy: [^\n]+\n$/, 'one line')
    if (line === undefined) messages.push(stderr)
    else t.match(stderr.trimEnd(), line, argv.join(' '))
  }
  t.matchSnapshot(messages.join(''))
  const problems = await run(t, { 'bad.json': BAD }, [
    'explain',
    '--config',
    'bad.json',
    '--origin',
    'https://a.example',
  ])
  t.match(problems, { code: 2, stdout: '', stderr: /4 problems[\s\S]*origin-null/ })
})

t.test('an internal failure is shown', async (t) => {
  const broken = {
    write() {
      throw new Error('broken pipe')
    },
  }
  const io = { stdout: broken, stderr: broken, env: {}, cwd: t.testdir({ 'cors.json': GOOD }) }
  await t.rejects(main(['check', 'cors.json'], io), { message: 'broken pipe' })
})
