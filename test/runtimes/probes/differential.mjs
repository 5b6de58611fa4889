// Compares what this Node sends with us and without us.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { compilePolicy } from 'cors-policy'
import { cors } from 'cors-policy/express'
import { withCors } from 'cors-policy/node'
import { CONFIG, compareHttp1, compareHttp2 } from '../../differential/differential.mjs'

/** @type {import('../probe-input.js').ProbeInput} */
const input = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const policy = compilePolicy(CONFIG)
/** @type {import('../../differential/differential.mjs').Ours} */
const ours = { withCors: (listener) => withCors(policy, listener), cors: cors(policy) }

// Node's own, about what handlers of HTTP/2 do here on purpose.
process.on('warning', () => {})

/** Every nth form in each place. */
const EVERY_NTH = 40
const http1 = await compareHttp1(ours, EVERY_NTH)
const http2 = await compareHttp2(ours, EVERY_NTH, input.node.certificate)
console.log(
  JSON.stringify({
    compared: http1.compared + http2.compared,
    differences: [...http1.differences, ...http2.differences],
  }),
)
