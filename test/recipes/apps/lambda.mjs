// #region recipe
import { withCors } from 'cors-policy/fetch'
import { config } from './config.mjs'
import { answer } from './fetch-app.mjs'

const app = withCors(config, answer, { onError: () => new Response('Internal error', { status: 500 }) })
export async function handler({ rawPath, rawQueryString, requestContext, headers, cookies, body, isBase64Encoded }) {
  const url = `https://${requestContext.domainName}${rawPath}?${rawQueryString}`
  const sent = body && Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  const request = new Request(url, { method: requestContext.http.method, headers, body: sent })
  if (cookies) request.headers.set('cookie', cookies.join('; '))
  const response = await app(request)
  const { 'set-cookie': _, ...others } = Object.fromEntries(response.headers)
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    statusCode: response.status,
    headers: others,
    cookies: response.headers.getSetCookie(),
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  }
}
// #endregion

const { host } = await import('./lambda-host.mjs')

host(handler)
