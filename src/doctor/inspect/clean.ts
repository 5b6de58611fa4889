const MARKED_REQUEST = /^> \S+ \S+ HTTP\/[\d.]+/
const FENCE = /^(?:`{3,}|~{3,}) ?\w*$/
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/** ECMA-48 section 8.3.117: Select Graphic Rendition. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g')

/**
 * The lines of what somebody copied, without what a terminal or Markdown added: colours, times, quote marks, fences, and
 * the marks of `curl -v` where only those of the response are left.
 */
export function cleanLines(text: string): string[] {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(COLOUR, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] as string)
  const lines = plain
    .split(/\r?\n/)
    .map((line) => (FENCE.test(line.trim()) ? '' : line.replace(/^\d\d:\d\d:\d\d\.\d+ (?=[*<>] )/, '')))
  return lines.some((line) => MARKED_REQUEST.test(line)) ? lines : lines.map(withoutMark)
}

/** A quoted text may be what curl prints. */
function withoutMark(line: string): string {
  return line.replace(/^\s*(?:>\s?|< (?=\S))/, '')
}
