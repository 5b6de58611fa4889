import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { withCors } from '../../src/adapters/fetch.js'
import { cors } from '../../src/adapters/hono.js'
import { answerFetch, counter, type Input, listen, pathOf, type Running, type Servers } from './servers.js'

/** Hono's Node server replaces the global `Response`, which H3 in the same process does not survive. */
export const honoServers: Servers = {
  'a fetch handler': startHandler,
  'Hono through fetch': startHono,
  'Hono middleware': startHonoMiddleware,
}

function startHandler(input: Input): Promise<Running> {
  const { run, runs } = counter()
  return start(input, runs, async (request) => {
    try {
      return await answerFetch(pathOf(request.url), run)
    } catch {
      return new Response('broken', { status: 500 })
    }
  })
}

function startHono(input: Input): Promise<Running> {
  const { run, runs } = counter()
  const app = new Hono()
  app.onError((_, context) => context.text('broken', 500))
  app.all('*', async (context) => await answerFetch(context.req.path, run))
  return start(input, runs, (request) => app.fetch(request))
}

function startHonoMiddleware(input: Input): Promise<Running> {
  const { run, runs } = counter()
  const app = new Hono()
  app.use(cors(input))
  app.onError((_, context) => context.text('broken', 500))
  app.all('*', async (context) => await answerFetch(context.req.path, run))
  return listen(createServer(getRequestListener(app.fetch)), 'http', runs)
}

function start(
  input: Input,
  runs: () => number,
  handler: (request: Request) => Response | Promise<Response>,
): Promise<Running> {
  return listen(createServer(getRequestListener(withCors(input, handler))), 'http', runs)
}
