import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { testWithPrograms } from '../support/programs.js'
import { serve } from '../support/serve.js'
import { DRIVERS, ENGINES, open } from './drivers/open.js'
import { processesOf } from './drivers/processes.js'
import { Workspace } from './drivers/workspace.js'

const MINUTES = 60_000

for (const engine of ENGINES) {
  testWithPrograms(`${engine}, under remote control`, DRIVERS[engine].programs, 5 * MINUTES, async (t) => {
    const port = await serve(
      t,
      createServer((_, response) => response.setHeader('content-type', 'text/html').end('<title>a page</title>')),
    )
    const session = await open(engine)
    t.teardown(() => session.end())
    const url = `http://127.0.0.1:${port}/`
    t.equal(await session.exec(url, 'return document.title'), 'a page')
    await session.exec(url, 'window.kept = arguments[0]', { list: [1, null, 'é\u0000"'] })
    t.strictSame(await session.exec(url, 'return window.kept'), { list: [1, null, 'é\u0000"'] }, 'the page stays')
    t.equal(await session.exec(`${url}other`, 'return location.pathname + window.kept'), '/otherundefined')
    t.equal(await session.exec(url, 'return await (await fetch("/")).text()'), '<title>a page</title>')
    await t.rejects(session.exec(url, 'throw new TypeError("for a reason")'), /TypeError: for a reason/)
    t.equal(await session.exec(url, 'return 1 + 1'), 2, 'and goes on')
  })
}

testWithPrograms('nothing is left of a program', ['sh', 'setsid', 'sleep'], MINUTES, async (t) => {
  const { folder, ...workspace } = await startTwo()
  t.equal(processesOf(folder).length, 2)
  await workspace.end()
  t.strictSame(processesOf(folder), [], 'not even what has a group of its own')
  t.notOk(existsSync(folder))
})

async function startTwo() {
  const workspace = await Workspace.create()
  const { output } = workspace.start('sh', ['-c', 'setsid sleep 1000 & echo started; exec sleep 1000'])
  while (!output().includes('started')) await new Promise((resolve) => setTimeout(resolve, 20))
  return { folder: workspace.folder, end: () => workspace.end() }
}
