/**
 * What can be said about two patterns of Fastify's router (https://github.com/delvedor/find-my-way#routes) at startup,
 * without a URL.
 */

/**
 * A name for the place of a pattern in the router: patterns with the same name have the same place. Names of parameters
 * do not matter to the router. They stay where a regular expression may hold what looks like one.
 */
export function placeOf(pattern: string): string {
  if (pattern.includes('(')) return pattern
  return pattern.replace(/::|:[^:/.?-]*/g, (match) => (match === '::' ? match : ':{}'))
}

/**
 * A pattern in the forms that options of the router may give it, for {@link mayPrecede}: without regard to case, with
 * and without an optional parameter, with and without doubled slashes.
 */
export function formsOf(pattern: string): readonly string[] {
  const lower = pattern.toLowerCase()
  const forms = lower.includes('?') ? [lower.replace('?', ''), lower.replace(/\/:[^/()]*\?/, '') || '/'] : [lower]
  return [...new Set(forms.flatMap((form) => [form, form.replace(/\/{2,}/g, '/')]))]
}

/**
 * Whether the router may serve a URL by one pattern although the other matches it too. Errs on the side of yes.
 *
 * The router goes through a pattern from the left, and at each place prefers text to a parameter, and a parameter to a
 * wildcard. So the first difference decides.
 *
 * @param forms of the one
 * @param otherForms of the other
 */
export function mayPrecede(forms: readonly string[], otherForms: readonly string[]): boolean {
  return forms.some((form) => otherForms.some((other) => precedes(form, other)))
}

/**
 * Whether some URL may match both patterns. Errs on the side of yes.
 *
 * @param forms of the one
 * @param otherForms of the other
 */
export function mayMeet(forms: readonly string[], otherForms: readonly string[]): boolean {
  return forms.some((form) => otherForms.some((other) => meets(form, other)))
}

function meets(first: string, second: string): boolean {
  // A regular expression may hold a slash, and a wildcard takes any number of segments.
  if (/[(*]/.test(first + second)) return true
  const [segments, others] = [first, second].map((form) => form.replace(/\/$/, '').split('/')) as [string[], string[]]
  const isFixed = (segment: string) => !segment.replaceAll('::', '').includes(':')
  return (
    segments.length === others.length &&
    segments.every((segment, i) => {
      const other = others[i] as string
      return segment === other || !isFixed(segment) || !isFixed(other)
    })
  )
}

/** In the order in which the router tries them. At the end of a pattern there is no more to match, as with text. */
type SegmentKind = 'text' | 'parameter' | 'wildcard'
const RANKS: Readonly<Record<SegmentKind, number>> = { text: 0, parameter: 1, wildcard: 2 }

function precedes(first: string, second: string): boolean {
  let i = 0
  let j = 0
  for (;;) {
    const kind = kindAt(first, i)
    const otherKind = kindAt(second, j)
    if (kind !== otherKind) return RANKS[kind] < RANKS[otherKind]
    if (kind === 'wildcard') return false
    if (kind === 'parameter') {
      const end = segmentEnd(first, i)
      const otherEnd = segmentEnd(second, j)
      // Which of two is tried first depends on the regular expressions that the router makes of them.
      if (!isPlainParameter(first.slice(i, end)) || !isPlainParameter(second.slice(j, otherEnd))) return true
      i = end
      j = otherEnd
    } else {
      // Different text, or one has ended: no URL matches both. Or both have ended, and have the same place.
      if (i === first.length || first[i] !== second[j]) return false
      i += first[i] === ':' ? 2 : 1
      j += second[j] === ':' ? 2 : 1
    }
  }
}

function kindAt(pattern: string, index: number): SegmentKind {
  if (pattern[index] === '*') return 'wildcard'
  return pattern[index] === ':' && pattern[index + 1] !== ':' ? 'parameter' : 'text'
}

function segmentEnd(pattern: string, start: number): number {
  const slash = pattern.indexOf('/', start)
  return slash < 0 ? pattern.length : slash
}

/** A parameter that takes its whole segment, whatever is in it. */
function isPlainParameter(segment: string): boolean {
  return /^:[^:(.*-]*$/.test(segment)
}
