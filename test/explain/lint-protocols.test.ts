import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { lint } from '../../src/explain/lint.js'

const A = 'https://a.test'

/** Advice on protocols, as `option: names`. */
function adviceOn(config: Partial<CorsConfig>): string[] {
  return lint({ origins: [A], ...config } as CorsConfig).flatMap((advice) =>
    advice.code === 'protocol-headers-missing' ? [`${advice.path}: ${advice.names}`] : [],
  )
}

t.test('what clients of a protocol need', async (t) => {
  const rows: [config: Partial<CorsConfig>, readonly string[]][] = [
    [{ headers: ['mcp-session-id'] }, ['headers: mcp-protocol-version,content-type', 'exposeHeaders: mcp-session-id']],
    [
      { headers: ['MCP-Session-Id', 'Content-Type'], exposeHeaders: ['Mcp-Session-Id'] },
      ['headers: mcp-protocol-version'],
    ],
    [{ headers: ['mcp-session-id', 'mcp-protocol-version', 'content-type'], exposeHeaders: ['mcp-session-id'] }, []],
    [{ headers: ['mcp-session-id', '*'] }, ['exposeHeaders: mcp-session-id']],
    [{ headers: ['mcp-session-id', '*'], exposeHeaders: '*' }, []],
    [{ headers: ['mcp-method', 'mcp-protocol-version'] }, ['headers: mcp-name,content-type']],
    [{ headers: ['mcp-method', 'mcp-name', 'mcp-protocol-version', 'content-type'] }, []],
    [{ headers: '*' }, []],
    [{ headers: ['content-type'] }, []],
    [
      { headers: ['tus-resumable', 'upload-length'] },
      ['headers: upload-offset,content-type', 'exposeHeaders: location,upload-offset,upload-length'],
    ],
    [{ headers: ['x-grpc-web', 'content-type'] }, ['headers: x-user-agent', 'exposeHeaders: grpc-status,grpc-message']],
    [{ headers: ['sentry-trace'] }, ['headers: baggage']],
    [{ headers: ['x-client-info', 'content-type'] }, ['headers: apikey,authorization']],
  ]
  for (const [config, advice] of rows) t.strictSame(adviceOn(config), advice, JSON.stringify(config))
})

t.test('the text says which protocol, which headers and where they go', async (t) => {
  const texts = lint({
    origins: [A],
    headers: ['x-grpc-web', 'x-user-agent', 'sentry-trace', 'content-type'],
    maxAge: 600,
  })
  t.strictSame(
    texts.map(({ message }) => message),
    [
      'gRPC-Web clients read grpc-status, grpc-message. Add them to exposeHeaders',
      'Sentry clients send baggage. Add it to headers',
    ],
  )
})
