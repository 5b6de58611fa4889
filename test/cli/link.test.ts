import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { explainStates } from '../../src/cli/explain-link.js'
import { main } from '../../src/cli/main.js'
import { linkTo } from '../../src/cli/playground-link.js'
import type { OriginPattern } from '../../src/config/types.js'
import { inspect } from '../../src/doctor/inspect/inspect.js'
import { type ExplainRequest, explain } from '../../src/explain/explain.js'
import { fontRequest, imageRequest } from '../../src/fetch-model/element-requests.js'
import { decodeState, EMPTY_STATE } from '../../src/playground/state.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { livePolicy } from '../../src/policy/live-policy.js'
import type { PolicyInput } from '../../src/policy/policy-input.js'
import { APP, headers, reflect, serverWith, status } from '../doctor/good-server.js'
import { property } from '../properties/check.js'
import { serve } from '../support/serve.js'
import { follow } from './links.js'

const CONFIG = { origins: [APP], credentials: true, methods: ['PUT'] } as const
const LINE = /\n\nThe same in the playground \(start it with npx cors-policy playground\): (\S+)\n$/

async function run(argv: readonly string[], cwd: string, stdin = '') {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
  })
  async function* chunks() {
    yield stdin
  }
  const io = { stdout: output('stdout'), stderr: output('stderr'), env: {}, cwd, stdin: chunks() }
  const code = await main(argv, io)
  return { code, ...written, link: LINE.exec(written.stdout)?.[1] }
}

t.test('explain', async (t) => {
  const folder = t.testdir({
    'cors.json': JSON.stringify(CONFIG),
    'big.json': bigConfig(500),
    'long.json': bigConfig(136),
  })
  const argv = ['explain', 'cors.json', '--origin', `${APP}/page`, '--method', 'DELETE', '--read', 'x-total', '--link']
  const { code, link } = await run(argv, folder)
  t.equal(code, 1)
  const state = follow(link)
  t.strictSame(state, {
    ...EMPTY_STATE,
    config: JSON.stringify(CONFIG, undefined, 2),
    request: {
      ...EMPTY_STATE.request,
      origin: APP,
      url: 'https://server.invalid/',
      method: 'DELETE',
      reads: ['x-total'],
    },
  })
  const { stdout } = await run([...argv, '--json'], folder)
  t.match(JSON.parse(stdout), { outcome: 'blocked', link })
  t.match(JSON.parse((await run([...argv.slice(0, -1), '--json'], folder)).stdout), { link: undefined })
  t.notMatch((await run(argv.slice(0, -1), folder)).stdout, 'playground')
  const long = follow((await run(['explain', 'long.json', '--origin', APP, '--link'], folder)).link)
  t.notMatch(long.config, '\n', 'in one line where it has to be short')
  const big = ['explain', 'big.json', '--origin', APP, '--link']
  t.match((await run(big, folder)).stdout, /\n\nThere is no link to the playground[^\n]*\n$/)
  t.match(JSON.parse((await run([...big, '--json'], folder)).stdout), { link: null })
})

function bigConfig(count: number): string {
  return JSON.stringify({ origins: Array.from({ length: count }, (_, i) => `https://customer-${i}.app.example.com`) })
}

t.test('policies have a config', async (t) => {
  for (const policy of [compilePolicy(CONFIG), livePolicy(CONFIG)]) {
    const { config } = follow(linkTo(explainStates(policy, { origin: APP })))
    t.strictSame(compilePolicy(JSON.parse(config)).config, compilePolicy(CONFIG).config)
  }
})

const name = fc.constantFrom(
  ...['accept', 'Accept-Language', 'content-type', 'Content-Type', 'range', 'authorization', 'cookie', 'x-any', 'a b'],
  ...['X-HTTP-Method-Override', '__proto__'],
)
const value = fc.constantFrom(
  ...[
    '',
    'x',
    'text/plain',
    'text/plain; a="b"',
    'application/json',
    'bytes=0-',
    'bytes=1-2,3-4',
    'TRACE',
    'a\nb',
    'ü',
  ],
)
const request: fc.Arbitrary<ExplainRequest> = fc.oneof(
  fc.record(
    {
      origin: fc.constantFrom(
        APP,
        `${APP}/page?x`,
        'null',
        'https://other.example',
        'capacitor://localhost',
        'file:///x',
      ),
      url: fc.constantFrom(
        'https://api.example.com/a?b=c',
        '/relative?token=1',
        `${APP}/same`,
        'ftp://a',
        'http://a@b/',
      ),
      method: fc.constantFrom('GET', 'put', 'patch', 'POST', 'TRACE', 'x y'),
      headers: fc.array(fc.tuple(name, value), { maxLength: 3 }),
      mode: fc.constantFrom('cors', 'no-cors', 'same-origin', undefined),
      credentials: fc.constantFrom('omit', 'same-origin', 'include'),
      redirect: fc.constantFrom('follow', 'error', 'manual'),
      body: fc.constantFrom('text', 'form-data', 'stream', undefined),
      uploadListeners: fc.boolean(),
      reads: fc.constantFrom(['x-total'], [], undefined),
    },
    { requiredKeys: ['origin'], noNullPrototype: true },
  ),
  fc.constantFrom(imageRequest(APP, 'https://a.example/'), fontRequest(APP, 'https://a.example/')),
)
const config: fc.Arbitrary<PolicyInput> = fc.record({
  origins: fc.constantFrom<'*' | readonly OriginPattern[]>('*', [APP]),
  headers: fc.constantFrom<'*' | string[]>('*', ['content-type'], []),
  methods: fc.constantFrom<'*' | string[]>('*', ['PUT'], []),
})

