/** `Array.isArray`, for which a revoked proxy is no array instead of an exception. */
export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value)
  } catch {
    return false
  }
}

/** `instanceof`, for which a revoked proxy is no expression instead of an exception. */
export function isRegExp(value: unknown): value is RegExp {
  try {
    return value instanceof RegExp
  } catch {
    return false
  }
}
