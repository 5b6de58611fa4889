// @ts-check
import { register } from 'node:module'

/** `node --import ./scripts/loader.mjs test/x.test.ts`, after `transpileAll`. */

process.setSourceMapsEnabled(true)
register('./loader-hooks.mjs', import.meta.url)
