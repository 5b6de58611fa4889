import { answer } from './fetch-app.mjs'
import { hostAzure } from './azure-host.mjs'
// #region recipe
import { app } from '@azure/functions'
import { withCors } from 'cors-policy/fetch'
import { config } from './config.mjs'

const onError = () => new Response('Internal error', { status: 500 })
const handler = withCors(config, answer, { onError })
app.http('api', { methods: ['GET', 'POST', 'OPTIONS'], authLevel: 'anonymous', route: '{*path}', handler })
// #endregion

hostAzure(handler)
