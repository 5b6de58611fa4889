/** What the makers of the targets publish about their documents: as data, for the conversions and for their tests. */

const WEB_SCHEMES: readonly string[] = ['http', 'https']

export const S3_RULES = {
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html',
  ],
  methods: ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'],
  maxRules: 100,
  /** Of the whole configuration, as XML. */
  maxBytes: 65_536,
  wildcardsPerOrigin: 1,
  wildcardsPerHeader: 1,
  /** S3 answers `ExposeHeader "*" contains wildcard`. */
  wildcardsPerExposeHeader: 0,
} as const

export const API_GATEWAY_RULES = {
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
    'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html',
    'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigatewayv2.CorsHttpMethod.html',
  ],
  methods: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
  anyMethod: '*',
  /** Origins are whole, or `*`; a scheme and a `*` is possible too, and allows more than any pattern of ours. */
  schemes: WEB_SCHEMES,
  minMaxAge: -1,
  maxMaxAge: 86_400,
  /** `allow-credentials is not supported if 'allow-origin' is *`. */
  credentialsWithAnyOrigin: false,
} as const

export const CLOUDFRONT_RULES = {
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
    'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyCorsConfig.html',
    'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyAccessControlAllowMethods.html',
    'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  ],
  methods: ['GET', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
  anyMethod: 'ALL',
  /** A `*` may only be the leftmost part of the domain, not part of a label. */
  originWildcard: 'leftmost-label',
  maxHeadersInCacheKey: 10,
} as const

export const R2_RULES = {
  sources: [
    'https://developers.cloudflare.com/api/resources/r2/subresources/buckets/subresources/cors/',
    // "Origin values must match exactly"
    'https://developers.cloudflare.com/r2/buckets/cors/#common-issues',
    // 2023-10-23: only valid origins are accepted
    'https://developers.cloudflare.com/r2/platform/release-notes/',
  ],
  methods: ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'],
  schemes: WEB_SCHEMES,
} as const

export const GCS_RULES = {
  sources: [
    'https://docs.cloud.google.com/storage/docs/json_api/v1/buckets',
    'https://docs.cloud.google.com/storage/docs/cors-configurations',
  ],
  /** "`*` is permitted in the list of methods, and means any method"; the same of origins. */
  anyMethod: '*',
} as const

export const INGRESS_NGINX_RULES = {
  sources: [
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#enable-cors',
    'https://github.com/kubernetes/ingress-nginx/blob/main/internal/ingress/annotations/cors/main.go',
  ],
  /**
   * What it accepts of one entry. A list with any other is replaced by its default, and that of origins is `*`. Only an
   * origin that looks like two of these in a row, `https://pr-*.example.com`, is left out by itself. So is each that is not
   * accepted if the controller runs with `--enable-annotation-validation=false`.
   */
  origins: /^(?:(?:[a-z]+:\/\/)?(?:\*\.)?[A-Za-z0-9.-]*(?::\d+)?|null)$/,
  methods: /^[A-Za-z]+$/,
  headers: /^[A-Za-z0-9_-]+$/,
  exposeHeaders: /^(?:[A-Za-z0-9_-]+|\*)$/,
  schemes: WEB_SCHEMES,
} as const

export const ISTIO_RULES = {
  sources: [
    'https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy',
    'https://github.com/istio/istio/blob/master/pkg/config/validation/validation.go',
  ],
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  anyMethod: '*',
  maxRegexLength: 1024,
} as const
