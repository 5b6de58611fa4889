import { SAFELISTED_METHODS } from '../http/methods.js'
import type { PolicyInput } from '../policy/policy-input.js'
import { STARLETTE_METHODS } from './from-starlette.js'
import type { Exported } from './note.js'
import { patternRegex } from './pattern-regex.js'
import { namesList, PolicyExport } from './policy-export.js'

/** The keyword arguments of `CORSMiddleware`. */
export interface StarletteArguments {
  readonly allow_origins: readonly string[]
  readonly allow_origin_regex?: string
  readonly allow_methods: readonly string[]
  readonly allow_headers: readonly string[]
  readonly allow_credentials: boolean
  readonly expose_headers: readonly string[]
  readonly max_age: number
}

const PREFLIGHT_STATUS = 200

/**
 * Converts a policy to the keyword arguments of Starlette's and FastAPI's `CORSMiddleware`.
 *
 * @throws CorsConversionError if Starlette would allow more; CorsConfigError if the input is a config with problems
 */
export function toStarlette(policy: PolicyInput): Exported<StarletteArguments> {
  const target = new PolicyExport(policy, 'Starlette')
  const { config } = target
  target.refuseEnforce()
  target.refuseOtherwise()
  target.noteStatus(PREFLIGHT_STATUS)
  target.noteVary()
  const patterns = target.regexes(patternRegex)
  return target.finish({
    allow_origins: target.anyOrigin ? ['*'] : target.exactTexts(),
    ...(patterns.length === 0 ? {} : { allow_origin_regex: patterns.join('|') }),
    allow_methods: methodsOf(target),
    allow_headers: headersOf(target),
    allow_credentials: target.credentials,
    expose_headers: namesList(config.exposeHeaders ?? []),
    max_age: target.explicitMaxAge(),
  })
}

/** Any token is fine as a method, and `*` stands for the seven that everybody knows. */
function methodsOf(target: PolicyExport): readonly string[] {
  const { methods = [] } = target.config
  return target.methods(
    [...SAFELISTED_METHODS, ...STARLETTE_METHODS, ...namesList(methods)].filter((name) => name !== '*'),
  )
}

/** Content-Type is allowed whether it is listed or not. */
function headersOf(target: PolicyExport): readonly string[] {
  const headers = target.mirroredHeaders()
  if (headers.includes('*') || headers.includes('content-type')) return headers
  target.refuse('headers', target.config.headers, {
    code: 'target-headers',
    fault: 'content-type',
    target: target.name,
  })
  return headers
}
