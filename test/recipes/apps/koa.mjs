// #region recipe
import { createServer } from 'node:http'
import { withCors } from 'cors-policy/node'
import Koa from 'koa'
import { config } from './config.mjs'

const app = new Koa()
// #endregion

app.silent = true
app.use(async (context, next) => {
  if (context.path === '/broken') throw new Error('broken')
  if (context.path === '/private') context.throw(401)
  if (context.path === '/') context.body = 'ok'
  await next()
})

// #region recipe
const server = createServer(withCors(config, app.callback()))
// #endregion
server.listen(process.env.PORT)
