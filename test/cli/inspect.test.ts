import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { main } from '../../src/cli/main.js'
import { COMMAND_WORDS } from '../../src/text/command.js'
import { REPORT_TEXTS, VERDICTS } from '../../src/text/doctor.js'
import { UNKNOWN_TEXTS } from '../../src/text/doctor-inspect.js'

const MESSAGE =
  "Access to fetch at 'https://api.example.com/things' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."

async function run(argv: readonly string[], cwd: string, stdin?: readonly (string | Uint8Array)[], isTTY?: boolean) {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
  })
  async function* chunks() {
    yield* stdin ?? []
  }
  const io = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    env: {},
    cwd,
    ...(stdin && { stdin: Object.assign(chunks(), { isTTY }) }),
  }
  return { code: await main(['inspect', ...argv], io), ...written }
}

t.test('a file, and standard input', async (t) => {
  const folder = t.testdir({ 'message.txt': MESSAGE })
  const [start, end] = [MESSAGE.slice(0, 50), Buffer.from(MESSAGE.slice(50))]
  for (const result of [
    await run(['message.txt'], folder),
    await run([], folder, [start, end]),
    await run(['-'], folder, [start, end]),
  ]) {
    t.match(result, { code: 1, stderr: '', stdout: /^GET https:\/\/api\.example\.com\/things from https:\/\/app/ })
    t.match(result.stdout, '[allow-origin-missing]')
    t.match(result.stdout, REPORT_TEXTS.unknown(UNKNOWN_TEXTS.status))
    t.match(result.stdout, REPORT_TEXTS.read(1))
  }
})

t.test('on a terminal it says what it waits for', async (t) => {
  const folder = t.testdir({ 'message.txt': MESSAGE })
  t.match(await run([], folder, [MESSAGE], true), { code: 1, stderr: `${COMMAND_WORDS.paste}\n` })
  t.match(await run(['message.txt'], folder, [MESSAGE], true), { code: 1, stderr: '' })
})

t.test('as JSON, and as a page', async (t) => {
  const folder = t.testdir({ 'message.txt': MESSAGE })
  const { code, stdout } = await run(['message.txt', '--json', '--html', 'a.html'], folder)
  t.equal(code, 1)
  t.match(JSON.parse(stdout), {
    healthy: false,
    findings: [{ code: 'allow-origin-missing' }],
    unknown: [{ code: 'status', text: String }],
  })
  t.match(
    readFileSync(join(folder, 'a.html'), 'utf8'),
    `<p class="unknown">${REPORT_TEXTS.unknown(UNKNOWN_TEXTS.status)}`,
  )
})

t.test('nothing is wrong', async (t) => {
  const head = 'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://app.example.com\n\n{}'
  const argv = ['--origin', 'https://app.example.com', '--url', 'https://api.example.com/']
  t.match(await run(argv, t.testdir(), [head]), { code: 0, stdout: VERDICTS.healthy() })
  const { code, stdout } = await run([...argv, '--credentials'], t.testdir(), [head])
  t.equal(code, 1)
  t.match(stdout, '[allow-credentials-missing]')
})

t.test('explains in one line why it cannot read the input', async (t) => {
  const folder = t.testdir()
  const rows: [argv: string[], stdin: string[] | undefined][] = [
    [['no-such.har'], []],
    [['a', 'b'], []],
    [[], [' \n']],
    [[], undefined],
    [[], ['hello']],
    [['--origin', 'app'], [MESSAGE]],
  ]
  const messages: string[] = []
  for (const [argv, stdin] of rows) {
    const { code, stdout, stderr } = await run(argv, folder, stdin)
    t.strictSame([code, stdout], [2, ''])
    messages.push(stderr)
    t.match(stderr, /^cors-policy: [^\n]+\n$/, 'one line')
  }
  t.matchSnapshot(messages.join(''))
})
