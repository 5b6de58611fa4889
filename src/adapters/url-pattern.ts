/**
 * Whether a route pattern of Fastify's router could match a URL, whatever the router's options are. Errs on the side
 * of yes: a parameter matches any segment, however its pattern goes on, and so does a segment with an escape.
 *
 * @param pattern such as `/users/:id` or `/files/*`
 * @param url the request's target, with its query
 */
export function mayMatch(pattern: string, url: string): boolean {
  const query = url.indexOf('?')
  const path = query < 0 ? url : url.slice(0, query)
  // A target in absolute form, a semicolon that may or may not begin the query, and a fragment, which the router cuts off.
  if (!path.startsWith('/') || path.includes(';') || path.includes('#')) return true
  // A regular expression may have a slash in it.
  if (pattern.includes('(')) return true
  return segmentsMatch(segmentsOf(pattern), segmentsOf(path))
}

function segmentsMatch([expected, ...pattern]: readonly string[], path: readonly string[]): boolean {
  if (expected === undefined) return path.length === 0
  if (expected.endsWith('*')) return true
  const isParameter = expected.includes(':')
  // To the router, nothing at all is a parameter too: `/:id` matches `/`.
  if (isParameter && segmentsMatch(pattern, path)) return true
  const [given, ...rest] = path
  if (given === undefined) return false
  return (isParameter || given.includes('%') || expected === given) && segmentsMatch(pattern, rest)
}

/** Compared without regard to case, doubled slashes and a trailing slash, as a router may be told to do. */
function segmentsOf(path: string): string[] {
  return path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')
}
