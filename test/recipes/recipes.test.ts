import { join } from 'node:path'
import t, { type Test } from 'tap'
import { install } from '../runtimes/install.js'
import { RUNTIMES } from '../runtimes/runtimes.js'
import { INSTALL_TIMEOUT } from '../support/npm-install.js'
import { type Answer, askAll, type Case } from './ask.js'
import { type Group, installGroup } from './frameworks.js'
import { PATHS, RECIPES, type Recipe } from './recipes.js'
import { placeApps, START_TIMEOUT, startApp } from './run-app.js'

const only = process.env['RECIPE']
for (const recipe of RECIPES) {
  if (only !== undefined && !only.split(',').includes(recipe.name)) continue
  t.test(recipe.name, { timeout: 300_000 }, async (t) => {
    const group = recipe.group === undefined ? undefined : await installGroup(recipe.group)
    const runtime = RUNTIMES.find(({ name }) => name === recipe.runtime)
    const installed = runtime === undefined ? { binary: process.execPath } : await install(runtime)
    const folder = placeApps(t, (group as any)?.folder)
    const args = recipe.args ?? [`${recipe.name}.mjs`]
    const url = await startApp(t, { binary: (installed as any).binary, cwd: recipe.before ? join(folder, recipe.name) : folder, before: recipe.before ?? [], args })
    const a = await askAll(url, { ...PATHS, ...recipe.paths })
    console.error(recipe.name, JSON.stringify(a))
  })
}
t.setTimeout(1e6)
