import { SAFELISTED_METHODS } from '../http/methods.js'
import type { PolicyInput } from '../policy/policy-input.js'
import { exportRules } from './export-rules.js'
import type { Exported } from './note.js'
import { namesList, PolicyExport } from './policy-export.js'
import { GCS_RULES } from './published-rules.js'

export interface GcsCorsRule {
  readonly origin: readonly string[]
  readonly method: readonly string[]
  readonly responseHeader: readonly string[]
  readonly maxAgeSeconds?: number
}

/** What `gcloud storage buckets update --cors-file` takes. */
export type GcsCors = readonly [GcsCorsRule, ...GcsCorsRule[]]

/**
 * Converts a policy to the CORS configuration of a Google Cloud Storage bucket: a rule for the config, and one for each
 * `otherwise`. A rule has one list for the headers of requests and responses, so only names that are in both of ours are
 * taken.
 *
 * @throws CorsConversionError if Cloud Storage would allow more; CorsConfigError if the input is a config with problems
 */
export function toGcs(policy: PolicyInput): Exported<GcsCors> {
  const target = new PolicyExport(policy, 'Cloud Storage')
  target.refuseEnforce()
  const rules = exportRules(target, toRule, (rule) => ({
    origins: rule.origin,
    methods: rule.method,
    headers: rule.responseHeader,
  }))
  return target.finish(rules)
}

function toRule(layer: PolicyExport): GcsCorsRule {
  const { maxAge, methods = [] } = layer.config
  layer.noteVary()
  if (layer.credentials) layer.note('credentials', { code: 'credentials-differ', fault: 'never', name: layer.name })
  for (const origin of layer.origins) if (!origin.exact) layer.refuseOrigin(origin, 'pattern')
  const listed = namesList(methods)
  const all = listed.includes(GCS_RULES.anyMethod)
  return {
    origin: layer.originTexts(),
    method: all ? [GCS_RULES.anyMethod] : [...new Set([...SAFELISTED_METHODS, ...listed])],
    responseHeader: sharedHeaders(layer),
    ...(maxAge === undefined ? {} : { maxAgeSeconds: maxAge }),
  }
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
