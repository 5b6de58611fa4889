// #region recipe
import { withCors } from 'cors-policy/fetch'
import { Elysia } from 'elysia'
import { config } from './config.mjs'

const app = new Elysia()
Bun.serve({ fetch: withCors(config, (request) => app.handle(request)) })
// #endregion

app.get('/', () => 'ok')
app.get('/private', () => new Response('no token', { status: 401 }))
app.get('/broken', () => {
  throw new Error('broken')
})
