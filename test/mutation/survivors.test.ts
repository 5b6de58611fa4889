import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { compareSurvivors, type Survivor, survivorsOf } from './survivors.mjs'

const root = new URL('../../', import.meta.url)
const known = JSON.parse(readFileSync(new URL('survivors.json', import.meta.url), 'utf8')) as Survivor[]

const SOURCE = `export function f(a: number): boolean {
  if (a < 0) return false
  return true
}
`

function at(line: number, column: number, endLine: number, endColumn: number) {
  return { start: { line, column }, end: { line: endLine, column: endColumn } }
}

t.test('a survivor is named by its line and its change', async (t) => {
  const report = {
    files: {
      'src/a.ts': {
        language: 'typescript',
        source: SOURCE,
        mutants: [
          { id: '1', mutatorName: 'A', status: 'Survived', replacement: 'a <= 0', location: at(2, 7, 2, 12) },
          { id: '2', mutatorName: 'A', status: 'Killed', replacement: 'true', location: at(2, 7, 2, 12) },
          { id: '3', mutatorName: 'A', status: 'Timeout', replacement: 'false', location: at(2, 7, 2, 12) },
          { id: '4', mutatorName: 'B', status: 'NoCoverage', replacement: '{}', location: at(1, 39, 4, 2) },
        ],
      },
    },
  } as const
  const parsed = structuredClone(report) as unknown as Parameters<typeof survivorsOf>[0]
  t.strictSame(survivorsOf(parsed, ['Timeout']), [
    { file: 'src/a.ts', line: 'if (a < 0) return false', mutant: 'a < 0 → false' },
  ])
  t.strictSame(survivorsOf(parsed), [
    { file: 'src/a.ts', line: 'if (a < 0) return false', mutant: 'a < 0 → a <= 0' },
    {
      file: 'src/a.ts',
      line: 'export function f(a: number): boolean {',
      mutant: '{ if (a < 0) return false return true } → {}',
    },
  ])
})

t.test('each known survivor stands for one mutant', async (t) => {
  const survivor = { file: 'src/a.ts', line: 'f(0, 0)', mutant: '0 → 1' }
  const other = { ...survivor, mutant: '0 → 2' }
  const reasoned = { ...survivor, reason: 'because' }
  t.strictSame(compareSurvivors([], []), { unexplained: [], gone: [] })
  t.strictSame(compareSurvivors([survivor], [reasoned]), { unexplained: [], gone: [] })
  t.strictSame(compareSurvivors([survivor, survivor], [reasoned]), { unexplained: [survivor], gone: [] })
  t.strictSame(compareSurvivors([other], [reasoned, reasoned]), { unexplained: [other], gone: [reasoned, reasoned] })
})

t.test('each known survivor has a reason and is on the line that is given', async (t) => {
  for (const { file, line, mutant, reason } of known) {
    const lines = readFileSync(fileURLToPath(new URL(file, root)), 'utf8').split('\n')
    t.ok(
      lines.some((text) => text.trim() === line),
      `${file}: ${line}`,
    )
    t.match(mutant, /^.+ → .+$/s)
    t.ok(reason, `${file}: ${mutant}`)
  }
})
