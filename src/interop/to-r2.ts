import type { PolicyInput } from '../policy/policy-input.js'
import { exportRules } from './export-rules.js'
import type { Exported } from './note.js'
import { namesList, PolicyExport, type PolicyOrigin } from './policy-export.js'
import { R2_RULES } from './published-rules.js'

export interface R2CorsRule {
  readonly allowed: {
    readonly origins: readonly string[]
    readonly methods: readonly string[]
    readonly headers: readonly string[]
  }
  readonly exposeHeaders: readonly string[]
  readonly maxAgeSeconds?: number
}

/** What the API of Cloudflare and `wrangler r2 bucket cors set` take. */
export interface R2CorsPolicy {
  readonly rules: readonly [R2CorsRule, ...R2CorsRule[]]
}

/**
 * Converts a policy to the CORS policy of a Cloudflare R2 bucket: a rule for the config, and one for each `otherwise`.
 *
 * @throws CorsConversionError if R2 would allow more; CorsConfigError if the input is a config with problems
 */
export function toR2(policy: PolicyInput): Exported<R2CorsPolicy> {
  const target = new PolicyExport(policy, 'R2')
  target.refuseEnforce()
  return target.finish({ rules: exportRules(target, toRule, ({ allowed }) => allowed) })
}

function toRule(layer: PolicyExport): R2CorsRule {
  const { maxAge, headers = [], exposeHeaders = [] } = layer.config
  layer.noteVary()
  if (layer.credentials) layer.note('credentials', { code: 'credentials-differ', fault: 'never', name: layer.name })
  for (const origin of layer.origins) checkOrigin(origin, layer)
  if (namesList(headers).includes('*')) {
    layer.refuse('headers', headers, { code: 'target-headers', fault: 'no-wildcard', target: layer.name })
  }
  return {
    allowed: {
      origins: layer.originTexts(),
      methods: layer.methods(R2_RULES.methods),
      headers: namesList(headers),
    },
    exposeHeaders: layer.exposedWithoutWildcard(exposeHeaders),
    ...(maxAge === undefined ? {} : { maxAgeSeconds: maxAge }),
  }
}

function checkOrigin(origin: PolicyOrigin, target: PolicyExport): void {
  if (!origin.exact) target.refuseOrigin(origin, 'pattern')
  else if (!R2_RULES.schemes.includes(origin.parsed.scheme)) target.refuseOrigin(origin, 'scheme')
}
