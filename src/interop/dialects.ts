import type { CorsConfig } from '../config/types.js'
import type { ImportOptions } from './config-builder.js'
import { fromApiGateway } from './from-api-gateway.js'
import { fromConfig } from './from-config.js'
import { fromExpressCors } from './from-express-cors.js'
import { fromFastifyCors } from './from-fastify-cors.js'
import { fromGcs } from './from-gcs.js'
import { fromHeaders } from './from-headers.js'
import { fromIngressNginx } from './from-ingress-nginx.js'
import { fromIstio } from './from-istio.js'
import { fromKong } from './from-kong.js'
import { fromR2 } from './from-r2.js'
import { fromS3 } from './from-s3.js'
import { fromStarlette } from './from-starlette.js'
import { fromTraefik } from './from-traefik.js'
import type { Exported, Imported } from './note.js'
import { toApiGateway } from './to-api-gateway.js'
import { toCloudFront } from './to-cloudfront.js'
import { toGcs } from './to-gcs.js'
import { toIngressNginx } from './to-ingress-nginx.js'
import { toIstio } from './to-istio.js'
import { type NginxOptions, type NginxSnippet, toNginx } from './to-nginx.js'
import { toR2 } from './to-r2.js'
import { toS3 } from './to-s3.js'
import { toStarlette } from './to-starlette.js'
import { toTraefik } from './to-traefik.js'

export type Reader = (document: unknown, options: ImportOptions) => Imported
export type Writer = (config: CorsConfig, options: NginxOptions) => Exported<string>

/** The formats that the command and the page read, by name. */
export const READERS: ReadonlyMap<string, Reader> = new Map([
  ['config', fromConfig],
  ['starlette', fromStarlette],
  ['express', fromExpressCors],
  ['fastify', fromFastifyCors],
  ['s3', fromS3],
  ['r2', fromR2],
  ['gcs', fromGcs],
  ['api-gateway', fromApiGateway],
  ['ingress-nginx', fromIngressNginx],
  ['traefik', fromTraefik],
  ['istio', fromIstio],
  ['kong', fromKong],
  ['headers', fromHeaders],
])

/** Those that they write, as text with a line break at its end. */
export const WRITERS: ReadonlyMap<string, Writer> = new Map([
  ['config', asJson((config) => ({ document: config, notes: [] }))],
  ['starlette', asJson(toStarlette)],
  ['s3', asJson(toS3)],
  ['r2', asJson(toR2)],
  ['gcs', asJson(toGcs)],
  ['api-gateway', asJson(toApiGateway)],
  ['cloudfront', asJson(toCloudFront)],
  ['nginx', asNginx],
  ['ingress-nginx', asJson(toIngressNginx)],
  ['traefik', asJson(toTraefik)],
  ['istio', asJson(toIstio)],
])

function asJson(to: (config: CorsConfig) => Exported<unknown>): Writer {
  return (config) => {
    const { document, notes } = to(config)
    return { document: `${JSON.stringify(document, undefined, 2)}\n`, notes }
  }
}

function asNginx(config: CorsConfig, options: NginxOptions): Exported<string> {
  const { document, notes } = toNginx(config, options)
  return { document: renderSnippet(document), notes }
}

/** One text, in which each piece says where it goes. */
function renderSnippet({ http, server }: NginxSnippet): string {
  return `# In the http block:\n\n${http}\n# In the server or location block:\n\n${server}`
}
