// #region recipe
import { withCors } from 'cors-policy/fetch'
import { config } from './config.mjs'
import { answer } from './fetch-app.mjs'

const onError = () => new Response('Internal error', { status: 500 })
Deno.serve(withCors(config, answer, { onError }))
// #endregion
