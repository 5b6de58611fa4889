import { display } from '../text/display.js'
import { type ConversionProblemItem, CorsConversionError, describeProblem } from './conversion-error.js'
import { type Position, type PositionMap, positionAt, SyntaxFault } from './source-position.js'
import { MAX_TEXT_LENGTH, readText } from './source-text.js'
import { MAX_DEPTH, MAX_VALUES, plain, readValue, type SourceValue, type UnreadableValue } from './source-value.js'

/** A document that has been read. */
export interface OpenedSource {
  readonly value: SourceValue
  positionOf(path: string): Position | undefined
}

/**
 * Reads a document: the values that a program has, or the text of a file.
 *
 * @throws CorsConversionError if it cannot be read
 */
export function openSource(document: unknown): OpenedSource {
  if (typeof document !== 'string')
    return openedAt(
      guard(() => readValue(document), document),
      '',
      new Map(),
    )
  const text = checkText(document)
  const { value, positions } = guard(() => readText(text), document, text)
  return openedAt(value, text, positions)
}

/** A document of which the text is read, whatever its format. */
export interface OpenedText {
  readonly text: string
  at(positions: PositionMap): OpenedSource
}

/** @throws CorsConversionError if it cannot be read */
export function openHeaders(document: unknown): OpenedText {
  const text =
    typeof document === 'string' ? checkText(document) : (JSON.stringify(plain(openSource(document).value)) ?? '')
  const isText = typeof document === 'string'
  return { text, at: (positions) => openedAt(text, text, isText ? positions : new Map()) }
}

function openedAt(value: SourceValue, text: string, positions: PositionMap): OpenedSource {
  return {
    value,
    positionOf: (path) => {
      const offset = positions.get(path)
      return offset === undefined ? undefined : positionAt(text, offset)
    },
  }
}

function checkText(document: string): string {
  const text = document.replace(/^\uFEFF/, '')
  if (text.length > MAX_TEXT_LENGTH)
    throw refusal({ code: 'document-limit', fault: 'length', limit: MAX_TEXT_LENGTH }, document)
  // No format has them; a file of UTF-16 or a picture does.
  if (/(?![\t\n\v\f\r])\p{Cc}|\uFFFD/u.test(text))
    throw refusal({ code: 'document-limit', fault: 'binary', limit: 0 }, document)
  return text
}

function guard<Result>(read: () => Result, document: unknown, text = ''): Result {
  try {
    return read()
  } catch (error) {
    if (error instanceof SyntaxFault) {
      const item = { code: 'document-syntax', format: error.format, reason: error.message } as const
      throw refusal(item, document, 'document', positionAt(text, error.offset))
    }
    // Nothing else is thrown.
    const { fault, message, path } = error as UnreadableValue
    throw refusal(itemOf(fault, message), document, path)
  }
}

function itemOf(fault: UnreadableValue['fault'], message: string): ConversionProblemItem {
  switch (fault) {
    case 'depth':
      return { code: 'document-limit', fault, limit: MAX_DEPTH }
    case 'size':
      return { code: 'document-limit', fault, limit: MAX_VALUES }
    case 'template':
      return { code: 'document-template' }
    case 'instance':
      return { code: 'wrong-value', expected: 'a plain object', got: message }
    default:
      return { code: 'document-unreadable', reason: message }
  }
}

function refusal(item: ConversionProblemItem, value: unknown, path = 'document', at?: Position): CorsConversionError {
  const shown = typeof value === 'string' && value.length > 200 ? display(value) : value
  return new CorsConversionError([
    { ...item, path: path || 'document', value: shown, message: describeProblem(item), ...at },
  ])
}
