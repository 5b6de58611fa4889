import type { PolicyInput } from '../policy/policy-input.js'
import { STARLETTE_METHODS } from './from-starlette.js'
import { type Exported, SAFELISTED_METHODS } from './note.js'
import { patternRegex } from './pattern-regex.js'
import { listOf, type OriginEntry, Target } from './target.js'

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

/** Without Access-Control-Max-Age a browser remembers a preflight for as long: https://fetch.spec.whatwg.org/#cors-preflight-fetch. */
const NO_MAX_AGE = 5
const PREFLIGHT_STATUS = 200

/**
 * Converts a policy to the keyword arguments of Starlette's and FastAPI's `CORSMiddleware`.
 *
 * @throws CorsConfigError if Starlette would allow more, or the input is a config with problems
 */
export function toStarlette(policy: PolicyInput): Exported<StarletteArguments> {
  const target = new Target(policy, 'Starlette')
  const { config } = target
  target.refuseEnforce()
  target.noteStatus(PREFLIGHT_STATUS)
  target.noteVary()
  if (config.maxAge === undefined) {
    target.note(
      'max-age-explicit',
      'maxAge',
      `Starlette always sends a number: ${NO_MAX_AGE} is what browsers take without`,
    )
  }
  const patterns = target.origins.filter(({ exact }) => !exact).map((entry) => regexOf(entry, target))
  return target.finish({
    allow_origins: target.anyOrigin ? ['*'] : target.origins.filter(({ exact }) => exact).map(({ text }) => text),
    ...(patterns.length === 0 ? {} : { allow_origin_regex: patterns.join('|') }),
    allow_methods: methodsOf(target),
    allow_headers: headersOf(target),
    allow_credentials: target.credentials,
    expose_headers: listOf(config.exposeHeaders ?? []),
    max_age: config.maxAge ?? NO_MAX_AGE,
  })
}

function regexOf(entry: OriginEntry, target: Target): string | undefined {
  const regex = patternRegex(entry.text)
  if (regex === undefined) {
    target.refuseOrigin(
      entry,
      'is a range of IPv6 addresses, for which there is no regular expression: list the origins',
    )
  } else if (entry.parsed.host.kind === 'range') {
    const message = 'becomes a regular expression that nobody reads as a range again'
    target.note('pattern-one-way', entry.path, message)
  }
  return regex
}

/** Any token is fine as a method, and `*` stands for the seven that everybody knows. */
function methodsOf(target: Target): readonly string[] {
  const { methods = [] } = target.config
  return target.methods(
    [...SAFELISTED_METHODS, ...STARLETTE_METHODS, ...listOf(methods)].filter((name) => name !== '*'),
  )
}

/** Content-Type is allowed whether it is listed or not. */
function headersOf(target: Target): readonly string[] {
  const headers = target.mirroredHeaders()
  if (headers.includes('*') || headers.includes('content-type')) return headers
  const message = "Starlette allows Content-Type whatever is listed, and so JSON: add 'content-type' if that is right"
  target.refuse('header-forbidden', 'headers', target.config.headers, message)
  return headers
}
