import { Computed, MAX_DEPTH, MAX_VALUES, UnreadableValue } from './source-value.js'

/** White space and comments. */
export const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)+/y
/** As above, up to the end of the line. */
export const BLANK_IN_LINE = /(?:[^\S\n]|\/\/[^\n]*|\/\*[^\n]*?\*\/|#[^\n]*)+/y
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y
const STRING =
  /([rRbBuUfF]{0,2})("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`)/y
const GOES_ON = /\s*(?:\.(?!\.)|[?:+]|\|\||&&)/y
/** What was read of a string that has no end. */
const UNCLOSED = /"(?:[^"\\\n]|\\[\s\S])*|'(?:[^'\\\n]|\\[\s\S])*|`(?:[^`\\]|\\[\s\S])*/y
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' }

/**
 * In characters. Where a string or a comment does not end, all that follows is read in vain, and a text may have such a
 * place in every line. No configuration comes near this.
 */
const MAX_VAIN_READS = 20_000_000

/** Brackets, with those that close them. */
export const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' }

/** A place in a source text, of whichever language: Python, HCL, JavaScript. */
export class TextCursor {
  readonly #text: string
  at = 0
  #count = 0
  #vainReads = 0
  readonly #lastCommentEnd: number

  constructor(text: string) {
    this.#text = text
    this.#lastCommentEnd = text.lastIndexOf('*/')
  }

  /** The character here, `''` at the end. */
  get char(): string {
    return this.#text.charAt(this.at)
  }

  /** The line up to here. */
  get lineStart(): string {
    return this.#text.slice(this.#text.lastIndexOf('\n', this.at - 1) + 1, this.at)
  }

  /** At most so many characters in front of this place. */
  textBefore(length: number): string {
    return this.#text.slice(Math.max(this.at - length, 0), this.at)
  }

  /** From an earlier place to this one. */
  textSince(start: number): string {
    return this.#text.slice(start, this.at)
  }

  /** The same in one line. */
  since(start: number): string {
    return this.textSince(start).trim().replace(/\s+/g, ' ')
  }

  /** @param pattern sticky */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#text)
    if (found !== null) this.at = pattern.lastIndex
    if (this.#text.startsWith('/*', this.at) && this.at + 2 > this.#lastCommentEnd) {
      this.#readInVain(this.#text.length - this.at)
    }
    return found ?? undefined
  }

  /** Whether the pattern is here. */
  sees(pattern: RegExp): boolean {
    const { at } = this
    const found = this.match(pattern) !== undefined
    this.at = at
    return found
  }

  #readInVain(characters: number): void {
    this.#vainReads += characters
    if (this.#vainReads > MAX_VAIN_READS) throw new UnreadableValue('size', '')
  }

  /** @returns whether there is more text */
  skip(pattern: RegExp): boolean {
    this.match(pattern)
    return this.at < this.#text.length
  }

  /** The value of a string. Of one that has a value filled in, it is not known. */
  string(): string | Computed | undefined {
    const found = this.match(STRING)
    if (found === undefined) {
      const start = this.at
      this.#readInVain(this.match(UNCLOSED)?.[0].length ?? 0)
      this.at = start
      return undefined
    }
    const [all, prefix = '', quoted = ''] = found
    const size = /^("""|''')/.test(quoted) ? 3 : 1
    const inner = quoted.slice(size, -size)
    if (/\$\{/.test(inner) || (/f/i.test(prefix) && inner.includes('{'))) return new Computed(all.slice(0, 60))
    return /r/i.test(prefix) ? inner : inner.replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? escaped(char))
  }

  /** From a place to the next comma or line end that is not within brackets, or the bracket that closes. */
  skipExpression(start: number): void {
    this.at = start
    let depth = 0
    while (this.at < this.#text.length) {
      if (this.string() !== undefined || this.match(COMMENT) !== undefined) continue
      const { char } = this
      if (depth === 0 && (char === ',' || char === ';' || (char === '\n' && !this.#goesOn()))) return
      if (CLOSING[char] !== undefined) depth++
      if ((char === ')' || char === ']' || char === '}') && --depth < 0) return
      this.at++
    }
  }

  /** Whether an expression goes on in the next line: `a\n ? b\n : c`, `a ?\n b`. */
  #goesOn(): boolean {
    return /[?:+|&]\s*$/.test(this.textBefore(3)) || this.sees(GOES_ON)
  }

  /** @throws UnreadableValue where a text nests too deeply or has too many values */
  limit(depth: number): void {
    if (depth > MAX_DEPTH) throw new UnreadableValue('depth', '')
    if (++this.#count > MAX_VALUES) throw new UnreadableValue('size', '')
  }
}

/** Python keeps a backslash that does not start an escape: `'\.'` is two characters. In JavaScript it would be one. */
function escaped(char: string): string {
  return /[\\"'`/$]/.test(char) ? char : `\\${char}`
}
