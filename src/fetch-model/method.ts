const SAFELISTED: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])
const FORBIDDEN: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK'])
/** Without PATCH, for backwards compatibility: `patch` stays `patch`. */
const NORMALIZED: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'])

/** https://fetch.spec.whatwg.org/#cors-safelisted-method: one that CORS can never forbid. Case matters. */
export function isSafelistedMethod(method: string): boolean {
  return SAFELISTED.has(method)
}

/** https://fetch.spec.whatwg.org/#forbidden-method: one that no script may use, in any case. */
export function isForbiddenMethod(method: string): boolean {
  return FORBIDDEN.has(method.toUpperCase())
}

/** https://fetch.spec.whatwg.org/#concept-method-normalize: upper case for six methods, and no other. */
export function normalizeMethod(method: string): string {
  const upperCase = method.toUpperCase()
  return NORMALIZED.has(upperCase) ? upperCase : method
}
