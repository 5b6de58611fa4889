import { changedNames } from './changed-names.js'
import { SyntaxFault } from './source-position.js'
import { Computed, ELSEWHERE, isMap, type SourceValue } from './source-value.js'
import { BLANK, BLANK_IN_LINE, CLOSING, TextCursor } from './text-cursor.js'

/**
 * Reads what source code says in literals: keyword arguments of Python, blocks of HCL, objects of JavaScript. Everything
 * between is skipped, and a value that is not a literal is `Computed`. No code runs.
 */
export function readLiterals(text: string): ReadonlyMap<string, SourceValue> {
  const reader = new LiteralReader(text)
  const named = reader.block(undefined, 0)
  // With nothing else in the text, a function is what configures.
  const isAll = [...named.values()].every(isFunction)
  const bodies = reader.bodies()
  const inner = [...bodies].flatMap(([name, body]): [string, SourceValue][] => (isAll ? [...body] : [[name, body]]))
  const values = new Map<string, SourceValue>(isAll && inner.length > 0 ? inner : [...named, ...inner])
  const changed = changedNames(text)
  const known = new Map([...values].filter(([name]) => !changed.has(name)))
  return new Map([...values].map(([name, value]) => [name, marked(resolve(value, known), changed.has(name))]))
}

/** An object that is changed after it has been written has more than it says. */
function marked(value: SourceValue, isChanged: boolean): SourceValue {
  return isChanged && isMap(value) ? new Map([...value, [ELSEWHERE, undefined]]) : value
}

function isFunction(value: SourceValue): boolean {
  return value instanceof Computed && value.isFunction
}

/** `allow_origins=origins`, where the text says once what `origins` is. */
function resolve(value: SourceValue, root: ReadonlyMap<string, SourceValue>): SourceValue {
  if (isMap(value)) return new Map([...value].map(([name, part]) => [name, resolve(part, root)]))
  if (Array.isArray(value)) return value.map((part) => resolve(part, root))
  if (!(value instanceof Computed) || !root.has(value.expression)) return value
  const known = root.get(value.expression)
  return known instanceof Computed || isMap(known) ? value : known
}

