// #region recipe
import { cors } from 'cors-policy/express'
import { config } from './config.mjs'

const devServer = {
  setupMiddlewares: (middlewares) => [cors(config), ...middlewares],
}
// #endregion

const { default: webpack } = await import('webpack')
const { default: WebpackDevServer } = await import('webpack-dev-server')
const { answerNode } = await import('./node-app.mjs')

const compiler = webpack({ mode: 'development', entry: './config.mjs', output: { path: '/nowhere' } })
const server = new WebpackDevServer(
  {
    setupMiddlewares: (middlewares) => [...devServer.setupMiddlewares([answerNode, ...middlewares])],
    port: process.env.PORT,
    host: '127.0.0.1',
  },
  compiler,
)
await server.start()
