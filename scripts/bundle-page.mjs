// @ts-check
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rolldown } from 'rolldown'
import { denseSuffixes } from './dense-suffixes.mjs'
import { licencesOf } from './licences.mjs'

const ENTRY = 'playground-entry'

/**
 * Makes `dist/playground.html`: script and style are inside, nothing is loaded, and its Content-Security-Policy says so.
 * It works from a file, too.
 */
export async function bundlePage() {
  const script = await bundleScript()
  const style = readFileSync('scripts/page.css', 'utf8').trim()
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/playground.html', page(script, style))
}

/** @param {string} script @param {string} style */
function page(script, style) {
  const policy = [
    "default-src 'none'",
    `script-src ${sourceOf(script)}`,
    `style-src ${sourceOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CORS playground</title>
<style>${style}</style>
</head>
<body>
<noscript>This page needs JavaScript. It sends nothing anywhere.</noscript>
<script>${script}</script>
</body>
</html>
`
}

/** What a policy calls an inline element. @param {string} text */
function sourceOf(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

async function bundleScript() {
  const build = await rolldown({
    input: ENTRY,
    platform: 'browser',
    tsconfig: false,
    // Else the text of the public suffix list is written twice: where it is, and where it is used.
    optimization: { inlineConst: false },
    resolve: { alias: { '#packages': `${process.cwd()}/src/platform/packages.ts` } },
    plugins: [entry, denseSuffixes, readsYaml, withoutUnused],
  })
  const { output } = await build.generate({ format: 'iife', minify: true, comments: false })
  const [chunk, ...more] = output
  if (more.length > 0) throw new Error(`the page is one file, and ${more.map(({ fileName }) => fileName)} came along`)
  // The minifier drops comments, those with a licence too.
  const code = [chunk.code, ...licencesOf(chunk.moduleIds)].join('\n')
  // HTML reads neither as JavaScript does, and the digest is of what HTML reads.
  const misread = /[\r\0]/.exec(code)
  if (misread !== null) throw new Error(`the script has ${JSON.stringify(misread[0])}, which HTML reads otherwise`)
  // What would end the script element, or begin a comment in it. Both are parts of strings and regular expressions.
  return code.replace(/<(?=\/script|!--)/gi, '\\x3C').trim()
}

/** @type {import('rolldown').Plugin} */
const entry = {
  name: 'entry',
  resolveId: (id) => (id === ENTRY ? `${process.cwd()}/${ENTRY}.js` : null),
  load: (id) =>
    id.endsWith(`${ENTRY}.js`) ? `import { start } from './src/playground/start.ts'\nstart(window)\n` : null,
}

const WRITERS = [
  'createStringifyContext',
  'foldFlowLines',
  'indentComment',
  'lineComment',
  'stringify',
  'stringifyCollection',
  'stringifyComment',
  'stringifyDocument',
  'stringifyNumber',
  'stringifyPair',
  'stringifyString',
]

/**
 * What makes documents of values, and values of documents.
 *
 * @type {Readonly<Record<string, readonly string[] | undefined>>}
 */
const MAKERS = {
  anchors: ['anchorIsValid', 'anchorNames', 'createNodeAnchors', 'findNewAnchor'],
  applyReviver: ['applyReviver'],
  createNode: ['createNode'],
}

/**
 * Types that YAML 1.2 has no more. No configuration has a time or a picture in it, and as texts they are refused.
 *
 * @type {Readonly<Record<string, readonly string[] | undefined>>}
 */
const OLD_TAGS = {
  binary: ['binary'],
  omap: ['omap'],
  pairs: ['pairs'],
  set: ['set'],
  timestamp: ['intTime', 'floatTime', 'timestamp'],
}

/**
 * The page reads YAML and never writes any. What writes it belongs to the classes of the nodes, so that no bundler can see
 * that nothing calls it.
 *
 * @type {import('rolldown').Plugin}
 */
const readsYaml = {
  name: 'reads-yaml',
  load: (id) => {
    if (/\/yaml\/browser\/dist\/stringify\//.test(id)) {
      return WRITERS.map((name) => `export const ${name} = undefined`).join('\n')
    }
    const [, maker = ''] = /\/yaml\/browser\/dist\/doc\/(\w+)\.js$/.exec(id) ?? []
    if (MAKERS[maker] !== undefined) return MAKERS[maker].map((name) => `export const ${name} = undefined`).join('\n')
    const [, file = ''] = /\/yaml\/browser\/dist\/schema\/yaml-1\.1\/(\w+)\.js$/.exec(id) ?? []
    const tags = OLD_TAGS[file]
    return tags?.map((name) => `export const ${name} = { tag: '!!${name}', resolve: (text) => text }`).join('\n')
  },
}

/**
 * Parts of packages that no configuration needs, by file, and what is there without them.
 *
 * @type {Readonly<Record<string, readonly (readonly [part: RegExp, instead: string])[]>>}
 */
const UNUSED = {
  '/regexpp/index.mjs': [
    // Letters of all scripts, and the names of Unicode's properties: an expression for origins with either is refused.
    [/"[^"\n]{300,}"/g, '""'],
  ],
  // Walks through what the parser has read. Nothing here does.
  '/yaml/browser/dist/parse/cst-visit.js': [[/[\s\S]+/, 'export const visit = undefined']],
  '/sax/lib/sax.js': [
    // The names that HTML gives to characters. XML has five, which are in another table.
    [/(?<=sax\.ENTITIES = Object\.assign\(Object\.create\(null\), )\{[^}]*\}/, '{}'],
    // The parser as a stream of Node.
    [/(?<=function SAXStream\(.*\) \{)[\s\S]*(?=\}\n\n {2}\/\/ this really needs)/, ''],
  ],
}

/** @type {import('rolldown').Plugin} */
const withoutUnused = {
  name: 'without-unused',
  transform: (code, id) => {
    const parts = Object.entries(UNUSED).find(([file]) => id.endsWith(file))?.[1]
    return parts?.reduce((text, [part, instead]) => {
      if (text.search(part) === -1) throw new Error(`${id} has no ${part}: look at what the page leaves out`)
      return text.replace(part, instead)
    }, code)
  },
}
