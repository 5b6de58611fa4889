import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Test } from 'tap'
import { convertText } from '../../src/playground/convert.js'
import { STORIES } from '../../src/playground/stories.js'
import { PLAYGROUND, PLAYGROUND_ASK, PLAYGROUND_TIMELINE } from '../../src/text/playground.js'
import { DRIVERS, ENGINES, open } from '../engines/drivers/open.js'
import type { Session } from '../engines/drivers/session.js'
import { testWithPrograms } from '../support/programs.js'
import { serve } from '../support/serve.js'

/** The page as it is packed, in the engines that people have. */

const MINUTES = 60_000
const FILE = fileURLToPath(new URL('../../dist/playground.html', import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What each script of these tests may use. */
const HELPERS = `
  const find = (selector) => document.querySelector(selector)
  const all = (selector) => [...document.querySelectorAll(selector)]
  const text = (selector) => find(selector)?.textContent
  const click = (words) => all('a, button').find(({ textContent }) => textContent === words).click()
  const type = (selector, words) => {
    const field = find(selector)
    field.focus()
    field.select()
    // As keys do: with the events of a real input.
    document.execCommand('insertText', false, words)
  }
  const choose = (selector, value) => {
    find(selector).value = value
    find(selector).dispatchEvent(new Event('input', { bubbles: true }))
  }
  const hashChange = () => new Promise((resolve) => addEventListener('hashchange', () => setTimeout(resolve), { once: true }))
`

for (const engine of ENGINES) {
  testWithPrograms(`the page in ${engine}`, DRIVERS[engine].programs, 2 * MINUTES, async (t) => {
    const session = await open(engine)
    t.teardown(() => session.end())
    const requests: string[] = []
    const port = await serve(
      t,
      createServer((request, response) => {
        requests.push(String(request.url))
        response.setHeader('content-type', 'text/html').end(request.url === '/' ? readFileSync(FILE) : '')
      }),
    )
    for (const url of [`http://127.0.0.1:${port}/`, pathToFileURL(FILE).href]) {
      const run = <T>(script: string, ...args: readonly unknown[]) => session.exec<T>(url, HELPERS + script, ...args)
      await t.test(url.startsWith('file:') ? 'from a file' : 'from a server', async (t) => {
        await write(t, run)
        await tellStories(t, run)
        await goBack(t, run)
        await convert(t, run)
        await takeFiles(t, run)
        if (url.startsWith('http:')) await checkAccess(t, run)
        t.strictSame(
          await run(`return performance.getEntriesByType('resource').map(({ name }) => name)`),
          [],
          'loads nothing',
        )
      })
    }
    t.strictSame(
      requests.filter((path) => path !== '/favicon.ico'),
      ['/'],
      'no request leaves the page',
    )
    t.strictSame(await complaints(session), [], 'and the console is quiet')
  })
}

type Run = <T>(script: string, ...args: readonly unknown[]) => Promise<T>

async function write(t: Test, run: Run) {
  t.match(await run(`return text('.outcome')`), PLAYGROUND_TIMELINE.outcomes.blocked)
  await run(`click(arguments[0])`, PLAYGROUND_TIMELINE.change(1))
  t.match(await run(`return text('.outcome')`), PLAYGROUND_TIMELINE.outcomes.readable, 'a click fixes the policy')
  const typed = '{\n  "origins": ["https://app.example.com/"]\n}'
  await run(`type('#config', arguments[0])`, typed)
  t.strictSame(await run(`return [find('#config').value, all('.lines .bad').map((line) => line.textContent)]`), [
    typed,
    ['2'],
  ])
  t.match(await run(`return text('#status')`), PLAYGROUND.status.problems(1))
  await run(`click(arguments[0])`, PLAYGROUND_ASK.write('"https://app.example.com"'))
  t.match(await run(`return text('#problems')`), PLAYGROUND_ASK.noProblems)
  await run(`choose('#kind', 'image')`)
  t.match(await run(`return text('.outcome')`), PLAYGROUND_TIMELINE.opaqueElements.image)
  t.equal(await run(`return find('#method')`), null)
}

async function tellStories(t: Test, run: Run) {
  const versions = STORIES.flatMap((story) => story.versions)
  for (const { id, play } of versions) {
    const shown = await run(
      `const done = hashChange(); location.hash = arguments[0]; await done; return all('.scene .outcome').map(({ className }) => className)`,
      `stories.${id}`,
    )
    t.strictSame(
      shown,
      play().map(({ evaluation }) => `outcome ${evaluation.outcome}`),
      id,
    )
  }
}

async function goBack(t: Test, run: Run) {
  const titles = await run(
    `
    click(arguments[0])
    const title = () => text('#title')
    const titles = [title()]
    click(arguments[1])
    titles.push(title(), document.activeElement.id)
    for (const step of [-1, 1]) {
      const done = hashChange()
      history.go(step)
      await done
      titles.push(title())
    }
    return titles`,
    PLAYGROUND.viewNames.paste,
    PLAYGROUND.viewNames.convert,
  )
  const { paste, convert } = PLAYGROUND.viewNames
  t.strictSame(titles, [paste, convert, 'title', paste, convert])
  const broken = await run<string[]>(
    `
    const lines = []
    for (const hash of ['no-such-view', 'x'.repeat(150_000)]) {
      const done = hashChange()
      location.hash = hash
      await done
      lines.push(text('[role=alert]'))
    }
    click(arguments[0])
    return [...lines, text('#title')]`,
    paste,
  )
  t.match(broken, [/^The link could not be read/, /^The link could not be read/, paste], 'a broken link is a line')
}

/** Each parser that the page has works in it: JSON, YAML, XML, code and regular expressions. */
async function convert(t: Test, run: Run) {
  const documents: [from: string, text: string][] = [
    ['config', '{ "origins": ["https://a.test"], } // ours'],
    ['config', '# ours\norigins: &all\n  - https://a.test\nmaxAge: 0x10\notherwise: { origins: *all }\n'],
    [
      's3',
      '<CORSConfiguration><CORSRule><AllowedOrigin>https://a.test</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
    ],
    ['starlette', 'allow_origin_regex=r"https://(a|b)\\.test"'],
    ['headers', 'Access-Control-Allow-Origin: https://a.test'],
  ]
  const results = await run(
    `
    location.hash = 'convert'
    await hashChange()
    return arguments[0].map(([from, text]) => {
      choose('#from', from)
      type('#text', text)
      return all('#result .document, #result .problems').map((element) => element.textContent).join()
    })`,
    documents,
  )
  const expected = documents.map(([from, text]) => {
    const conversion = convertText(from, 'config', text)
    return conversion.kind === 'converted'
      ? conversion.document
      : conversion.kind === 'refused' && conversion.problems.map(({ path, message }) => `${path}: ${message}`).join('')
  })
  t.strictSame(results, expected)
  t.match(expected, [/a\.test/, /a\.test/, /a\.test/, /b\.test/, /a\.test/])
}

async function takeFiles(t: Test, run: Run) {
  const results = await run<string[]>(`
    location.hash = 'paste'
    await hashChange()
    const results = []
    for (const file of [new File(['HTTP/1.1 200 OK\\nVary: Origin\\n'], 'small.txt'), new File([new Uint8Array(50e6)], 'big.har')]) {
      const transfer = new DataTransfer()
      transfer.items.add(file)
      find('#file').files = transfer.files
      find('#file').dispatchEvent(new Event('change'))
      await new Promise((resolve) => setTimeout(resolve, 300))
      results.push(text('#result'))
    }
    type('#paste', 'something else')
    return [...results, text('#result')]`)
  t.match(
    results,
    [/allow-origin-missing/, /^That is 50 MB/, /^The page cannot find a request/],
    'a file of 50 MB is a line',
  )
}

async function checkAccess(t: Test, run: Run) {
  for (const hash of ['ask', 'stories.early-image', 'stories', 'paste', 'convert', '', 'stories.two-layers']) {
    if (hash === 'stories.two-layers') await run(`choose('#language', 'ko')`)
    const { violations, passes } = await run<{ violations: unknown[]; passes: number }>(
      `${AXE}
      location.hash = arguments[0]
      await new Promise((resolve) => setTimeout(resolve, 100))
      const { violations, passes } = await axe.run(document)
      const shown = ({ html, failureSummary }) => html.slice(0, 200) + failureSummary
      return { violations: violations.map(({ id, nodes }) => [id, nodes.map(shown)]), passes: passes.length }`,
      hash,
    )
    t.strictSame(violations, [], `axe finds nothing in #${hash}`)
    t.equal(await run(`return document.documentElement.lang`), hash === 'stories.two-layers' ? 'ko' : 'en')
    t.ok(passes > 20, `${passes} rules of axe had something to look at`)
  }
}

/** What the console has to say about the page. That a server has no icon is none of it. */
async function complaints({ readConsole }: Session): Promise<readonly string[]> {
  const lines = (await readConsole?.()) ?? []
  return lines.filter((line) => /content.security.policy|uncaught|TypeError/i.test(line) && !line.includes('favicon'))
}
