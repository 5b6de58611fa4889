// @ts-check
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './rounds.mjs'

/** What a program's start pays, each time in a new process: to import the plugin, and to compile one small config. */

const ROUNDS = 21
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

const COMPILER = "const { compilePolicy } = await import('cors-policy')"

/** What is measured, after what has been loaded before. @type {Record<string, readonly [before: string, program: string]>} */
const programs = {
  'import fastify': ['', "await import('fastify')"],
  'import cors-policy/fastify, after fastify': ["await import('fastify')", "await import('cors-policy/fastify')"],
  'import @fastify/cors, after fastify': ["await import('fastify')", "await import('@fastify/cors')"],
  'import cors-policy': ['', "await import('cors-policy')"],
  'compilePolicy, ten lines': [COMPILER, `compilePolicy(${CONFIG})`],
  'compilePolicy, ten lines, once more': [`${COMPILER}; compilePolicy(${CONFIG})`, `compilePolicy(${CONFIG})`],
}

/** @returns {import('./table.mjs').Table} */
export function measureStart() {
  /** @type {Record<string, [wall: number, cpu: number][]>} */
  const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, [before, program]] of Object.entries(programs)) samples[name]?.push(run(before, program))
  }
  const rows = Object.entries(samples).map(([name, pairs]) => [
    name,
    median(pairs.map(([wall]) => wall)),
    median(pairs.map(([, cpu]) => cpu)),
  ])
  return { title: 'start', columns: ['', 'ms', 'ms of CPU time'], rows }
}

/** @param {string} before @param {string} program @returns {[wall: number, cpu: number]} milliseconds */
function run(before, program) {
  const text = `${before}
    const cpu = process.cpuUsage()
    const start = performance.now()
    ${program}
    const wall = performance.now() - start
    const { user, system } = process.cpuUsage(cpu)
    console.log(JSON.stringify([wall, (user + system) / 1000]))`
  const options = { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: /** @type {const} */ ('utf8') }
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', text], options))
}
