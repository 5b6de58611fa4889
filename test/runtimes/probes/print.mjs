// For Node, Bun and Deno: prints what the core and the fetch adapter answer to the input, which is in the file given.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { probeCore } from './core.mjs'
import { probeFetch } from './fetch.mjs'

/** @type {import('../probe-input.js').ProbeInput} */
const input = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
// Of an ES module, as CommonJS programs do it.
const required = Object.keys(createRequire(import.meta.url)('cors-policy'))
  .filter((name) => name !== '__esModule')
  .sort()

console.log(JSON.stringify({ core: probeCore(input.core), fetch: await probeFetch(input.fetch), required }))
