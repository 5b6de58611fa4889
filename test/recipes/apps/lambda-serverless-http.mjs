// #region recipe
import { cors } from 'cors-policy/express'
import express from 'express'
import serverless from 'serverless-http'
import { config } from './config.mjs'

const app = express()
app.use(cors(config))
export const handler = serverless(app)
// #endregion

const { host } = await import('./lambda-host.mjs')

app.get('/', (_, response) => response.send('ok'))
app.get('/private', (_, response) => response.sendStatus(401))
app.get('/broken', () => {
  throw new Error('broken')
})
host(handler)
