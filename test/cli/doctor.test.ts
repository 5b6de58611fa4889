import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import t from 'tap'
import { doctor } from '../../src/cli/doctor.js'
import { main } from '../../src/cli/main.js'
import { APP, headers, serverWith, status } from '../doctor/good-server.js'
import { serve } from '../support/serve.js'

t.setTimeout(120_000)

const PUT_JSON = ['--origin', APP, '--method', 'PUT', '--header', 'content-type']

async function run(argv: readonly string[], cwd: string, isTTY = false) {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY,
    write: (text: string) => {
      written[name] += text
    },
  })
  const io = { stdout: output('stdout'), stderr: output('stderr'), env: {}, cwd }
  return { code: await main(['doctor', ...argv], io), ...written }
}

t.test('healthy', async (t) => {
  const url = `http://127.0.0.1:${await serve(t, serverWith())}/things`
  const { code, stdout, stderr } = await run([url, ...PUT_JSON, '--credentials'], t.testdir())
  t.strictSame([code, stderr], [0, ''])
  t.match(
    stdout,
    /^PUT http:.* from https:\/\/app\.example\.com \(with credentials; a GET stands in for the PUT\)\nHealthy/,
  )
})

t.test('findings, as text, JSON and a page', async (t) => {
  const folder = t.testdir()
  const url = `http://127.0.0.1:${await serve(t, serverWith({ preflight: status(401) }))}/things`
  const text = await run([url, ...PUT_JSON], folder, true)
  t.strictSame([text.code, text.stderr], [1, ''])
  t.match(text.stdout, '[preflight-unauthorized]')
  t.match(text.stdout, '\u001b[31m')
  const { code, stdout } = await run([url, ...PUT_JSON, '--json', '--html', 'report.html', '--timeout', '20'], folder)
  t.equal(code, 1)
  t.match(JSON.parse(stdout), {
    url,
    origin: APP,
    method: 'PUT',
    healthy: false,
    outcome: 'blocked',
    findings: [{ code: 'preflight-unauthorized', severity: 'error', place: 'app', fix: String, evidence: Array }],
    exchanges: Array,
    steps: Array,
    response: null,
  })
  t.match(readFileSync(join(folder, 'report.html'), 'utf8'), /^<!doctype html>[\s\S]*preflight-unauthorized/)
})

t.test('sends what it is told to, and no more', async (t) => {
  const methods: string[] = []
  const server = serverWith({
    any: (answer, { method = '' }) => {
      methods.push(method)
      return answer
    },
    preflight: (answer) => answer,
  })
  const url = `http://127.0.0.1:${await serve(t, server)}/things`
  await run([url, ...PUT_JSON], t.testdir())
  t.notOk(methods.includes('PUT'))
  methods.length = 0
  const { stdout } = await run([url, ...PUT_JSON, '--send-actual'], t.testdir())
  t.equal(methods.filter((method) => method === 'PUT').length, 1)
  t.notMatch(stdout, 'stands in')
})

t.test('secrets stay out', async (t) => {
  const folder = t.testdir()
  const server = serverWith({ actual: headers({ 'Set-Cookie': 'id=cookie-secret; Path=/' }) })
  const url = `http://127.0.0.1:${await serve(t, server)}/things`
  const argv = [url, '--origin', APP, '--header', 'authorization: Bearer token-secret', '--credentials']
  const { stdout } = await run([...argv, '--json', '--html', 'a.html'], folder)
  t.match(stdout, 'Set-Cookie: id=…; Path=/')
  t.notMatch(stdout + readFileSync(join(folder, 'a.html'), 'utf8'), 'secret')
})

t.test('what a server says moves no cursor', async (t) => {
  const server = createServer((_, response) => {
    response.statusMessage = 'OK \u009b2J'
    response.setHeader('Access-Control-Allow-Origin', 'https://\u009b31m<script>').end()
  })
  const url = `http://127.0.0.1:${await serve(t, server)}/`
  const { stdout } = await run([url, '--origin', APP, '--html', 'a.html'], t.testdir())
  t.match(stdout, '\\u009b31m')
  t.notMatch(stdout, '\u009b')
})

t.test('what cannot run says so in one line', async (t) => {
  const folder = t.testdir()
  const closed = createServer()
  const port = await serve(t, closed)
  await new Promise((resolve) => closed.close(resolve))
  const good = `http://127.0.0.1:${await serve(t, serverWith())}/`
  const origin = ['--origin', APP]
  const rows: [argv: string[], line: RegExp][] = [
    [[], /doctor takes one URL/],
    [['a', 'b'], /doctor takes one URL/],
    [[good], /--origin/],
    [[good, '--origin', 'app'], /"app" is not an origin/],
    [['api.example.com', ...origin], /is not a URL/],
    [['ftp://example.com', ...origin], /scheme is ftp/],
    [[good, ...origin, '--timeout', 'soon'], /--timeout takes seconds/],
    [[good, ...origin, '--timeout', ''], /--timeout takes seconds/],
    [[good, ...origin, '--bogus'], /--bogus/],
    [[good, ...origin, '--html', 'no/such/folder.html'], /cannot be written/],
    [[`http://127.0.0.1:${port}/`, ...origin], /connection is refused/],
  ]
  for (const [argv, line] of rows) {
    const { code, stdout, stderr } = await run(argv, folder)
    t.strictSame([code, stdout], [2, ''], argv.join(' '))
    t.match(stderr, line)
    t.match(stderr, /^cors-policy: [^\n]+\n$/, 'one line')
  }
})

t.test('a failure of its own is not hidden', async (t) => {
  t.intercept(Date, 'now', {
    value: () => {
      throw new TypeError('a bug')
    },
  })
  const output = { write() {} }
  const io = { stdout: output, stderr: output, env: {}, cwd: t.testdir() }
  await t.rejects(doctor(['https://api.example.com', '--origin', APP], io), { message: 'a bug' })
})
