/** Without PATCH, for backwards compatibility: `patch` stays `patch`. */
const NORMALIZED: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'])

/** https://fetch.spec.whatwg.org/#concept-method-normalize: upper case for six methods, and no other. */
export function normalizeMethod(method: string): string {
  const upperCase = method.toUpperCase()
  return NORMALIZED.has(upperCase) ? upperCase : method
}
