/** Header fields as people write them: one a line, `name: value`. */
export function toHeaderLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

/** The fields of such lines. A line without a colon is a name; a name that comes twice has its values joined. */
export function fromHeaderLines(text: string): Record<string, string> {
  const fields = new Map<string, string>()
  for (const line of text.split('\n').map((part) => part.trim())) {
    if (line === '') continue
    const [name = '', ...rest] = line.split(':')
    const value = rest.join(':').trim()
    const before = fields.get(name.trim())
    fields.set(name.trim(), before === undefined ? value : `${before}, ${value}`)
  }
  return Object.fromEntries(fields)
}

/** Names in a list that people write with commas, spaces or both. */
export function toNames(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((name) => name !== '')
}
