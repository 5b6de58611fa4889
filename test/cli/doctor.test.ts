import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { join } from 'node:path'
import t from 'tap'
import { doctor } from '../../src/cli/doctor.js'
import { main } from '../../src/cli/main.js'
import { REPORT_TEXTS, VERDICTS } from '../../src/text/doctor.js'
import { certificateFor } from '../doctor/cases/certificates.js'
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
  const notes = [REPORT_TEXTS.withCredentials, REPORT_TEXTS.standIn('PUT')]
  const lines = [REPORT_TEXTS.headline({ method: 'PUT', url, origin: APP, notes }), VERDICTS.healthy()]
  t.strictSame(stdout.split('\n').slice(0, 2), lines)
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

t.test('headers that the page reads', async (t) => {
  const folder = t.testdir()
  const exposed = { 'X-Total': '5', Link: '<a>', 'Access-Control-Expose-Headers': 'x-page' }
  const some = `http://127.0.0.1:${await serve(t, serverWith({ actual: headers(exposed) }))}/things`
  const star = { 'X-Total': '5', 'Access-Control-Expose-Headers': '*' }
  const all = `http://127.0.0.1:${await serve(t, serverWith({ actual: headers(star) }))}/things`
  const ask = async (url: string, ...argv: string[]) => {
    const { code, stdout } = await run([url, '--origin', APP, '--json', ...argv], folder)
    const { findings } = JSON.parse(stdout) as { findings: Record<string, unknown>[] }
    const found = findings.filter((finding) => String(finding['code']).startsWith('expose-'))
    return [code, found.map(({ code, severity, names, absent }) => ({ code, severity, names, absent }))]
  }
  const missing = 'expose-headers-missing'
  const heuristic = [{ code: missing, severity: 'note', names: ['link', 'x-total'], absent: [] }]
  t.strictSame(await ask(some), [0, heuristic])
  const told = [{ code: missing, severity: 'warning', names: ['x-total', 'x-none'], absent: ['x-none'] }]
  t.strictSame(await ask(some, '--read', 'X-Total', '--read', 'x-none', '--read', 'x-page'), [1, told])
  t.strictSame(await ask(some, '--read', 'x-page', '--read', 'Content-Type'), [0, []])
  t.strictSame(await ask(all, '--read', 'x-total', '--read', 'x-none'), [0, []])
  const literal = [{ code: 'expose-wildcard-credentials', severity: 'warning', names: ['x-none'], absent: undefined }]
  t.strictSame(await ask(all, '--read', 'x-none', '--credentials'), [1, literal])
  t.match(await run([some, '--origin', APP, '--read', 'set-cookie'], folder), {
    code: 2,
    stderr: /set-cookie/,
  })
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
  t.notMatch(stdout, 'instead of')
})

t.test('secrets stay out', async (t) => {
  const folder = t.testdir()
  const seen: IncomingHttpHeaders[] = []
  const server = serverWith({
    any: (answer, request) => {
      seen.push(request.headers)
      return {
        ...answer,
        headers: {
          ...answer.headers,
          'Set-Cookie': ['id=S3CRET-cookie; Path=/', 'SECRET2cookie; Path=/'],
          'X-Auth-Token': 'S3CRET-issued',
          'X-CSRF-Token': 'S3CRET-csrf',
          'X-Echo': String(request.headers['x-auth-token']),
          Link: '<https://u:S3CRETpw@cdn.example.com/?X-Amz-Signature=S3CRET-signature>; rel=next',
        },
        status: 500,
        body: `no such token: ${request.headers['x-auth-token']} ${request.url}`,
      }
    },
    preflight: (answer) => answer,
  })
  const url = `http://127.0.0.1:${await serve(t, server)}/things?access_token=S3CRET-query&x=1`
  const passed = [
    'authorization: Bearer S3CRET-bearer',
    'x-auth-token: S3CRET-auth',
    'apikey: S3CRET-apikey',
    'x-id: S3CRET-id',
  ]
  const argv = [
    url,
    '--origin',
    APP,
    ...passed.flatMap((header) => ['--header', header]),
    '--cookie',
    'sid=S3CRET-sid; theme=dark-S3CRET',
  ]
  const { stdout } = await run([...argv, '--json', '--html', 'a.html'], folder)
  const text = await run(argv, folder)
  t.ok(
    seen.some(({ cookie }) => cookie === 'sid=S3CRET-sid; theme=dark-S3CRET'),
    'the cookie is sent',
  )
  t.notOk(
    seen.some((headers) => headers['access-control-request-method'] && headers.cookie),
    'though not with a preflight',
  )
  t.match(stdout, 'Set-Cookie: id=…; Path=/')
  t.match(stdout, 'authorization: …')
  t.match(stdout, '/things?access_token=…')
  t.match(text.stdout, 'no such token: …')
  t.notMatch(stdout + text.stdout + readFileSync(join(folder, 'a.html'), 'utf8'), /S3CRET|SECRET2/)
})

