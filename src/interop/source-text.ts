import { readLiterals } from './literal-text.js'
import { readJsonText } from './source-json.js'
import { type PositionMap, SyntaxFault } from './source-position.js'
import { isMap, type SourceValue, UnreadableValue } from './source-value.js'
import { readXmlText } from './source-xml.js'
import { readYamlText } from './source-yaml.js'

/** No configuration is longer; a text that is, is something else. */
export const MAX_TEXT_LENGTH = 1_000_000

/** The data in a text, and its place there. */
export interface SourceText {
  readonly value: SourceValue
  readonly positions: PositionMap
}

/**
 * JSON, JSON with comments, YAML, XML, or source code of which the literals are read.
 *
 * @param text without a byte order mark
 * @throws SyntaxFault, UnreadableValue
 */
export function readText(text: string): SourceText {
  const positions: PositionMap = new Map()
  const start = text.trimStart().charAt(0)
  if (start === '<' && !/^\s*<\?php/i.test(text)) return { value: readXmlText(text.trimStart()), positions }
  const reader = start === '{' || start === '[' ? readJsonText : readYamlText
  try {
    const value = reader(text, positions)
    if (typeof value === 'object' && value !== null && !hasCodeKeys(value)) return { value, positions }
    throw new SyntaxFault('YAML', 'expected an object or a list', 0)
  } catch (error) {
    if (error instanceof UnreadableValue) throw error
    return fromCode(text, error, start === '{')
  }
}

/** One line of code is also YAML, with most of the line for a key. */
function hasCodeKeys(value: SourceValue): boolean {
  return isMap(value) && [...value.keys()].some((key) => /[(){}=]|^(?:if|else|for|with|try|def|class)\b/.test(key))
}

/** A statement of Helm or Jinja, in a line of its own. */
const TEMPLATE = /^[^\S\n]*(?:\{\{-? |\{%)/m

/** Keyword arguments of Python, blocks of HCL, an object of JavaScript. If there are none, the first error is thrown. */
function fromCode(text: string, error: unknown, isObject: boolean): SourceText {
  // What is in the template decides what it says.
  if (TEMPLATE.test(text)) throw new UnreadableValue('template', '')
  // A text that is meant as JSON and has one mistake is not read in another way.
  if (/[({=]/.test(text) && !(isObject && /^\s*\{\s*"/.test(text))) {
    const value = readLiterals(text)
    if (value.size > 0) return { value, positions: new Map() }
  }
  if (error instanceof SyntaxFault) throw error
  // Both parsers recurse.
  throw new UnreadableValue('depth', '')
}
