// #region recipe
import { cors } from 'cors-policy/express'
import webpack from 'webpack'
import WebpackDevServer from 'webpack-dev-server'
import { config } from './config.mjs'
import { answerNode } from './node-app.mjs'

const devServer = {
  setupMiddlewares: (middlewares) => [cors(config), ...middlewares],
}
// #endregion

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
