// #region recipe
import { cors } from 'cors-policy/express'
import express from 'express'
import { config } from './config.mjs'

const app = express()
app.use(cors(config))
// #endregion

app.use('/private', (request, response, next) => (request.headers.authorization ? next() : response.sendStatus(401)))
app.get('/', (_, response) => response.send('ok'))
app.get('/broken', () => {
  throw new Error('broken')
})
app.listen(process.env.PORT)
