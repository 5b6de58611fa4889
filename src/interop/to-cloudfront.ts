import { REQUEST_HEADERS, REQUEST_METHOD } from '../http/field-names.js'
import type { PolicyInput } from '../policy/policy-input.js'
import type { Exported } from './note.js'
import { namesList, PolicyExport, type PolicyOrigin } from './policy-export.js'
import { CLOUDFRONT_RULES } from './published-rules.js'

/** A list as CloudFront's API writes it. */
export interface CloudFrontList {
  readonly Quantity: number
  readonly Items: readonly string[]
}

/** What `create-response-headers-policy` and `create-cache-policy` take. */
export interface CloudFrontPolicies {
  readonly ResponseHeadersPolicyConfig: {
    readonly Name: string
    readonly CorsConfig: {
      readonly AccessControlAllowOrigins: CloudFrontList
      readonly AccessControlAllowHeaders: CloudFrontList
      readonly AccessControlAllowMethods: CloudFrontList
      readonly AccessControlAllowCredentials: boolean
      readonly AccessControlExposeHeaders: CloudFrontList
      readonly AccessControlMaxAgeSec?: number
      readonly OriginOverride: true
    }
  }
  readonly CachePolicyConfig: {
    readonly Name: string
    readonly MinTTL: number
    readonly DefaultTTL: number
    readonly MaxTTL: number
    readonly ParametersInCacheKeyAndForwardedToOrigin: {
      readonly EnableAcceptEncodingGzip: boolean
      readonly EnableAcceptEncodingBrotli: boolean
      readonly HeadersConfig: { readonly HeaderBehavior: 'whitelist'; readonly Headers: CloudFrontList }
      readonly CookiesConfig: { readonly CookieBehavior: 'none' }
      readonly QueryStringsConfig: { readonly QueryStringBehavior: 'all' }
    }
  }
}

const NAME = 'cors-policy'
/** CloudFront's own defaults, in seconds: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html. */
const TTL = { MinTTL: 0, DefaultTTL: 86_400, MaxTTL: 31_536_000 }

/**
 * Converts a policy to a CloudFront response headers policy, and the cache policy that goes with it: with `Origin` in
 * the cache key, so that no page gets the copy of another, and with what a preflight asks for.
 *
 * @throws CorsConversionError if CloudFront would allow more; CorsConfigError if the input is a config with problems
 */
export function toCloudFront(policy: PolicyInput): Exported<CloudFrontPolicies> {
  const target = new PolicyExport(policy, 'CloudFront')
  target.refuseEnforce()
  target.refuseNone()
  target.refuseOtherwise()
  target.noteVary()
  target.note('origins', { code: 'preflight-from-origin', target: target.name })
  return target.finish({
    ResponseHeadersPolicyConfig: { Name: `${NAME}-response-headers`, CorsConfig: corsConfig(target) },
    CachePolicyConfig: {
      Name: `${NAME}-cache`,
      ...TTL,
      ParametersInCacheKeyAndForwardedToOrigin: {
        EnableAcceptEncodingGzip: true,
        EnableAcceptEncodingBrotli: true,
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: list(['Origin', REQUEST_METHOD, REQUEST_HEADERS]) },
        CookiesConfig: { CookieBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    },
  })
}

function corsConfig(target: PolicyExport): CloudFrontPolicies['ResponseHeadersPolicyConfig']['CorsConfig'] {
  const { maxAge, exposeHeaders = [] } = target.config
  for (const entry of target.origins) checkOrigin(entry, target)
  return {
    AccessControlAllowOrigins: list(target.anyOrigin ? ['*'] : target.origins.map(({ text }) => text)),
    AccessControlAllowHeaders: list(target.literalHeaders()),
    AccessControlAllowMethods: list(methodsOf(target)),
    AccessControlAllowCredentials: target.credentials,
    AccessControlExposeHeaders: list(namesList(exposeHeaders)),
    ...(maxAge === undefined ? {} : { AccessControlMaxAgeSec: maxAge }),
    // Replaces the CORS headers of the app, so that none is sent twice.
    OriginOverride: true,
  }
}

function checkOrigin(entry: PolicyOrigin, target: PolicyExport): void {
  const { kind } = entry.parsed.host
  if (entry.exact || (kind === 'subdomains' && entry.parsed.port === '')) return
  target.refuseOrigin(entry, 'subdomains-only')
}

/** All seven have a name. */
function methodsOf(target: PolicyExport): readonly string[] {
  const methods = target.methods(CLOUDFRONT_RULES.methods)
  return methods.length === CLOUDFRONT_RULES.methods.length ? [CLOUDFRONT_RULES.anyMethod] : methods
}

function list(items: readonly string[]): CloudFrontList {
  return { Quantity: items.length, Items: items }
}
