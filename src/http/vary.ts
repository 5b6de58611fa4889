/**
 * Merges field names into a Vary value (RFC 9110 section 12.5.5): what is there keeps its text and its order, each
 * missing name is appended once, and `*` absorbs everything.
 *
 * @param current the value so far, all field lines joined by commas; `''` when there is none
 * @param names the field names to add, none of them `*`
 * @returns the merged value
 */
export function mergeVary(current: string, names: readonly string[]): string {
  const present = new Set<string>()
  for (const element of current.toLowerCase().split(',')) present.add(element.trim())
  if (present.has('*')) return '*'
  let merged = current.trim()
  for (const name of names) {
    const lowerCase = name.toLowerCase()
    if (present.has(lowerCase)) continue
    present.add(lowerCase)
    merged = merged === '' ? name : `${merged}, ${name}`
  }
  return merged
}

/**
 * Whether a cache that keeps to Vary tells apart requests that differ in that field.
 *
 * @param vary the value, all field lines joined by commas; undefined where there is none
 */
export function variesBy(vary: string | undefined, name: string): boolean {
  const names = (vary ?? '').toLowerCase().split(',')
  return names.some((element) => ['*', name.toLowerCase()].includes(element.trim()))
}
