import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { problemsOf, testsIn, threatsIn } from './security/guards.js'

const root = new URL('..', import.meta.url)

function read(file: string): string | undefined {
  const url = new URL(file, root)
  return existsSync(url) ? readFileSync(url, 'utf8') : undefined
}

t.test('every threat in SECURITY.md has tests, and they exist', async (t) => {
  const security = read('SECURITY.md') ?? ''
  t.ok(threatsIn(security).length >= 15)
  t.strictSame(problemsOf(security, read), [])
})

const FILES: Readonly<Record<string, string>> = {
  'test/a.test.ts': `
    t.test('plain', async () => {})
    test("don't", { timeout: 1 }, () => {})
    t.test(\`quoted\`, () => {})
    t.test(\`with \${name}\`, () => {})
    t.test('skipped', { skip: true }, () => {})
    t.test('to do', { todo: 'later' }, () => {})
    t.skip('skipped as well', () => {})
    // t.test('in a comment', () => {})
    const text = "t.test('in a text', () => {})"
    property('a property', values, check)
    testWithPrograms('with programs', ['nginx'], 1, async () => {})
    describe('something else', () => {})
  `,
  'test/helper.ts': `t.test('plain', () => {})`,
  'src/index.ts': '',
}

t.test('the names of the tests of a file', async (t) => {
  t.strictSame(testsIn(String(FILES['test/a.test.ts'])), ['plain', "don't", 'quoted', 'a property', 'with programs'])
})

function table(...rows: string[]): string {
  return ['# Security', '', '| Threat | Answer | Test |', '| --- | --- | --- |', ...rows, '', '| Other | table |'].join(
    '\n',
  )
}

t.test('a correct table has no problems', async (t) => {
  const good = table(
    '| **One**: of it | text | `test/a.test.ts`: `plain` |',
    "| Two | text | `test/a.test.ts`: `don't`<br>`test/a.test.ts`: `a property` |",
  )
  t.strictSame(threatsIn(good), [
    { name: '**One**: of it', guards: [{ file: 'test/a.test.ts', name: 'plain' }] },
    {
      name: 'Two',
      guards: [
        { file: 'test/a.test.ts', name: "don't" },
        { file: 'test/a.test.ts', name: 'a property' },
      ],
    },
  ])
  t.strictSame(
    problemsOf(good, (file) => FILES[file]),
    [],
  )
})

t.test('bad tables have problems', async (t) => {
  const rows: [markdown: string, problems: string[]][] = [
    ['', ['there is no table of threats']],
    ['| Threats | Test |\n| --- | --- |\n| One | `test/a.test.ts`: `plain` |', ['there is no table of threats']],
    [table(), ['there is no table of threats']],
    [table('| One | text | |'), ['One: no test']],
    [table('| One | text | none yet |'), ['One: no test']],
    [table('| One | `test/a.test.ts`: `plain` | |'), ['One: no test']],
    [table('| One | text | test/a.test.ts: plain |'), ['One: no test']],
    [table('| One | text | `test/b.test.ts`: `plain` |'), ['One: test/b.test.ts does not exist']],
    [table('| One | text | `test/helper.ts`: `plain` |'), ['One: test/helper.ts is not run by npm test']],
    [table('| One | text | `src/index.ts`: `plain` |'), ['One: src/index.ts is not run by npm test']],
    ...['Plain', 'plai', 'skipped', 'to do', 'skipped as well', 'in a comment', 'in a text', 'something else'].map(
      (name): [string, string[]] => [
        table(`| One | text | \`test/a.test.ts\`: \`${name}\` |`),
        [`One: test/a.test.ts has no test ${JSON.stringify(name)}`],
      ],
    ),
    [
      table('| One | text | `test/a.test.ts`: `plain`<br>`test/a.test.ts`: `x` |', '| Two | text | - |'),
      ['One: test/a.test.ts has no test "x"', 'Two: no test'],
    ],
  ]
  for (const [markdown, problems] of rows) {
    t.strictSame(
      problemsOf(markdown, (file) => FILES[file]),
      problems,
      markdown,
    )
  }
})
