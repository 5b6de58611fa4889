import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'

export function mcpServer() {
  return new McpServer({ name: 'test', version: '1.0.0' })
}