const NAME = /[A-Za-z_$][\w$-]*/y
/** Of a class, whose options are as good as an object. */
const CALL = /(?:new\s+)?(?:\w+\.)*[A-Z]\w*\(/y
const NUMBER = /-?\d[\d_]*(?:\.\d+)?/y
/** `name: Type = value` of TypeScript and Python. */
const DECLARES = /\s*:\s*[A-Za-z_$][\w$.<>[\], |]*=(?![=>])/y
/** The same in the body of a function, which looks like an object. */
const TYPED = /\s*:\s*[A-Z][\w$.<>[\]]*\s*=\s*(?=[{[])/y
const ASSIGNS = /\s*(?::(?!:)|=>|=(?!=))/y
const REGEX = /\/(?![*/])((?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y
const NEW_REGEX = /new\s+RegExp\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")\s*(?:,\s*['"]([a-z]*)['"]\s*)?\)/y
/** A function that runs for each request. What is inside is not a configuration by itself. */
const HANDLER = /^(?:async\s+)?(?:function\b\s*[\w$]*\s*)?\(?\s*_?(?:req|request|origin)\b/
/** A function that chooses the options of a request: no object in it says what all requests get. */
const PARAMETERS =
  '\\(\\s*_?req\\w*(?:\\s*:[^,()]{0,60})?,\\s*(?:cb|callback|done)\\b(?:[^()]|\\([^()]{0,200}\\)){0,200}\\)\\s*(?::[^={]{0,60})?'
const DELEGATE = new RegExp(`(?:async\\s+)?(?:function\\b\\s*[\\w$]*\\s*${PARAMETERS}|${PARAMETERS}=>\\s*)`, 'y')
const SPREAD = /\.\.\.[\w$.]*|\*\*\w+/y
/** What comes before a Python function, whose parameters are not values. */
const DEFINES = /\bdef\s+$/
const DEFINED_AFTER = 8
/** The colon of Python before a block, which names nothing. */
const BLOCK_COLON = /[^\S\n]*:[^\S\n]*(?:#[^\n]*)?\n/y
const PYTHON_BLOCK = /^\s*(?:\)|(?:async\s+)?(?:def|class|if|elif|else|for|while|with|try|except|finally|match|case)\b)/
/** Blocks of Terraform have at most two. With a limit, a long row of strings is not read once for each of them. */
const MAX_LABELS = 4
/** In the lines after a value, what makes another value of it: `.concat(…)`, `+ suffix`, `|| other`. */
const CONTINUES = /\s*\n\s*(?:\.(?!\.\.)|[+?|&])/y
/** Functions that merge objects. If an argument is a name, its value is not known. */
const MERGES = /^(?:assign|merge\w*|extend|defaults\w*)$/
const NAMED_ARGUMENT = /(?:^|,)\s*[A-Za-z_$][\w$.]*\s*(?:\([^()]*\)\s*)?(?=,|\)$)/
const DEFAULTS = /^(?:cors|enableCors)$/
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

class LiteralReader {
  readonly #cursor: TextCursor
  readonly #functions: (readonly [name: string, text: string])[] = []

  constructor(text: string) {
    this.#cursor = new TextCursor(text)
  }

  /** The named values in the functions that have a name themselves. */
  bodies(): ReadonlyMap<string, ReadonlyMap<string, SourceValue>> {
    const bodies = this.#functions.map(([name, text]) => [`${name}()`, new LiteralReader(text).body()] as const)
    return new Map(bodies.filter(([, body]) => body.size > 0))
  }

  /** The named values, if all can be read. */
  body(): ReadonlyMap<string, SourceValue> {
    try {
      return this.block(undefined, 1)
    } catch {
      return new Map()
    }
  }

  /** Named values up to a closing bracket, those of calls and unnamed brackets within included. */
  block(close: string | undefined, depth: number): Map<string, SourceValue> {
    const cursor = this.#cursor
    cursor.limit(depth)
    const values = new Map<string, SourceValue>()
    while (cursor.skip(BLANK)) {
      const char = cursor.char
      if (char === close) {
        cursor.at++
        return values
      }
      if (cursor.match(DELEGATE) !== undefined) {
        cursor.skipExpression(cursor.at)
        values.set('callback', new Computed('(req, callback) => …', true))
      } else if (CLOSING[char] !== undefined) {
        cursor.at++
        for (const [name, value] of this.block(CLOSING[char], depth + 1)) add(values, name, value)
        // ['origin']: value
        if (close === '}' && char === '[' && cursor.match(ASSIGNS)) values.set('[…]', this.#value(depth))
      } else {
        this.#named(values, close === '}', depth)
      }
    }
    // What is missing may be what narrows.
    if (close !== undefined) throw new SyntaxFault('code', 'a bracket is not closed', cursor.at)
    return values
  }

  /**
   * `name = value`, `name { … }`, `name(…)`, or something else. What fills in more than it says (`...base`, `**base`,
   * `origin`, `origin() {}`) is kept as computed: to overlook it could widen the policy.
   */
  #named(values: Map<string, SourceValue>, inObject: boolean, depth: number): void {
    const cursor = this.#cursor
    const spread = cursor.match(SPREAD)?.[0]
    if (spread !== undefined) {
      values.set(spread, new Computed(spread))
      return
    }
    const before = cursor.textBefore(DEFINED_AFTER)
    const name = cursor.string() ?? cursor.match(NAME)?.[0]
    if (typeof name !== 'string') {
      if (name === undefined) cursor.at++
      return
    }
    if (!inObject && cursor.sees(BLOCK_COLON) && PYTHON_BLOCK.test(cursor.lineStart)) return
    if (cursor.match(inObject ? TYPED : DECLARES) !== undefined || cursor.match(ASSIGNS) !== undefined) {
      cursor.skip(BLANK)
      const start = cursor.at
      const value = this.#value(depth)
      const text = depth === 0 && isFunction(value) ? cursor.textSince(start) : ''
      if (text !== '' && !HANDLER.test(text)) this.#functions.push([name, text])
      add(values, name, value)
      return
    }
    // The labels of a block of HCL: resource "aws_s3_bucket" "name" { … }
    const start = cursor.at
    let labels = 0
    do cursor.skip(BLANK_IN_LINE)
    while (labels++ < MAX_LABELS && typeof cursor.string() === 'string')
    const open = cursor.char
    if (cursor.sees(DELEGATE)) return
    if (open === '(' && DEFINES.test(before)) {
      cursor.at++
      this.block(')', depth + 1)
    } else if (open === '{' || open === '(') {
      cursor.at++
      const inside = cursor.at
      const inner = this.block(CLOSING[open], depth + 1)
      const [argument] = (MERGES.test(name) && NAMED_ARGUMENT.exec(cursor.textSince(inside))) || []
      if (argument !== undefined && inner.size > 0) inner.set(ELSEWHERE, undefined)
      cursor.skip(BLANK)
      const isMethod = inObject && open === '(' && cursor.char === '{' && !KEYWORDS.has(name)
      if (isMethod) values.set(name, new Computed(name, true))
      // cors(): all defaults.
      else if (inner.size > 0 || (DEFAULTS.test(name) && cursor.textSince(inside).trim() === ')'))
        add(values, name, inner)
    } else {
      cursor.at = start
      cursor.skip(BLANK)
      const next = cursor.char
      if (inObject && (next === ',' || next === '}')) values.set(name, new Computed(name))
    }
  }

  /** A literal, if nothing follows that would make another value of it. */
  #value(depth: number): SourceValue {
    const cursor = this.#cursor
    cursor.limit(depth)
    const start = cursor.at
    const value = this.#call(depth) ?? this.#literal(depth)
    if (value !== NOT_LITERAL) {
      cursor.skip(BLANK_IN_LINE)
      const next = cursor.char
      if ((next === '' || ',;\n\r)]}'.includes(next)) && !cursor.sees(CONTINUES)) return value
    }
    cursor.skipExpression(start)
    const expression = cursor.since(start)
    return new Computed(expression.slice(0, 60), /=>|\bfunction\b|^lambda\b/.test(expression))
  }

  #literal(depth: number): SourceValue | typeof NOT_LITERAL {
    const cursor = this.#cursor
    const char = cursor.char
    const string = cursor.string()
    if (string !== undefined) return this.#joined(string, depth > 0 ? BLANK : BLANK_IN_LINE)
    if (char === '{') {
      cursor.at++
      return this.block('}', depth + 1)
    }
    if (char === '[' || char === '(') {
      cursor.at++
      const { values, isList } = this.#list(CLOSING[char] as string, depth + 1)
      return char === '(' && !isList ? values[0] : values
    }
    const number = cursor.match(NUMBER)
    if (number !== undefined) return Number(number[0].replaceAll('_', ''))
    const regex = char === '/' ? cursor.match(REGEX) : undefined
    if (regex !== undefined) return regexOf(regex)
    const name = cursor.match(NAME)?.[0] ?? ''
    return CONSTANTS.has(name) ? CONSTANTS.get(name) : NOT_LITERAL
  }

  /** Python joins strings that follow each other. One with `=` or `:` after it is a name. */
  #joined(first: string | Computed, blank: RegExp): string | Computed {
    const cursor = this.#cursor
    let joined = first
    for (;;) {
      const start = cursor.at
      cursor.skip(blank)
      const next = cursor.string()
      if (next === undefined || cursor.match(ASSIGNS) !== undefined) {
        cursor.at = start
        return joined
      }
      joined = typeof joined === 'string' && typeof next === 'string' ? joined + next : new Computed('strings')
    }
  }

  /** @returns whether it is a list: one value in parentheses, with no comma, is that value */
  #list(close: string, depth: number): { readonly values: SourceValue[]; readonly isList: boolean } {
    const cursor = this.#cursor
    cursor.limit(depth)
    const values: SourceValue[] = []
    let commas = 0
    while (cursor.skip(BLANK)) {
      const char = cursor.char
      if (char === close) {
        cursor.at++
        return { values, isList: commas > 0 || values.length !== 1 }
      }
      if (char === ',') {
        cursor.at++
        commas++
      } else if (char === ')' || char === ']' || char === '}') break
      else values.push(this.#value(depth))
    }
    throw new SyntaxFault('code', 'a bracket is not closed', cursor.at)
  }

  /** `Middleware(CORSMiddleware, allow_origins=[…])`, `new HttpApi(this, 'Api', { … })`: the named values. */
  #call(depth: number): SourceValue {
    const cursor = this.#cursor
    const start = cursor.at
    const regex = cursor.match(NEW_REGEX)
    if (regex !== undefined) return regexOf(['', unescaped(`${regex[1] ?? ''}${regex[2] ?? ''}`), regex[3]])
    const inner = cursor.match(CALL) === undefined ? new Map<string, SourceValue>() : this.block(')', depth + 1)
    if (inner.size > 0) return inner
    cursor.at = start
    return undefined
  }
}

const NOT_LITERAL = Symbol('not a literal')

function regexOf([, source = '', flags]: readonly (string | undefined)[]): SourceValue {
  try {
    return new RegExp(source, flags)
  } catch {
    return new Computed(`/${source}/${flags}`)
  }
}

/** The text of a string of JavaScript, where a backslash before any other letter says nothing. */
function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1')
}

/** The lists that were made of blocks here, which may grow. */
const BLOCKS = new WeakSet<object>()

/** Blocks of HCL that have the same name are a list. */
function add(values: Map<string, SourceValue>, name: string, value: SourceValue): void {
  const before = values.get(name)
  if (Array.isArray(before) && isMap(value) && BLOCKS.has(before)) before.push(value)
  else if (isMap(value) && (isMap(before) || (Array.isArray(before) && before.every(isMap)))) {
    const blocks = [...(isMap(before) ? [before] : before), value]
    BLOCKS.add(blocks)
    values.set(name, blocks)
  } else values.set(name, value)
}
