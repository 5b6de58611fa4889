// @ts-check
import { readdirSync } from 'node:fs'

/**
 * Which tests need more than the sources: the one place that says so. A key is a folder or a file of test/, and the
 * longest key that fits counts. All others are unit tests.
 *
 * - `unit` runs from the sources, in Node, without a build.
 * - `built` needs `dist` as well.
 * - `programs` needs browsers, proxies, databases, other runtimes, the network, or minutes.
 *
 * @typedef {'unit' | 'built' | 'programs'} Group
 * @type {Readonly<Record<string, readonly [Group, needs: string]>>}
 */
const NEEDS = {
  'cli/built.test.ts': ['built', ''],
  'caches/': ['programs', 'nginx, Varnish and browsers'],
  'differential/': ['programs', 'minutes'],
  'docs.test.ts': ['built', ''],
  'doctor/cases.test.ts': ['programs', 'nginx, HAProxy, Varnish, Apache, Caddy and Starlette'],
  'engines/': ['programs', 'Chromium, Firefox and WebKit'],
  'cli/playground-built.test.ts': ['built', ''],
  'contract/interleave': ['programs', 'minutes'],
  'contract/replace': ['programs', 'minutes'],
  'examples/': ['programs', 'minutes'],
  'interop/nginx.test.ts': ['programs', 'nginx'],
  'interop/published-schemas.test.ts': ['programs', 'the npm registry'],
  'interop/starlette.test.ts': ['programs', 'Starlette'],
  'package/': ['programs', 'the npm registry'],
  'platform/': ['built', ''],
  'support/markdown.test.ts': ['built', ''],
  'playground/engines.test.ts': ['programs', 'Chromium, Firefox and WebKit'],
  'playground/page.test.ts': ['built', ''],
  'recipes/': ['programs', 'the servers of the recipes'],
  'runtimes/': ['programs', 'other Node versions, Bun, Deno and workerd'],
  'soak/': ['programs', 'minutes'],
  'sync/exit.test.ts': ['built', ''],
  'sync/postgres': ['programs', 'PostgreSQL'],
  'sync/redis': ['programs', 'Redis'],
  'types/': ['programs', 'the type checker'],
}

const testFolder = new URL('.', import.meta.url)

/** @param {string} file below test/ @returns {readonly [key: string, group: Group, needs: string]} */
export function groupOf(file) {
  const keys = Object.keys(NEEDS).filter((key) => file.startsWith(key))
  const [key = ''] = keys.sort((a, b) => b.length - a.length)
  return [key, ...(NEEDS[key] ?? /** @type {const} */ (['unit', '']))]
}

/** All test files, as paths below test/. */
export function testFiles() {
  return readdirSync(testFolder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
}
