import type { PolicyInput } from '../policy/policy-input.js'
import type { Exported } from './note.js'
import { S3_RULES } from './published-rules.js'
import { listOf, type OriginEntry, Target } from './target.js'

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
  readonly CORSRules: readonly [S3CorsRule]
}

const PREFLIGHT_STATUS = 200
/** Tags and white space of one entry in XML, generously. */
const XML_OVERHEAD = 64

/**
 * Converts a policy to the CORS configuration of an S3 bucket: one rule.
 *
 * @throws CorsConfigError if S3 would allow more, or the input is a config with problems
 */
export function toS3(policy: PolicyInput): Exported<S3CorsConfiguration> {
  const target = new Target(policy, 'S3')
  const { maxAge } = target.config
  target.refuseEnforce()
  target.noteStatus(PREFLIGHT_STATUS)
  target.noteVary()
  noteCredentials(target)
  const rule: S3CorsRule = {
    AllowedOrigins: target.anyOrigin ? ['*'] : target.origins.flatMap((entry) => originsOf(entry, target)),
    AllowedMethods: target.methods(S3_RULES.methods),
    AllowedHeaders: target.mirroredHeaders(),
    ExposeHeaders: exposedOf(target),
    ...(maxAge === undefined ? {} : { MaxAgeSeconds: maxAge }),
  }
  checkSize(rule, target)
  return target.finish({ CORSRules: [rule] })
}

/** S3 sends Access-Control-Allow-Credentials to every origin that an entry other than `*` lets in. */
function noteCredentials(target: Target): void {
  if (target.credentials || target.anyOrigin) return
  const message = 'S3 tells listed origins that they may send credentials; it answers the same with and without'
  target.note('credentials-differ', 'credentials', message)
}

/** A `*` of S3 stands for any text, and an entry holds one. */
function originsOf(entry: OriginEntry, target: Target): readonly string[] {
  const { text, exact, parsed } = entry
  const { kind } = parsed.host
  if (exact || (kind === 'subdomains' && parsed.port !== '*')) return [text]
  // A port behind the colon, or none and no colon.
  if (kind === 'host') return [text.slice(0, -2), text]
  const why = {
    subdomains: 'has two wildcards, and S3 takes one: name the port, or list the origins',
    label: 'stays within one label, and the wildcard of S3 crosses dots: list the origins',
    range: 'is a range of addresses, and S3 has none: list the origins',
    any: 'allows any host, and the wildcard of S3 also allows ports: list the origins',
  }
  target.refuseOrigin(entry, why[kind])
  return []
}

function exposedOf(target: Target): readonly string[] {
  const names = listOf(target.config.exposeHeaders ?? [])
  if (!names.includes('*')) return names
  target.note(
    'expose-wildcard-dropped',
    'exposeHeaders',
    "S3 takes no '*' there: list the response headers that scripts read",
  )
  return names.filter((name) => name !== '*')
}

function checkSize(rule: S3CorsRule, target: Target): void {
  const entries = [...rule.AllowedOrigins, ...rule.AllowedMethods, ...rule.AllowedHeaders, ...rule.ExposeHeaders]
  const bytes = entries.reduce((sum, entry) => sum + entry.length + XML_OVERHEAD, 0)
  if (bytes <= S3_RULES.maxBytes) return
  const message = `is too long: S3 takes ${S3_RULES.maxBytes} bytes of configuration`
  target.refuse('wrong-type', 'config', undefined, message)
}
