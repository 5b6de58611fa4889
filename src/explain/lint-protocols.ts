import { includesWildcard } from '../config/parse-fields.js'
import type { CorsConfig } from '../config/types.js'
import { type Advice, advise } from './advice.js'

/** What every browser client of a protocol sends or reads. What only some do is in docs/recipes.md. */
interface Protocol {
  readonly name: string
  /** The request header by which a config says that it serves the protocol. */
  readonly sign: string
  readonly headers: readonly string[]
  readonly exposeHeaders: readonly string[]
}

const PROTOCOLS: readonly Protocol[] = [
  {
    // https://modelcontextprotocol.io/specification/2025-11-25/basic/transports, Session Management and Protocol Version
    name: 'MCP',
    sign: 'mcp-session-id',
    headers: ['mcp-protocol-version', 'content-type'],
    exposeHeaders: ['mcp-session-id'],
  },
  {
    // https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http, Request Metadata
    name: 'MCP 2026-07-28',
    sign: 'mcp-method',
    headers: ['mcp-name', 'mcp-protocol-version', 'content-type'],
    exposeHeaders: [],
  },
  {
    // https://tus.io/protocols/resumable-upload, Core Protocol and Creation. Clients that resume need Upload-Length:
    // https://github.com/tus/tus-js-client/blob/main/lib/upload.ts
    name: 'tus',
    sign: 'tus-resumable',
    headers: ['upload-length', 'upload-offset', 'content-type'],
    exposeHeaders: ['location', 'upload-offset', 'upload-length'],
  },
  {
    // https://github.com/grpc/grpc-web/blob/master/doc/browser-features.md and https://connectrpc.com/docs/cors/.
    // Both clients send X-User-Agent. Where there are no messages, the trailers are headers
    name: 'gRPC-Web',
    sign: 'x-grpc-web',
    headers: ['content-type', 'x-user-agent'],
    exposeHeaders: ['grpc-status', 'grpc-message'],
  },
  {
    // https://docs.sentry.io/platforms/javascript/tracing/distributed-tracing/dealing-with-cors-issues/
    name: 'Sentry',
    sign: 'sentry-trace',
    headers: ['baggage'],
    exposeHeaders: [],
  },
  {
    // https://supabase.com/docs/guides/functions/cors
    name: 'Supabase',
    sign: 'x-client-info',
    headers: ['apikey', 'authorization', 'content-type'],
    exposeHeaders: [],
  },
]

/** Advice on protocols of which a config lists one header and forgets others. */
export function lintProtocols(config: CorsConfig): readonly Advice[] {
  const { headers = [] } = config
  return PROTOCOLS.filter(({ sign }) => headers.includes(sign)).flatMap((protocol) => [
    ...lintMissing(config, protocol, 'headers'),
    ...lintMissing(config, protocol, 'exposeHeaders'),
  ])
}

function lintMissing(config: CorsConfig, protocol: Protocol, option: 'headers' | 'exposeHeaders'): readonly Advice[] {
  const { [option]: listed = [] } = config
  if (includesWildcard(listed)) return []
  const names = protocol[option].filter((name) => !listed.includes(name))
  if (names.length === 0) return []
  return [advise(option, config[option], { code: 'protocol-headers-missing', protocol: protocol.name, option, names })]
}
