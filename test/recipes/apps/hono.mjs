import { serve } from '@hono/node-server'
// #region recipe
import { cors } from 'cors-policy/hono'
import { Hono } from 'hono'
import { config } from './config.mjs'

const app = new Hono()
app.use(cors(config))
// #endregion

app.get('/', (context) => context.text('ok'))
app.get('/private', (context) => context.text('no token', 401))
app.get('/broken', () => {
  throw new Error('broken')
})
serve({ fetch: app.fetch, port: Number(process.env.PORT) })
