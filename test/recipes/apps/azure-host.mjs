// A stand-in for the host of Azure Functions: calls the handler with the host's own class of requests.
import { createServer } from 'node:http'
import azure from '@azure/functions'

export function hostAzure(handler) {
  const server = createServer(async (request, response) => {
    const url = `http://localhost${request.url}`
    try {
      const result = await handler(new azure.HttpRequest({ method: request.method, url, headers: request.headers }), {})
      response.writeHead(result.status ?? 200, Object.fromEntries(new Headers(result.headers)))
      response.end(Buffer.from(await new Response(result.body).arrayBuffer()))
    } catch {
      response.writeHead(500).end()
    }
  })
  server.listen(process.env.PORT)
}
