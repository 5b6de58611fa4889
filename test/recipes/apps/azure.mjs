// #region recipe
import azure from '@azure/functions'
import { withCors } from 'cors-policy/fetch'
import { config } from './config.mjs'
import { answer } from './fetch-app.mjs'

const onError = () => new Response('Internal error', { status: 500 })
const handler = withCors(config, answer, { onError })
azure.app.http('api', { methods: ['GET', 'POST', 'OPTIONS'], authLevel: 'anonymous', route: '{*path}', handler })
// #endregion

const { hostAzure } = await import('./azure-host.mjs')

hostAzure(handler)
