import ts from 'typescript'

/** Reads the table of threats in SECURITY.md, and looks for the tests that it names. */

/** A test that a row names. */
export interface Guard {
  readonly file: string
  readonly name: string
}

/** A row of the table. */
export interface Threat {
  readonly name: string
  readonly guards: readonly Guard[]
}

const HEADING = '| Threat '
const GUARD = /^`([^`]+)`: `([^`]+)`$/

/** The rows of the table whose first column is headed Threat. Text in the last column that is not a guard is left out. */
export function threatsIn(markdown: string): Threat[] {
  const lines = markdown.split('\n')
  const start = lines.findIndex((line) => line.startsWith(HEADING))
  if (start < 0) return []
  const rows = lines.slice(start + 2)
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows.slice(0, end < 0 ? rows.length : end).map((row) => {
    const cells = row.split('|').map((cell) => cell.trim())
    const guards = (cells.at(-2) ?? '').split('<br>').flatMap((text) => {
      const [, file, name] = GUARD.exec(text.trim()) ?? []
      return file === undefined || name === undefined ? [] : [{ file, name }]
    })
    return { name: cells[1] ?? '', guards }
  })
}

/**
 * What is wrong with a table.
 *
 * @param read the text of a file of the repository, undefined if there is none
 */
export function problemsOf(markdown: string, read: (file: string) => string | undefined): string[] {
  const threats = threatsIn(markdown)
  if (threats.length === 0) return ['there is no table of threats']
  return threats.flatMap(({ name, guards }) => {
    if (guards.length === 0) return [`${name}: no test`]
    return guards.flatMap((guard) => problemOf(guard, read).map((problem) => `${name}: ${problem}`))
  })
}

function problemOf({ file, name }: Guard, read: (file: string) => string | undefined): string[] {
  const text = read(file)
  if (text === undefined) return [`${file} does not exist`]
  if (!/^test\/.*\.test\.ts$/.test(file)) return [`${file} is not run by npm test`]
  return testsIn(text).includes(name) ? [] : [`${file} has no test ${JSON.stringify(name)}`]
}

/** What declares a test, with its name first. */
const DECLARES = ['test', 'property', 'testWithPrograms']

/** The names of the tests that a file declares, as far as they stand there as they are. One that is skipped is none. */
export function testsIn(text: string): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && DECLARES.includes(calledName(node.expression))) {
      const [name, options] = node.arguments
      if (name !== undefined && ts.isStringLiteralLike(name) && !isSkipped(options)) names.push(name.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('test.ts', text, ts.ScriptTarget.ESNext))
  return names
}

/** `test` of `t.test(…)` and of `test(…)`. */
function calledName(callee: ts.Expression): string {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text
  return ts.isIdentifier(callee) ? callee.text : ''
}

function isSkipped(options: ts.Expression | undefined): boolean {
  if (options === undefined || !ts.isObjectLiteralExpression(options)) return false
  return options.properties.some(
    ({ name }) => name !== undefined && ts.isIdentifier(name) && ['skip', 'todo'].includes(name.text),
  )
}
