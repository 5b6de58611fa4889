import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Test } from 'tap'
import type * as express from '../../src/adapters/express.js'
import type * as fetch from '../../src/adapters/fetch.js'
import type * as node from '../../src/adapters/node.js'
import type * as core from '../../src/index.js'

/** What one copy of the package exports, of what is used here. */
export interface Copy {
  readonly core: typeof core
  readonly express: typeof express
  readonly fetch: typeof fetch
  readonly node: typeof node
}

const ENTRIES = {
  core: 'index.ts',
  express: 'adapters/express.ts',
  fetch: 'adapters/fetch.ts',
  node: 'adapters/node.ts',
}
const SRC = join(import.meta.dirname, '../../src')

/** Another copy of the package in this process, as a library that an app uses may have installed one. */
export async function loadSecondCopy(t: Test): Promise<Copy> {
  const outdir = t.testdir()
  const entryPoints = Object.entries(ENTRIES).map(([out, file]) => ({ in: join(SRC, file), out }))
  await build({
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  })
  const load = (name: string) => import(pathToFileURL(join(outdir, `${name}.mjs`)).href)
  const loaded = await Promise.all(Object.keys(ENTRIES).map(async (name) => [name, await load(name)] as const))
  return Object.fromEntries(loaded) as unknown as Copy
}
