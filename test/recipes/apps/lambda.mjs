// #region recipe
import { withCors } from 'cors-policy/fetch'
import { config } from './config.mjs'
import { answer } from './fetch-app.mjs'
import { toRequest, toResult } from './lambda-events.mjs'

const app = withCors(config, answer, { onError: () => new Response('Internal error', { status: 500 }) })
export const handler = async (event) => toResult(await app(toRequest(event)))
// #endregion

const { host } = await import('./lambda-host.mjs')

host(handler)
