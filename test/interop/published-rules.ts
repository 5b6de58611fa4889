import { isExactOrigin, parseOrigin } from '../../src/config/origin-pattern.js'
import { API_GATEWAY_RULES, CLOUDFRONT_RULES, S3_RULES } from '../../src/interop/published-rules.js'
import type { ApiGatewayCors } from '../../src/interop/to-api-gateway.js'
import type { CloudFrontList, CloudFrontPolicies } from '../../src/interop/to-cloudfront.js'
import type { S3CorsConfiguration } from '../../src/interop/to-s3.js'

/** What in a document breaks the rules that its maker publishes. */
export type Violations = readonly string[]

function outside(what: string, values: readonly string[], allowed: readonly string[]): string[] {
  return values.filter((value) => !allowed.includes(value)).map((value) => `${what} ${value}`)
}

function wildcards(what: string, values: readonly string[], most: number): string[] {
  return values.filter((value) => value.split('*').length - 1 > most).map((value) => `${what} ${value}`)
}

export function s3Violations({ CORSRules }: S3CorsConfiguration): Violations {
  return [
    ...(CORSRules.length > S3_RULES.maxRules ? ['rules'] : []),
    ...(JSON.stringify(CORSRules).length > S3_RULES.maxBytes ? ['bytes'] : []),
    ...CORSRules.flatMap((rule) => [
      ...(rule.AllowedOrigins.length === 0 ? ['no origin'] : []),
      ...(rule.AllowedMethods.length === 0 ? ['no method'] : []),
      ...outside('method', rule.AllowedMethods, S3_RULES.methods),
      ...wildcards('origin', rule.AllowedOrigins, S3_RULES.wildcardsPerOrigin),
      ...wildcards('header', rule.AllowedHeaders, S3_RULES.wildcardsPerHeader),
      ...wildcards('exposed', rule.ExposeHeaders, S3_RULES.wildcardsPerExposeHeader),
      ...(Number.isInteger(rule.MaxAgeSeconds ?? 0) ? [] : ['max age']),
    ]),
  ]
}

export function apiGatewayViolations(document: ApiGatewayCors): Violations {
  const { AllowOrigins, AllowMethods, AllowCredentials, MaxAge = 0 } = document
  const { methods, anyMethod, schemes, minMaxAge, maxMaxAge, credentialsWithAnyOrigin } = API_GATEWAY_RULES
  const isOrigin = (text: string) => isExactOrigin(text) && schemes.some((scheme) => text.startsWith(`${scheme}://`))
  return [
    ...(AllowOrigins.length === 0 ? ['no origin'] : []),
    ...AllowOrigins.filter((text) => text !== '*' && !isOrigin(text)).map((text) => `origin ${text}`),
    ...(AllowCredentials && !credentialsWithAnyOrigin && AllowOrigins.includes('*') ? ['credentials'] : []),
    ...outside('method', AllowMethods, [...methods, anyMethod]),
    ...(MaxAge < minMaxAge || MaxAge > maxMaxAge ? ['max age'] : []),
  ]
}

export function cloudFrontViolations({
  ResponseHeadersPolicyConfig,
  CachePolicyConfig,
}: CloudFrontPolicies): Violations {
  const { CorsConfig } = ResponseHeadersPolicyConfig
  const { Headers } = CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig
  const { methods, anyMethod, maxHeadersInCacheKey } = CLOUDFRONT_RULES
  const lists: [string, CloudFrontList][] = [
    ['origins', CorsConfig.AccessControlAllowOrigins],
    ['methods', CorsConfig.AccessControlAllowMethods],
    ['headers', CorsConfig.AccessControlAllowHeaders],
    ['exposed', CorsConfig.AccessControlExposeHeaders],
    ['key', Headers],
  ]
  const isWildcard = (text: string) => /^[a-z]+:\/\/\*\./.test(text) && parseOrigin(text)?.host.kind === 'subdomains'
  return [
    ...lists.filter(([, { Quantity, Items }]) => Quantity !== Items.length).map(([name]) => `quantity of ${name}`),
    ...outside('method', CorsConfig.AccessControlAllowMethods.Items, [...methods, anyMethod]),
    ...CorsConfig.AccessControlAllowOrigins.Items.filter(
      (text) => text !== '*' && !isExactOrigin(text) && !isWildcard(text),
    ).map((text) => `origin ${text}`),
    ...(Headers.Items.length > maxHeadersInCacheKey ? ['key'] : []),
    ...(Headers.Items.includes('Origin') ? [] : ['no Origin in the key']),
  ]
}
