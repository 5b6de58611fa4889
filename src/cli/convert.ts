import { readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../config/parse-config.js'
import { CorsConfigError } from '../config/problems.js'
import type { CorsConfig } from '../config/types.js'
import { fromApiGateway } from '../interop/from-api-gateway.js'
import { fromExpressCors } from '../interop/from-express-cors.js'
import { fromFastifyCors } from '../interop/from-fastify-cors.js'
import { fromS3 } from '../interop/from-s3.js'
import { fromStarlette } from '../interop/from-starlette.js'
import type { ConversionNote, Exported, Imported } from '../interop/note.js'
import { toApiGateway } from '../interop/to-api-gateway.js'
import { toCloudFront } from '../interop/to-cloudfront.js'
import { type NginxOptions, type NginxSnippet, toNginx } from '../interop/to-nginx.js'
import { toS3 } from '../interop/to-s3.js'
import { toStarlette } from '../interop/to-starlette.js'
import { policySource } from '../policy/policy-input.js'
import { escapeControls } from '../text/display.js'
import { type Io, toJson, UsageError } from './io.js'
import { loadConfig } from './load-config.js'

const FROM: ReadonlyMap<string, (document: unknown) => Imported> = new Map([
  ['starlette', fromStarlette],
  ['s3', fromS3],
  ['api-gateway', fromApiGateway],
  ['express', fromExpressCors],
  ['fastify', fromFastifyCors],
  ['config', fromConfig],
])

type Writer = (config: CorsConfig, options: NginxOptions) => Exported<string>

const TO: ReadonlyMap<string, Writer> = new Map([
  ['config', (config: CorsConfig) => ({ document: toJson(config), notes: [] })],
  ['starlette', asJson(toStarlette)],
  ['s3', asJson(toS3)],
  ['api-gateway', asJson(toApiGateway)],
  ['cloudfront', asJson(toCloudFront)],
  ['nginx', asNginx],
])

/** Modules hold what no JSON can: a regular expression, a compiled policy. */
const MODULES: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'])

/**
 * `cors-policy convert --from <format> --to <format> [file]`: a document in one format in, one in another out.
 *
 * @returns 0, or 1 if what is there cannot be converted
 */
export async function convert(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, to: { type: 'string' }, name: { type: 'string' } },
    allowPositionals: true,
  })
  const from = choose('--from', values.from, FROM)
  const to = choose('--to', values.to, TO)
  const [file, ...more] = positionals
  if (more.length > 0) throw new UsageError('convert takes one file at most, and reads standard input without')
  const source = file === undefined || file === '-' ? await readStdin(io) : await readSource(file, io)
  try {
    const { config, notes } = from(source)
    const { document, notes: more } = to(config, { name: values.name })
    for (const note of [...notes, ...more]) io.stderr.write(renderNote(note))
    io.stdout.write(document)
    return 0
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error
    io.stderr.write(`cors-policy: ${error.message}\n`)
    return 1
  }
}

function choose<Value>(option: string, name: string | undefined, choices: ReadonlyMap<string, Value>): Value {
  const choice = choices.get(name ?? '')
  if (choice === undefined) throw new UsageError(`convert needs ${option}, one of ${[...choices.keys()].join(', ')}`)
  return choice
}

/** @throws UsageError if there is no reading it */
async function readSource(file: string, io: Io): Promise<unknown> {
  if (MODULES.has(extname(file).toLowerCase())) return loadConfig(file, io)
  try {
    return await readFile(resolve(io.cwd, file), 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

async function readStdin({ stdin }: Io): Promise<string> {
  if (stdin === undefined) throw new UsageError('convert needs a file, or a document on standard input')
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks).toString()
}

function fromConfig(document: unknown): Imported {
  if (typeof document !== 'string') return { config: policySource(document as CorsConfig).current.config, notes: [] }
  try {
    return { config: parseConfig(JSON.parse(document.replace(/^\uFEFF/, ''))), notes: [] }
  } catch (error) {
    if (error instanceof CorsConfigError) throw error
    const message = `is not JSON: ${escapeControls((error as Error).message)}`
    throw new CorsConfigError([{ code: 'wrong-type', path: 'document', value: document, message }])
  }
}

function asJson(to: (config: CorsConfig) => Exported<unknown>): (config: CorsConfig) => Exported<string> {
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

function renderNote({ path, message, code }: ConversionNote): string {
  return `note: ${path}: ${message} [${code}]\n`
}
