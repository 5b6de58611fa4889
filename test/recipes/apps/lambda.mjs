// #region recipe
import { withCors } from 'cors-policy/fetch'
import { config } from './config.mjs'
import { answer } from './fetch-app.mjs'
import { host } from './lambda-host.mjs'

const app = withCors(config, answer, { onError: () => new Response('Internal error', { status: 500 }) })
export async function handler({ rawPath, rawQueryString, requestContext, headers, body, isBase64Encoded }) {
  const { method } = requestContext.http
  const url = `https://${requestContext.domainName}${rawPath}?${rawQueryString}`
  const sent = body && Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  const response = await app(new Request(url, { method, headers, body: sent }))
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
}
// #endregion

host(handler)
