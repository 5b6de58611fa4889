import type { PolicyInput } from '../policy/policy-input.js'
import { exportRules } from './export-rules.js'
import type { Exported } from './note.js'
import { PolicyExport, type PolicyOrigin } from './policy-export.js'
import { S3_RULES } from './published-rules.js'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html. */
export interface S3CorsRule {
  readonly AllowedOrigins: readonly string[]
  readonly AllowedMethods: readonly string[]
  readonly AllowedHeaders: readonly string[]
  readonly ExposeHeaders: readonly string[]
  readonly MaxAgeSeconds?: number
}

/** What `aws s3api put-bucket-cors --cors-configuration` takes. */
export interface S3CorsConfiguration {
  /** The first that fits a request decides. */
  readonly CORSRules: readonly [S3CorsRule, ...S3CorsRule[]]
}

const PREFLIGHT_STATUS = 200
/** Tags and white space of one entry in XML, generously. */
const XML_OVERHEAD = 64

/**
 * Converts a policy to the CORS configuration of an S3 bucket: a rule for the config, and one for each `otherwise`.
 *
 * @throws CorsConversionError if S3 would allow more; CorsConfigError if the input is a config with problems
 */
export function toS3(policy: PolicyInput): Exported<S3CorsConfiguration> {
  const target = new PolicyExport(policy, 'S3')
  target.refuseEnforce()
  const rules = exportRules(target, toRule, (rule) => ({
    origins: rule.AllowedOrigins,
    methods: rule.AllowedMethods,
    headers: rule.AllowedHeaders,
  }))
  checkSize(rules, target)
  return target.finish({ CORSRules: rules })
}

function toRule(layer: PolicyExport): S3CorsRule {
  const { maxAge } = layer.config
  layer.noteStatus(PREFLIGHT_STATUS)
  layer.noteVary()
  noteCredentials(layer)
  return {
    AllowedOrigins: layer.anyOrigin ? ['*'] : layer.origins.flatMap((entry) => originsOf(entry, layer)),
    AllowedMethods: layer.methods(S3_RULES.methods),
    AllowedHeaders: layer.mirroredHeaders(),
    ExposeHeaders: layer.exposedWithoutWildcard(layer.config.exposeHeaders ?? []),
    ...(maxAge === undefined ? {} : { MaxAgeSeconds: maxAge }),
  }
}

/** S3 sends Access-Control-Allow-Credentials to every origin that an entry other than `*` lets in. */
function noteCredentials(target: PolicyExport): void {
  if (target.credentials || target.anyOrigin) return
  target.note('credentials', { code: 'credentials-differ', fault: 'always', name: target.name })
}

const FAULTS = { subdomains: 'two-wildcards', label: 'label', range: 'range', any: 'any-host' } as const

/** A `*` of S3 matches any text, and an entry has at most one. */
function originsOf(entry: PolicyOrigin, target: PolicyExport): readonly string[] {
  const { text, exact, parsed } = entry
  const { kind } = parsed.host
  if (exact || (kind === 'subdomains' && parsed.port !== '*')) return [text]
  // A port after the colon, or neither.
  if (kind === 'host') return [text.slice(0, -2), text]
  target.refuseOrigin(entry, FAULTS[kind])
  return []
}

function checkSize(rules: readonly S3CorsRule[], target: PolicyExport): void {
  const entries = rules.flatMap((rule) => [
    ...rule.AllowedOrigins,
    ...rule.AllowedMethods,
    ...rule.AllowedHeaders,
    ...rule.ExposeHeaders,
  ])
  const bytes = entries.reduce((sum, entry) => sum + entry.length + XML_OVERHEAD, 0)
  if (bytes <= S3_RULES.maxBytes) return
  target.refuse('config', undefined, { code: 'target-size', target: target.name, limit: S3_RULES.maxBytes })
}
