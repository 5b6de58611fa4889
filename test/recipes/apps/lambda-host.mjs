// A stand-in for API Gateway with payload format 2.0, or a function URL: makes an event of a request, and a response of
// what the handler returns. What a handler throws is a 502, as there.
import { createServer } from 'node:http'

export function host(handler) {
  const server = createServer(async (request, response) => {
    const { pathname: rawPath, search } = new URL(request.url, 'http://localhost')
    const http = { method: request.method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' }
    const requestContext = { http, stage: '$default', domainName: 'localhost', requestId: '1' }
    const headers = { ...request.headers }
    const event = { version: '2.0', routeKey: '$default', rawPath, rawQueryString: search.slice(1), headers }
    try {
      const result = await handler({ ...event, requestContext, isBase64Encoded: false }, {})
      if (result.cookies?.length) response.setHeader('set-cookie', result.cookies)
      response.writeHead(result.statusCode, result.headers)
      response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'))
    } catch {
      response.writeHead(502).end()
    }
  })
  server.listen(process.env.PORT)
}
