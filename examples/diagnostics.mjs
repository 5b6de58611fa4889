// @ts-check
// Which origins are refused, and why? Every decision is published on a diagnostics channel, for metrics, traces or, as
// here, a list for the people who run the server. It costs nothing while nobody subscribes.
//
//   npm install fastify cors-policy
//   node diagnostics.mjs

import diagnosticsChannel from 'node:diagnostics_channel'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'

/** @typedef {import('cors-policy').Decision} Decision */
/** @typedef {import('cors-policy').RequestFacts} RequestFacts */

/** Clients choose the origins that they send, so the list has a limit. */
const MAX_ORIGINS = 100

export async function build() {
  /** How often, by reason and origin. @type {Map<string, number>} */
  const refused = new Map()

  /** @param {unknown} message */
  const onDecision = (message) => {
    // Also there: `adapter`, which is fastify, express or node, and `policy`.
    const { facts, decision } = /** @type {{ facts: RequestFacts, decision: Decision }} */ (message)
    if (!decision.reason.startsWith('origin-') || decision.reason === 'origin-allowed') return
    const key = `${decision.reason} ${JSON.stringify(facts.origin?.slice(0, 100))}`
    if (refused.has(key) || refused.size < MAX_ORIGINS) refused.set(key, (refused.get(key) ?? 0) + 1)
  }

  const app = Fastify()
  await app.register(cors, { origins: ['https://app.example.com'], methods: ['PUT'] })

  diagnosticsChannel.subscribe('cors-policy:decision', onDecision)
  app.addHook('onClose', async () => {
    diagnosticsChannel.unsubscribe('cors-policy:decision', onDecision)
  })

  app.get('/orders', async () => [{ id: 1 }])
  // In production, require authentication for this route.
  app.get('/refused-origins', { config: { cors: false } }, async () => Object.fromEntries(refused))

  return app
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const app = await build()
  console.log(`Listening on ${await app.listen({ host: '127.0.0.1', port: Number(PORT) })}`)
}
