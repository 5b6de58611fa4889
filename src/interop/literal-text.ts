import { SyntaxFault } from './source-position.js'
import { Computed, isMap, MAX_DEPTH, MAX_VALUES, type SourceValue, UnreadableValue } from './source-value.js'

/**
 * Reads what source code says in literals: keyword arguments of Python, blocks of HCL, objects of JavaScript. Everything
 * between is skipped, and a value that is not a literal is `Computed`. No code runs.
 */
export function readLiterals(text: string): ReadonlyMap<string, SourceValue> {
  const values = new LiteralReader(text).block(undefined, 0)
  return resolve(values, values) as ReadonlyMap<string, SourceValue>
}

/** `allow_origins=origins`, where the text says once what `origins` is. */
function resolve(value: SourceValue, root: ReadonlyMap<string, SourceValue>): SourceValue {
  if (isMap(value)) return new Map([...value].map(([name, part]) => [name, resolve(part, root)]))
  if (Array.isArray(value)) return value.map((part) => resolve(part, root))
  if (!(value instanceof Computed) || !root.has(value.expression)) return value
  const known = root.get(value.expression)
  return known instanceof Computed || isMap(known) ? value : known
}

/** White space and comments. */
const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)+/y
/** As above, up to the end of the line. */
const BLANK_IN_LINE = /(?:[^\S\n]|\/\/[^\n]*|\/\*[^\n]*?\*\/|#[^\n]*)+/y
const NAME = /[A-Za-z_$][\w$-]*/y
/** Of a class, whose options are as good as an object. */
const CALL = /(?:new\s+)?(?:\w+\.)*[A-Z]\w*\(/y
const NUMBER = /-?\d[\d_]*(?:\.\d+)?/y
const ASSIGNS = /\s*(?::(?!:)|=>|=(?!=))/y
const REGEX = /\/(?![*/])((?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y
const SPREAD = /\.\.\.[\w$.]*|\*\*\w+/y
const KEYWORDS: ReadonlySet<string> = new Set(['if', 'for', 'while', 'switch', 'catch', 'function'])
const CONSTANTS: ReadonlyMap<string, SourceValue> = new Map<string, SourceValue>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['undefined', undefined],
])
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' }

class LiteralReader {
  readonly #text: string
  #at = 0
  #count = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Named values up to a closing bracket, those of calls and unnamed brackets within included. */
  block(close: string | undefined, depth: number): Map<string, SourceValue> {
    this.#limit(depth)
    const values = new Map<string, SourceValue>()
    while (this.#skip(BLANK) && this.#at < this.#text.length) {
      const char = this.#text.charAt(this.#at)
      if (char === close) {
        this.#at++
        return values
      }
      if (CLOSING[char] !== undefined) {
        this.#at++
        for (const [name, value] of this.block(CLOSING[char], depth + 1)) add(values, name, value)
        // ['origin']: value
        if (close === '}' && char === '[' && this.#match(ASSIGNS)) values.set('[…]', this.#value(depth))
      } else {
        this.#named(values, close === '}', depth)
      }
    }
    // What is missing may be what narrows.
    if (close !== undefined) throw new SyntaxFault('code', 'a bracket is not closed', this.#at)
    return values
  }

  /**
   * `name = value`, `name { … }`, `name(…)`, or something else. What fills in more than it says (`...base`, `**base`,
   * `origin`, `origin() {}`) is kept as computed: to overlook it could widen the policy.
   */
  #named(values: Map<string, SourceValue>, inObject: boolean, depth: number): void {
    const spread = this.#match(SPREAD)?.[0]
    if (spread !== undefined) {
      values.set(spread, new Computed(spread))
      return
    }
    const name = this.#string() ?? this.#match(NAME)?.[0]
    if (typeof name !== 'string') {
      if (name === undefined) this.#at++
      return
    }
    if (this.#match(ASSIGNS) !== undefined) {
      this.#skip(BLANK)
      add(values, name, this.#value(depth))
      return
    }
    // The labels of a block of HCL: resource "aws_s3_bucket" "name" { … }
    const start = this.#at
    do this.#skip(BLANK_IN_LINE)
    while (typeof this.#string() === 'string')
    const open = this.#text.charAt(this.#at)
    if (open === '{' || open === '(') {
      this.#at++
      const inner = this.block(CLOSING[open], depth + 1)
      this.#skip(BLANK)
      const isMethod = inObject && open === '(' && this.#text.charAt(this.#at) === '{' && !KEYWORDS.has(name)
      if (isMethod) values.set(name, new Computed(name, true))
      else if (inner.size > 0) add(values, name, inner)
    } else {
      this.#at = start
      this.#skip(BLANK)
      const next = this.#text.charAt(this.#at)
      if (inObject && (next === ',' || next === '}')) values.set(name, new Computed(name))
    }
  }

  /** A literal, if nothing follows that would make another value of it. */
  #value(depth: number): SourceValue {
    this.#limit(depth)
    const start = this.#at
    const value = this.#call(depth) ?? this.#literal(depth)
    if (value !== NOT_LITERAL) {
      this.#skip(BLANK_IN_LINE)
      const next = this.#text.charAt(this.#at)
      if (next === '' || ',;\n\r)]}'.includes(next)) return value
    }
    this.#skipExpression(start)
    const expression = this.#text.slice(start, this.#at).trim().replace(/\s+/g, ' ')
    return new Computed(expression.slice(0, 60), /=>|^function\b|^lambda\b/.test(expression))
  }

  #literal(depth: number): SourceValue | typeof NOT_LITERAL {
    const char = this.#text.charAt(this.#at)
    const string = this.#string()
    if (string !== undefined) return string
    if (char === '{') {
      this.#at++
      return this.block('}', depth + 1)
    }
    if (char === '[' || char === '(') {
      this.#at++
      return this.#list(CLOSING[char] as string, depth + 1)
    }
    const number = this.#match(NUMBER)
    if (number !== undefined) return Number(number[0].replaceAll('_', ''))
    const regex = char === '/' ? this.#match(REGEX) : undefined
    if (regex !== undefined) return regexOf(regex)
    const name = this.#match(NAME)?.[0] ?? ''
    return CONSTANTS.has(name) ? CONSTANTS.get(name) : NOT_LITERAL
  }

  #list(close: string, depth: number): SourceValue[] {
    this.#limit(depth)
    const values: SourceValue[] = []
    while (this.#skip(BLANK) && this.#at < this.#text.length) {
      const char = this.#text.charAt(this.#at)
      if (char === close) {
        this.#at++
        return values
      }
      if (char === ',') this.#at++
      else if (char === ')' || char === ']' || char === '}') break
      else values.push(this.#value(depth))
    }
    throw new SyntaxFault('code', 'a bracket is not closed', this.#at)
  }

  /** `Middleware(CORSMiddleware, allow_origins=[…])`, `new HttpApi(this, 'Api', { … })`: the named values. */
  #call(depth: number): SourceValue {
    const start = this.#at
    const inner = this.#match(CALL) === undefined ? new Map<string, SourceValue>() : this.block(')', depth + 1)
    if (inner.size > 0) return inner
    this.#at = start
    return undefined
  }

  /** Of one that has a value filled in, that is not known. */
  #string(): string | Computed | undefined {
    const found = this.#match(
      /([rRbBuUfF]{0,2})("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`)/y,
    )
    if (found === undefined) return undefined
    const [all, prefix = '', quoted = ''] = found
    const size = /^("""|''')/.test(quoted) ? 3 : 1
    const inner = quoted.slice(size, -size)
    if (/\$\{/.test(inner) || (/f/i.test(prefix) && inner.includes('{'))) return new Computed(all.slice(0, 60))
    return /r/i.test(prefix) ? inner : inner.replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? escaped(char))
  }

  /** To the next comma or line end that is not within brackets, or the bracket that closes. */
  #skipExpression(start: number): void {
    this.#at = start
    let depth = 0
    while (this.#at < this.#text.length) {
      if (this.#string() !== undefined || this.#match(BLANK_COMMENT) !== undefined) continue
      const char = this.#text.charAt(this.#at)
      if (depth === 0 && (char === ',' || char === ';' || char === '\n')) return
      if (CLOSING[char] !== undefined) depth++
      if ((char === ')' || char === ']' || char === '}') && --depth < 0) return
      this.#at++
    }
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found === null) return undefined
    this.#at = pattern.lastIndex
    return found
  }

  #skip(pattern: RegExp): true {
    this.#match(pattern)
    return true
  }

  #limit(depth: number): void {
    if (depth > MAX_DEPTH) throw new UnreadableValue('depth', '')
    if (++this.#count > MAX_VALUES) throw new UnreadableValue('size', '')
  }
}

const NOT_LITERAL = Symbol('not a literal')
const BLANK_COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' }

/** Python keeps a backslash that does not start an escape: `'\.'` is two characters. In JavaScript it would be one. */
function escaped(char: string): string {
  return /[\\"'`/$]/.test(char) ? char : `\\${char}`
}

function regexOf([, source = '', flags]: RegExpExecArray): SourceValue {
  try {
    return new RegExp(source, flags)
  } catch {
    return new Computed(`/${source}/${flags}`)
  }
}

/** Blocks of HCL that have the same name are a list. */
function add(values: Map<string, SourceValue>, name: string, value: SourceValue): void {
  const before = values.get(name)
  if (isMap(before) && isMap(value)) values.set(name, [before, value])
  else if (Array.isArray(before) && before.every(isMap) && isMap(value)) values.set(name, [...before, value])
  else values.set(name, value)
}
