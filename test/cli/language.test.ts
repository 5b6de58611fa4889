import t, { type Test } from 'tap'
import { speaking } from '../../src/cli/language.js'
import { main } from '../../src/cli/main.js'

const HANGUL = /\p{Script=Hangul}/u
const CONFIG = JSON.stringify({ origins: ['https://App.example.com'] })

async function run(t: Test, argv: readonly string[], env: Record<string, string> = {}) {
  let text = ''
  const output = { write: (more: string) => (text += more) }
  const io = { stdout: output, stderr: output, env, cwd: t.testdir({ 'a.json': CONFIG, '--lang=kr.json': CONFIG }) }
  return { code: await main(argv, io), text }
}

t.test('--lang chooses the language, wherever it is', async (t) => {
  for (const argv of [
    ['check', 'a.json', '--lang', 'ko'],
    ['check', '--lang=ko', 'a.json'],
    ['--lang', 'ko', 'check', 'a.json'],
    ['check', 'a.json', '--lang', 'KO-kr'],
    ['check', 'a.json', '--lang', 'en', '--lang', 'ko'],
  ]) {
    const { code, text } = await run(t, argv)
    t.match(text, /혹시 'https:\/\/app\.example\.com'인가요\?/, argv.join(' '))
    t.equal(code, 1)
  }
})

t.test('the next call is in English again, after an error too', async (t) => {
  t.match((await run(t, ['check', '--lang', 'ko'])).text, HANGUL)
  t.notMatch((await run(t, ['check'])).text, HANGUL)
  t.match((await run(t, ['check', 'a.json'])).text, /Did you mean/)
})

t.test('without --lang the environment chooses', async (t) => {
  const rows: [env: Record<string, string>, korean: boolean][] = [
    [{}, false],
    [{ LANG: 'ko_KR.UTF-8' }, true],
    [{ LANG: 'ko' }, true],
    [{ LANG: 'ko_KR@hanja' }, true],
    [{ LANG: 'kok_IN' }, false],
    [{ LANG: 'C' }, false],
    [{ LANG: 'fr_FR.UTF-8' }, false],
    [{ LC_MESSAGES: 'ko_KR.UTF-8', LANG: 'en_US.UTF-8' }, true],
    [{ LC_MESSAGES: 'en_US.UTF-8', LANG: 'ko_KR.UTF-8' }, false],
    [{ LC_ALL: 'C.UTF-8', LC_MESSAGES: 'ko_KR', LANG: 'ko_KR' }, false],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'ko_KR' }, true],
    [{ LC_ALL: '../ko', LANG: 'ko_KR' }, false],
  ]
  for (const [env, korean] of rows) {
    t.equal(HANGUL.test((await run(t, ['check', 'a.json'], env)).text), korean, JSON.stringify(env))
  }
  t.notMatch((await run(t, ['check', 'a.json', '--lang', 'en'], { LANG: 'ko_KR' })).text, HANGUL)
})

t.test('a language that there is not is a usage error', async (t) => {
  const rows: [value: string, says: string][] = [
    ['kr', 'unknown --lang "kr". Did you mean ko? Known: en, ko'],
    ['korean', 'unknown --lang "korean". Did you mean ko? Known: en, ko'],
    ['한국', 'unknown --lang "한국". Did you mean ko? Known: en, ko'],
    ['English', 'unknown --lang "English". Did you mean en? Known: en, ko'],
    ['klingon', 'unknown --lang "klingon". Known: en, ko'],
    ['', 'unknown --lang "". Did you mean en? Known: en, ko'],
  ]
  for (const [value, says] of rows) {
    t.strictSame(await run(t, ['check', 'a.json', `--lang=${value}`]), { code: 2, text: `cors-policy: ${says}\n` })
  }
  t.match((await run(t, ['check', '--lang'])).text, /--lang needs a value/)
  t.match((await run(t, ['--lang', 'kr'], { LANG: 'ko' })).text, HANGUL, 'in the language of the environment')
})

t.test('after -- it is a file', async (t) => {
  t.match(await run(t, ['check', '--', '--lang=kr.json']), { code: 1, text: /Did you mean/ })
})

t.test('JSON keeps codes, paths and keys, and its messages follow the language', async (t) => {
  // One after the other: the language is that of the whole process.
  const english = JSON.parse((await run(t, ['check', 'a.json', '--json', '--lang', 'en'])).text)
  const korean = JSON.parse((await run(t, ['check', 'a.json', '--json', '--lang', 'ko'])).text)
  const withoutMessages = (report: { problems: object[] }) => ({
    ...report,
    problems: report.problems.map((problem) => ({ ...problem, message: '' })),
  })
  t.match(korean.problems[0].message, HANGUL)
  t.strictSame(withoutMessages(korean), withoutMessages(english))
})

t.test('calls in Korean at the same time end in English', async (t) => {
  const calls = ['check', 'explain', 'chek', '--help'].map((word) => run(t, [word, '--lang', 'ko']))
  for (const { text } of await Promise.all(calls)) t.match(text, HANGUL)
  t.notMatch((await run(t, ['--help'])).text, HANGUL)
})

t.test('what throws leaves English behind', async (t) => {
  await t.rejects(
    speaking('ko', () => Promise.reject(new Error('a fault of ours'))),
    { message: 'a fault of ours' },
  )
  t.notMatch((await run(t, ['--help'])).text, HANGUL)
})
