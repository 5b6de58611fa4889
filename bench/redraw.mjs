// @ts-check
import { readFileSync, writeFileSync } from 'node:fs'
import { chartOf } from './chart.mjs'
import { reportOf } from './report.mjs'

/** Draws results.svg and docs/performance.md from results.json. */

const MARKER = '<!-- figures -->'
const page = new URL('../docs/performance.md', import.meta.url)

/** The page with its figures. @param {string} text @param {any} results */
export function withFigures(text, results) {
  const [before = ''] = text.split(MARKER)
  return `${before}${MARKER}\n\n${reportOf(results)}\n`
}

export function redraw() {
  const results = JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8'))
  writeFileSync(new URL('results.svg', import.meta.url), chartOf(results.withoutSockets))
  writeFileSync(page, withFigures(readFileSync(page, 'utf8'), results))
}

if (process.argv[1] === import.meta.filename) redraw()
