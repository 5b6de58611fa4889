/**
 * The response fields of the CORS protocol, as the Fetch standard writes them
 * (https://fetch.spec.whatwg.org/#http-responses).
 */
export const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'
export const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials'
export const ALLOW_METHODS = 'Access-Control-Allow-Methods'
export const ALLOW_HEADERS = 'Access-Control-Allow-Headers'
export const MAX_AGE = 'Access-Control-Max-Age'
export const EXPOSE_HEADERS = 'Access-Control-Expose-Headers'

/** The fields of a preflight request that a response may depend on. */
export const REQUEST_METHOD = 'Access-Control-Request-Method'
export const REQUEST_HEADERS = 'Access-Control-Request-Headers'

/** The six response fields in lower case, as they are compared and looked up. */
export const CORS_RESPONSE_FIELDS: readonly string[] = Object.freeze(
  [ALLOW_ORIGIN, ALLOW_CREDENTIALS, ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE, EXPOSE_HEADERS].map((name) =>
    name.toLowerCase(),
  ),
)

const CORS_FIELDS: ReadonlySet<string> = /* @__PURE__ */ new Set(CORS_RESPONSE_FIELDS)
const CORS_PREFIX = 'access-control-'

/** Whether a response field is one of the six, in any case. Max-Age is the shortest. */
export function isCorsResponseField(name: string): boolean {
  return name.length >= MAX_AGE.length && CORS_FIELDS.has(name.toLowerCase())
}

/** Whether it is any `Access-Control-…` field, such as Access-Control-Allow-Private-Network of an extension. */
export function isAccessControlField(name: string): boolean {
  return name.length > CORS_PREFIX.length && name.slice(0, CORS_PREFIX.length).toLowerCase() === CORS_PREFIX
}

/**
 * Request headers that no script can set: https://fetch.spec.whatwg.org/#forbidden-request-header.
 * To allow them in a policy does nothing.
 */
const FORBIDDEN_REQUEST_HEADERS: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
])

/** @param name in lower case */
export function isForbiddenRequestHeader(name: string): boolean {
  return FORBIDDEN_REQUEST_HEADERS.has(name) || name.startsWith('proxy-') || name.startsWith('sec-')
}

/** Response headers that no script may read: https://fetch.spec.whatwg.org/#forbidden-response-header-name. @param name in lower case */
export function isForbiddenResponseHeader(name: string): boolean {
  return name === 'set-cookie' || name === 'set-cookie2'
}

/** Response fields of the CORS protocol, those of its extensions among them. @param name in lower case */
export function isResponseField(name: string): boolean {
  return (
    name.startsWith('access-control-allow-') ||
    name === 'access-control-expose-headers' ||
    name === 'access-control-max-age'
  )
}

/** Request fields of the CORS protocol. @param name in lower case */
export function isRequestField(name: string): boolean {
  return name.startsWith('access-control-request-') || name === 'origin'
}
