import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import root from 'tap'
import { INSTALL_TIMEOUT } from '../support/npm-install.js'
import { askAll, type Results } from './ask.js'
import { updatePage } from './page.js'
import { PATHS, RECIPES } from './recipes.js'
import { prepare, START_TIMEOUT, startApp } from './run-app.js'

/**
 * Every recipe of docs/recipes.md runs, in the framework that it is for, and the page has the code that ran and what
 * came of it. `UPDATE_DOCS=1` writes both; `RECIPE=express,koa` runs a few.
 */

const PAGE = join(import.meta.dirname, '../../docs/recipes.md')
const TIMEOUT = INSTALL_TIMEOUT + 4 * START_TIMEOUT
const chosen = process.env['RECIPE']?.split(',')
const results = new Map<string, Results>()

root.setTimeout(2 * INSTALL_TIMEOUT + RECIPES.length * START_TIMEOUT)
root.jobs = 2

const tests = RECIPES.filter(({ name }) => chosen?.includes(name) !== false).map((recipe) =>
  root.test(recipe.title, { timeout: TIMEOUT, buffered: true }, async (t) => {
    const place = await prepare(root, recipe)
    if ('reason' in place) {
      // Without a network there is nothing to run. In CI that is no excuse.
      if (process.env['CI'] === 'true') t.fail(`not tested: ${place.reason}`)
      else t.pass('not tested', { skip: place.reason })
      return
    }
    const found = await askAll(await startApp(t, recipe, place), { ...PATHS, ...recipe.paths })
    results.set(recipe.name, found)
    t.equal(found.rejected.status, 401, 'a rejected token')
    if (recipe.impossible) return
    t.match(found, { preflight: { status: 204, covered: true }, rejected: { covered: true } })
    t.match(found, { answer: { covered: true }, missing: { status: 404 } })
    for (const [name, { leak }] of Object.entries(found)) t.equal(leak, undefined, `${name}, another origin`)
  }),
)
await Promise.all(tests)

root.test('docs/recipes.md', async (t) => {
  const page = readFileSync(PAGE, 'utf8')
  const updated = updatePage(page, RECIPES, results)
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, updated)
  else t.equal(page, updated)
})
