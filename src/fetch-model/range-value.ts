const ZERO = 0x30
const NINE = 0x39
const PREFIX = 'bytes='

/**
 * Whether a Range value is one that browsers themselves send, `bytes=0-` or `bytes=0-499`:
 * https://fetch.spec.whatwg.org/#simple-range-header-value, with a start. `bytes=-500` has none, and is not safelisted.
 */
export function isSimpleRange(value: string): boolean {
  if (!value.startsWith(PREFIX)) return false
  const dash = digitsEnd(value, PREFIX.length)
  if (dash === PREFIX.length || value[dash] !== '-') return false
  const end = digitsEnd(value, dash + 1)
  if (end !== value.length) return false
  return end === dash + 1 || isOrdered(value.slice(PREFIX.length, dash), value.slice(dash + 1))
}

function digitsEnd(text: string, start: number): number {
  let i = start
  while (text.charCodeAt(i) >= ZERO && text.charCodeAt(i) <= NINE) i++
  return i
}

/** BigInt, because a script may write more digits than a number holds. */
function isOrdered(first: string, last: string): boolean {
  return BigInt(first) <= BigInt(last)
}
