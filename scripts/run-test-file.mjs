// @ts-check
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** @typedef {{ passed: number, failed: number, skips: string[], output: string }} FileResult */

/** Of the terminal and of CI: here a missing program is a test that is skipped, whatever the machine. */
const ENVIRONMENT = {
  ...process.env,
  CI: 'false',
  FORCE_COLOR: undefined,
  NODE_OPTIONS: undefined,
  // Seconds for a file: generous, since a busy machine is not a failure.
  TAP_TIMEOUT: '300',
  // All of them are for `npm run test:all`.
  PROPERTY_CASES: process.env['PROPERTY_CASES'] ?? '300',
}

const PROCESS = fileURLToPath(new URL('test-process.mjs', import.meta.url))

/**
 * Runs one test file by itself, after `transpileAll`.
 *
 * @param {string} file
 * @param {Readonly<Record<string, string>>} environment more variables
 * @returns {Promise<FileResult>}
 */
export function runFile(file, environment = {}) {
  const child = spawn(process.execPath, [PROCESS, file], {
    env: { ...ENVIRONMENT, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve(resultOf(output, code)))
  })
}

/**
 * What tap has counted: `# { total: 12, pass: 10, fail: 1, skip: 1 }`. A file that ends badly, or counts nothing, has
 * failed, whatever it has printed.
 *
 * @param {string} output
 * @param {number | null} code
 * @returns {FileResult}
 */
export function resultOf(output, code) {
  const totals = output.match(/^# \{ total: .* \}$/gm)?.at(-1) ?? ''
  const count = (/** @type {string} */ name) => Number(new RegExp(` ${name}: (\\d+)`).exec(totals)?.[1] ?? 0)
  const failed = count('fail')
  const broken = failed === 0 && (code !== 0 || totals === '')
  const skips = [...output.matchAll(/^ *ok \d+ .*# SKIP ?(.*)$/gim)].map(([, reason = '']) => reason)
  return { passed: count('pass'), failed: broken ? 1 : failed, skips, output }
}
