// #region recipe
import { cors } from 'cors-policy/express'
import { config } from './config.mjs'

const apply = cors(config)
export default () => middleware
async function middleware(context, next) {
  context.respond = false
  apply(context.req, context.res, () => {
    context.respond = true
  })
  if (context.respond) await next()
}
// #endregion

const { default: Koa } = await import('koa')

// A stand-in for Strapi and other apps that start their server themselves and take middleware by its file.
const app = new Koa()
app.silent = true
app.use(middleware)
app.use(async (context, next) => {
  if (context.path === '/broken') throw new Error('broken')
  if (context.path === '/private') context.throw(401)
  if (context.path === '/') context.body = 'ok'
  await next()
})
app.listen(process.env.PORT)
