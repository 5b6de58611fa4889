/** A leaf with this many entries is split. The first change after a snapshot copies a leaf, which takes microseconds. */
const MAX_LEAF_SIZE = 64
const BITS = 4
const FAN_OUT = 1 << BITS
const HASH_BITS = 32

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** The owner of a node. Only the owner may change it; all others copy it first. */
type Owner = object

/** A leaf with entries, or a branch with children. */
interface Node<V, K> {
  readonly owner: Owner
  entries: Map<K, V> | undefined
  children: Node<V, K>[] | undefined
}

/**
 * A map with texts, or whole numbers that are hashes, as keys. A change costs the same at a million entries as at a
 * thousand: one `Map` of V8 that grows past a million blocks for 100 ms, and this is a tree of small ones. A snapshot
 * shares the whole tree and never changes. Later changes copy only the nodes on the way from the root.
 */
export class RowTrie<V, K extends string | number = string> {
  #root: Node<V, K>
  #owner: Owner = {}
  #size = 0

  constructor() {
    this.#root = leaf(this.#owner)
  }

  get size(): number {
    return this.#size
  }

  get(key: K): V | undefined {
    let node = this.#root
    if (node.children !== undefined) {
      const hash = hashOf(key)
      let shift = 0
      while (node.children !== undefined) {
        node = node.children[(hash >>> shift) & (FAN_OUT - 1)] as Node<V, K>
        shift += BITS
      }
    }
    return (node.entries as Map<K, V>).get(key)
  }

  set(key: K, value: V): void {
    const entries = this.#entriesFor(key, MAX_LEAF_SIZE)
    const before = entries.size
    entries.set(key, value)
    this.#size += entries.size - before
  }

  /** @returns whether it was there */
  delete(key: K): boolean {
    if (this.get(key) === undefined) return false
    this.#size--
    return this.#entriesFor(key, Number.POSITIVE_INFINITY).delete(key)
  }

  /** What the map holds now, for good. */
  snapshot(): RowTrie<V, K> {
    // From here on nobody owns the nodes that there are.
    this.#owner = {}
    const snapshot = new RowTrie<V, K>()
    snapshot.#root = this.#root
    snapshot.#size = this.#size
    return snapshot
  }

  forEach(use: (value: V, key: K) => void): void {
    visit(this.#root, use)
  }

  /** The leaf of a key. Copies each node on the way that belongs to somebody else. */
  #entriesFor(key: K, maxSize: number): Map<K, V> {
    const hash = hashOf(key)
    let node = owned(this.#root, this.#owner)
    this.#root = node
    splitIfFull(node, 0, maxSize)
    for (let shift = 0; node.children !== undefined; shift += BITS) {
      const { children } = node
      const i = (hash >>> shift) & (FAN_OUT - 1)
      node = owned(children[i] as Node<V, K>, this.#owner)
      children[i] = node
      splitIfFull(node, shift + BITS, maxSize)
    }
    return node.entries as Map<K, V>
  }
}

function leaf<V, K>(owner: Owner): Node<V, K> {
  return { owner, entries: new Map(), children: undefined }
}

function owned<V, K>(node: Node<V, K>, owner: Owner): Node<V, K> {
  if (node.owner === owner) return node
  return { owner, entries: node.entries && new Map(node.entries), children: node.children && [...node.children] }
}

/** Turns a full leaf into a branch, unless all bits of the hashes are used up. */
function splitIfFull<V, K extends string | number>(node: Node<V, K>, shift: number, maxSize: number): void {
  if (node.entries === undefined || node.entries.size < maxSize || shift >= HASH_BITS) return
  const children = Array.from({ length: FAN_OUT }, () => leaf<V, K>(node.owner))
  node.entries.forEach((value, key) => {
    children[(hashOf(key) >>> shift) & (FAN_OUT - 1)]?.entries?.set(key, value)
  })
  node.entries = undefined
  node.children = children
}

function visit<V, K>(node: Node<V, K>, use: (value: V, key: K) => void): void {
  node.entries?.forEach(use)
  node.children?.forEach((child) => {
    visit(child, use)
  })
}

function hashOf(key: string | number): number {
  return typeof key === 'number' ? key : finishHash(hashText(key))
}

/** The hash of a text, or of what follows one that has the hash `start`. Not finished, so that more can follow. */
export function hashText(text: string, start: number = FNV_OFFSET): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = hashCode(hash, text.charCodeAt(i))
  return hash
}

/** One more character. */
export function hashCode(hash: number, code: number): number {
  return Math.imul(hash ^ code, FNV_PRIME)
}

/** Only the low bits choose a child near the root. */
export function finishHash(hash: number): number {
  return hash ^ (hash >>> 15)
}
