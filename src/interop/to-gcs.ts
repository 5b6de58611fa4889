import { SAFELISTED_METHODS } from '../http/methods.js'
import type { PolicyInput } from '../policy/policy-input.js'
import type { Exported } from './note.js'
import { namesList, PolicyExport } from './policy-export.js'
import { GCS_RULES } from './published-rules.js'

/** What `gcloud storage buckets update --cors-file` takes. */
export type GcsCors = readonly [
  {
    readonly origin: readonly string[]
    readonly method: readonly string[]
    readonly responseHeader: readonly string[]
    readonly maxAgeSeconds?: number
  },
]

/**
 * Converts a policy to the CORS configuration of a Google Cloud Storage bucket: one rule. It has one list for the headers
 * of requests and responses, so only names that are in both of ours are taken.
 *
 * @throws CorsConversionError if Cloud Storage would allow more; CorsConfigError if the input is a config with problems
 */
export function toGcs(policy: PolicyInput): Exported<GcsCors> {
  const target = new PolicyExport(policy, 'Cloud Storage')
  const { maxAge, methods = [] } = target.config
  target.refuseEnforce()
  target.refuseNone()
  target.refuseOtherwise()
  target.noteVary()
  if (target.credentials) target.note('credentials', { code: 'credentials-differ', fault: 'never', name: target.name })
  for (const origin of target.origins) if (!origin.exact) target.refuseOrigin(origin, 'pattern')
  const listed = namesList(methods)
  const all = listed.includes(GCS_RULES.anyMethod)
  return target.finish([
    {
      origin: target.originTexts(),
      method: all ? [GCS_RULES.anyMethod] : [...new Set([...SAFELISTED_METHODS, ...listed])],
      responseHeader: sharedHeaders(target),
      ...(maxAge === undefined ? {} : { maxAgeSeconds: maxAge }),
    },
  ])
}

function sharedHeaders(target: PolicyExport): readonly string[] {
  const { headers = [], exposeHeaders = [] } = target.config
  const [sent, read] = [namesList(headers), namesList(exposeHeaders)]
  const shared = sent.filter((name) => read.includes(name))
  const others = [...sent, ...read].filter((name) => !shared.includes(name))
  if (others.length === 0) return shared
  if (shared.length === 0) {
    target.refuse('headers', headers, { code: 'target-headers', fault: 'one-direction', target: target.name })
  } else {
    target.note('headers', { code: 'headers-narrowed', target: target.name, names: others })
  }
  return shared
}
