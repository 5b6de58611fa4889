import { display } from '../text/display.js'
import { isArray, isRegExp } from '../text/value-kinds.js'

/**
 * A document as plain data, read once: from the values that a program passes, or from a text. What comes after has no
 * getters, proxies or prototypes to think of.
 */
export type SourceValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | RegExp
  | Computed
  | readonly SourceValue[]
  | SourceMap

export type SourceMap = ReadonlyMap<string, SourceValue>

/** What has no value in the document: a function, a variable, a reference to another resource. */
export class Computed {
  readonly expression: string
  readonly isFunction: boolean

  constructor(expression: string, isFunction = false) {
    this.expression = expression
    this.isFunction = isFunction
  }
}

/** Far more than any configuration has, and little enough for a machine to read at once. */
export const MAX_VALUES = 200_000
export const MAX_DEPTH = 64

/** Why a value is not read: which limit it breaks, or what it threw. */
export class UnreadableValue extends Error {
  readonly fault: 'depth' | 'size' | 'threw' | 'instance' | 'template'
  readonly path: string

  constructor(fault: UnreadableValue['fault'], path: string, message = '') {
    super(message)
    this.fault = fault
    this.path = path
  }
}

export function isFunction(value: SourceValue): boolean {
  return value instanceof Computed && value.isFunction
}

export function isMap(value: SourceValue): value is SourceMap {
  return value instanceof Map
}

/** Undefined for a value without properties, too. */
export function propertyOf(value: SourceValue, key: string): SourceValue {
  return isMap(value) ? value.get(key) : undefined
}

/** The path of a property. */
export function below(path: string, key: string): string {
  const shown = /^[\w./-]{1,100}$/.test(key) ? key : display(key)
  return path === '' ? shown : `${path}.${shown}`
}

/** @throws UnreadableValue */
export function readValue(value: unknown): SourceValue {
  let count = 0
  const read = (part: unknown, path: string, depth: number): SourceValue => {
    if (++count > MAX_VALUES) throw new UnreadableValue('size', path)
    if (depth > MAX_DEPTH) throw new UnreadableValue('depth', path)
    if (typeof part !== 'object' || part === null) return leafOf(part)
    if (isRegExp(part)) return part
    if (!isArray(part)) {
      const entries = attempt(path, () => propertiesOf(part, path))
      return new Map(entries.map(([key, property]) => [key, read(property, below(path, key), depth + 1)]))
    }
    return attempt(path, () => elementsOf(part, path)).map((element, i) => read(element, `${path}[${i}]`, depth + 1))
  }
  return read(value, '', 0)
}

function propertiesOf(value: object, path: string): [key: string, property: unknown][] {
  if (!isPlain(value)) throw new UnreadableValue('instance', path, display(value))
  const keys = Reflect.ownKeys(value).filter((key) => typeof key === 'string')
  return keys.map((key) => [key, attempt(below(path, key), () => Reflect.get(value, key))])
}

function elementsOf(list: readonly unknown[], path: string): unknown[] {
  const { length } = list
  // A proxy may call anything its length.
  if (!Number.isInteger(length) || length < 0 || length > MAX_VALUES) throw new UnreadableValue('size', path)
  return Array.from({ length }, (_, i) => attempt(`${path}[${i}]`, () => list[i]))
}

/** What a getter or proxy throws, with the place where it did. */
function attempt<Result>(path: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (isOurs(error)) throw error
    throw new UnreadableValue('threw', path, display(messageOf(error)))
  }
}

/** Of what a proxy throws, anything may throw again. */
function isOurs(error: unknown): boolean {
  try {
    return error instanceof UnreadableValue
  } catch {
    return false
  }
}

function messageOf(error: unknown): unknown {
  try {
    return error instanceof Error ? error.message : error
  } catch {
    return 'something unreadable'
  }
}

function leafOf(value: unknown): SourceValue {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return value
    case 'function':
      return new Computed('a function', true)
    default:
      return value === null ? null : new Computed(display(value))
  }
}

/** Options that a prototype carries would be lost: what has one, has to be spread into a plain object. */
function isPlain(value: object): boolean {
  const prototype: unknown = Reflect.getPrototypeOf(value)
  if (prototype === null) return true
  // Of another realm too.
  return Reflect.getPrototypeOf(prototype as object) === null && Object.hasOwn(prototype as object, 'isPrototypeOf')
}

/** The key of what other code adds to an object. */
export const ELSEWHERE = '…'

/** What something else fills in: `${self:custom.origin}`, `{{ .Values.host }}`. */
const PLACEHOLDER = /\$\{|\{\{|<%/

/** What a value is computed from: `${self:custom.origin}`, `{ Ref: "Origin" }`, a variable. */
export function computedOf(value: SourceValue): string | undefined {
  if (value instanceof Computed) return value.expression
  if (typeof value === 'string' && PLACEHOLDER.test(value)) return display(value)
  if (!isMap(value) || value.size !== 1) return undefined
  return [...value.keys()].find((key) => key === 'Ref' || key.startsWith('Fn::'))
}

export function displayValue(value: SourceValue): string {
  return value instanceof Computed ? value.expression : display(isMap(value) ? {} : value)
}

/** As a problem shows it. */
export function plain(value: SourceValue): unknown {
  if (value instanceof Computed) return value.expression
  if (Array.isArray(value)) return value.map(plain)
  return isMap(value) ? Object.fromEntries([...value].map(([key, part]) => [key, plain(part)])) : value
}

/** Whether two say the same, one value and the list of it included. */
export function same(left: SourceValue, right: SourceValue): boolean {
  return JSON.stringify(listed(left), exactly) === JSON.stringify(listed(right), exactly)
}

/** What JSON has no text for. */
function exactly(_: string, value: unknown): unknown {
  return value === undefined || isRegExp(value) ? `${value}` : value
}

function listed(value: SourceValue): unknown {
  return Array.isArray(value) || isMap(value) ? plain(value) : [plain(value)]
}
