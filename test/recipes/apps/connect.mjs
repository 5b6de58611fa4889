import { createServer } from 'node:http'
// #region recipe
import connect from 'connect'
import { cors } from 'cors-policy/express'
import { config } from './config.mjs'

const app = connect()
app.use(cors(config))
// #endregion

app.use('/private', (_, response) => {
  response.statusCode = 401
  response.end()
})
app.use('/broken', () => {
  throw new Error('broken')
})
app.use((request, response, next) => (request.url === '/' ? response.end('ok') : next()))
createServer(app).listen(process.env.PORT)
