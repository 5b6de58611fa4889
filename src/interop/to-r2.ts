import type { PolicyInput } from '../policy/policy-input.js'
import type { Exported } from './note.js'
import { namesList, PolicyExport, type PolicyOrigin } from './policy-export.js'
import { R2_RULES } from './published-rules.js'

/** What the API of Cloudflare and `wrangler r2 bucket cors set` take. */
export interface R2CorsPolicy {
  readonly rules: readonly [
    {
      readonly allowed: {
        readonly origins: readonly string[]
        readonly methods: readonly string[]
        readonly headers: readonly string[]
      }
      readonly exposeHeaders: readonly string[]
      readonly maxAgeSeconds?: number
    },
  ]
}

/**
 * Converts a policy to the CORS policy of a Cloudflare R2 bucket: one rule.
 *
 * @throws CorsConversionError if R2 would allow more; CorsConfigError if the input is a config with problems
 */
export function toR2(policy: PolicyInput): Exported<R2CorsPolicy> {
  const target = new PolicyExport(policy, 'R2')
  const { maxAge, headers = [], exposeHeaders = [] } = target.config
  target.refuseEnforce()
  target.refuseNone()
  target.refuseOtherwise()
  target.noteVary()
  if (target.credentials) target.note('credentials', { code: 'credentials-differ', fault: 'never', name: target.name })
  for (const origin of target.origins) checkOrigin(origin, target)
  if (namesList(headers).includes('*')) {
    target.refuse('headers', headers, { code: 'target-headers', fault: 'no-wildcard', target: target.name })
  }
  return target.finish({
    rules: [
      {
        allowed: {
          origins: target.originTexts(),
          methods: target.methods(R2_RULES.methods),
          headers: namesList(headers),
        },
        exposeHeaders: target.exposedWithoutWildcard(exposeHeaders),
        ...(maxAge === undefined ? {} : { maxAgeSeconds: maxAge }),
      },
    ],
  })
}

function checkOrigin(origin: PolicyOrigin, target: PolicyExport): void {
  if (!origin.exact) target.refuseOrigin(origin, 'pattern')
  else if (!(R2_RULES.schemes as readonly string[]).includes(origin.parsed.scheme))
    target.refuseOrigin(origin, 'scheme')
}
