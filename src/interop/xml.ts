/**
 * Reads the small part of XML (https://www.w3.org/TR/xml/) that a CORS configuration needs: elements, text, references,
 * comments and the declaration. No document type, and so no entities of one's own; no processing instructions, no CDATA
 * sections. Of attributes, `xmlns` alone, on the root. Everything has a bound.
 */

export interface XmlElement {
  readonly name: string
  readonly children: readonly XmlElement[]
  /** All character data in it, that of its children left out. */
  readonly text: string
}

/** What is wrong, and at which character. */
export class XmlError extends Error {
  constructor(message: string, index: number) {
    super(`${message}, at character ${index + 1}`)
  }
}

/** S3 takes 64 KB: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html. */
export const MAX_XML_LENGTH = 65_536
/** `CORSConfiguration`, `CORSRule`, and what stands in that. */
const MAX_DEPTH = 3
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const DECLARATION =
  /<\?xml[ \t\r\n]+version=(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding=(?:"utf-8"|'utf-8'))?(?:[ \t\r\n]+standalone=(?:"yes"|'yes'))?[ \t\r\n]*\?>/iy
const SPACE = /[ \t\r\n]*/y
/** Two hyphens do not stand inside a comment. */
const COMMENT = /<!--((?:(?!--)[\s\S])*)-->/y
const OPEN_TAG = /<([A-Za-z_][\w.-]*)((?:[ \t\r\n]+xmlns=(?:"[^"<&]*"|'[^'<&]*'))?)[ \t\r\n]*(\/?)>/y
const CLOSE_TAG = /<\/([A-Za-z_][\w.-]*)[ \t\r\n]*>/y
const TEXT = /[^<&]+/y
const REFERENCE = /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/y

/** @throws XmlError if the text is anything else */
export function parseXml(text: string): XmlElement {
  if (text.length > MAX_XML_LENGTH) throw new XmlError(`has more than ${MAX_XML_LENGTH} characters`, MAX_XML_LENGTH)
  const reader = new Reader(text)
  reader.take(/\uFEFF?/y)
  reader.take(DECLARATION)
  reader.skipMisc()
  const root = readElement(reader, 1)
  reader.skipMisc()
  if (!reader.atEnd) reader.fail('has something behind its root element')
  return root
}

class Reader {
  readonly #text: string
  #index = 0

  constructor(text: string) {
    this.#text = text
  }

  get atEnd(): boolean {
    return this.#index === this.#text.length
  }

  /** @param pattern sticky */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#index
    const match = pattern.exec(this.#text)
    this.#index += match?.[0].length ?? 0
    return match
  }

  /** White space and comments. */
  skipMisc(): void {
    do this.take(SPACE)
    while (this.take(COMMENT))
  }

  fail(message: string): never {
    throw new XmlError(message, this.#index)
  }
}

function readElement(reader: Reader, depth: number): XmlElement {
  const [tag, name, attributes, selfClosing] = reader.take(OPEN_TAG) ?? []
  if (tag === undefined || name === undefined)
    return reader.fail('has no element where one is expected, or one with attributes')
  if (depth > MAX_DEPTH) return reader.fail('has elements in elements in elements')
  if (attributes !== '' && depth > 1) return reader.fail('has an attribute on an element that can have none')
  return selfClosing === '/' ? { name, children: [], text: '' } : readContent(reader, name, depth)
}

function readContent(reader: Reader, name: string, depth: number): XmlElement {
  const children: XmlElement[] = []
  let text = ''
  for (;;) {
    const end = reader.take(CLOSE_TAG)
    if (end !== null) {
      if (end[1] !== name) reader.fail(`closes ${end[1]} where ${name} is open`)
      return { name, children, text }
    }
    if (reader.take(COMMENT)) continue
    const piece = reader.take(TEXT)?.[0] ?? readReference(reader)
    if (piece === undefined) children.push(readElement(reader, depth + 1))
    else text += piece
  }
}

/** https://www.w3.org/TR/xml/#charsets: a reference stands for a character that XML can hold. */
function readReference(reader: Reader): string | undefined {
  const [reference, hex, decimal, named] = reader.take(REFERENCE) ?? []
  if (reference === undefined) return undefined
  if (named !== undefined) return NAMED[named]
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  const isChar =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code < 0xd800) ||
    (code > 0xdfff && code < 0xfffe) ||
    (code > 0xffff && code < 0x110000)
  return isChar ? String.fromCodePoint(code) : reader.fail(`refers to the character ${code}, which is none`)
}
