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
  // A target in absolute form, and a semicolon that may or may not begin the query.
  if (!path.startsWith('/') || path.includes(';')) return true
  const expected = segmentsOf(pattern)
  const actual = segmentsOf(path)
  for (const [i, segment] of expected.entries()) {
    if (segment.endsWith('*')) return true
    const given = actual[i]
    if (given === undefined) return segment.startsWith(':') && segment.endsWith('?')
    if (!segment.includes(':') && !given.includes('%') && segment !== given) return false
  }
  return expected.length === actual.length
}

/** Compared without regard to case, doubled slashes and a trailing slash, as a router may be told to do. */
function segmentsOf(path: string): string[] {
  return path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')
}