property('the page that follows a link explains the same', fc.tuple(config, request), ([config, request]) => {
  const state = follow(linkTo(explainStates(config, request)))
  const shown = explain(JSON.parse(state.config), state.request)
  const before = explain(config, request)
  const summary = ({ outcome, steps, sent, fixes }: typeof shown) => [
    outcome,
    steps.map(({ step, ok }) => [step, ok]),
    sent.map(({ kind, method, headers }) => [kind, method, [...new Set(headers.map(([name]) => name.toLowerCase()))]]),
    fixes.map(({ kind }) => kind),
  ]
  deepStrictEqual(summary(shown), summary(before))
})

t.test('doctor', async (t) => {
  const folder = t.testdir()
  const broken = serverWith({ preflight: status(502) })
  const url = `http://127.0.0.1:${await serve(t, broken)}/things`
  const argv = ['doctor', url, '--origin', APP, '--method', 'PUT', '--header', 'content-type', '--link']
  const { link, stdout } = await run(argv, folder)
  t.match(follow(link), { view: 'paste', config: '' })
  t.match(inspect(follow(link).paste), { url, origin: APP, findings: [{ code: 'preflight-server-error' }] })
  t.match(stdout, '[preflight-server-error]')
  const two = await run([...argv, '--origin', 'https://b.example.com', '--json'], folder)
  const links = (JSON.parse(two.stdout) as { link: string }[]).map(({ link }) => inspect(follow(link).paste).origin)
  t.strictSame(links, [APP, 'https://b.example.com'])
  t.equal((await run([...argv, '--origin', 'https://b.example.com'], folder)).stdout.match(/#1\./g)?.length, 2)
})

t.test('what the page cannot show is said', async (t) => {
  const url = `http://127.0.0.1:${await serve(t, serverWith({ any: reflect(() => true) }))}/things`
  const argv = ['doctor', url, '--origin', APP, '--link']
  const { link, stdout } = await run(argv, t.testdir())
  t.match(
    stdout,
    /\n\nThe playground does not show \[origin-reflected\], which takes more requests [^\n]*\nThe same|\n/,
  )
  t.equal(inspect(follow(/http:\S+$/.exec(stdout.trim())?.[0]).paste).healthy, true)
  t.equal(link, undefined)
  t.match(JSON.parse((await run([...argv, '--json'], t.testdir())).stdout), { notShown: 'origin-reflected' })
})

t.test('an error page goes along where it is the cause', async (t) => {
  const challenge = (text: string) => () => ({ status: 403, headers: { 'Content-Type': 'text/html' }, body: text })
  const linkOf = async (text: string) => {
    const url = `http://127.0.0.1:${await serve(t, serverWith({ any: challenge(text), preflight: challenge(text) }))}/`
    return follow((await run(['doctor', url, '--origin', APP, '--link'], t.testdir())).link).paste
  }
  t.match(await linkOf('<h1>Just a moment...</h1>'), 'Just a moment')
  t.notMatch(await linkOf('<h1>Forbidden</h1>'), 'Forbidden')
})

t.test('a report that is too long', async (t) => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`X-Header-Number-${i}`, 'x']))
  const url = `http://127.0.0.1:${await serve(t, serverWith({ actual: headers(many) }))}/`
  const paste = follow((await run(['doctor', url, '--origin', APP, '--link'], t.testdir())).link).paste
  t.match(paste, /^< Vary: Origin$/m)
  t.notMatch(paste, 'X-Header-Number', 'other headers are left out')
})

t.test('inspect', async (t) => {
  const message = `Access to fetch at 'https://api.example.com/things?token=abc' from origin '${APP}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`
  const { link } = await run(['inspect', '--link'], t.testdir(), `GET / 200\n${message}\nmore`)
  t.equal(follow(link).paste, message.replace('abc', 'hidden'), 'the lines that count')
  const head = 'HTTP/1.1 200 OK\nX-Secret: abc\n'
  const options = ['--origin', APP, '--url', 'https://api.example.com/', '--credentials', '--link', '--json']
  const { stdout } = await run(['inspect', ...options], t.testdir(), head)
  const again = inspect(follow((JSON.parse(stdout) as { link: string }).link).paste)
  t.match(again, { url: 'https://api.example.com/', origin: APP, credentials: true })
  t.equal(again.findings[0]?.code, 'allow-origin-missing')
  const lines = `${'log\n'.repeat(200)}${message}`
  t.match((await run(['inspect', '--link'], t.testdir(), lines)).stdout, /There is no link to the playground/)
})

t.test('what was left out of a link is empty', async (t) => {
  t.strictSame(decodeState('ask').state, EMPTY_STATE)
})
