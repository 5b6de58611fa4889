import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from '../../src/adapters/hono.js'
import { actOnFetch, FETCH_KINDS, type Inputs } from './interleave-apps.js'
import { handlerOf, listen } from './interleave-servers.js'
import { runInterleave } from './run-interleave.js'

/** In a file of its own: Hono's Node server replaces the global `Response`. */

function appOf(inputs: Partial<Inputs>): Hono {
  const app = new Hono()
  for (const [part, input] of Object.entries(inputs)) app.use(`/${part}/*`, cors(input))
  app.onError((_, context) => context.text('broken', 500))
  return app.all('*', ({ req }) => actOnFetch(req.raw))
}

function startHono(fetch: (request: Request) => Response | Promise<Response>) {
  return listen(createServer(getRequestListener(fetch)), FETCH_KINDS)
}

runInterleave({
  'Hono middleware': (inputs) => startHono(appOf(inputs).fetch),
  'Hono through fetch': (inputs) => {
    const app = appOf({})
    return startHono(handlerOf(inputs, async (request) => await app.fetch(request)))
  },
  'a fetch handler': (inputs) =>
    startHono(handlerOf(inputs, (request) => actOnFetch(request).catch(() => new Response('broken', { status: 500 })))),
})
