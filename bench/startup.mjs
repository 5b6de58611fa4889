// @ts-check
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './rounds.mjs'

/**
 * What a program's start pays, each time in a new process. The plugins are loaded after Fastify, registered, and made
 * ready: what is not paid when a file is loaded may be paid when it first runs. STARTS (21) is how often.
 */

const ROUNDS = Number(process.env['STARTS'] ?? 21)
const CONFIG = `{
  origins: [
    'https://app.example.com',
    'https://admin.example.com',
  ],
  methods: ['PUT', 'DELETE'],
  headers: ['content-type', 'authorization'],
  credentials: true,
  maxAge: 600,
}`
const PEER_CONFIG = "{ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }"

/** How a module is loaded, by format. */
const LOADS = {
  import: { type: 'module', load: (/** @type {string} */ name) => `(await import('${name}')).default` },
  require: { type: 'commonjs', load: (/** @type {string} */ name) => `require('${name}')` },
}
const PLUGINS = { '@fastify/cors': PEER_CONFIG, 'cors-policy/fastify': CONFIG }

/** @typedef {{ type: string, before: string, program: string }} Start */

/** What is measured, after what has been loaded before. @type {Record<string, Start>} */
const starts = {}
for (const [how, { type, load }] of Object.entries(LOADS)) {
  const before = `const fastify = ${load('fastify')}; const app = fastify()`
  starts[`${how} nothing`] = { type, before, program: 'app.ready()' }
  for (const [name, config] of Object.entries(PLUGINS)) {
    const program = `const plugin = ${load(name)}; loaded(); app.register(plugin, ${config}); app.ready()`
    starts[`${how} ${name}`] = { type, before, program }
  }
}
const compiler = "const { compilePolicy } = await import('cors-policy')"
starts['import cors-policy'] = { type: 'module', before: '', program: `${compiler}; loaded()` }
starts['compilePolicy, ten lines'] = { type: 'module', before: compiler, program: `compilePolicy(${CONFIG}); loaded()` }
starts['compilePolicy, ten lines, once more'] = {
  type: 'module',
  before: `${compiler}; compilePolicy(${CONFIG})`,
  program: `compilePolicy(${CONFIG}); loaded()`,
}

/** @returns {import('./table.mjs').Table} */
export function measureStart() {
  /** @type {Record<string, number[][]>} */
  const samples = Object.fromEntries(Object.keys(starts).map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, start] of Object.entries(starts)) samples[name]?.push(run(start))
  }
  const rows = Object.entries(samples).map(([name, tuples]) => [
    name,
    ...[0, 1, 2, 3, 4].map((i) => median(tuples.map((tuple) => /** @type {number} */ (tuple[i])))),
  ])
  const columns = [
    '',
    'ms to load',
    'CPU ms of that',
    'ms until the process ends',
    'CPU ms of that',
    'CPU ms of the whole process',
  ]
  return { title: 'start, plugins after Fastify', columns, rows }
}

/** @param {Start} start @returns {number[]} in the order of the columns */
function run({ type, before, program }) {
  const text = `${before}
    const milliseconds = ({ user, system }) => (user + system) / 1000
    const sinceStart = () => [performance.now() - start, milliseconds(process.cpuUsage(before))]
    let load = [0, 0]
    const loaded = () => { load = sinceStart() }
    process.on('exit', () => {
      console.log(JSON.stringify([...load, ...sinceStart(), milliseconds(process.cpuUsage())]))
    })
    const before = process.cpuUsage()
    const start = performance.now()
    ${program}`
  const options = { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: /** @type {const} */ ('utf8') }
  return JSON.parse(execFileSync(process.execPath, [`--input-type=${type}`, '--eval', text], options))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { printTable } = await import('./table.mjs')
  printTable(measureStart())
}
