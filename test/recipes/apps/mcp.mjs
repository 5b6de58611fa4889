// #region recipe
import { cors } from 'cors-policy/express'
import express from 'express'

const app = express()
app.use(
  cors({
    origins: ['https://app.example.com'],
    methods: ['DELETE'],
    headers: ['authorization', 'content-type', 'last-event-id', 'mcp-protocol-version', 'mcp-session-id'],
    exposeHeaders: ['mcp-session-id', 'www-authenticate'],
  }),
)
// #endregion

const { StreamableHTTPServerTransport } = await import('@modelcontextprotocol/sdk/server/streamableHttp.js')
const { mcpServer } = await import('./mcp-server.mjs')

app.use('/private', (_, response) => response.sendStatus(401))
app.get('/broken', () => {
  throw new Error('broken')
})
app.all('/mcp', express.json(), async (request, response) => {
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined })
  await mcpServer().connect(transport)
  await transport.handleRequest(request, response, request.body)
})
app.listen(process.env.PORT)
