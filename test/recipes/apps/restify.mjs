// #region recipe
import { cors } from 'cors-policy/express'
import restify from 'restify'
import { config } from './config.mjs'

const server = restify.createServer()
server.pre(cors(config))
// #endregion

server.get('/', (_, response, next) => {
  response.send('ok')
  next()
})
server.get('/private', (_, response, next) => {
  response.send(401)
  next()
})
server.get('/broken', async () => {
  throw new Error('broken')
})
server.listen(process.env.PORT)
