import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { checkMarkdown, readBlocks } from './support/readme.js'
import { runDocumented } from './support/run-documented.js'

const FIXTURE = fileURLToPath(new URL('./support/fixtures/readme.md', import.meta.url))
const README = fileURLToPath(new URL('../README.md', import.meta.url))

t.setTimeout(300_000)

t.test('the check takes what is right', async (t) => {
  // Inside the repository, the package's own name is resolved as in a project that has installed it.
  const { blocks, problems } = await checkMarkdown(readFileSync(FIXTURE, 'utf8'), t.testdir())
  t.strictSame(problems, [])
  t.strictSame(
    blocks.map(({ kind, line }) => `${kind} ${line}`),
    ['js 5', 'js 14', 'js 26', 'js throws 37', 'js fragment 45', 'ts 52', 'json 69'],
  )
})

t.test('the check finds what is wrong', async (t) => {
  const fence = '```'
  const rows: [name: string, kind: string, code: string, problem: RegExp][] = [
    ['a program that throws', 'js', "throw new Error('broken')", /^line 3: exit code 1: .*broken/s],
    ['an import that is none', 'js', "import 'cors-policy/nothing'", /^line 3: exit code 1: .*ERR_PACKAGE_PATH/s],
    ['a server without Vary', 'js', 'import h from "node:http"\nh.createServer((_, r) => r.end()).listen(1)', /Vary/],
    [
      'no mistake',
      'js throws',
      "import 'cors-policy'",
      /^line 3: throws neither CorsConfigError nor CorsConversionError, but: undefined/,
    ],
    [
      'another mistake',
      'js throws',
      "throw new Error('other')",
      /^line 3: throws neither CorsConfigError nor CorsConversionError, but: .*other/s,
    ],
    ['no syntax', 'js fragment', 'app.get(', /^line 3: .*expected/],
    ['no JSON', 'json', '{ origins: 1 }', /^line 3: SyntaxError/],
    ['a wrong type', 'ts', '\nexport const a: string = 1', /^line 5: Type 'number' is not assignable/],
    ['a mark that is none', 'js norun', '', /^line 3: `js norun` is none of/],
    ['another name of the language', 'javascript', '', /^line 3: `javascript` is none of/],
  ]
  for (const [name, kind, code, problem] of rows) {
    const { problems } = await checkMarkdown(`# ${name}\n\n${fence}${kind}\n${code}\n${fence}\n`, t.testdir())
    t.equal(problems.length, 1, name)
    t.match(problems[0], problem, name)
  }
})

t.test('a program that waits is stopped', async (t) => {
  const folder = t.testdir({ 'waits.mjs': 'setInterval(() => {}, 1000)' })
  t.match(await runDocumented(join(folder, 'waits.mjs'), 2000), { error: /^neither ended nor listened/ })
})

t.test('a text without blocks has none', async (t) => {
  t.strictSame(readBlocks('# Title\n\nText, `code`.\n\n```sh\nls\n```\n'), [])
})

if (existsSync(README)) {
  t.test('README.md', async (t) => {
    const { blocks, problems } = await checkMarkdown(readFileSync(README, 'utf8'), t.testdir())
    t.ok(
      blocks.some(({ kind }) => kind === 'js'),
      'has programs',
    )
    t.strictSame(problems, [])
  })
}
