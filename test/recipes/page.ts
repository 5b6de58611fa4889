import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer, Results } from './ask.js'
import { pinnedVersion } from './frameworks.js'
import type { Recipe } from './recipes.js'
import { APPS } from './run-app.js'

const ROOT = join(import.meta.dirname, '../..')
const CODE = /(?<=<!-- code: (\S+) -->\n\n```js fragment\n)[\s\S]*?(?=```\n)/g
const TABLE = /(?<=<!-- results -->\n\n)[\s\S]*?(?=\n<!-- end -->)/
const REGION = /^( *)\/\/ #region recipe\n([\s\S]*?)^ *\/\/ #endregion$/gm
const COLUMNS = ['Where', 'Tested', 'Preflight', '200', '401', 'Thrown error', '404', 'Notes']

/** The page with the code of the apps and with what they answered. What was not asked keeps its row. */
export function updatePage(page: string, recipes: readonly Recipe[], results: ReadonlyMap<string, Results>): string {
  const before = TABLE.exec(page)?.[0] ?? ''
  const rows = recipes.map((recipe) => {
    const found = results.get(recipe.name)
    return found === undefined ? rowOf(before, recipe.title) : cellsOf(recipe, found)
  })
  return page.replace(CODE, (_, file: string) => codeOf(file)).replace(TABLE, () => tableOf([COLUMNS, ...rows]))
}

/** What a file of the apps shows: the lines of its regions. */
export function codeOf(file: string): string {
  const text = readFileSync(join(APPS, file), 'utf8')
  return [...text.matchAll(REGION)].map(([, indent = '', code = '']) => dedent(code, indent)).join('\n')
}

/** The files whose code the page shows. */
export function filesOn(page: string): string[] {
  return [...page.matchAll(CODE)].map(([, file]) => file as string)
}

function dedent(code: string, indent: string): string {
  return code.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
}

function cellsOf(recipe: Recipe, { preflight, answer, rejected, thrown, missing }: Results): string[] {
  const cells = [preflight, answer, rejected, thrown, missing].map(cellOf)
  return [recipe.title, versionOf(recipe), ...cells, recipe.note ?? '']
}

function cellOf({ covered, leak, status }: Answer): string {
  if (leak !== undefined) return 'open to all'
  return covered ? 'yes' : `no (${status})`
}

function versionOf({ package: name, runtime }: Recipe): string {
  if (name === undefined) return runtime ?? `Node ${process.versions.node.split('.')[0]}`
  return `${name} ${pinnedVersion(name) ?? installedVersion(name)}`
}

function installedVersion(name: string): string {
  const manifest = join(ROOT, 'node_modules', name, 'package.json')
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : 'not installed'
}

function rowOf(table: string, title: string): string[] {
  const line = table.split('\n').find((text) => text.startsWith(`| ${title} `))
  return (line ?? `| ${title} |`)
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  const lines = rows.map((row) => `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`)
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
  return `${lines.join('\n')}\n`
}
