/** https://fetch.spec.whatwg.org/#cors-safelisted-method: no policy can forbid them. */
export const SAFELISTED_METHODS: readonly string[] = /* @__PURE__ */ Object.freeze(['GET', 'HEAD', 'POST'])

/** https://fetch.spec.whatwg.org/#forbidden-method, compared without regard to case. */
const FORBIDDEN_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK'])

/** RFC 9110 section 9.2.1: they change nothing. */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/**
 * Methods that everybody means in upper case. A browser upper-cases all of them but PATCH by itself
 * (https://fetch.spec.whatwg.org/#concept-method-normalize), and then compares case-sensitively.
 */
const UPPER_CASE_METHODS: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

/** Whether CORS can never forbid the method. Case matters. */
export function isSafelistedMethod(method: string): boolean {
  return SAFELISTED_METHODS.includes(method)
}

/** Whether the method changes nothing. Case matters. */
export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method)
}

/** Whether no script may use the method, in any case. */
export function isForbiddenMethod(method: string): boolean {
  return FORBIDDEN_METHODS.has(method.toUpperCase())
}

/** The method in upper case, if that is certainly what was meant and it is written otherwise. */
export function upperCaseMethod(method: string): string | undefined {
  const upperCase = method.toUpperCase()
  return UPPER_CASE_METHODS.has(upperCase) && method !== upperCase ? upperCase : undefined
}
