// #region recipe
import { cors } from 'cors-policy/express'
import { config } from './config.mjs'

const corsPolicy = {
  name: 'cors-policy',
  configureServer: ({ middlewares }) => void middlewares.use(cors(config)),
}
const viteConfig = { plugins: [corsPolicy], server: { cors: false } }
// #endregion

const { createServer } = await import('vite')
const { answerNode } = await import('./node-app.mjs')

const app = { name: 'app', configureServer: ({ middlewares }) => void middlewares.use(answerNode) }
const server = await createServer({
  ...viteConfig,
  configFile: false,
  appType: 'custom',
  plugins: [...viteConfig.plugins, app],
  server: { ...viteConfig.server, port: Number(process.env.PORT), host: '127.0.0.1', ws: false },
})
await server.listen()
