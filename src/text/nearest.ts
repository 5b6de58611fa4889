/** More slips of the pen than these, and it is another word. */
const MAX_EDITS = 2

/** The name that was probably meant, of those that differ by a slip or two. */
export function nearestOf<Name extends string>(text: string, names: readonly Name[]): Name | undefined {
  let nearest: Name | undefined
  let fewest = MAX_EDITS + 1
  for (const name of names) {
    const edits = editDistance(text, name, fewest)
    if (edits >= fewest) continue
    nearest = name
    fewest = edits
  }
  return nearest
}

/** The Levenshtein distance, or some number from the limit on. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= limit) return Math.abs(a.length - b.length)
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] as number) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
