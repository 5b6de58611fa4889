// #region recipe
import { cors } from 'cors-policy/express'
import { createServer } from 'vite'
import { config } from './config.mjs'
import { answerNode } from './node-app.mjs'

const corsPolicy = {
  name: 'cors-policy',
  configureServer: ({ middlewares }) => void middlewares.use(cors(config)),
}
const viteConfig = { plugins: [corsPolicy], server: { cors: false } }
// #endregion

const app = { name: 'app', configureServer: ({ middlewares }) => void middlewares.use(answerNode) }
const server = await createServer({
  ...viteConfig,
  configFile: false,
  appType: 'custom',
  plugins: [...viteConfig.plugins, app],
  server: { ...viteConfig.server, port: Number(process.env.PORT), host: '127.0.0.1', ws: false },
})
await server.listen()
