/** Names and values in turn, as Node gives them (`rawHeaders`), as pairs. */
export function pairsOf(lines: readonly string[]): [name: string, value: string][] {
  return lines.flatMap((name, i) => {
    const value = lines[i + 1]
    return i % 2 === 0 && value !== undefined ? [[name, value]] : []
  })
}
