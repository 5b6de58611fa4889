import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { checkMarkdown, readBlocks } from './markdown.js'
import { runDocumented } from './run-documented.js'

const FIXTURE = fileURLToPath(new URL('./fixtures/markdown.md', import.meta.url))

t.setTimeout(300_000)

t.test('the check accepts correct blocks', async (t) => {
  // Inside the repository, the package's own name is resolved as in a project that has installed it.
  const { blocks, problems } = await checkMarkdown(readFileSync(FIXTURE, 'utf8'), t.testdir())
  t.strictSame(problems, [])
  t.strictSame(
    blocks.map(({ kind, line }) => `${kind} ${line}`),
    ['js 5', 'js 14', 'js 26', 'js throws 37', 'js fragment 45', 'ts 52', 'json 69', 'js ends 79'],
  )
})

t.test('the check finds wrong blocks', async (t) => {
  const fence = '```'
  const rows: [name: string, kind: string, code: string, problem: RegExp][] = [
    ['a program that throws', 'js', "throw new Error('broken')", /^line 3: exit code 1: .*broken/s],
    ['an import that is none', 'js', "import 'cors-policy/nothing'", /^line 3: exit code 1: .*ERR_PACKAGE_PATH/s],
    ['a server without Vary', 'js', 'import h from "node:http"\nh.createServer((_, r) => r.end()).listen(1)', /Vary/],
    ['no mistake', 'js throws', "import 'cors-policy'", /^line 3: throws no error of ours, but: undefined/],
    ['another mistake', 'js throws', "throw new Error('other')", /^line 3: throws no error of ours, but: .*other/s],
    ['no syntax', 'js fragment', 'app.get(', /^line 3: .*expected/],
    ['no JSON', 'json', '{ origins: 1 }', /^line 3: SyntaxError/],
    ['a wrong type', 'ts', '\nexport const a: string = 1', /^line 5: Type 'number' is not assignable/],
    ['a mark that is none', 'js norun', '', /^line 3: `js norun` is not one of/],
    ['another name of the language', 'javascript', '', /^line 3: `javascript` is not one of/],
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

/** A page with a block of each kind. */
function page(...blocks: [info: string, code: string][]): string {
  return blocks.map(([info, code]) => `\`\`\`${info}\n${code}\n\`\`\`\n`).join('\n')
}

t.test('an output is compared whole, and can be rewritten', async (t) => {
  const rows: [name: string, program: [string, string][], line: RegExp][] = [
    ['a program', [['js', "console.log('one')\nconsole.log('two')"]], /^two$/m],
    [
      'a command that reads a file of the page',
      [
        ['json cors.json', '{ "origins": ["https://app.example.com"], "maxAge": 600 }'],
        ['sh', 'npx cors-policy check cors.json --json'],
      ],
      /^ {4}"maxAge": 600$/m,
    ],
  ]
  for (const [name, program, line] of rows) {
    const { updated: right } = await checkMarkdown(page(...program, ['text', '']), t.testdir())
    t.match(right, line, name)
    t.strictSame((await checkMarkdown(right, t.testdir())).problems, [], name)
    for (const wrong of [right.replace(line, ''), right.replace(/\n```\n$/, '\nmore\n```\n')]) {
      const { problems, updated } = await checkMarkdown(wrong, t.testdir())
      t.equal(problems.length, 1, name)
      t.equal(updated, right, name)
    }
  }
})

t.test('the message of a config error counts as output', async (t) => {
  const program: [string, string] = ['js throws', "import { compilePolicy } from 'cors-policy'\ncompilePolicy({})"]
  const { problems, updated } = await checkMarkdown(page(program, ['text', 'nothing']), t.testdir())
  t.equal(problems.length, 1)
  t.match(updated, /```text\nCorsConfigError: [^\n]*\n {2}origins: [^\n]*\n```\n$/)
})

t.test('a text block without a program before it is ignored', async (t) => {
  const markdown = `${page(['js', "console.log('one')"])}\nProse.\n\n${page(['text', 'two'])}`
  const { problems, updated } = await checkMarkdown(markdown, t.testdir())
  t.strictSame(problems, [])
  t.equal(updated, markdown)
})
