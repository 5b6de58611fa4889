import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { codeOf, filesOn, updatePage } from './page.js'
import { RECIPES } from './recipes.js'

/** What holds of docs/recipes.md without running any of its recipes. */

const page = readFileSync(join(import.meta.dirname, '../../docs/recipes.md'), 'utf8')
/** How many lines a recipe may have, without imports and closing brackets. */
const MAX_LINES = 10

t.test('the page has the code of the apps, and a row for each', async (t) => {
  t.equal(updatePage(page, RECIPES, new Map()), page)
  for (const { title } of RECIPES) t.match(page, `| ${title} `, title)
})

t.test('every recipe that works is on the page', async (t) => {
  const files = filesOn(page)
  for (const { name, project, impossible } of RECIPES) {
    const shown = files.some((file) => file.startsWith(project === undefined ? `${name}.mjs` : `${project}/`))
    t.equal(shown, impossible !== true, name)
  }
})

t.test('recipes are short', async (t) => {
  for (const file of filesOn(page)) {
    const lines = codeOf(file)
      .split('\n')
      .filter((line) => line !== '' && !/^(import|[)}\]]+$)/.test(line))
    t.ok(lines.length > 0 && lines.length <= MAX_LINES, `${file}: ${lines.length} lines`)
  }
})
