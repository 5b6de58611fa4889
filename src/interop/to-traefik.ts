import { SAFELISTED_METHODS } from '../http/methods.js'
import type { PolicyInput } from '../policy/policy-input.js'
import { STARLETTE_METHODS } from './from-starlette.js'
import type { Exported } from './note.js'
import { re2Regex } from './pattern-regex.js'
import { namesList, PolicyExport } from './policy-export.js'

/** The headers middleware of Traefik. */
export interface TraefikHeaders {
  readonly headers: {
    readonly accessControlAllowOriginList: readonly string[]
    readonly accessControlAllowOriginListRegex?: readonly string[]
    readonly accessControlAllowMethods: readonly string[]
    readonly accessControlAllowHeaders: readonly string[]
    readonly accessControlExposeHeaders: readonly string[]
    readonly accessControlAllowCredentials: boolean
    readonly accessControlMaxAge: number
    readonly addVaryHeader: true
  }
}

const PREFLIGHT_STATUS = 200

/**
 * Converts a policy to the headers middleware of Traefik.
 *
 * @throws CorsConversionError if Traefik would allow more; CorsConfigError if the input is a config with problems
 */
export function toTraefik(policy: PolicyInput): Exported<TraefikHeaders> {
  const target = new PolicyExport(policy, 'Traefik')
  target.refuseEnforce()
  target.refuseNone()
  target.refuseOtherwise()
  target.noteStatus(PREFLIGHT_STATUS)
  target.note('origins', { code: 'preflight-differs', fault: 'not-strict', name: target.name })
  const regexes = target.regexes(re2Regex).map((regex) => `^${regex}$`)
  return target.finish({
    headers: {
      accessControlAllowOriginList: target.anyOrigin ? ['*'] : target.exactTexts(),
      ...(regexes.length === 0 ? {} : { accessControlAllowOriginListRegex: regexes }),
      accessControlAllowMethods: literalMethods(target),
      accessControlAllowHeaders: target.literalHeaders(),
      accessControlExposeHeaders: namesList(target.config.exposeHeaders ?? []),
      accessControlAllowCredentials: target.credentials,
      accessControlMaxAge: target.explicitMaxAge(),
      addVaryHeader: true,
    },
  })
}

/** Any token, sent literally: `*` means all without credentials. */
function literalMethods(target: PolicyExport): readonly string[] {
  const listed = namesList(target.config.methods ?? [])
  if (listed.includes('*') && !target.credentials) return ['*']
  return target.methods([...SAFELISTED_METHODS, ...STARLETTE_METHODS, ...listed].filter((name) => name !== '*'))
}
