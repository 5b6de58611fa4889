import { cdkValue } from './cdk-constants.js'
import type { ConfigBuilder, SourceEntry } from './config-builder.js'
import { nearestKey, withoutPunctuation } from './find-source.js'
import {
  below,
  Computed,
  computedOf,
  displayValue,
  ELSEWHERE,
  isMap,
  plain,
  type SourceMap,
  type SourceValue,
  same,
} from './source-value.js'

/** The options of a dialect by our name for each, with the names that it has there. */
export type OptionTable = Readonly<Record<string, readonly string[]>>

/** A value, where in the document it is, and its name there. */
interface SourceOption {
  readonly value: SourceValue
  readonly path: string
  readonly key: string
}

/** How a text is read where a list is expected. */
export type ScalarRule = 'one' | 'split' | 'refuse'

/** The options of one configuration. Unknown ones are problems: to leave one out could widen the policy. */
export class SourceOptions {
  readonly #found = new Map<string, SourceOption>()
  readonly #builder: ConfigBuilder
  readonly #path: string
  readonly #table: OptionTable

  /** @param isIgnored whether a name has nothing to do with CORS */
  constructor(
    value: SourceValue,
    path: string,
    table: OptionTable,
    builder: ConfigBuilder,
    isIgnored: (key: string) => boolean = () => false,
  ) {
    this.#builder = builder
    this.#path = path
    this.#table = table
    if (isMap(value)) this.#read(value, isIgnored)
    else builder.refuse({ code: 'wrong-value', expected: 'an object', got: displayValue(value) }, path, value)
  }

  #read(map: SourceMap, isIgnored: (key: string) => boolean): void {
    const byName = new Map(
      Object.entries(this.#table).flatMap(([name, aliases]) =>
        aliases.map((alias) => [withoutPunctuation(alias), name]),
      ),
    )
    const known = Object.values(this.#table).flatMap((aliases) => aliases.slice(0, 1))
    for (const [key, value] of map) {
      const path = below(this.#path, key)
      const name = byName.get(withoutPunctuation(key))
      if (name === undefined) {
        const meant = nearestKey(key, known)
        const isMore = key === ELSEWHERE || /^(?:\.{3}|\*\*)/.test(key)
        if (isMore)
          this.#builder.refuse({ code: 'options-elsewhere' }, key === ELSEWHERE ? this.#path : path, undefined)
        else if (!isIgnored(key)) this.#builder.refuse({ code: 'unknown-key', key, known }, path, plain(value), meant)
        continue
      }
      const before = this.#found.get(name)
      if (before === undefined || same(before.value, value)) this.#found.set(name, { value, path, key })
      else this.#builder.refuse({ code: 'options-conflict', names: [before.key, key] }, path, plain(value))
    }
  }

  has(name: string): boolean {
    return this.#found.has(name)
  }

  /** `undefined` too, if that is what is there. */
  get(name: string): SourceValue {
    return this.#found.get(name)?.value
  }

  /** Where the option is, or would be. */
  path(name: string): string {
    // Each option has a name.
    return this.#found.get(name)?.path ?? below(this.#path, this.#table[name]?.[0] as string)
  }

  /** The strings of a list. Undefined if the option is absent or null. */
  list(name: string, scalar: ScalarRule = 'one'): readonly SourceEntry[] | undefined {
    const value = cdkValue(this.get(name))
    const path = this.path(name)
    if (value === undefined || value === null) return undefined
    if (Array.isArray(value)) return value.flatMap((entry, i) => this.#entry(name, entry, `${path}[${i}]`))
    if (typeof value === 'string' && scalar !== 'refuse') {
      const isOne = scalar === 'one' || computedOf(value) !== undefined
      return isOne ? this.#entry(name, value, path) : splitNames(value, path)
    }
    if (computedOf(value) !== undefined) return this.#entry(name, value, path)
    const meant =
      typeof value === 'string'
        ? `[${value
            .split(',')
            .map((part) => `'${part.trim()}'`)
            .join(', ')}]`
        : undefined
    this.#builder.refuse(
      { code: 'wrong-value', expected: 'a list of strings', got: displayValue(value) },
      path,
      plain(value),
      meant,
    )
    return []
  }

  #entry(name: string, written: SourceValue, path: string): readonly SourceEntry[] {
    const value = cdkValue(written)
    if (typeof value === 'string' && value !== '' && computedOf(value) === undefined) return [{ text: value, path }]
    this.refuseValue(name, value, path, 'a non-empty string')
    return []
  }

  /** @param strict whether the source is a program, to which a string is not what it says */
  boolean(name: string, strict = false): boolean | undefined {
    const value = this.get(name)
    if (value === undefined || value === null || typeof value === 'boolean') return value ?? undefined
    // Templates and annotations have only strings.
    const isText = value === 'true' || value === 'false'
    if (isText && !strict) return value === 'true'
    this.refuseValue(name, value, this.path(name), 'true or false', isText ? value : undefined)
    return undefined
  }

  number(name: string): number | undefined {
    const value = this.get(name)
    if (value === undefined || value === null) return undefined
    if (typeof value === 'number' && !Number.isNaN(value)) return value
    const seconds = secondsOf(value instanceof Computed ? value.expression : value)
    if (seconds !== undefined) return seconds
    this.refuseValue(name, value, this.path(name), 'a number of seconds')
    return undefined
  }

  refuseValue(name: string, value: SourceValue, path: string, expected: string, meant?: string): void {
    const expression = computedOf(value)
    if (expression !== undefined) {
      this.#builder.refuse({ code: 'computed-value', expression, option: name }, path, expression)
    } else {
      this.#builder.refuse({ code: 'wrong-value', expected, got: displayValue(value) }, path, plain(value), meant)
    }
  }
}

/** Names with commas between, in one text. */
export function splitNames(text: string, path: string): readonly SourceEntry[] {
  const names = text.split(',').map((name) => name.trim())
  return names.filter((name) => name !== '').map((name) => ({ text: name, path }))
}

const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, '': 1 }
const CDK_UNITS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }

/** `300`, `24h`, `1h30m`, `Duration.days(1)`. */
function secondsOf(value: SourceValue): number | undefined {
  if (typeof value !== 'string') return undefined
  const [, whole] = /^'?(-?\d+)'?$/.exec(value) ?? []
  if (whole !== undefined) return Number(whole)
  const [, cdk = '', amount = ''] = /^(?:\w+\.)?Duration\.(\w+)\((\d+)\)$/.exec(value) ?? []
  if (CDK_UNITS[cdk] !== undefined) return CDK_UNITS[cdk] * Number(amount)
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/.test(value)) return undefined
  return [...value.matchAll(/([\d.]+)(ms|[smh])/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * (UNITS[unit as string] as number),
    0,
  )
}
