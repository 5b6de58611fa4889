import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import t from 'tap'

/** Bytes, gzipped. A fifth is the public suffix list, and a thirtieth is what reads the messages of all browsers. */
const MAX_SIZE = 250_000

const root = fileURLToPath(new URL('../..', import.meta.url))
const html = readFileSync(join(root, 'dist/playground.html'), 'utf8')

function between(start: string, end: string): string {
  const at = html.indexOf(start) + start.length
  return html.slice(at, html.indexOf(end, at))
}

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

t.test('the page is small', async (t) => {
  const size = gzipSync(html, { level: 9 }).length
  t.comment(`${html.length} characters, gzipped ${size} bytes`)
  t.ok(size < MAX_SIZE, `${size} bytes`)
})

t.test('the page may run its own script and style, and load nothing', async (t) => {
  t.strictSame(between('http-equiv="Content-Security-Policy" content="', '"').split('; '), [
    "default-src 'none'",
    `script-src ${sourceOf(between('<script>', '</script>'))}`,
    `style-src ${sourceOf(between('<style>', '</style>'))}`,
    "base-uri 'none'",
    "form-action 'none'",
  ])
  const frame = html.replace(/(<(script|style)>).*?(?=<\/\2>)/gs, '$1')
  t.equal(frame.match(/<(script|style|link|iframe|img)/g)?.join(), '<style,<script', 'and nothing else is in it')
  t.notMatch(html, /\r|\0/, 'which HTML would read as something else')
})

t.test('the licences of what is bundled are in it', async (t) => {
  for (const name of ['tldts', 'tldts-core', 'ipaddr.js', '@eslint-community/regexpp', 'jsonc-parser', 'sax', 'yaml']) {
    t.ok(existsSync(join(root, 'node_modules', name)), name)
    t.ok(html.includes(`/*! ${name} `), name)
  }
})

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const digits = color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit) : color.match(/[\da-f]{2}/g)
  const [red = 0, green = 0, blue = 0] = (digits ?? []).map((text) => {
    const value = Number.parseInt(text, 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

t.test('text can be read, in light and in dark', async (t) => {
  const schemes = [...between('<style>', '</style>').matchAll(/:root\s*\{([^}]*)\}/g)].map(([, rules = '']) =>
    Object.fromEntries([...rules.matchAll(/--([\w-]+):\s*(#[\da-f]+)/g)].map(([, name, value]) => [name, value])),
  )
  t.equal(schemes.length, 2)
  for (const scheme of schemes) {
    const color = (name: string) => scheme[name] ?? t.fail(`no --${name}`).toString()
    for (const ground of ['ground', 'soft', 'bad-ground', 'note-ground']) {
      for (const ink of ground === 'ground' ? ['text', 'faint', 'link', 'bad', 'good'] : ['text']) {
        const ratio = contrast(color(ink), color(ground))
        t.ok(ratio >= 4.5, `${ink} on ${ground}: ${ratio.toFixed(1)}`)
      }
    }
    for (const ink of ['bad', 'link', 'faint'])
      t.ok(contrast(color(ink), color('bad-ground')) >= 4.5, `${ink} on bad-ground`)
    t.ok(contrast(color('faint'), color('soft')) >= 4.5)
    t.ok(contrast(color('faint'), color('note-ground')) >= 4.5)
    t.ok(contrast(color('ground'), color('link')) >= 4.5, 'the button')
  }
})
