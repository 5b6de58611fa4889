import type { HeaderValue } from './header-text.js'

/**
 * Where the part of a configuration for one path begins or ends: `location /a {` of nginx,
 * `<Directory …>` of Apache, `source: '/a'` of Next.js, Vercel and Firebase, `for = "/a"` of Netlify.
 */
const EDGE =
  /\blocation\b[^\n;{}]{0,999}\{|[{}]|<\/?(?:Location|Directory|Files|VirtualHost)\w*|['"]?\bsource['"]?\s*:\s*['"`]|^[^\S\n]*for[^\S\n]*=\s*['"]/gim

/**
 * How many parts of a text set headers that differ from those of the others. Put together, they would give each path what
 * the others allow.
 *
 * @param code without comments
 * @param values in the order of the text
 */
export function countDifferentPlaces(code: string, values: readonly HeaderValue[]): number {
  const places = new Map<number, Set<string>>()
  const inside = [0]
  let last = 0
  let next = 0
  const readUpTo = (end: number): void => {
    const place = inside.at(-1) as number
    for (; (values[next]?.offset ?? end) < end; next++) {
      const { field, literal, expression } = values[next] as HeaderValue
      places.set(place, (places.get(place) ?? new Set()).add(`${field}: ${literal ?? expression}`))
    }
  }
  for (const { 0: edge, index } of code.matchAll(EDGE)) {
    readUpTo(index)
    if (edge === '}' || edge.startsWith('</')) {
      if (inside.length > 1) inside.pop()
    } else if (edge === '{') {
      inside.push(inside.at(-1) as number)
    } else if (edge.endsWith('{') || edge.startsWith('<')) {
      inside.push(++last)
    } else {
      inside[inside.length - 1] = ++last
    }
  }
  readUpTo(Number.POSITIVE_INFINITY)
  return new Set([...places.values()].map((texts) => [...texts].sort().join('\n'))).size
}
