import { SyntaxFault } from './source-position.js'
import { Computed, type SourceValue } from './source-value.js'
import { BLANK, BLANK_IN_LINE, CLOSING, type TextCursor } from './text-cursor.js'

export const NAME = /[A-Za-z_$][\w$-]*/y
/** Of a class, whose options are as good as an object. */
const CALL = /(?:new\s+)?(?:\w+\.)*[A-Z]\w*\(/y
const NUMBER = /-?\d[\d_]*(?:\.\d+)?/y
export const ASSIGNS = /\s*(?::(?!:)|=>|=(?!=))/y
const REGEX = /\/(?![*/])((?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y
const NEW_REGEX = /new\s+RegExp\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")\s*(?:,\s*['"]([a-z]*)['"]\s*)?\)/y
/** In the lines after a value, what makes another value of it: `.concat(…)`, `+ suffix`, `|| other`. */
const CONTINUES = /\s*\n\s*(?:\.(?!\.\.)|[+?|&])/y
const CONSTANTS: ReadonlyMap<string, SourceValue> = new Map<string, SourceValue>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['undefined', undefined],
])

/** Reads the named values up to a closing bracket. */
type ReadBlock = (close: string, depth: number) => ReadonlyMap<string, SourceValue>

/** Reads values: strings, numbers, lists, objects, regular expressions. What is none of these is `Computed`. */
export class ValueReader {
  readonly #cursor: TextCursor
  readonly #block: ReadBlock

  constructor(cursor: TextCursor, block: ReadBlock) {
    this.#cursor = cursor
    this.#block = block
  }

  /** A literal, if nothing follows that would make another value of it. */
  read(depth: number): SourceValue {
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
      return this.#block('}', depth + 1)
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
      else values.push(this.read(depth))
    }
    throw new SyntaxFault('code', 'a bracket is not closed', cursor.at)
  }

  /** `Middleware(CORSMiddleware, allow_origins=[…])`, `new HttpApi(this, 'Api', { … })`: the named values. */
  #call(depth: number): SourceValue {
    const cursor = this.#cursor
    const start = cursor.at
    const regex = cursor.match(NEW_REGEX)
    if (regex !== undefined) return regexOf(['', unescaped(`${regex[1] ?? ''}${regex[2] ?? ''}`), regex[3]])
    const inner = cursor.match(CALL) === undefined ? new Map<string, SourceValue>() : this.#block(')', depth + 1)
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
