import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { checkMarkdown } from './support/markdown.js'

/**
 * Every snippet of the documentation runs, and every output is the whole output. `UPDATE_DOCS=1` writes the outputs as
 * they are now.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const pages = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
]

t.setTimeout(300_000)

for (const page of pages) {
  t.test(page, async (t) => {
    t.setTimeout(300_000)
    const path = join(ROOT, page)
    const markdown = readFileSync(path, 'utf8')
    const { problems, updated } = await checkMarkdown(markdown, t.testdir())
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, updated)
    else t.strictSame(problems, [])
  })
}

/** Links within the documentation, without those to other hosts. */
function linksIn(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link as string)
    .filter((link) => !link.includes(':'))
}

/** The anchors that a page has, as GitHub and npm make them of its headings. */
function anchorsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    (heading as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

t.test('every link leads somewhere', async (t) => {
  for (const page of [...pages, 'SECURITY.md', 'CHANGELOG.md', 'CONTRIBUTING.md']) {
    if (!existsSync(join(ROOT, page))) continue
    for (const link of linksIn(readFileSync(join(ROOT, page), 'utf8'))) {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? page : join(dirname(page), file)
      t.ok(existsSync(join(ROOT, target)), `${page}: ${link}`)
      if (anchor !== undefined && existsSync(join(ROOT, target))) {
        t.ok(anchorsIn(readFileSync(join(ROOT, target), 'utf8')).includes(anchor), `${page}: ${link}`)
      }
    }
  }
})

t.test('the README fits on a few screens', async (t) => {
  t.ok(readFileSync(join(ROOT, 'README.md'), 'utf8').split('\n').length <= 220)
})

t.test('the changelog has each kind of change once for a version, and each change once', async (t) => {
  const [, ...versions] = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').split(/^## /m)
  t.ok(versions.length > 0)
  for (const version of versions) {
    const name = version.split('\n')[0] as string
    const kinds = [...version.matchAll(/^### (.*)$/gm)].map(([, kind]) => kind)
    t.strictSame(kinds, [...new Set(kinds)], name)
    // Two branches tell of one change in other words, but begin with the same ones.
    const beginnings = [...version.matchAll(/^- (.{40})/gm)].map(([, beginning]) => beginning)
    t.strictSame(beginnings, [...new Set(beginnings)], name)
  }
})
