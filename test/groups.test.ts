import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { resultOf } from '../scripts/run-test-file.mjs'
import { groupOf, testFiles } from './groups.mjs'
import { importsOfFile, listFiles } from './support/imports.js'

const TEST = import.meta.dirname

/** The helpers of `support/` that need the network, or a build. */
const NOT_FOR_UNITS = [
  'support/packed-project.ts',
  'support/readme.ts',
  'support/adapter-examples.ts',
  'support/examples.ts',
]

const imports = new Map(listFiles(TEST).flatMap((file) => (file.endsWith('.ts') ? [[file, importsIn(file)]] : [])))

function importsIn(file: string) {
  return importsOfFile(join(TEST, file))
}

/** All files of test/ that a file imports, directly or through others. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  for (const { specifier } of imports.get(file) ?? []) {
    const next = join(file, '..', specifier).replace(/\.js$/, '.ts')
    if (!specifier.startsWith('.') || next.startsWith('..') || !next.endsWith('.ts') || seen.has(next)) continue
    seen.add(next)
    reached(next, seen)
  }
  return seen
}

t.test('every test file is in a group', async (t) => {
  t.strictSame(
    testFiles(),
    listFiles(TEST).filter((file) => file.endsWith('.test.ts')),
  )
  t.strictSame([...new Set(testFiles().map((file) => groupOf(file)[1]))].sort(), ['built', 'programs', 'unit'])
})

t.test('the longest matching key counts', async (t) => {
  t.strictSame(groupOf('interop/nginx.test.ts'), ['interop/nginx.test.ts', 'programs', 'nginx'])
  t.strictSame(groupOf('interop/from-s3.test.ts'), ['', 'unit', ''])
})

t.test('unit tests need no build and install nothing', async (t) => {
  for (const file of testFiles().filter((file) => groupOf(file)[1] === 'unit' && file !== 'groups.test.ts')) {
    const helpers = reached(file)
    t.strictSame(
      NOT_FOR_UNITS.filter((helper) => helpers.has(helper)),
      [],
      file,
    )
  }
})

t.test('unit tests start no program that imports the package by its name, which is in dist', async (t) => {
  const importers = testFiles().filter((file) =>
    /^ *import .* from 'cors-policy/m.test(readFileSync(join(TEST, file), 'utf8')),
  )
  t.strictSame(
    importers.filter((file) => groupOf(file)[1] === 'unit'),
    [],
  )
})

t.test('tests with a build install nothing', async (t) => {
  for (const file of testFiles().filter((file) => groupOf(file)[1] === 'built')) {
    t.notOk(reached(file).has('support/packed-project.ts'), file)
  }
})

t.test('the output of a test file', async (t) => {
  const rows: [name: string, output: string, code: number | null, passed: number, failed: number, skips: string[]][] = [
    ['passes', 'ok 1 - a\n# { total: 2, pass: 2 }\n', 0, 2, 0, []],
    ['fails', '# { total: 3, pass: 1, fail: 2 }\n', 1, 1, 2, []],
    [
      'skips',
      '    ok 1 - a # SKIP not installed: x\n# { total: 2, pass: 1, skip: 1 }\n',
      0,
      1,
      0,
      ['not installed: x'],
    ],
    ['ends badly', '# { total: 2, pass: 2 }\n', 1, 2, 1, []],
    ['is killed', '# { total: 2, pass: 2 }\n', null, 2, 1, []],
    ['counts nothing', 'hello\n', 0, 0, 1, []],
    ['prints totals of its own first', '# { total: 9, pass: 9 }\n# { total: 1, pass: 1 }\n', 0, 1, 0, []],
  ]
  for (const [name, output, code, passed, failed, skips] of rows) {
    t.strictSame(resultOf(output, code), { passed, failed, skips, output }, name)
  }
})
