import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const HANGUL = /\p{Script=Hangul}/u
/** As the build writes it: in ASCII. Two in a row are a word, and no name of a language. */
const ESCAPED_SENTENCE = /\\u[AC-D][0-9A-F]{3}.{0,80}\\u[AC-D][0-9A-F]{3}.{0,80}\\uB2C8\\uB2E4/

async function run(t: Test, args: readonly string[], env: Record<string, string>): Promise<string> {
  const cwd = t.testdir({
    'wrong.json': '{ "origins": ["https://App.example.com"] }',
    'right.json': '{ "origins": "*" }',
  })
  const ended = promisify(execFile)(process.execPath, [join(ROOT, 'dist/cli/bin.js'), ...args], { cwd, env })
  const { stdout, stderr } = await ended.catch((error: { stdout: string; stderr: string }) => error)
  return stdout + stderr
}

t.test('the program as it is built speaks Korean, the texts that it loads late included', async (t) => {
  const rows: [args: string[], says: RegExp][] = [
    [['--help'], /사용법: cors-policy/],
    [['chek'], /혹시 check인가요\?/],
    [['check', 'wrong.json'], /혹시 'https:\/\/app\.example\.com'인가요\?/],
    [['check', 'right.json'], /문제 없음/],
    [['explain', 'right.json', '--origin', 'https://a.test', '--credentials'], /차단됨/],
    [['convert', '--from', 's3', '--to', 'config', 'right.json'], /변환에 문제가 1개 있습니다/],
    [['inspect', 'right.json'], HANGUL],
  ]
  for (const [args, says] of rows) {
    t.match(await run(t, args, { LANG: 'ko_KR.UTF-8' }), says, args.join(' '))
    t.notMatch(await run(t, args, { LANG: 'en_US.UTF-8' }), HANGUL, args.join(' '))
  }
})

t.test('Korean is in files that no server loads', async (t) => {
  const dist = join(ROOT, 'dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => /\.c?js$/.test(file))
  const korean = files.filter((file) => ESCAPED_SENTENCE.test(readFileSync(join(dist, file), 'utf8')))
  t.ok(korean.length > 0)
  for (const file of files) {
    const source = readFileSync(join(dist, file), 'utf8')
    for (const name of korean.map((path) => path.replace(/^.*[\\/]/, ''))) {
      const isLoadedAtOnce = new RegExp(`^import[^;]*${name}|require\\([^)]*${name}`, 'm').test(source)
      t.notOk(isLoadedAtOnce, `${file} does not load ${name}`)
    }
  }
})
