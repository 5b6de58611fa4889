// #region recipe
export function toRequest({ rawPath, rawQueryString, requestContext, headers, cookies, body, isBase64Encoded }) {
  const url = `https://${requestContext.domainName}${rawPath}?${rawQueryString}`
  const sent = body && Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  const request = new Request(url, { method: requestContext.http.method, headers, body: sent })
  if (cookies) request.headers.set('cookie', cookies.join('; '))
  return request
}
export async function toResult(response) {
  const { 'set-cookie': _, ...headers } = Object.fromEntries(response.headers)
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  return { statusCode: response.status, headers, cookies: response.headers.getSetCookie(), body, isBase64Encoded: true }
}
// #endregion
