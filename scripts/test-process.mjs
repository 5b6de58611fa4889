// @ts-check
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transpiled } from './transpiled.mjs'

/** `node scripts/test-process.mjs test/x.test.ts`, after `transpileAll`. */

const [, , file = ''] = process.argv
process.setSourceMapsEnabled(true)
// tap names snapshots by the file that runs.
process.argv.splice(1, 2, resolve(file))
await import(pathToFileURL(transpiled(file)).href)
