import { MAX_LABEL_LENGTH } from '../config/origin-text.js'
import { isWildcardText } from './label-index.js'
import { finishHash, hashCode, hashText, RowTrie } from './row-trie.js'

/** A pattern inside a label, `scheme://prefix*suffix.parent:port`. */
export interface LabelRow {
  readonly scheme: string
  readonly prefix: string
  readonly suffix: string
  readonly parent: string
  /** With its colon, or `''`. */
  readonly port: string
}

/** How long the two ends of a pattern inside a label are, and how many patterns have such ends. */
interface Shape {
  readonly prefix: number
  readonly suffix: number
  readonly count: number
}

/** The hashes of what a label begins and ends with, by length. A look-up never yields, so one buffer serves all. */
const prefixHashes = new Int32Array(MAX_LABEL_LENGTH + 1)
const suffixHashes = new Int32Array(MAX_LABEL_LENGTH + 1)

/**
 * Which patterns inside a label there are. Below one parent there may be 2,000 shapes, so an origin's label is not
 * turned into 2,000 texts: a number for each shape says whether a text is worth making.
 */
export class LabelRows {
  /** By `scheme://.parent:port`. */
  #shapes = new RowTrie<readonly Shape[]>()
  /** How many patterns have that hash of their parent and both ends. */
  #hashes = new RowTrie<number, number>()

  /** @param by 1 for a pattern that is added, -1 for one that is removed */
  count({ scheme, prefix, suffix, parent, port }: LabelRow, by: 1 | -1): void {
    const key = keyOf(scheme, parent, port)
    const shapes = counted(this.#shapes.get(key) ?? [], prefix.length, suffix.length, by)
    if (shapes.length > 0) this.#shapes.set(key, shapes)
    else this.#shapes.delete(key)
    const hash = pairHash(hashText(prefix, hashText(key)), hashText(reverse(suffix)))
    const count = (this.#hashes.get(hash) ?? 0) + by
    if (count > 0) this.#hashes.set(hash, count)
    else this.#hashes.delete(hash)
  }

  snapshot(): LabelRows {
    const snapshot = new LabelRows()
    snapshot.#shapes = this.#shapes.snapshot()
    snapshot.#hashes = this.#hashes.snapshot()
    return snapshot
  }

  /** Whether `has` is true of one of the patterns that may match the host. All that do match are among them. */
  some(scheme: string, host: string, port: string, has: (text: string) => boolean): boolean {
    const end = host.indexOf('.')
    if (end < 0) return false
    const key = keyOf(scheme, host.slice(end + 1), port)
    const shapes = this.#shapes.get(key)
    if (shapes === undefined) return false
    hashEnds(key, host, end)
    return shapes.some(({ prefix, suffix }) => {
      const wildcardEnd = end - suffix
      if (wildcardEnd <= prefix) return false
      const hash = pairHash(prefixHashes[prefix] as number, suffixHashes[suffix] as number)
      if (this.#hashes.get(hash) === undefined || !isWildcardText(host.slice(prefix, wildcardEnd))) return false
      return has(`${scheme}://${host.slice(0, prefix)}*${host.slice(wildcardEnd)}${port}`)
    })
  }
}

function keyOf(scheme: string, parent: string, port: string): string {
  return `${scheme}://.${parent}${port}`
}

function counted(shapes: readonly Shape[], prefix: number, suffix: number, by: 1 | -1): Shape[] {
  const others = shapes.filter((shape) => shape.prefix !== prefix || shape.suffix !== suffix)
  const same = shapes.find((shape) => shape.prefix === prefix && shape.suffix === suffix)
  const count = (same?.count ?? 0) + by
  return count === 0 ? others : [...others, { prefix, suffix, count }]
}

/** @param end where the label ends that the host begins with */
function hashEnds(key: string, host: string, end: number): void {
  let prefix = hashText(key)
  let suffix = hashText('')
  for (let length = 0; length <= end; length++) {
    prefixHashes[length] = prefix
    suffixHashes[length] = suffix
    prefix = hashCode(prefix, host.charCodeAt(length))
    suffix = hashCode(suffix, host.charCodeAt(end - 1 - length))
  }
}

function reverse(text: string): string {
  return [...text].reverse().join('')
}

function pairHash(prefix: number, suffix: number): number {
  return finishHash(hashCode(hashCode(prefix, suffix >>> 16), suffix & 0xffff))
}
