/** `Array.isArray`, for which a revoked proxy is not an array, and does not throw. */
export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value)
  } catch {
    return false
  }
}

/** `instanceof`, for which a revoked proxy is not an expression, and does not throw. */
export function isRegExp(value: unknown): value is RegExp {
  try {
    return value instanceof RegExp
  } catch {
    return false
  }
}
