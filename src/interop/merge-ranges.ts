const RANGE = /^(.*:\/\/)(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)(.*)$/

interface Range {
  readonly scheme: string
  readonly first: number
  readonly length: number
  readonly port: string
}

/** Two halves of a block of IPv4 addresses become that block: `172.16.0.0/16` to `172.31.0.0/16` are one /12. */
export function mergeRanges(patterns: readonly string[]): readonly string[] {
  const ranges = new Map<string, Range>()
  const others = patterns.filter((pattern) => !RANGE.test(pattern))
  const waiting = patterns.flatMap((pattern) => parse(pattern) ?? [])
  for (let range = waiting.shift(); range !== undefined; range = waiting.shift()) {
    const { first, length } = range
    const size = 2 ** (32 - length)
    const sibling = (first / size) % 2 === 0 ? first + size : first - size
    const key = render({ ...range, first: sibling })
    if (ranges.delete(key)) waiting.push({ ...range, first: Math.min(first, sibling), length: length - 1 })
    else ranges.set(render(range), range)
  }
  return [...others, ...ranges.keys()]
}

function parse(pattern: string): Range | undefined {
  const [, scheme = '', a, b, c, d, length, port = ''] = RANGE.exec(pattern) ?? []
  if (length === undefined) return undefined
  const first = [a, b, c, d].reduce((sum, octet) => sum * 256 + Number(octet), 0)
  return { scheme, first, length: Number(length), port }
}

function render({ scheme, first, length, port }: Range): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256)
  return `${scheme}${octets.join('.')}/${length}${port}`
}
