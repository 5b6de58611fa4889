// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file of TypeScript keeps its own URL, and has the JavaScript that `transpileAll` has made of it. */

/** Where `transpileAll` puts the JavaScript of `src/a/b.ts`: `.build/run/src/a/b.js`. */
export const TRANSPILED = '.build/run'

const root = new URL('..', import.meta.url).href
const transpiled = new URL(`${TRANSPILED}/`, root)
/** What the compiler gets from `paths` of tsconfig.json, and what package.json's `imports` names in `dist`. */
const PACKAGES = new URL('src/platform/packages.ts', root).href

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  const url = sourceOf(specifier, context.parentURL ?? root)
  return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true }
}

/** @param {string} specifier @param {string} importer */
function sourceOf(specifier, importer) {
  if (importer.includes('/node_modules/')) return undefined
  if (specifier === '#packages' && importer.startsWith(`${root}src/`)) return PACKAGES
  if (!/^(\.|file:)/.test(specifier)) return undefined
  const url = new URL(specifier, importer).href.replace(/\.js($|\?)/, '.ts$1')
  return fileOf(url) === undefined ? undefined : url
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  const file = fileOf(url)
  return file === undefined ? next(url, context) : { format: 'module', shortCircuit: true, source: readFileSync(file) }
}

/** The JavaScript of a file of TypeScript, undefined for any other URL. @param {string} url */
function fileOf(url) {
  const [path = ''] = url.split(/[?#]/, 1)
  if (!path.endsWith('.ts') || !path.startsWith(root)) return undefined
  const file = fileURLToPath(new URL(path.slice(root.length).replace(/\.ts$/, '.js'), transpiled))
  return existsSync(file) ? file : undefined
}
