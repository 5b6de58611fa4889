import { ASSIGNS, NAME, ValueReader } from './literal-value.js'
import { SyntaxFault } from './source-position.js'
import { Computed, ELSEWHERE, isFunction, isMap, type SourceValue } from './source-value.js'
import { BLANK, BLANK_IN_LINE, CLOSING, TextCursor } from './text-cursor.js'

/** `name: Type = value` of TypeScript and Python. */
const DECLARES = /\s*:\s*[A-Za-z_$][\w$.<>[\], |]*=(?![=>])/y
/** The same in the body of a function, which looks like an object. */
const TYPED = /\s*:\s*[A-Z][\w$.<>[\]]*\s*=\s*(?=[{[])/y
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
/** Functions that merge objects. If an argument is a name, its value is not known. */
const MERGES = /^(?:assign|merge\w*|extend|defaults\w*)$/
const NAMED_ARGUMENT = /(?:^|,)\s*[A-Za-z_$][\w$.]*\s*(?:\([^()]*\)\s*)?(?=,|\)$)/
const DEFAULTS = /^(?:cors|enableCors)$/
const KEYWORDS: ReadonlySet<string> = new Set(['if', 'for', 'while', 'switch', 'catch', 'function'])

/** Reads the values that have a name: assignments, arguments, members and blocks. */
export class LiteralReader {
  readonly #cursor: TextCursor
  readonly #values: ValueReader
  readonly #functions: (readonly [name: string, text: string])[] = []

  constructor(text: string) {
    this.#cursor = new TextCursor(text)
    this.#values = new ValueReader(this.#cursor, (close, depth) => this.block(close, depth))
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
        if (close === '}' && char === '[' && cursor.match(ASSIGNS)) values.set('[…]', this.#values.read(depth))
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
      const value = this.#values.read(depth)
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
