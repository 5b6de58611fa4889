import type { PolicyInput } from '../policy/policy-input.js'
import type { Exported } from './note.js'
import { re2Regex } from './pattern-regex.js'
import { namesList, PolicyExport } from './policy-export.js'
import { ISTIO_RULES } from './published-rules.js'

/** The `corsPolicy` of a route of an Istio VirtualService. */
export interface IstioCors {
  readonly corsPolicy: {
    readonly allowOrigins: readonly ({ readonly exact: string } | { readonly regex: string })[]
    readonly allowMethods: readonly string[]
    readonly allowHeaders: readonly string[]
    readonly exposeHeaders: readonly string[]
    readonly allowCredentials: boolean
    readonly maxAge?: string
  }
}

const PREFLIGHT_STATUS = 200

/**
 * Converts a policy to the `corsPolicy` of an Istio VirtualService.
 *
 * @throws CorsConversionError if Istio would allow more; CorsConfigError if the input is a config with problems
 */
export function toIstio(policy: PolicyInput): Exported<IstioCors> {
  const target = new PolicyExport(policy, 'Istio')
  target.refuseEnforce()
  target.refuseNone()
  target.refuseOtherwise()
  target.noteStatus(PREFLIGHT_STATUS)
  target.noteVary()
  const exact = target.anyOrigin ? ['*'] : target.exactTexts()
  return target.finish({
    corsPolicy: {
      // Envoy compares the whole text with an expression.
      allowOrigins: [
        ...exact.map((text) => ({ exact: text })),
        ...target.regexes(re2Regex).map((regex) => ({ regex })),
      ],
      allowMethods: methodsOf(target),
      allowHeaders: target.mirroredHeaders(),
      exposeHeaders: namesList(target.config.exposeHeaders ?? []),
      allowCredentials: target.credentials,
      ...maxAgeOf(target),
    },
  })
}

/** For a `*` by itself Envoy sends back what the preflight asks for. */
function methodsOf(target: PolicyExport): readonly string[] {
  const { anyMethod, methods } = ISTIO_RULES
  return namesList(target.config.methods ?? []).includes(anyMethod) ? [anyMethod] : target.methods(methods)
}

/** A duration has to be longer than nothing. */
function maxAgeOf(target: PolicyExport): { readonly maxAge?: string } {
  const { maxAge } = target.config
  if (maxAge === 0) target.noteMaxAgeOmitted()
  return maxAge === undefined || maxAge === 0 ? {} : { maxAge: `${maxAge}s` }
}
