// #region recipe
import { withCors } from 'cors-policy/fetch'
import { H3, serve } from 'h3'
import { config } from './config.mjs'

const app = new H3()
const fetch = withCors(config, (request) => app.fetch(request))
serve({ fetch, port: process.env.PORT })
// #endregion

app.get('/', () => 'ok')
app.get('/private', () => new Response('no token', { status: 401 }))
app.get('/broken', () => {
  throw new Error('broken')
})
