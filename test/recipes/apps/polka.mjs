// #region recipe
import { cors } from 'cors-policy/express'
import polka from 'polka'
import { config } from './config.mjs'

const app = polka()
app.use(cors(config))
// #endregion

app.use('/private', (_, response) => {
  response.statusCode = 401
  response.end()
})
app.get('/', (_, response) => response.end('ok'))
app.get('/broken', (_request, _response, next) => next(new Error('broken')))
app.listen(process.env.PORT)
