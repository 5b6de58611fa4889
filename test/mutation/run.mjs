// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'
import config from './stryker.config.mjs'
import { compareSurvivors, survivorsOf } from './survivors.mjs'

/**
 * `node run.mjs` mutates all, `node run.mjs 'src/http/*.ts' …` these files, and `node run.mjs --sample` some lines, which
 * MUTATION_SEED (1) chooses. Fails if a mutant survives that `survivors.json` does not explain.
 */

/** Pieces of a sample, and the lines of each: what two cores mutate in less than two minutes. */
const SAMPLED_PIECES = 10
const PIECE_LINES = 20

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

const known = /** @type {import('./survivors.mjs').Survivor[]} */ (readJson('test/mutation/survivors.json'))
const args = process.argv.slice(2)
const isSample = args.includes('--sample')
const mutate = isSample ? sample() : args
const configFile = 'test/mutation/stryker.config.mjs'
// Of a part, the known survivors may be more than their share.
const partly = { mutate, thresholds: { ...config.thresholds, break: null } }

await new Stryker(args.length > 0 ? { configFile, ...partly } : { configFile }).runMutationTest()

const report = /** @type {import('./survivors.mjs').Report} */ (readJson('.mutation/report.json'))
const here = known.filter(({ file }) => file in report.files)
const { unexplained, gone } = compareSurvivors(survivorsOf(report), here)
// A mutant that only makes the code slow survives on one machine and is too slow on the next.
const { unexplained: noticed } = compareSurvivors(gone, survivorsOf(report, ['Timeout']))
console.log(`${here.length - gone.length} mutants survive with a reason, ${unexplained.length} without.\n`)
for (const survivor of unexplained) print('Test what changes, or say in survivors.json why no test can', survivor)
// Of a sample, most known survivors are elsewhere.
if (!isSample) for (const survivor of noticed) print('Survives no more: take it out of survivors.json', survivor)
if (unexplained.length > 0) process.exitCode = 1

/** @param {string} advice @param {import('./survivors.mjs').Survivor} survivor */
function print(advice, { file, line, mutant }) {
  console.log(`${advice}: ${file}\n  ${line}\n  ${mutant}\n`)
}

/** Pieces of files, in an order that the seed chooses. */
function sample() {
  const seed = process.env['MUTATION_SEED'] ?? '1'
  const rank = (/** @type {string} */ piece) => createHash('sha256').update(`${seed} ${piece}`).digest('hex')
  const pieces = ['http', 'config', 'policy']
    .flatMap((part) => readdirSync(`src/${part}`).map((file) => `src/${part}/${file}`))
    .flatMap(piecesOf)
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .slice(0, SAMPLED_PIECES)
  console.log(`The sample of seed ${seed}: ${pieces.join(' ')}`)
  return pieces
}

/** @param {string} file */
function piecesOf(file) {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length
  const count = Math.ceil(lines / PIECE_LINES)
  return Array.from({ length: count }, (_, i) => `${file}:${i * PIECE_LINES + 1}-${(i + 1) * PIECE_LINES}`)
}

/** @param {string} path @returns {unknown} */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
