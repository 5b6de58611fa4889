import { extname } from 'node:path'
import { CorsConfigError } from '../config/problems.js'
import type { CorsConfig } from '../config/types.js'
import type { ImportOptions } from '../interop/config-builder.js'
import { CorsConversionError } from '../interop/conversion-error.js'
import { fromApiGateway } from '../interop/from-api-gateway.js'
import { fromConfig } from '../interop/from-config.js'
import { fromExpressCors } from '../interop/from-express-cors.js'
import { fromFastifyCors } from '../interop/from-fastify-cors.js'
import { fromGcs } from '../interop/from-gcs.js'
import { fromHeaders } from '../interop/from-headers.js'
import { fromIngressNginx } from '../interop/from-ingress-nginx.js'
import { fromIstio } from '../interop/from-istio.js'
import { fromKong } from '../interop/from-kong.js'
import { fromR2 } from '../interop/from-r2.js'
import { fromS3 } from '../interop/from-s3.js'
import { fromStarlette } from '../interop/from-starlette.js'
import { fromTraefik } from '../interop/from-traefik.js'
import type { Exported, Imported } from '../interop/note.js'
import { toApiGateway } from '../interop/to-api-gateway.js'
import { toCloudFront } from '../interop/to-cloudfront.js'
import { toGcs } from '../interop/to-gcs.js'
import { toIngressNginx } from '../interop/to-ingress-nginx.js'
import { toIstio } from '../interop/to-istio.js'
import { type NginxOptions, type NginxSnippet, toNginx } from '../interop/to-nginx.js'
import { toR2 } from '../interop/to-r2.js'
import { toS3 } from '../interop/to-s3.js'
import { toStarlette } from '../interop/to-starlette.js'
import { toTraefik } from '../interop/to-traefik.js'
import { COMMAND_WORDS } from '../text/command.js'
import { allowHints, readAllowed, readRule } from './convert-options.js'
import { chooseDialect } from './dialect.js'
import { readInput, readText } from './files.js'
import { type Io, toJson } from './io.js'
import { loadDocument } from './load-document.js'
import { parseCommand } from './parse-command.js'
import { UsageError } from './usage-error.js'

type Reader = (document: unknown, options: ImportOptions) => Imported
type Writer = (config: CorsConfig, options: NginxOptions) => Exported<string>

const FROM: ReadonlyMap<string, Reader> = new Map([
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

const TO: ReadonlyMap<string, Writer> = new Map([
  ['config', (config: CorsConfig) => ({ document: toJson(config), notes: [] })],
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

/** Modules hold what no JSON can: a regular expression, a compiled policy. */
const MODULES: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'])

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  name: { type: 'string' },
  allow: { type: 'string', multiple: true },
  rule: { type: 'string' },
  pick: { type: 'string' },
} as const

/**
 * `cors-policy convert --from <format> --to <format> [file]`: a document in one format in, one in another out.
 *
 * @returns 0, or 1 if what is there cannot be converted
 */
export async function convert(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommand('convert', args, OPTIONS)
  const from = chooseDialect('--from', values.from, FROM)
  const to = chooseDialect('--to', values.to, TO)
  const options = { ...readAllowed(values.allow), rule: readRule(values.rule), pick: values.pick }
  const [file, ...more] = positionals
  if (more.length > 0) throw new UsageError({ code: 'convert-files' })
  // Headers are read from the text of a program, and nothing of it runs.
  const source =
    file === undefined || file === '-' ? await readStdin(io) : await readSource(file, from === fromHeaders, io)
  try {
    const { config, notes } = from(source, options)
    const { document, notes: more } = to(config, { name: values.name })
    for (const note of [...notes, ...more]) io.stderr.write(`${COMMAND_WORDS.note(note)}\n`)
    io.stdout.write(document)
    return 0
  } catch (error) {
    if (!(error instanceof CorsConfigError || error instanceof CorsConversionError)) throw error
    io.stderr.write(`${COMMAND_WORDS.error(error.message)}\n`)
    for (const hint of allowHints(error.problems)) io.stderr.write(hint)
    return 1
  }
}

/** @throws UsageError if it cannot be read */
async function readSource(file: string, asText: boolean, io: Io): Promise<unknown> {
  if (!asText && MODULES.has(extname(file).toLowerCase())) {
    const loaded = await loadDocument(file, io)
    if (loaded !== undefined) return loaded
  }
  return await readText(file, io)
}

async function readStdin(io: Io): Promise<string> {
  if (io.stdin === undefined) throw new UsageError({ code: 'stdin-missing' })
  return await readInput(io)
}

function asJson(to: (config: CorsConfig) => Exported<unknown>): Writer {
  return (config) => {
    const { document, notes } = to(config)
    return { document: toJson(document), notes }
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
