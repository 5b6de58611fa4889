/** A name without a value gets one that no safelist takes: what counts is whether the policy allows the name. */
const ANY_VALUE = 'x'

/** The value that makes a header with that name ask for a preflight, if any does. */
const PREFLIGHTED_VALUES: ReadonlyMap<string, string> = new Map([
  ['content-type', 'application/json'],
  ['range', 'bytes=-1'],
])

/** `content-type: application/json`, or only a name. */
export function parseHeader(text: string): readonly [name: string, value: string] {
  const colon = text.indexOf(':')
  if (colon >= 0) return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()]
  const name = text.trim()
  return [name, PREFLIGHTED_VALUES.get(name.toLowerCase()) ?? ANY_VALUE]
}
