// A fetch handler in workerd, the runtime of Cloudflare Workers. The input is one of its modules.
import { withCors } from 'cors-policy/fetch'
import { makeHandler } from './app.mjs'
import { probeCore } from './core.mjs'
import { probeFetch } from './fetch.mjs'
// @ts-expect-error There is such a file in workerd alone.
import json from './input.json'

/** @type {import('../probe-input.js').ProbeInput} */
const input = json

const handler = makeHandler(input.fetch, () => {
  const { 0: client, 1: server } = new WebSocketPair()
  server.accept()
  server.addEventListener('message', ({ data }) => server.send(data))
  return new Response(null, /** @type {ResponseInit} */ ({ status: 101, webSocket: client }))
})
const guarded = withCors(input.fetch.config, handler)

export default {
  /** @type {(request: Request) => Promise<Response>} */
  async fetch(request) {
    if (new URL(request.url).pathname !== '/probe') return guarded(request)
    return Response.json({ core: probeCore(input.core), fetch: await probeFetch(input.fetch) })
  },
}