t.test('several pages', async (t) => {
  const url = `http://127.0.0.1:${await serve(t, serverWith())}/things`
  const folder = t.testdir()
  const argv = [url, '--origin', APP, '--origin', 'https://b.example.com']
  const { code, stdout } = await run([...argv, '--json', '--html', 'a.html'], folder)
  t.equal(code, 1, 'the worst')
  t.match(JSON.parse(stdout), [
    { origin: APP, healthy: true },
    { origin: 'https://b.example.com', healthy: false },
  ])
  t.equal(readFileSync(join(folder, 'a.html'), 'utf8').match(/<h1>/g)?.length, 2)
  t.match((await run(argv, folder)).stdout, /from https:\/\/b\.example\.com/)
})

t.test('a server that cannot be reached gets the same report, and exit code 2', async (t) => {
  const closed = createServer()
  const port = await serve(t, closed)
  await new Promise((resolve) => closed.close(resolve))
  const folder = t.testdir()
  const argv = [`http://127.0.0.1:${port}/`, '--origin', APP]
  const { code, stdout, stderr } = await run([...argv, '--json', '--html', 'a.html'], folder)
  t.strictSame([code, stderr], [2, ''])
  t.match(JSON.parse(stdout), { reached: false, findings: [{ code: 'connection-refused' }] })
  t.match(readFileSync(join(folder, 'a.html'), 'utf8'), 'data-code="connection-refused"')
  t.match((await run(argv, folder)).stdout, VERDICTS.unreachable())
})

t.test('a certificate of a private authority', async (t) => {
  const { key, cert } = await certificateFor('127.0.0.1')
  const folder = t.testdir({ 'ca.pem': cert })
  const server = createHttpsServer({ key, cert }, (_, response) => {
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end()
  })
  const argv = [`https://127.0.0.1:${await serve(t, server)}/`, '--origin', APP]
  t.equal((await run(argv, folder)).code, 2)
  t.equal((await run([...argv, '--ca', 'ca.pem'], folder)).code, 0)
  t.equal((await run([...argv, '--insecure'], folder)).code, 0)
})

t.test('warns about a rate limit that the doctor may use up', async (t) => {
  const server = serverWith({ actual: headers({ 'X-RateLimit-Remaining': '7' }) })
  const { stdout } = await run([`http://127.0.0.1:${await serve(t, server)}/`, '--origin', APP], t.testdir())
  t.match(stdout, REPORT_TEXTS.rateLimit(7))
})

t.test('the body of a request that is sent', async (t) => {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    if (request.method === 'POST') bodies.push(body)
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'content-type' })
      .end()
  })
  const argv = [`http://127.0.0.1:${await serve(t, server)}/`, '--origin', APP, '--method', 'POST', '--send-actual']
  await run([...argv, '--header', 'content-type'], t.testdir())
  await run(argv, t.testdir())
  t.strictSame(bodies, ['{}', ''])
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

t.test('explains in one line why it cannot run', async (t) => {
  const folder = t.testdir()
  const good = `http://127.0.0.1:${await serve(t, serverWith())}/`
  const origin = ['--origin', APP]
  const rows: [argv: string[]][] = [
    [[]],
    [['a', 'b']],
    [[good]],
    [[good, '--origin', 'app']],
    [['api.example.com', ...origin]],
    [['ftp://example.com', ...origin]],
    [[good, ...origin, '--timeout', 'soon']],
    [[good, ...origin, '--timeout', '']],
    [[good, ...origin, '--bogus']],
    [[good, ...origin, '--html', 'no/such/folder.html']],
    [[good, ...origin, '--ca', 'no-such.pem']],
  ]
  const messages: string[] = []
  for (const [argv] of rows) {
    const { code, stdout, stderr } = await run(argv, folder)
    t.strictSame([code, stdout], [2, ''], argv.join(' '))
    // What the system says names the folder of the test.
    if (!argv.includes('--html')) messages.push(stderr)
    t.match(stderr, /^cors-policy: [^\n]+\n$/, 'one line')
  }
  t.matchSnapshot(messages.join(''))
})

t.test('an internal failure is shown', async (t) => {
  t.intercept(Date, 'now', {
    value: () => {
      throw new TypeError('a bug')
    },
  })
  const output = { write() {} }
  const io = { stdout: output, stderr: output, env: {}, cwd: t.testdir() }
  await t.rejects(doctor(['https://api.example.com', '--origin', APP], io), { message: 'a bug' })
})
