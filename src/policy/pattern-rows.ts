import { hasPunycode, isCanonicalPunycode } from '../config/canonical-host.js'
import type { ParsedOrigin } from '../config/origin-pattern.js'
import type { OriginRules } from '../config/origin-rules.js'
import { isWildcardChar, MAX_HOST_LENGTH, splitOrigin } from '../config/origin-text.js'
import { type Approval, isApproved } from './approval.js'
import { OriginSet } from './origin-set.js'
import { RowTrie } from './row-trie.js'

const DOT = 0x2e
/** Labels have at least one character, and dots between them. */
const MAX_LABELS = (MAX_HOST_LENGTH + 1) / 2

/** How long the two ends of a pattern inside a label are, and how many patterns have such ends. */
interface Shape {
  readonly prefix: number
  readonly suffix: number
  readonly count: number
}

/** A pattern of another kind than those that are found by their texts. */
interface OtherRow {
  readonly pattern: ParsedOrigin
  readonly approval: Approval
}

/**
 * The rows that are patterns. What `OriginSet` compiles would have to be compiled again for each change; here an
 * origin is turned into the texts of the patterns that would match it, and those are looked up. A host has at most
 * 127 labels and a label 63 characters, which bounds how many there are.
 */
export class PatternRows {
  #texts = new RowTrie<Approval>()
  /** By `scheme://.parent:port`, where patterns inside the label below that parent exist. */
  #shapes = new RowTrie<readonly Shape[]>()
  /** How many patterns have a parent of so many labels: no other one is looked up. */
  #depths = new Uint32Array(MAX_LABELS + 1)
  /** Address ranges, above all. Never changed in place. */
  #others: ReadonlyMap<string, OtherRow> = new Map()
  #compiled: { readonly rules: OriginRules; readonly set: OriginSet } | undefined

  get size(): number {
    return this.#texts.size + this.#others.size
  }

  get(text: string): Approval | undefined {
    return this.#texts.get(text) ?? this.#others.get(text)?.approval
  }

  put(text: string, pattern: ParsedOrigin, approval: Approval): void {
    if (this.get(text) !== undefined) this.delete(text, pattern)
    if (isOther(pattern)) this.#setOthers((others) => others.set(text, { pattern, approval }))
    else {
      this.#texts.set(text, approval)
      this.#count(pattern, 1)
    }
  }

  /** @param pattern the parsed text */
  delete(text: string, pattern: ParsedOrigin): void {
    if (isOther(pattern)) this.#setOthers((others) => others.delete(text))
    else if (this.#texts.delete(text)) this.#count(pattern, -1)
  }

  snapshot(): PatternRows {
    const snapshot = new PatternRows()
    snapshot.#texts = this.#texts.snapshot()
    snapshot.#shapes = this.#shapes.snapshot()
    snapshot.#depths = this.#depths.slice()
    snapshot.#others = this.#others
    snapshot.#compiled = this.#compiled
    return snapshot
  }

  forEach(use: (approval: Approval, text: string) => void): void {
    this.#texts.forEach(use)
    this.#others.forEach(({ approval }, text) => {
      use(approval, text)
    })
  }

  /** @param origin at most `MAX_ORIGIN_LENGTH` long */
  matches(origin: string, rules: OriginRules): boolean {
    const parts = splitOrigin(origin)
    if (parts === undefined) return false
    if (this.#others.size > 0 && this.#compile(rules).has(origin)) return true
    if (this.#texts.size === 0) return false
    const { schemeEnd, hostStart: start, hostEnd: end } = parts
    if (this.#has(`${origin.slice(0, end)}:*`, rules)) return true
    const scheme = origin.slice(0, schemeEnd)
    const host = origin.slice(start, end)
    if (!this.#hasWildcard(scheme, host, origin.slice(end), rules) && !this.#hasWildcard(scheme, host, ':*', rules)) {
      return false
    }
    return !hasPunycode(host, 0, host.length) || isCanonicalPunycode(host)
  }

  #has(text: string, rules: OriginRules): boolean {
    const approval = this.#texts.get(text)
    return approval !== undefined && isApproved(approval, text, rules)
  }

  /** @param port with its colon, or `''` */
  #hasWildcard(scheme: string, host: string, port: string, rules: OriginRules): boolean {
    let depth = 1
    for (let i = host.length - 1; i > 0; i--) {
      if (host.charCodeAt(i) !== DOT) continue
      if (this.#depths[depth++] !== 0 && this.#has(`${scheme}://*${host.slice(i)}${port}`, rules)) return true
    }
    const dot = host.indexOf('.')
    if (dot < 0) return false
    const parent = `${host.slice(dot)}${port}`
    const shapes = this.#shapes.get(`${scheme}://${parent}`)
    return shapes?.some((shape) => this.#hasShape(scheme, host.slice(0, dot), shape, parent, rules)) ?? false
  }

  #hasShape(scheme: string, label: string, { prefix, suffix }: Shape, parent: string, rules: OriginRules): boolean {
    const wildcardEnd = label.length - suffix
    if (wildcardEnd <= prefix) return false
    for (let i = prefix; i < wildcardEnd; i++) if (!isWildcardChar(label.charCodeAt(i))) return false
    return this.#has(`${scheme}://${label.slice(0, prefix)}*${label.slice(wildcardEnd)}${parent}`, rules)
  }

  #count({ scheme, host, port }: ParsedOrigin, by: 1 | -1): void {
    if (host.kind === 'subdomains') {
      const labels = host.parent.split('.').length
      this.#depths[labels] = (this.#depths[labels] as number) + by
    } else if (host.kind === 'label') {
      const key = `${scheme}://.${host.parent}${port === '' ? '' : `:${port}`}`
      const shapes = counted(this.#shapes.get(key) ?? [], host.prefix.length, host.suffix.length, by)
      if (shapes.length > 0) this.#shapes.set(key, shapes)
      else this.#shapes.delete(key)
    }
  }

  #setOthers(change: (others: Map<string, OtherRow>) => void): void {
    const others = new Map(this.#others)
    change(others)
    this.#others = others
    this.#compiled = undefined
  }

  #compile(rules: OriginRules): OriginSet {
    if (this.#compiled?.rules !== rules) {
      const rows = [...this.#others].filter(([text, { approval }]) => isApproved(approval, text, rules))
      const patterns = rows.map(([, { pattern }]) => pattern)
      this.#compiled = { rules, set: new OriginSet(new Set(), patterns) }
    }
    return this.#compiled.set
  }
}

function isOther({ host }: ParsedOrigin): boolean {
  return host.kind !== 'host' && host.kind !== 'subdomains' && host.kind !== 'label'
}

function counted(shapes: readonly Shape[], prefix: number, suffix: number, by: 1 | -1): Shape[] {
  const others = shapes.filter((shape) => shape.prefix !== prefix || shape.suffix !== suffix)
  const same = shapes.find((shape) => shape.prefix === prefix && shape.suffix === suffix)
  const count = (same?.count ?? 0) + by
  return count === 0 ? others : [...others, { prefix, suffix, count }]
}
