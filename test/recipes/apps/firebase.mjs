import { http } from '@google-cloud/functions-framework'
// #region recipe
import { withCors } from 'cors-policy/node'
import express from 'express'
import { config } from './config.mjs'

const app = express()
const listener = withCors(config, app)
// #endregion

app.get('/', (_, response) => response.send('ok'))
app.get('/private', (_, response) => response.sendStatus(401))
app.get('/broken', () => {
  throw new Error('broken')
})
http('api', listener)
